package org.rivages.cohort;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The draw that tells apart cohorts which every aim leaves equal. Each candidate draws a number from
 * the seed and the own id; of the equal cohorts that one is chosen whose numbers have the greatest
 * sum.
 *
 * <p>The number is the first 32 bits, without sign, of SHA-256 over the UTF-8 text {@code
 * rivages:ROUND:LENGTH:SEED:ID}, plus one; LENGTH is the number of bytes of the seed. The first
 * round is 1. Should two cohorts draw the same sum, which happens less than once in ten thousand
 * calls of any size (isolation lemma), they draw again in the next round.
 */
final class TieDraw {
    private final MessageDigest sha;
    private final byte[] prefix;

    TieDraw(String seed, int round) {
        try {
            this.sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        int length = seed.getBytes(StandardCharsets.UTF_8).length;
        this.prefix =
                ("rivages:" + round + ":" + length + ":" + seed + ":")
                        .getBytes(StandardCharsets.UTF_8);
    }

    /** Between 1 and 2³². */
    long number(String id) {
        sha.update(prefix);
        byte[] hash = sha.digest(id.getBytes(StandardCharsets.UTF_8));
        return (ByteBuffer.wrap(hash).getInt() & 0xFFFF_FFFFL) + 1;
    }
}

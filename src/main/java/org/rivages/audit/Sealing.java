package org.rivages.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How an entry is chained to the one before it ({@code
 * docs/decisions/0103-seal-the-audit-trail.md}).
 */
final class Sealing {
    /** Before the first entry. */
    static final String FIRST = "0".repeat(64);

    private Sealing() {}

    /**
     * @param canonical the entry as one text; see {@link AuditStore}
     */
    static String hash(String before, long position, String canonical) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (before + "\n" + position + "\n" + canonical).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

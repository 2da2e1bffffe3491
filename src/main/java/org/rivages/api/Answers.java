package org.rivages.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.rivages.shared.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Answers as bytes with a strong tag of just these bytes; compressed ones have a tag of their own.
 * Spring compares the tag with what the asker has, and answers 304.
 */
final class Answers {
    private static final int WORTH_COMPRESSING = 1_000;

    private Answers() {}

    static ResponseEntity<byte[]> json(HttpServletRequest request, Object body) {
        return bytes(request, Json.mapper().writeValueAsBytes(body), "");
    }

    /**
     * @param links for the header {@code Link}; "" for none
     */
    static ResponseEntity<byte[]> json(HttpServletRequest request, Object body, String links) {
        return bytes(request, Json.mapper().writeValueAsBytes(body), links);
    }

    static ResponseEntity<byte[]> bytes(HttpServletRequest request, byte[] plain, String links) {
        String tag = hash(plain);
        boolean small = plain.length >= WORTH_COMPRESSING && acceptsGzip(request);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok()
                        .eTag('"' + tag + (small ? "-gz" : "") + '"')
                        .cacheControl(CacheControl.noCache().cachePublic())
                        .header("Vary", "Accept-Encoding, Accept-Language, Origin")
                        .contentType(MediaType.APPLICATION_JSON);
        if (!links.isEmpty()) {
            answer.header("Link", links);
        }
        if (small) {
            answer.header("Content-Encoding", "gzip");
        }
        return answer.body(small ? compressed(plain) : plain);
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        if (accepted == null) {
            return false;
        }
        for (String one : accepted.toLowerCase(Locale.ROOT).split(",")) {
            if (one.strip().matches("gzip(;\\s*q=(?!0(\\.0*)?$).*)?")) {
                return true;
            }
        }
        return false;
    }

    private static byte[] compressed(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

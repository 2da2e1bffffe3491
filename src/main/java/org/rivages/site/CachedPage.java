package org.rivages.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer as bytes, plain and compressed, with its headers.
 *
 * @param gzip null when it is too short or would not shrink
 * @param tag of the plain bytes; the compressed ones have one of their own
 */
record CachedPage(
        byte[] plain, byte @Nullable [] gzip, String tag, String type, List<Header> headers) {
    record Header(String name, String value) {}

    private static final int WORTH_COMPRESSING = 1_000;
    private static final int OVERHEAD = 1_000;

    /** Set anew for each answer. */
    private static final Set<String> OWN =
            Set.of(
                    "cache-control",
                    "vary",
                    "etag",
                    "content-length",
                    "content-type",
                    "content-encoding",
                    "date");

    static CachedPage of(CapturedResponse captured) {
        byte[] plain = captured.body();
        List<Header> headers = new ArrayList<>();
        for (String name : Set.copyOf(captured.getHeaderNames())) {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                captured.getHeaders(name).forEach(value -> headers.add(new Header(name, value)));
            }
        }
        String own = captured.ownCacheControl();
        headers.add(new Header("Cache-Control", own == null ? "public, no-cache" : own));
        headers.add(new Header("Vary", "Accept-Encoding, HX-Request"));
        String type = captured.getContentType();
        return new CachedPage(
                plain,
                compressed(plain, type),
                hash(plain),
                type == null ? "application/octet-stream" : type,
                headers);
    }

    int weight() {
        return plain.length + (gzip == null ? 0 : gzip.length) + OVERHEAD;
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        for (Header header : headers) {
            response.setHeader(header.name(), header.value());
        }
        String accepted = request.getHeader("Accept-Encoding");
        byte[] small = accepted != null && accepts(accepted) ? gzip : null;
        response.setHeader("ETag", '"' + tag + (small == null ? "" : "-gz") + '"');
        String known = request.getHeader("If-None-Match");
        if (known == null ? unchangedSince(request, response) : known.contains('"' + tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(type);
        if (small != null) {
            response.setHeader("Content-Encoding", "gzip");
        }
        byte[] bytes = small == null ? plain : small;
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** By the date of the answer, where it has one; a tag that is sent weighs more than a date. */
    private static boolean unchangedSince(
            HttpServletRequest request, HttpServletResponse response) {
        String date = response.getHeader("Last-Modified");
        String since = request.getHeader("If-Modified-Since");
        if (date == null || since == null) {
            return false;
        }
        try {
            return !moment(date).isAfter(moment(since));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Instant moment(String date) {
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
    }

    /** Whether gzip is named and not refused by {@code q=0}. */
    private static boolean accepts(String encodings) {
        for (String encoding : encodings.split(",")) {
            String plain = encoding.strip().toLowerCase(Locale.ROOT);
            if (plain.equals("gzip")
                    || (plain.startsWith("gzip;") && !plain.matches("gzip;\\s*q=0(\\.0*)?"))) {
                return true;
            }
        }
        return false;
    }

    private static byte @Nullable [] compressed(byte[] plain, @Nullable String type) {
        if (plain.length < WORTH_COMPRESSING
                || type == null
                || type.startsWith("font/")
                || type.equals("image/png")) {
            return null;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size() < plain.length ? out.toByteArray() : null;
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

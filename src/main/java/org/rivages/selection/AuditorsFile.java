package org.rivages.selection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Everything that is needed to check a class without this program's word: the files of the command
 * line, and the salt that their commitment begins with. Holds sealed values: for auditors only.
 *
 * @param salt text, so that the commitment is the SHA-256 of the four files one after the other
 */
record AuditorsFile(byte[] salt, byte[] people, byte[] rules, byte[] cohort) {

    /** SHA-256 in hexadecimal. */
    String commitment() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            sha.update(people);
            sha.update(rules);
            return HexFormat.of().formatHex(sha.digest(cohort));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param published the canonical rule whose hash stood on the call's page
     * @param readme name → text
     */
    byte[] zip(String published, Map<String, String> readme) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        readme.forEach((name, text) -> entries.put(name, text.getBytes(StandardCharsets.UTF_8)));
        entries.put("salt.txt", salt);
        entries.put("people.csv", people);
        entries.put("rules.json", rules);
        entries.put("cohort.json", cohort);
        entries.put("published-rules.json", published.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                ZipEntry named = new ZipEntry(entry.getKey());
                named.setTime(0);
                zip.putNextEntry(named);
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

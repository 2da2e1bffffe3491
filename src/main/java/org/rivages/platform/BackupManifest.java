package org.rivages.platform;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup file says about itself.
 *
 * @param format of the file; this program reads {@link #FORMAT}
 * @param program the version that wrote it
 * @param migrations by version, with Flyway's checksum
 * @param tables by name ({@code schema.table})
 * @param sequences next values, by name
 */
record BackupManifest(
        int format,
        String program,
        Instant created,
        Map<String, Integer> migrations,
        Map<String, Table> tables,
        Map<String, Sequence> sequences) {

    static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * The content of one table.
     *
     * @param sha256 of the entry, in hexadecimal digits
     */
    record Table(List<String> columns, long rows, String sha256) {}

    /** Where a sequence stands, as {@code setval} wants it. */
    record Sequence(long value, boolean called) {}

    static BackupManifest read(byte[] json) {
        return JSON.readValue(json, BackupManifest.class);
    }

    byte[] toJson() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }
}

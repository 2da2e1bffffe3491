package org.rivages.platform;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes the whole database into one file, from one moment, while others go on working. The file
 * holds personal data and is readable by its owner only. {@link Restore} reads it.
 */
final class Backup {

    static final String MANIFEST = "manifest.json";
    static final String MANIFEST_HASH = "manifest.sha256";
    static final String TABLES = "tables/";

    private final Connection connection;

    private Backup(Connection connection) {
        this.connection = connection;
    }

    /**
     * Writes the file, which must not exist; there is never half a file under its name.
     *
     * @return what was written
     */
    static BackupManifest write(Connection connection, Path file) {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw Refusal.wrongUse(target + " exists already; name a new file.");
        }
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        try {
            Files.deleteIfExists(partial);
            BackupManifest manifest;
            try (OutputStream out = privateFile(partial)) {
                manifest = new Backup(connection).write(out);
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (IOException | SQLException e) {
            throw Refusal.notAvailable("The backup could not be written: " + e + ".");
        } finally {
            partial.toFile().delete();
        }
    }

    private static OutputStream privateFile(Path file) throws IOException {
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    }

    private BackupManifest write(OutputStream out) throws IOException, SQLException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read read only");
            }
            DatabaseCatalog catalog = new DatabaseCatalog(connection);
            if (!catalog.schemas().containsAll(Set.of("flyway", "events"))) {
                throw Refusal.notAvailable("The database holds no house yet.");
            }
            Map<String, BackupManifest.Table> tables = new LinkedHashMap<>();
            for (Map.Entry<String, List<String>> table : catalog.tables().entrySet()) {
                tables.put(table.getKey(), copy(table.getKey(), table.getValue(), zip));
            }
            BackupManifest manifest =
                    new BackupManifest(
                            BackupManifest.FORMAT,
                            ProgramVersion.text(),
                            Instant.now().truncatedTo(ChronoUnit.SECONDS),
                            catalog.migrations(),
                            tables,
                            catalog.sequences());
            connection.rollback();
            entry(zip, MANIFEST, manifest.toJson());
            entry(
                    zip,
                    MANIFEST_HASH,
                    Sha256.of(manifest.toJson()).getBytes(StandardCharsets.US_ASCII));
            return manifest;
        }
    }

    private BackupManifest.Table copy(String table, List<String> columns, ZipOutputStream zip)
            throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(TABLES + table));
        DigestOutputStream hashed = new DigestOutputStream(new Unclosed(zip), Sha256.digest());
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        long rows =
                copy.copyOut(
                        "copy %s (%s) to stdout (format binary)"
                                .formatted(table, String.join(", ", columns)),
                        hashed);
        zip.closeEntry();
        return new BackupManifest.Table(columns, rows, Sha256.hex(hashed.getMessageDigest()));
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** Whole arrays go through; closing does not. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() {}
    }
}

package org.rivages.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;

/** A backup file that was found whole: every entry is there, unchanged, and no other. */
final class BackupFile implements AutoCloseable {

    private final ZipFile zip;
    private final BackupManifest manifest;

    private BackupFile(ZipFile zip, BackupManifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens the file and reads all of it once.
     *
     * @throws Refusal if it is not a backup, or not as it was written
     */
    static BackupFile open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw Refusal.wrongUse("There is no file " + file + ".");
        }
        ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile());
            BackupFile backup = new BackupFile(zip, manifest(zip));
            backup.verify();
            return backup;
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            closeQuietly(zip);
            throw Refusal.notAvailable(
                    file + " is damaged, was changed, or is no backup: " + reason(e));
        }
    }

    private static String reason(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
    }

    private static void closeQuietly(@org.jspecify.annotations.Nullable ZipFile zip) {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException e) {
            // Nothing was written; the file's own problem is told.
        }
    }

    private static BackupManifest manifest(ZipFile zip) throws IOException {
        byte[] json = bytes(zip, Backup.MANIFEST);
        String hash = new String(bytes(zip, Backup.MANIFEST_HASH), StandardCharsets.US_ASCII);
        if (!Sha256.of(json).equals(hash)) {
            throw new IOException("its manifest was changed");
        }
        BackupManifest manifest = BackupManifest.read(json);
        if (manifest.format() != BackupManifest.FORMAT) {
            throw new IOException("format " + manifest.format() + " is not known");
        }
        return manifest;
    }

    private void verify() throws IOException {
        Set<String> expected = new HashSet<>(Set.of(Backup.MANIFEST, Backup.MANIFEST_HASH));
        for (Map.Entry<String, BackupManifest.Table> table : manifest.tables().entrySet()) {
            expected.add(Backup.TABLES + table.getKey());
            try (InputStream in = table(table.getKey())) {
                if (!Sha256.of(in).equals(table.getValue().sha256())) {
                    throw new IOException(table.getKey() + " was changed");
                }
            }
        }
        Set<String> found = new HashSet<>();
        zip.stream().map(ZipEntry::getName).forEach(found::add);
        if (!found.equals(expected) || zip.size() != expected.size()) {
            throw new IOException("it holds something that does not belong there");
        }
    }

    BackupManifest manifest() {
        return manifest;
    }

    /** The content of a table, as PostgreSQL wrote it. */
    InputStream table(String name) throws IOException {
        return stream(zip, Backup.TABLES + name);
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        try (InputStream in = stream(zip, name)) {
            return in.readAllBytes();
        }
    }

    private static InputStream stream(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(name + " is missing");
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() {
        closeQuietly(zip);
    }
}

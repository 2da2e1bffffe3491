package org.rivages.platform;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's own programs, unpacked once from the archive that travels in the jar. */
final class PostgresProgram {

    private static final int EXECUTABLE = 0100;

    private PostgresProgram() {}

    /** The folder with PostgreSQL in it, below {@code home}; older ones are removed. */
    static Path unpacked(Path home) throws IOException {
        String name = "/postgres-" + system() + "-" + processor() + ".txz";
        URL archive = PostgresProgram.class.getResource(name);
        if (archive == null) {
            throw Refusal.notAvailable(
                    "No PostgreSQL for this system comes with Rivages; set RIVAGES_DATABASE_URL.");
        }
        long size = archive.openConnection().getContentLengthLong();
        Path program = home.resolve("program-" + size);
        if (!Files.exists(program)) {
            removeOthers(home);
            Path partial = home.resolve("program.partial");
            try (InputStream in = archive.openStream()) {
                unpack(in, partial);
            }
            Files.move(partial, program);
        }
        return program;
    }

    private static void removeOthers(Path home) throws IOException {
        try (var old = Files.newDirectoryStream(home, "program*")) {
            for (Path folder : old) {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
    }

    private static void unpack(InputStream in, Path target) throws IOException {
        Files.createDirectories(target);
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                unpackEntry(tar, entry, target);
            }
        }
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
            throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if ((entry.getMode() & EXECUTABLE) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "darwin" : name.contains("linux") ? "linux" : "other";
    }

    private static String processor() {
        return switch (System.getProperty("os.arch", "")) {
            case "aarch64", "arm64" -> "arm_64";
            default -> "x86_64";
        };
    }
}

package org.rivages.cohortfiles;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is complete or absent: written aside, then moved to its place. */
final class NewFile {
    /** Writes the whole content; does not close the stream. */
    @FunctionalInterface
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    private NewFile() {}

    static void write(Path target, Content content) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            // a pipe or a device takes the bytes as they come
            try (OutputStream out = Files.newOutputStream(target)) {
                content.to(out);
            }
            return;
        }
        Path name = target.getFileName();
        Path aside =
                target.resolveSibling("." + name + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (OutputStream out =
                    new BufferedOutputStream(
                            Files.newOutputStream(
                                    aside,
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.TRUNCATE_EXISTING,
                                    StandardOpenOption.WRITE))) {
                content.to(out);
            }
            move(aside, target);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static void move(Path aside, Path target) throws IOException {
        try {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

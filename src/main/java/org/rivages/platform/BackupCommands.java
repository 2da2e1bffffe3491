package org.rivages.platform;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The commands {@code backup} and {@code restore}; they run without Spring. */
final class BackupCommands {

    private BackupCommands() {}

    /** Works beside a running program, too. */
    static void backup(RivagesSettings settings, List<String> arguments, PrintStream out) {
        Path file = onlyFile("backup", arguments);
        if (!Database.exists(settings)) {
            throw Refusal.notAvailable("There is no house in " + settings.data() + " yet.");
        }
        CommandRunner.quiet();
        try (Database database = Database.ownOrRunning(settings);
                Connection connection = database.connect()) {
            BackupManifest manifest = Backup.write(connection, file);
            out.println(summary(manifest) + " written to " + file.toAbsolutePath() + ".");
        } catch (SQLException e) {
            throw Refusal.notAvailable("The backup failed: " + e.getMessage());
        }
    }

    /** Only for an empty database that no program uses. */
    static void restore(RivagesSettings settings, List<String> arguments, PrintStream out) {
        Path path = onlyFile("restore", arguments);
        CommandRunner.quiet();
        try (BackupFile file = BackupFile.open(path);
                Database database = Database.own(settings)) {
            Restore.read(database.dataSource(), file);
            out.println(summary(file.manifest()) + " restored from " + path + ".");
        }
    }

    private static String summary(BackupManifest manifest) {
        long rows = manifest.tables().values().stream().mapToLong(BackupManifest.Table::rows).sum();
        return rows + " rows of " + manifest.tables().size() + " tables";
    }

    private static Path onlyFile(String command, List<String> arguments) {
        if (arguments.size() != 1) {
            throw Refusal.wrongUse("usage: rivages " + command + " FILE");
        }
        return Path.of(arguments.getFirst());
    }
}

package org.rivages.platform;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.rivages.platform.DatabaseCatalog.ForeignKey;

/**
 * Reads a {@link Backup} into an empty database: first the tables as they were when it was made,
 * then the rows, then the migrations that came later. When anything goes wrong the database is
 * empty again.
 */
final class Restore {

    private final DataSource database;
    private final BackupFile file;

    private Restore(DataSource database, BackupFile file) {
        this.database = database;
        this.file = file;
    }

    /**
     * Restores.
     *
     * @throws Refusal if the database is not empty, or if the file is from a newer program
     */
    static void read(DataSource database, BackupFile file) {
        try {
            new Restore(database, file).run();
        } catch (SQLException | IOException | FlywayException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw Refusal.notAvailable("Nothing was restored: " + reason);
        }
    }

    private void run() throws SQLException, IOException {
        Set<String> schemas;
        try (Connection connection = database.getConnection()) {
            DatabaseCatalog catalog = new DatabaseCatalog(connection);
            if (!catalog.isEmpty()) {
                throw Refusal.notAvailable(
                        "The database is not empty; restore into a new data folder or database.");
            }
            schemas = Set.copyOf(catalog.schemas());
        }
        requireKnownMigrations();
        boolean complete = false;
        try {
            migrate(file.manifest().migrations()::containsKey);
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                load(connection);
                connection.commit();
            }
            migrate(version -> true);
            complete = true;
        } finally {
            if (!complete) {
                dropAllBut(schemas);
            }
        }
    }

    private void requireKnownMigrations() {
        Set<String> known = Migrations.versions();
        if (!known.containsAll(file.manifest().migrations().keySet())) {
            throw Refusal.notAvailable(
                    "The backup was written by another version of Rivages ("
                            + file.manifest().program()
                            + "); restore it with that one or a newer one.");
        }
    }

    private void migrate(Predicate<String> wanted) {
        FluentConfiguration flyway = Flyway.configure().dataSource(database);
        Migrations.configure(flyway, wanted);
        flyway.load().migrate();
    }

    /*
     * Foreign keys go and come back instead of switching replication roles: that needs no
     * superuser, and PostgreSQL checks every key when it comes back.
     */
    private void load(Connection connection) throws SQLException, IOException {
        DatabaseCatalog catalog = new DatabaseCatalog(connection);
        Map<String, List<String>> tables = catalog.tables();
        requireSame(catalog, tables);
        List<ForeignKey> keys = catalog.foreignKeys();
        try (Statement statement = connection.createStatement()) {
            for (String table : tables.keySet()) {
                statement.execute("alter table " + table + " disable trigger user");
            }
            for (ForeignKey key : keys) {
                statement.execute("alter table " + key.table() + " drop constraint " + key.name());
            }
            // Rows that migrations have put there are in the backup, too.
            statement.execute("truncate " + String.join(", ", tables.keySet()) + " cascade");
            copy(connection, tables);
            for (ForeignKey key : keys) {
                statement.execute(
                        "alter table %s add constraint %s %s"
                                .formatted(key.table(), key.name(), key.definition()));
            }
            for (String table : tables.keySet()) {
                statement.execute("alter table " + table + " enable trigger user");
            }
        }
        setSequences(connection);
    }

    private void requireSame(DatabaseCatalog catalog, Map<String, List<String>> tables)
            throws SQLException, IOException {
        BackupManifest manifest = file.manifest();
        if (!catalog.migrations().equals(manifest.migrations())) {
            throw new IOException("a migration was changed since the backup was made.");
        }
        boolean same =
                manifest.tables().keySet().equals(tables.keySet())
                        && manifest.sequences().keySet().equals(catalog.sequences().keySet());
        for (Map.Entry<String, BackupManifest.Table> table : manifest.tables().entrySet()) {
            same &= table.getValue().columns().equals(tables.get(table.getKey()));
        }
        if (!same) {
            throw new IOException("the backup has other tables than its migrations make.");
        }
    }

    private void copy(Connection connection, Map<String, List<String>> tables)
            throws SQLException, IOException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (Map.Entry<String, List<String>> table : tables.entrySet()) {
            String sql =
                    "copy %s (%s) from stdin (format binary)"
                            .formatted(table.getKey(), String.join(", ", table.getValue()));
            long rows;
            try (InputStream in = file.table(table.getKey())) {
                rows = copy.copyIn(sql, in);
            }
            BackupManifest.Table expected = file.manifest().tables().get(table.getKey());
            if (expected == null || rows != expected.rows()) {
                throw new IOException(table.getKey() + " has not the number of rows it should.");
            }
        }
    }

    private void setSequences(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            for (var sequence : file.manifest().sequences().entrySet()) {
                statement.setString(1, sequence.getKey());
                statement.setLong(2, sequence.getValue().value());
                statement.setBoolean(3, sequence.getValue().called());
                statement.execute();
            }
        }
    }

    private void dropAllBut(Set<String> schemas) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String schema : new DatabaseCatalog(connection).schemas()) {
                if (!schemas.contains(schema)) {
                    statement.execute("drop schema " + schema + " cascade");
                }
            }
        }
    }
}

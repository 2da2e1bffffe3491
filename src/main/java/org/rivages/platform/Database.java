package org.rivages.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database that a command works on: the one named in the settings, the embedded one, or that of
 * a program which runs on the same data folder.
 *
 * @param user null when the address names the user
 * @param attached true when another Rivages runs it: nothing may be migrated then
 * @param closing what stops it
 */
record Database(
        String url,
        @Nullable String user,
        @Nullable String password,
        boolean attached,
        Runnable closing)
        implements AutoCloseable {

    private static final String EMBEDDED = "postgres";

    /** For a program that serves: the data folder must be free. */
    static Database own(RivagesSettings settings) {
        FolderLock lock = FolderLock.take(settings.data());
        return open(settings, lock);
    }

    /** For a command: starts the embedded database, or joins the program that runs it. */
    static Database ownOrRunning(RivagesSettings settings) {
        FolderLock lock = FolderLock.tryTake(settings.data());
        if (lock != null) {
            return open(settings, lock);
        }
        if (settings.databaseUrl() != null) {
            return new Database(settings.databaseUrl(), null, null, true, () -> {});
        }
        PostgresFolder folder = folder(settings.data());
        int port =
                folder.runningPort()
                        .orElseThrow(() ->
                                Refusal.notAvailable(
                                        settings.data()
                                                + " is in use by another Rivages that is"
                                                + " just starting or stopping; try again."));
        return new Database(
                folder.url(port, EmbeddedPostgres.NAME),
                EmbeddedPostgres.NAME,
                folder.password(),
                true,
                () -> {});
    }

    /** False while nobody has started a program on the embedded database of this data folder. */
    static boolean exists(RivagesSettings settings) {
        return settings.databaseUrl() != null || Files.exists(folder(settings.data()).cluster());
    }

    private static Database open(RivagesSettings settings, FolderLock lock) {
        if (settings.databaseUrl() != null) {
            return external(settings.databaseUrl(), lock);
        }
        EmbeddedPostgres postgres;
        try {
            postgres = EmbeddedPostgres.start(folder(settings.data()).home());
        } catch (Refusal e) {
            lock.close();
            throw e;
        }
        return new Database(
                postgres.url(),
                postgres.user(),
                postgres.password(),
                false,
                () -> {
                    postgres.close();
                    lock.close();
                });
    }

    /** Asks it once, so that a wrong address or password is told in one line. */
    private static Database external(String url, FolderLock lock) {
        Database database = new Database(url, null, null, false, lock::close);
        try (Connection connection = database.connect()) {
            connection.getMetaData();
            return database;
        } catch (Refusal | SQLException e) {
            lock.close();
            throw e instanceof Refusal refusal
                    ? refusal
                    : Refusal.notAvailable("The database does not answer: " + e.getMessage());
        }
    }

    /**
     * Nothing must serve a database that holds more than it knows.
     *
     * @throws Refusal if a newer program has written it
     */
    void requireKnown() {
        try (Connection connection = connect()) {
            DatabaseCatalog catalog = new DatabaseCatalog(connection);
            if (catalog.schemas().contains("flyway")
                    && !Migrations.versions().containsAll(catalog.migrations().keySet())) {
                throw Refusal.notAvailable(
                        "The database was written by a newer Rivages; use that one, or restore a"
                                + " backup of this one.");
            }
        } catch (SQLException e) {
            throw Refusal.notAvailable("The database does not answer: " + e.getMessage());
        }
    }

    private static PostgresFolder folder(Path data) {
        return new PostgresFolder(data.resolve(EMBEDDED));
    }

    /** Opens a connection for every request; for commands, not for serving. */
    DataSource dataSource() {
        DriverManagerDataSource source = new DriverManagerDataSource(url);
        if (user != null && password != null) {
            source.setUsername(user);
            source.setPassword(password);
        }
        return source;
    }

    /**
     * A connection outside every pool.
     *
     * @throws Refusal if the database does not answer
     */
    Connection connect() {
        try {
            return dataSource().getConnection();
        } catch (SQLException e) {
            throw Refusal.notAvailable("The database does not answer: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        closing.run();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Database[" + (attached ? "attached" : "own") + "]";
    }
}

package org.rivages.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** What lies in the folder of an embedded database, and how to reach the server that runs in it. */
record PostgresFolder(Path home) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    Path cluster() {
        return home.resolve("cluster");
    }

    Path log() {
        return home.resolve("postgres.log");
    }

    Path passwordFile() {
        return home.resolve("password");
    }

    String password() {
        try {
            return Files.readString(passwordFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The port of the server that runs here, once it accepts connections. */
    Optional<Integer> runningPort() {
        try {
            List<String> lines = Files.readAllLines(cluster().resolve("postmaster.pid"));
            return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready")
                    ? Optional.of(Integer.valueOf(lines.get(PORT_LINE).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    boolean readyOn(int port) {
        return runningPort().filter(running -> running == port).isPresent();
    }

    /** Creates the program's own database where it is missing. */
    void createDatabase(int port) throws IOException {
        String name = EmbeddedPostgres.NAME;
        try (Connection connection =
                        DriverManager.getConnection(url(port, "postgres"), name, password());
                Statement statement = connection.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery(
                            "select from pg_database where datname = '" + name + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}

package org.rivages.platform;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * One real PostgreSQL for all tests of a run, and in it a fresh database for each that asks.
 *
 * <p>Every Spring context of the tests gets its own database and default settings without doing
 * anything, unless it names a {@code spring.datasource.url}. A store test without Spring takes
 * {@link #migrated()}.
 */
public final class TestDatabase
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (environment.containsProperty("spring.datasource.url")) {
            return;
        }
        String name = create();
        environment
                .getPropertySources()
                .addLast(
                        new MapPropertySource(
                                "test settings",
                                Map.of(
                                        "spring.datasource.url",
                                        url(name),
                                        "spring.datasource.username",
                                        server().user(),
                                        "spring.datasource.password",
                                        server().password(),
                                        "rivages.port",
                                        8080,
                                        "rivages.data",
                                        "target/test-data/" + name,
                                        "rivages.base-url",
                                        "http://localhost:8080",
                                        "rivages.smtp-url",
                                        "",
                                        "rivages.demo",
                                        false,
                                        "rivages.clock-offset",
                                        "PT0S")));
    }

    /** A new database with nothing in it. */
    public static DataSource empty() {
        return new DriverManagerDataSource(url(create()), server().user(), server().password());
    }

    /** A new database with nothing in it, as an operator would name it. */
    public static String emptyUrl() {
        return url(create()) + "?user=" + server().user() + "&password=" + server().password();
    }

    /** A new database with every room's tables. */
    public static DataSource migrated() {
        DataSource database = empty();
        FluentConfiguration flyway = Flyway.configure().dataSource(database);
        Migrations.configure(flyway);
        flyway.load().migrate();
        return database;
    }

    private static String create() {
        String name = "test_" + NUMBER.incrementAndGet();
        execute("create database " + name);
        return name;
    }

    private static String url(String name) {
        String url = server().url();
        return url.substring(0, url.lastIndexOf('/') + 1) + name;
    }

    /** Stops with this Java program. */
    private static synchronized EmbeddedPostgres server() {
        EmbeddedPostgres running = server;
        if (running == null) {
            running = EmbeddedPostgres.startFast(Path.of("target", "test-postgres"));
            server = running;
            dropOld();
        }
        return running;
    }

    private static void dropOld() {
        List<String> names = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select datname from pg_database where datname like 'test\\_%'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        names.forEach(name -> execute("drop database " + name));
    }

    private static void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(server().url(), server().user(), server().password());
    }
}

package org.rivages.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedPostgresIT {

    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir Path home;

    @Test
    void keepsWhatWasCommittedOverARestart() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            execute(postgres, "create table word (text text)");
            execute(postgres, "insert into word values ('ضفاف')");
            assertThat(value(postgres, "show fsync")).isEqualTo("on");
            assertThat(value(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(value(postgres, "show unix_socket_directories")).isEmpty();
            assertThat(value(postgres, "show server_encoding")).isEqualTo("UTF8");
        }
        assertThat(server()).isZero();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertThat(value(postgres, "select text from word")).isEqualTo("ضفاف");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() ->
                            DriverManager.getConnection(postgres.url(), postgres.user(), "guess"));
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(home.resolve("password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void refusesASecondStartInOneLine() {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(home)) {
            assertThat(first.url()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> EmbeddedPostgres.start(home))
                    .withMessageMatching(".* is in use by another Rivages \\(pid \\d+\\)\\.");
        }
    }

    @Test
    void diesWithAKilledProgramAndStartsAgain() throws Exception {
        Process program = holder();
        String url = firstLine(program);
        assertThat(url).startsWith("jdbc:postgresql:");
        long server = server();
        assertThat(ProcessHandle.of(server)).isPresent();
        program.destroyForcibly().waitFor();
        assertThat(endsSoon(server)).as("PostgreSQL ends with its program").isTrue();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertThat(value(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void startsAtOnceAfterAKill() throws Exception {
        Process program = holder();
        firstLine(program);
        program.destroyForcibly().waitFor();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertThat(value(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void startsAgainAfterEverythingWasKilled() throws Exception {
        Process program = holder();
        firstLine(program);
        ProcessHandle server = ProcessHandle.of(server()).orElseThrow();
        server.destroyForcibly();
        program.destroyForcibly().waitFor();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertThat(value(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void ignoresAProcessNumberThatNowBelongsToSomebodyElse() throws Exception {
        EmbeddedPostgres.start(home).close();
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(
                    home.resolve("cluster/postmaster.pid"),
                    other.pid() + "\n" + home.resolve("cluster") + "\n1\n5432\n\n\n\nready\n");
            new PostgresTools(home, home.resolve("postgres.log"))
                    .stopLeftover(home.resolve("cluster"));
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    private Process holder() throws IOException {
        return new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DatabaseHolder.class.getName(),
                                home.toString()))
                .redirectErrorStream(true)
                .start();
    }

    private static String firstLine(Process program) throws IOException {
        BufferedReader reader = program.inputReader(StandardCharsets.UTF_8);
        String line = reader.readLine();
        return line == null ? "" : line;
    }

    /** The process of the server, 0 when there is none. */
    private long server() throws IOException {
        Path file = home.resolve("cluster/postmaster.pid");
        return Files.exists(file) ? Long.parseLong(Files.readAllLines(file).getFirst()) : 0;
    }

    private static boolean endsSoon(long pid) throws InterruptedException {
        long end = System.nanoTime() + SOON.toNanos();
        while (ProcessHandle.of(pid).isPresent() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return ProcessHandle.of(pid).isEmpty();
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres)) {
            connection.createStatement().execute(sql);
        }
    }

    private static String value(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }
}

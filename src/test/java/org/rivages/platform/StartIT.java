package org.rivages.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, as an operator runs it. */
@Timeout(300)
class StartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir Path folder;
    private int port;
    private final List<Process> programs = new ArrayList<>();

    @BeforeEach
    void choosePort() throws IOException {
        port = FreePort.pick();
    }

    @AfterEach
    void stopAll() throws InterruptedException {
        for (Process program : programs) {
            program.destroyForcibly().waitFor();
        }
    }

    @Test
    void startsStopsAndStartsAgain() throws Exception {
        Process first = rivages("first.log", port, "start");
        awaitHealth(first, "first.log");
        long server = server();

        Process second = rivages("second.log", FreePort.pick(), "start");
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(3);
        assertThat(log("second.log"))
                .singleElement()
                .asString()
                .endsWith("is in use by another Rivages (pid " + first.pid() + ").");

        first.destroy();
        assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(ProcessHandle.of(server)).isEmpty();
        assertThat(folder.resolve("data/postgres/cluster/postmaster.pid")).doesNotExist();

        Process again = rivages("again.log", port, "start");
        awaitHealth(again, "again.log");
        again.destroyForcibly().waitFor();
        Process last = rivages("last.log", port, "start");
        awaitHealth(last, "last.log");
    }

    @Test
    void saysInOneLineThatThePortIsTakenAndLeavesNoDatabase() throws Exception {
        try (ServerSocket taken = new ServerSocket(port)) {
            assertThat(taken.isBound()).isTrue();
            Process program = rivages("start.log", port, "start");
            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isEqualTo(3);
        }
        assertThat(log("start.log"))
                .singleElement()
                .asString()
                .startsWith("Port " + port + " is in use");
        assertThat(folder.resolve("data/postgres/cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void backsUpARunningHouseAndRestoresIt() throws Exception {
        Process program = rivages("start.log", port, "start");
        awaitHealth(program, "start.log");
        assertThat(runs("strat")).as("a command that no room has").isEqualTo(2);
        assertThat(log("command.log")).startsWith("Unknown command \"strat\".");
        String file = folder.resolve("house.zip").toString();
        assertThat(runs("backup", file)).isZero();
        assertThat(runs("restore", file)).as("while it is in use").isEqualTo(3);
        program.destroy();
        program.waitFor();
        assertThat(runs("restore", file)).as("into a house that is not empty").isEqualTo(3);
        Files.move(folder.resolve("data"), folder.resolve("old"));
        assertThat(runs("restore", file)).as(() -> String.valueOf(log("command.log"))).isZero();
        awaitHealth(rivages("restored.log", port, "start"), "restored.log");
    }

    @Test
    void saysInOneLineThatADatabaseDoesNotAnswer() throws Exception {
        Files.writeString(
                folder.resolve("rivages.properties"),
                "RIVAGES_DATABASE_URL=jdbc:postgresql://127.0.0.1:"
                        + FreePort.pick()
                        + "/house?user=u&password=secret\n");
        assertThat(runs("start")).isEqualTo(3);
        assertThat(log("command.log"))
                .singleElement()
                .asString()
                .startsWith("The database does not answer")
                .doesNotContain("secret");
    }

    @Test
    void answersAWrongCommandOrSettingInOneLine() throws Exception {
        assertThat(runs("strat")).isEqualTo(2);
        assertThat(log("command.log")).hasSize(1);
        assertThat(runs("start", "now")).isEqualTo(2);
        assertThat(log("command.log")).hasSize(1);
        Files.writeString(folder.resolve("rivages.properties"), "RIVAGES_BASE_URL=nowhere\n");
        assertThat(runs("start")).isEqualTo(2);
        assertThat(log("command.log")).hasSize(1);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    private int runs(String... command) throws Exception {
        Process program = rivages("command.log", port, command);
        assertThat(program.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return program.exitValue();
    }

    private Process rivages(String log, int port, String... command) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Xmx320m", "-XX:TieredStopAtLevel=1", "-jar"));
        line.add(System.getProperty("rivages.jar"));
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("RIVAGES_"));
        builder.environment().put("RIVAGES_PORT", String.valueOf(port));
        builder.redirectErrorStream(true).redirectOutput(folder.resolve(log).toFile());
        Process program = builder.start();
        programs.add(program);
        return program;
    }

    private void awaitHealth(Process program, String log) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI health = URI.create("http://localhost:" + port + "/health");
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (program.isAlive() && System.nanoTime() < end) {
                try {
                    HttpResponse<String> answer =
                            client.send(
                                    HttpRequest.newBuilder(health).build(),
                                    BodyHandlers.ofString());
                    if (answer.statusCode() == 200) {
                        assertThat(answer.body()).isEqualTo("{\"status\":\"up\"}");
                        return;
                    }
                } catch (IOException e) {
                    // not yet
                }
                Thread.sleep(100);
            }
        }
        throw new AssertionError("not healthy: " + log(log));
    }

    private long server() throws IOException {
        Path file = folder.resolve("data/postgres/cluster/postmaster.pid");
        return Long.parseLong(Files.readAllLines(file).getFirst());
    }

    private List<String> log(String name) {
        try {
            return Files.readAllLines(folder.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package org.rivages.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.rivages.platform.FreePort;

/** The built program as its own process, started by {@code ./rivages} as anybody would. */
final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final int port;
    private final Duration startedIn;

    private Program(Process process, int port, Duration startedIn) {
        this.process = process;
        this.port = port;
        this.startedIn = startedIn;
    }

    /** Starts and waits until {@code /health} answers 200. */
    static Program start(String command, Path data, Map<String, String> environment)
            throws IOException, InterruptedException {
        int port = FreePort.pick();
        ProcessBuilder builder = new ProcessBuilder("./rivages", command);
        builder.environment().put("RIVAGES_PORT", String.valueOf(port));
        builder.environment().put("RIVAGES_DATA", data.toAbsolutePath().toString());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(Path.of("target", "bench.log").toFile()));
        long begin = System.nanoTime();
        Process process = builder.start();
        while (!healthy(port)) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                process.destroy();
                throw new IOException("the program did not start, see target/bench.log");
            }
            Thread.sleep(10);
        }
        return new Program(process, port, Duration.ofNanos(System.nanoTime() - begin));
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    Duration startedIn() {
        return startedIn;
    }

    /** Resident memory in MB; pages that processes share count once. */
    record Memory(double program, double database) {
        double all() {
            return program + database;
        }
    }

    /** Of the program and of the database that it started. */
    Memory memory() throws IOException {
        double program = pss(process.pid());
        double database = 0;
        for (ProcessHandle child : process.descendants().toList()) {
            boolean java = child.info().command().orElse("").endsWith("java");
            program += java ? pss(child.pid()) : 0;
            database += java ? 0 : pss(child.pid());
        }
        return new Memory(program / 1024, database / 1024);
    }

    /** Kilobytes of a process. */
    static double pss(long pid) throws IOException {
        Path smaps = Path.of("/proc/" + pid + "/smaps_rollup");
        if (!Files.isReadable(smaps)) {
            return 0;
        }
        return Files.readAllLines(smaps).stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
                .sum();
    }

    private static boolean healthy(int port) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                        .timeout(Duration.ofSeconds(2))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(30, TimeUnit.SECONDS);
    }
}

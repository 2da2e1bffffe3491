package org.rivages.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.rivages.platform.FreePort;

/** One of several copies of the packaged program, with a folder and a port of its own. */
public final class Copy {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path folder;
    private final Map<String, String> settings;
    private final int port;
    private final Process process;

    private Copy(Path folder, Map<String, String> settings, int port, Process process) {
        this.folder = folder;
        this.settings = settings;
        this.port = port;
        this.process = process;
    }

    /** Starts one with the demonstration network and waits until it is healthy. */
    public static Copy start(Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        return start(folder, settings, FreePort.pick());
    }

    private static Copy start(Path folder, Map<String, String> settings, int port)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx320m",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                System.getProperty("rivages.jar"),
                                "demo")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("RIVAGES_"));
        builder.environment().put("RIVAGES_PORT", String.valueOf(port));
        builder.environment().putAll(settings);
        Copy copy = new Copy(folder, settings, port, builder.start());
        copy.awaitHealth();
        return copy;
    }

    private void awaitHealth() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var health =
                    HttpRequest.newBuilder(URI.create(base() + "/health"))
                            .timeout(Duration.ofSeconds(10))
                            .build();
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (process.isAlive() && System.nanoTime() < end) {
                try {
                    if (client.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // not yet
                }
                Thread.sleep(100);
            }
        }
        kill();
        List<String> log = Files.readAllLines(folder.resolve("log"));
        throw new AssertionError("not healthy: " + String.join("\n", log));
    }

    /** {@code http://127.0.0.1:12345}. */
    public String base() {
        return "http://127.0.0.1:" + port;
    }

    /** As a power cut would. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same one, started again. */
    public Copy again() throws IOException, InterruptedException {
        return start(folder, settings, port);
    }
}

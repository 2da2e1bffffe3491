package org.rivages.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Launch to {@code /health} 200, first time and later, with and without the AOT cache; memory. */
final class BenchStart {
    private static final Path DATA = Path.of("target", "bench-data");

    void run() throws IOException, InterruptedException {
        Program.delete(DATA);
        row("start, first time (database made)", "start", Map.of());
        row("start, later", "start", Map.of());
        row("start, later, again", "start", Map.of());
        row("start, later, without AOT cache", "start", Map.of("RIVAGES_AOT", "off"));
        Program.delete(DATA);
        row("demo, first time (network loaded)", "demo", Map.of());
        row("demo, later", "demo", Map.of());
        Program.delete(DATA);
    }

    private static void row(String name, String command, Map<String, String> environment)
            throws IOException, InterruptedException {
        try (Program program = Program.start(command, DATA, environment)) {
            System.out.printf(
                    "%-36s %6.2f s   %4.0f MB with the database%n",
                    name, program.startedIn().toMillis() / 1000.0, program.memory().all());
        }
    }
}

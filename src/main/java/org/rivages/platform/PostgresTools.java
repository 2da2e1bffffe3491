package org.rivages.platform;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Runs PostgreSQL's programs; their words go to the log. */
record PostgresTools(Path program, Path log) {

    /** The command line; PostgreSQL refuses to run as root, so root gives itself up first. */
    List<String> command(String name, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(program.resolve("bin").resolve(name).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    void run(String name, String... arguments) throws IOException, InterruptedException {
        int code = start(command(name, arguments)).waitFor();
        if (code != 0) {
            throw new IOException(name + " ended with " + code + ", see " + log);
        }
    }

    /** Starts a server under a watching shell, away from the terminal's Ctrl-C where possible. */
    Process watch(String script, List<String> server) throws IOException {
        List<String> command = new ArrayList<>();
        if (onPath("setsid")) {
            command.add("setsid");
        }
        command.addAll(List.of("sh", "-c", script, "rivages-database"));
        command.addAll(server);
        return start(command);
    }

    /** Stops a server that still runs on the cluster although its program is gone. */
    void stopLeftover(Path cluster) throws IOException, InterruptedException {
        if (leftover(cluster).isEmpty()) {
            return;
        }
        String[] stop = {"stop", "-w", "-t", "30", "-D", cluster.toString(), "-m"};
        if (start(command("pg_ctl", with(stop, "fast"))).waitFor() != 0
                && leftover(cluster).isPresent()) {
            run("pg_ctl", with(stop, "immediate"));
        }
    }

    /** A process id alone may meanwhile belong to anybody: its program must be PostgreSQL. */
    private static Optional<ProcessHandle> leftover(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("").contains("postgres"));
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
    }

    private static String[] with(String[] arguments, String last) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add(last);
        return all.toArray(new String[0]);
    }

    private static boolean onPath(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path)
                .anyMatch(folder -> new File(folder, name).canExecute());
    }
}

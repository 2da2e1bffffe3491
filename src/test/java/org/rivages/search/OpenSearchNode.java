package org.rivages.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.rivages.platform.FreePort;
import org.springframework.util.FileSystemUtils;

/**
 * A real OpenSearch node in a program of its own, from Maven artifacts that are brought when they
 * are first needed.
 */
public final class OpenSearchNode implements AutoCloseable {
    private static final Path SOURCES = Path.of("src", "test", "opensearch");
    private static final Path FOLDER = Path.of("target", "opensearch");

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String name;
    private final String memory;
    private final Process process;
    private final int port;

    private OpenSearchNode(String name, String memory, Process process, int port) {
        this.name = name;
        this.memory = memory;
        this.process = process;
        this.port = port;
    }

    /**
     * One with nothing in it.
     *
     * @param name of the folder that keeps its data
     * @param memory of its heap: {@code 512m}
     */
    public static OpenSearchNode start(String name, String memory) throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER.resolve(name));
        return start(name, memory, FreePort.pick());
    }

    private static OpenSearchNode start(String name, String memory, int port) throws IOException {
        Files.createDirectories(FOLDER);
        Path log = FOLDER.resolve(name + ".log");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xms" + memory,
                                "-Xmx" + memory,
                                "-cp",
                                classPath(),
                                SOURCES.resolve("Node.java").toString(),
                                FOLDER.resolve(name).toAbsolutePath().toString(),
                                String.valueOf(port))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        OpenSearchNode node = new OpenSearchNode(name, memory, process, port);
        node.awaitReadiness(log);
        return node;
    }

    private void awaitReadiness(Path log) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (process.isAlive() && System.nanoTime() < end) {
                if (Files.readAllLines(log).contains("ready")) {
                    return;
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
        throw new IOException("OpenSearch did not start:\n" + Files.readString(log));
    }

    private static synchronized String classPath() throws IOException {
        Path list = FOLDER.resolve("class-path");
        Path pom = SOURCES.resolve("pom.xml");
        if (!Files.exists(list)
                || Files.getLastModifiedTime(list).compareTo(Files.getLastModifiedTime(pom)) < 0) {
            Process maven =
                    new ProcessBuilder(
                                    "mvn",
                                    "-q",
                                    "-B",
                                    "-f",
                                    pom.toString(),
                                    "dependency:build-classpath",
                                    "-Dmdep.outputFile=" + list.toAbsolutePath())
                            .redirectErrorStream(true)
                            .redirectOutput(FOLDER.resolve("maven.log").toFile())
                            .start();
            try {
                if (maven.waitFor() != 0) {
                    throw new IOException(
                            "Maven could not bring OpenSearch, see target/opensearch/maven.log");
                }
            } catch (InterruptedException e) {
                maven.destroy();
                throw new IOException(e);
            }
        }
        return Files.readString(list);
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** The same one after {@link #close}, with its data. */
    public OpenSearchNode again() throws IOException {
        return start(name, memory, port);
    }

    /** The same one after {@link #close}, with nothing in it. */
    public OpenSearchNode emptied() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER.resolve(name));
        return again();
    }

    /** For measuring it. */
    public long processId() {
        return process.pid();
    }

    /** Killed, not asked: nothing of it need be kept. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

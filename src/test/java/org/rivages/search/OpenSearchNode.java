package org.rivages.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * A real OpenSearch node in a program of its own, from Maven artifacts that are brought when they
 * are first needed.
 */
public final class OpenSearchNode implements AutoCloseable {
    private static final Path SOURCES = Path.of("src", "test", "opensearch");
    private static final Path FOLDER = Path.of("target", "opensearch");

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
     * @param name of the folder that keeps its data
     * @param memory of its heap: {@code 512m}
     */
    public static OpenSearchNode start(String name, String memory) throws IOException {
        return start(name, memory, freePort());
    }

    static OpenSearchNode start(String name, String memory, int port) throws IOException {
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
                        .redirectError(log.toFile())
                        .start();
        var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals("ready")) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(rest -> {}));
                return new OpenSearchNode(name, memory, process, port);
            }
        }
        throw new IOException("OpenSearch did not start, see " + log);
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
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

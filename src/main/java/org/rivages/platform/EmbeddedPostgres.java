package org.rivages.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL in a folder of its own: durable, password-protected, on loopback and a free
 * port, without Unix socket.
 *
 * <p>It never outlives the program that started it. A small shell between the two holds a pipe from
 * the program; when the program ends in any way, even by kill -9, the pipe closes and the shell
 * shuts PostgreSQL down (see {@code docs/decisions/0001}).
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The name of the database and of its owner. */
    static final String NAME = "rivages";

    /*
     * Waits for PostgreSQL and ends with it. Meanwhile the inner shell waits for the end of the
     * pipe. INT asks PostgreSQL for a fast shutdown: sessions are cut, data is written.
     */
    private static final String WATCHDOG =
            """
            trap '' INT TERM HUP
            exec 3<&0
            "$@" </dev/null 3<&- &
            pid=$!
            (cat <&3 >/dev/null; kill -INT "$pid" 2>/dev/null) &
            wait "$pid"
            """;

    private static final int MAJOR = 18;
    private static final int ATTEMPTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LARGE_LOG = 10_000_000;

    private final PostgresFolder folder;
    private final FolderLock lock;
    private final Process watchdog;
    private final int port;

    private EmbeddedPostgres(PostgresFolder folder, FolderLock lock, boolean durable)
            throws IOException, InterruptedException {
        this.folder = folder;
        this.lock = lock;
        Path program = PostgresProgram.unpacked(folder.home());
        PostgresTools tools = new PostgresTools(program, folder.log());
        prepare(tools);
        tools.stopLeftover(folder.cluster());
        Process started = null;
        int chosen = 0;
        for (int attempt = 1; started == null; attempt++) {
            chosen = FreePort.pick();
            started = launch(tools, chosen, durable);
            if (started == null && attempt == ATTEMPTS) {
                throw Refusal.notAvailable(
                        "The database does not start; its log is " + folder.log() + ".");
            }
        }
        this.watchdog = started;
        this.port = chosen;
        folder.createDatabase(port);
    }

    /**
     * Starts the server in {@code home}; the first time it is created there.
     *
     * @throws Refusal if another program uses the folder, or the server does not start
     */
    public static EmbeddedPostgres start(Path home) {
        return start(home, true);
    }

    /** For tests: a crash of the machine may lose data, and everything is faster. */
    static EmbeddedPostgres startFast(Path home) {
        return start(home, false);
    }

    private static EmbeddedPostgres start(Path home, boolean durable) {
        PostgresFolder folder = new PostgresFolder(home.toAbsolutePath().normalize());
        FolderLock lock = FolderLock.take(folder.home());
        boolean started = false;
        try {
            EmbeddedPostgres postgres = new EmbeddedPostgres(folder, lock, durable);
            started = true;
            return postgres;
        } catch (IOException e) {
            throw Refusal.notAvailable("The database does not start: " + e + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.notAvailable("The start of the database was interrupted.");
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    /** The address of the database {@code rivages}, without user and password. */
    public String url() {
        return folder.url(port, NAME);
    }

    public String user() {
        return NAME;
    }

    public String password() {
        return folder.password();
    }

    private void prepare(PostgresTools tools) throws IOException, InterruptedException {
        Path version = folder.cluster().resolve("PG_VERSION");
        if (!Files.exists(version)) {
            createCluster(tools);
        } else if (!Files.readString(version).strip().equals(String.valueOf(MAJOR))) {
            throw Refusal.notAvailable(
                    folder.cluster()
                            + " was written by another PostgreSQL; make a backup with the Rivages"
                            + " that wrote it and restore it here.");
        }
        if (Files.exists(folder.log()) && Files.size(folder.log()) > LARGE_LOG) {
            Files.move(
                    folder.log(),
                    folder.log().resolveSibling("postgres.log.1"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Built aside and renamed, so that a kill in between leaves no half a cluster. */
    private void createCluster(PostgresTools tools) throws IOException, InterruptedException {
        Path partial = folder.home().resolve("cluster.partial");
        org.springframework.util.FileSystemUtils.deleteRecursively(partial);
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Files.deleteIfExists(folder.passwordFile());
        Files.createFile(
                folder.passwordFile(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(folder.passwordFile(), HexFormat.of().formatHex(secret));
        tools.run(
                "initdb",
                "--pgdata=" + partial,
                "--username=" + NAME,
                "--auth=scram-sha-256",
                "--pwfile=" + folder.passwordFile(),
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        Files.move(partial, folder.cluster());
    }

    /** The shell around a server that accepts connections, or null if the server ended at once. */
    private @Nullable Process launch(PostgresTools tools, int port, boolean durable)
            throws IOException, InterruptedException {
        List<String> server =
                tools.command(
                        "postgres",
                        "-D",
                        folder.cluster().toString(),
                        "-p",
                        String.valueOf(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "max_connections=50",
                        "-c",
                        "shared_buffers=48MB",
                        "-c",
                        "timezone=UTC",
                        "-c",
                        "log_timezone=UTC",
                        "-c",
                        // without details, which are people's data
                        "log_error_verbosity=terse",
                        "-c",
                        "fsync=" + (durable ? "on" : "off"));
        Process process = tools.watch(WATCHDOG, server);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (folder.readyOn(port)) {
                return process;
            }
            Thread.sleep(10);
        }
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException("it neither starts nor stops");
        }
        Thread.sleep(1000);
        return null;
    }

    /** Stops the server, having written everything, and frees the folder. */
    @Override
    public void close() {
        try {
            watchdog.getOutputStream().close();
            if (!watchdog.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                new PostgresTools(PostgresProgram.unpacked(folder.home()), folder.log())
                        .stopLeftover(folder.cluster());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
        }
    }
}

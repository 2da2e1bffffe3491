package org.rivages.platform;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Reads the command line and runs one command. Problems that an operator can solve are told in one
 * line: exit code 2 for a wrong command or setting, 3 for a folder, port or database that is not
 * available.
 */
public final class Launcher {

    private static final String USAGE =
            """
            usage: rivages start                 serve, until stopped
                   rivages demo                  serve the demonstration network, on loopback
                   rivages backup FILE           write everything into one file
                   rivages restore FILE          read it into an empty database
                   rivages audit-verify          check the audit trail
                   rivages select, verify        choose a cohort from files, check its proof\
            """;

    private final Class<?> program;
    private final PrintStream out;

    private Launcher(Class<?> program, PrintStream out) {
        this.program = program;
        this.out = out;
    }

    /** Runs the command; returns only while a server goes on serving. */
    public static void run(Class<?> program, String... args) {
        Integer code;
        try {
            code = new Launcher(program, System.out).run(List.of(args));
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            code = e.exitCode();
        } catch (RuntimeException e) {
            // Spring has already written what went wrong at its start.
            code = 1;
        }
        if (code != null) {
            System.exit(code);
        }
    }

    private @Nullable Integer run(List<String> args) {
        String command = args.isEmpty() ? "" : args.getFirst();
        List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
        return switch (command) {
            case "start", "demo" -> {
                none(command, rest);
                serve(RivagesSettings.of(source(), command.equals("demo")));
                yield null;
            }
            case "train" -> {
                none(command, rest);
                train();
                yield 0;
            }
            case "backup" -> {
                BackupCommands.backup(RivagesSettings.of(source(), false), rest, out);
                yield 0;
            }
            case "restore" -> {
                BackupCommands.restore(RivagesSettings.of(source(), false), rest, out);
                yield 0;
            }
            case "", "help", "-h", "--help" -> {
                out.println(USAGE);
                yield command.isEmpty() ? Refusal.WRONG_USE : 0;
            }
            default ->
                    CommandRunner.run(
                            program,
                            RivagesSettings.of(source(), false),
                            command,
                            rest,
                            out,
                            USAGE);
        };
    }

    private static void none(String command, List<String> rest) {
        if (!rest.isEmpty()) {
            throw Refusal.wrongUse(command + " takes no argument; see rivages help.");
        }
    }

    private static SettingsSource source() {
        return SettingsSource.read(System.getenv(), Path.of(""));
    }

    private void serve(RivagesSettings settings) {
        open(settings);
        out.println("Rivages serves " + settings.baseUrl() + " (Ctrl-C stops it).");
    }

    private void train() {
        SettingsSource source = Training.source(source());
        RivagesSettings settings = RivagesSettings.of(source, true);
        Training.visit(open(settings), settings.port());
    }

    /** Database first, then the web server; in the other order when the program ends. */
    private ConfigurableApplicationContext open(RivagesSettings settings) {
        SpringApplication application = new SpringApplication(program);
        requireFree(settings);
        Database database = Database.own(settings);
        SpringApplication.getShutdownHandlers().add(database::close);
        database.requireKnown();
        Map<String, Object> properties = SpringProperties.of(settings, database);
        application.addInitializers(SpringProperties.initializer(properties));
        try {
            return application.run();
        } catch (PortInUseException e) {
            throw portInUse(settings);
        }
    }

    private static void requireFree(RivagesSettings settings) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(
                    settings.demo()
                            ? new InetSocketAddress(
                                    InetAddress.getLoopbackAddress(), settings.port())
                            : new InetSocketAddress(settings.port()));
        } catch (IOException e) {
            throw portInUse(settings);
        }
    }

    private static Refusal portInUse(RivagesSettings settings) {
        return Refusal.notAvailable(
                "Port "
                        + settings.port()
                        + " is in use or not allowed; set another one with RIVAGES_PORT.");
    }
}

package org.rivages.cohortfiles;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.rivages.shared.Language;

/**
 * The commands {@code select} and {@code verify}, which run before any framework starts. Answers go
 * to the first stream, problems to the second, in English like all of the console.
 */
public final class CohortCommands {
    private static final int NO_MEMORY = 5;

    private CohortCommands() {}

    /** The exit code, or empty where the command is not one of these two. */
    public static Optional<Integer> run(String... args) {
        String command = args.length == 0 ? "" : args[0];
        return switch (command) {
            case "select", "verify" ->
                    Optional.of(
                            run(
                                    command,
                                    List.of(args).subList(1, args.length),
                                    utf8(System.out),
                                    utf8(System.err)));
            default -> Optional.empty();
        };
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    static int run(String command, List<String> words, PrintStream out, PrintStream err) {
        Phrases phrases = new Phrases(Language.EN);
        try {
            return command.equals("select")
                    ? new SelectCommand(out, phrases).run(words)
                    : new VerifyCommand(out, phrases).run(words);
        } catch (BadInput e) {
            e.faults().forEach(fault -> err.println(phrases.told(fault)));
        } catch (Arguments.NotUnderstood e) {
            err.println(e.told(phrases));
            err.println(phrases.get("cohortfiles.command." + command));
        } catch (IOException e) {
            err.println(told(phrases, e));
        } catch (OutOfMemoryError _) {
            err.println(phrases.get("cohortfiles.command.memory"));
            return NO_MEMORY;
        }
        return SelectCommand.BAD_INPUT;
    }

    private static String told(Phrases phrases, IOException e) {
        String file = e instanceof FileSystemException f ? String.valueOf(f.getFile()) : "";
        String what =
                phrases.get(
                        e instanceof NoSuchFileException
                                ? "cohortfiles.no-file"
                                : "cohortfiles.no-access");
        return file.isEmpty() ? what : file + ": " + what;
    }
}

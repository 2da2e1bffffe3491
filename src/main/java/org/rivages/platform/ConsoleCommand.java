package org.rivages.platform;

import java.io.PrintStream;
import java.util.List;

/**
 * A command that a room adds to the console, as a Spring bean: {@code ./rivages NAME ARGUMENTS}.
 *
 * <p>It runs without web server, and only the beans it needs are created: no worker, no schedule
 * and no start-up listener runs. It may run beside a running program, on the same database.
 */
public interface ConsoleCommand {

    /** One word as typed, such as {@code audit-verify}. */
    String name();

    /** Does the work and answers with the exit code: 0 when all is well. */
    int run(List<String> arguments, PrintStream out);
}

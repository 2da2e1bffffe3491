package org.rivages.platform;

/**
 * The program cannot do what its operator asked. The message is one clear line for the console,
 * without secrets; there is no stack trace.
 */
public final class Refusal extends RuntimeException {

    /** A wrong command or setting. */
    static final int WRONG_USE = 2;

    /** A folder, port or database that somebody else uses, or that is not as it must be. */
    static final int NOT_AVAILABLE = 3;

    private final int exitCode;

    private Refusal(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    static Refusal wrongUse(String message) {
        return new Refusal(WRONG_USE, message);
    }

    static Refusal notAvailable(String message) {
        return new Refusal(NOT_AVAILABLE, message);
    }

    public int exitCode() {
        return exitCode;
    }
}

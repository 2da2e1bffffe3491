package org.rivages.applications;

import java.time.Instant;

/** What became of the wish to send an application. */
sealed interface Sending {
    /** Received; asking again with the same text answers the same. */
    record Received(Application application) implements Sending {}

    /** It came after the deadline. The text stays. */
    record TooLate(Instant at) implements Sending {}

    /** Answers are missing or wrong. */
    record Incomplete(int missing) implements Sending {}

    /** Another window has saved since this page was shown. */
    record Changed() implements Sending {}

    /** Decided or withdrawn, or never begun. */
    record Shut() implements Sending {}
}

package org.rivages.calls;

import java.time.Duration;
import java.time.Instant;
import org.rivages.programmes.EditionSummary;

/**
 * A call as lists and cards show it at one moment.
 *
 * @param left until the deadline; zero afterwards
 */
public record CallCard(CallView call, CallState state, EditionSummary edition, Duration left) {
    static CallCard of(CallView call, EditionSummary edition, Instant now) {
        return new CallCard(call, call.state(now), edition, Deadlines.left(call, now));
    }

    /** The look of the word for its state: see {@code .tag} in the style sheet. */
    public String tag() {
        return switch (state) {
            case OPEN -> "ok";
            case DRAFT, ANNOUNCED, DECIDING -> "wait";
            case CLOSED, DECIDED, ARCHIVED -> "off";
        };
    }
}

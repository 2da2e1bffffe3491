package org.rivages.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far the index has come that is built aside, in this copy of the program. */
@Component
public class IndexProgress {
    private volatile State state = new State(false, 0, 0, null);

    /**
     * What is to be told of it.
     *
     * @param building whether one is built at this moment; searches go on in the old one meanwhile
     * @param records that are in it so far; of the last one when none is being built
     * @param before how many the one had that it replaces; 0 when not known
     * @param builtAt when the last one was ready; null when this program has built none
     */
    public record State(boolean building, long records, long before, @Nullable Instant builtAt) {}

    public State now() {
        return state;
    }

    void begin() {
        state = new State(true, 0, state.records(), state.builtAt());
    }

    void reached(long records) {
        state = new State(true, records, state.before(), state.builtAt());
    }

    void failed() {
        state = new State(false, state.before(), state.before(), state.builtAt());
    }

    void done(long records, Instant at) {
        state = new State(false, records, state.before(), at);
    }
}

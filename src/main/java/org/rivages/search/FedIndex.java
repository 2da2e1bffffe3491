package org.rivages.search;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@link IndexFeed} needs of an index: it remembers its position together with its records.
 */
interface FedIndex extends SearchIndex, AutoCloseable {
    /** Whether several copies of the program feed it. */
    default boolean shared() {
        return false;
    }

    /** Where it stands; null when it is new or not readable and must be built. */
    @Nullable Position position();

    /** Puts or takes away records, by key, and moves to the position, all or nothing. */
    void apply(Map<String, Optional<SearchDocument>> records, Position position);

    /** Replaces everything, all or nothing; searches go on in what was there meanwhile. */
    void rebuild(Consumer<Consumer<SearchDocument>> everything, Position position);

    @Override
    void close() throws IOException;
}

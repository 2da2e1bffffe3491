package org.rivages.search;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * One kind of record that a room offers to the search. A bean per kind, in the room that owns it.
 */
public interface SearchSource {
    /** The word used in {@code kind=}: organisation, programme, edition, session, call … */
    String kind();

    /** The record as it stands now; empty when it is gone or is not to be found by anybody. */
    Optional<SearchDocument> document(UUID id);

    /** All of them, for building the index anew. */
    void each(Consumer<SearchDocument> consumer);
}

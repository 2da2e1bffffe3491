package org.rivages.thesaurus;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.search.Thesaurus.Concept;

/**
 * A state that a concept had.
 *
 * @param author null when the program itself put it there
 */
public record ConceptVersion(
        int number,
        Concept concept,
        boolean removed,
        @Nullable UUID author,
        String reason,
        Instant at) {}

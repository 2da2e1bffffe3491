package org.rivages.library;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the review trail.
 *
 * @param by the person; null when the program itself acted
 * @param comment why, or who at the city confirmed it; for the desk only; "" for none
 * @param day on which the city confirmed it; null for every other step
 */
public record EntryStep(
        StepKind kind, Instant at, @Nullable UUID by, String comment, @Nullable LocalDate day) {}

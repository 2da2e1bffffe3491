package org.rivages.library;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How far an entry is on its way to the public, and the steps that lead on from there. */
public enum EntryState {
    DRAFT,
    IN_REVIEW,
    PUBLISHED,
    WITHDRAWN;

    /** What may be done with it now. */
    Set<StepKind> steps() {
        return switch (this) {
            case DRAFT -> EnumSet.of(StepKind.SENT, StepKind.PUBLISHED);
            case IN_REVIEW -> EnumSet.of(StepKind.PUBLISHED, StepKind.RETURNED);
            case PUBLISHED -> EnumSet.of(StepKind.CONFIRMED, StepKind.WITHDRAWN);
            case WITHDRAWN -> EnumSet.of(StepKind.PUBLISHED);
        };
    }

    /** Where a step leads; empty when it cannot be taken from here. */
    Optional<EntryState> after(StepKind step) {
        if (!steps().contains(step)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (step) {
                    case SENT -> IN_REVIEW;
                    case RETURNED -> DRAFT;
                    case PUBLISHED -> PUBLISHED;
                    case WITHDRAWN -> WITHDRAWN;
                    case CREATED, CHANGED, CONFIRMED -> this;
                });
    }

    /** Whether the one who wrote it may still change it without the secretariat. */
    boolean isDraft() {
        return this == DRAFT;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

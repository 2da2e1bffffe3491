package org.rivages.selection;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rivages.applications.Decision;

/** What a person is told. */
public enum Outcome {
    SELECTED,
    RESERVE,
    REFUSED,
    /** Screening found that a condition is not met; told together with everybody else. */
    NOT_ELIGIBLE;

    /** Those whom the committee chose among. */
    static final List<Outcome> CHOICE = List.of(SELECTED, RESERVE, REFUSED);

    /** As it stands in tables, addresses and message keys: {@code not-eligible}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Outcome> of(String code) {
        for (Outcome outcome : values()) {
            if (outcome.code().equals(code)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }

    /** For the application; nothing where screening has said it already. */
    Optional<Decision> decision() {
        return switch (this) {
            case SELECTED -> Optional.of(Decision.SELECTED);
            case RESERVE -> Optional.of(Decision.RESERVE);
            case REFUSED -> Optional.of(Decision.REFUSED);
            case NOT_ELIGIBLE -> Optional.empty();
        };
    }
}

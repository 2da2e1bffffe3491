package org.rivages.reviews;

import org.jspecify.annotations.Nullable;
import org.rivages.accounts.Person;

/**
 * A juror on a panel, with their progress.
 *
 * @param most at most so many applications, or null
 * @param severity null while there is nothing to compare
 */
public record PanelJuror(
        Person person,
        JurorProfile profile,
        @Nullable Integer most,
        int assigned,
        int begun,
        int finished,
        @Nullable Severity severity) {
    public int missing() {
        return assigned - finished;
    }
}

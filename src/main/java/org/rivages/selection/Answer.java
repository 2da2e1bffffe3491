package org.rivages.selection;

import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rivages.cohort.Problem;

/** What the engine answers to a problem, in the mode that the problem has. */
sealed interface Answer permits Solved, Draw {
    Problem problem();

    /** Numbers of those chosen, ascending; null unless it is proven that it is these. */
    @Nullable List<String> proven();

    /**
     * As {@code cohort.json}.
     *
     * @param reserve numbers in the committee's order; a draw has no place for it
     */
    void write(OutputStream out, List<String> reserve);
}

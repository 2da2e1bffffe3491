package org.rivages.cohort;

import org.jspecify.annotations.Nullable;

/** One objective over one model: an aim, a round of the draw, a repair, or nothing at all. */
interface Stage {
    long NOT_ALLOWED = Long.MIN_VALUE;

    Model model();

    /** What one candidate adds to the objective. */
    long cost(int candidate);

    long helperCost(int helper);

    /** What the cohort reaches, or {@link #NOT_ALLOWED} where it breaks a row, box or earlier aim. */
    long value(int[] cohort);

    /** All values that cohorts reach differ by multiples of this. */
    default long step() {
        return 1;
    }

    /** A number near what candidates cost; as all cohorts are as large, it can be taken off all. */
    default long base() {
        return 0;
    }

    /** Whether every other cohort must stay below, not only at most equal. */
    default boolean unique() {
        return false;
    }

    default @Nullable Aim aim() {
        return null;
    }
}

package org.rivages.cohort;

/** How merit and chance share the choice. */
public enum Mode {
    /** The best cohort; a draw from the seed only tells apart what every aim leaves equal. */
    MERIT,
    /** Everybody above the bar is equal: a fair draw over the cohorts that keep the rules. */
    LOTTERY,
    /** The best total score; a fair draw over all cohorts that reach it. */
    TIEBAND
}

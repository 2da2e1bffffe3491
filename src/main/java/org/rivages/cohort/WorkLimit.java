package org.rivages.cohort;

/**
 * How much work may be spent: counted, never timed, so that the same input gives the same answer.
 *
 * @param iterations simplex iterations, a few ten thousand a second
 */
public record WorkLimit(long iterations) {
    public WorkLimit {
        if (iterations < 0) {
            throw new IllegalArgumentException("negative: " + iterations);
        }
    }

    /** Enough for any call that people would write; some minutes at the very most. */
    public static WorkLimit standard() {
        return new WorkLimit(3_000_000);
    }
}

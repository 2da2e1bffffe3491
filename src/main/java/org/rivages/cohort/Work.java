package org.rivages.cohort;

/** Counts simplex iterations down. */
final class Work {
    /** The allowed work is spent. */
    static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;

        Ended() {
            super("the allowed work is spent", null, false, false);
        }
    }

    private long left;

    Work(WorkLimit limit) {
        this.left = limit.iterations();
    }

    void spend() {
        if (left-- <= 0) {
            throw new Ended();
        }
    }

    long left() {
        return left;
    }
}

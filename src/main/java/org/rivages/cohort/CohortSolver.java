package org.rivages.cohort;

/** Solves a problem once. For several questions about the same problem open a {@link CohortSession}. */
public final class CohortSolver {
    private CohortSolver() {}

    /** The same problem and limit give the same outcome on every machine. */
    public static Outcome solve(Problem problem, WorkLimit limit) {
        return new CohortSession(problem).solve(limit);
    }
}

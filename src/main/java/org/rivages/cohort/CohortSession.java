package org.rivages.cohort;

import java.util.List;

/** One problem under hand: a changed rule or score is answered from the work done before. */
public final class CohortSession {
    private Problem problem;

    public CohortSession(Problem problem) {
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    public Outcome solve(WorkLimit limit) {
        throw new UnsupportedOperationException("to come");
    }

    /** Other rules, the rest unchanged. */
    public void changeRules(List<Rule> rules) {
        problem = problem.withRules(rules);
    }

    /** Another score for one candidate. */
    public void changeScore(String candidate, long score) {
        problem =
                problem.withCandidates(
                        problem.candidates().stream()
                                .map(one -> one.id().equals(candidate) ? one.withScore(score) : one)
                                .toList());
    }
}

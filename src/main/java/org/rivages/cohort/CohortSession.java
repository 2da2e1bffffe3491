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
        People people = new People(problem);
        Work work = new Work(limit);
        Model base = Model.of(people, problem.places(), problem.rules());
        Lexicographic order = new Lexicographic(problem, people, base, work);
        try {
            int[] cohort = order.solve();
            if (cohort == null) {
                return new Outcome.Infeasible(List.of(), new Repair(List.of(), 0, false, List.of()), new Certificate(List.of(), List.of(), List.of()));
            }
            return new Outcome.Optimal(people.ids(cohort), order.settled(), new Certificate(order.proofs(), List.of(), List.of()));
        } catch (Work.Ended _) {
            return order.interrupted();
        }
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

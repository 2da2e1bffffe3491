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
                return infeasible(people, work);
            }
            return new Outcome.Optimal(people.ids(cohort), order.settled(), new Certificate(order.proofs(), List.of(), List.of()));
        } catch (Work.Ended _) {
            return order.interrupted();
        }
    }

    private Outcome infeasible(People people, Work work) {
        Conflict.Found conflict =
                new Conflict(people, problem.places(), work).find(problem.rules());
        if (conflict == null) {
            throw new IllegalStateException("the rules are possible after all");
        }
        RepairSearch.Found repair =
                RepairSearch.find(people, problem.places(), problem.rules(), work);
        Proof smallest = repair.proof();
        Certificate certificate =
                new Certificate(
                        List.of(conflict.proof()),
                        smallest == null ? List.of() : List.of(smallest),
                        conflict.witnesses().stream().map(people::ids).toList());
        return new Outcome.Infeasible(
                conflict.rules().stream().map(Rule::id).toList(), repair.repair(), certificate);
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

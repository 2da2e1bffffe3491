package org.rivages.cohort;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One problem under hand: a changed rule or score is answered from the work done before. The answer
 * is the same as without that work. Not for several threads at once.
 */
public final class CohortSession {
    private final People people;
    private Problem problem;
    private @Nullable Relaxation relaxation;
    private int @Nullable [] last;

    public CohortSession(Problem problem) {
        this.problem = problem;
        this.people = new People(problem);
    }

    public Problem problem() {
        return problem;
    }

    /** Solves the problem as it stands now. */
    public Outcome solve(WorkLimit limit) {
        Work work = new Work(limit);
        Model base = Model.of(people, problem.places(), problem.rules());
        Lexicographic order = new Lexicographic(problem, people, base, work);
        order.warm(relaxation);
        order.suggest(last);
        try {
            int[] cohort = order.solve();
            relaxation = order.warm();
            if (cohort == null) {
                return infeasible(work);
            }
            last = cohort;
            return new Outcome.Optimal(
                    people.ids(cohort),
                    order.settled(),
                    new Certificate(order.proofs(), List.of(), List.of()));
        } catch (Work.Ended _) {
            relaxation = null;
            return order.interrupted();
        }
    }

    private Outcome infeasible(Work work) {
        Conflict.Found conflict =
                new Conflict(people, problem.places(), Pins.NONE, work).find(problem.rules());
        if (conflict == null) {
            throw new IllegalStateException("the rules are possible after all");
        }
        RepairSearch.Found repair =
                RepairSearch.find(people, problem.places(), problem.rules(), Pins.NONE, work);
        Proof smallest = repair.proof();
        Certificate certificate =
                new Certificate(
                        List.of(conflict.proof()),
                        smallest == null ? List.of() : List.of(smallest),
                        conflict.witnesses().stream().map(people::ids).toList());
        return new Outcome.Infeasible(
                conflict.rules().stream().map(Rule::id).toList(), repair.repair(), certificate);
    }

    /** Other rules, the rest unchanged. Quickest where only bounds change. */
    public void changeRules(List<Rule> rules) {
        problem = problem.withRules(rules);
    }

    /**
     * Another score for one candidate.
     *
     * @throws BadProblem if there is no such candidate or the score is too large
     */
    public void changeScore(String candidate, long score) {
        int number = people.number(candidate);
        if (number < 0) {
            throw new BadProblem(List.of(new Fault(Fault.Code.UNKNOWN_CANDIDATE, candidate)));
        }
        problem =
                problem.withCandidates(
                        problem.candidates().stream()
                                .map(one -> one.id().equals(candidate) ? one.withScore(score) : one)
                                .toList());
        people.score(number, score);
    }

    People people() {
        return people;
    }

    @Nullable Relaxation relaxation() {
        return relaxation;
    }
}

package org.rivages.cohort;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people ask about a cohort. Every answer is solved exactly; where the allowed work ends
 * first, the answer says so. The session must not change meanwhile.
 */
public final class Questions {
    /**
     * What a rule costs.
     *
     * @param gained thousandths of total score that would be gained without the rule; below zero
     *     where an aim before the score would gain instead
     * @param proof null when the allowed work ended first (then the gain is only what was found so
     *     far), and where the score is no aim
     */
    public record Price(String rule, long gained, boolean proven, @Nullable PriceProof proof) {}

    /** What a candidate outside the cohort would have needed, all others as they are. */
    public sealed interface Entry {
        /** The candidate is in. */
        record AlreadyIn() implements Entry {}

        /**
         * @param score the least score, in thousandths, with which the candidate is chosen
         * @param displaced ids of those who would then be out, ascending
         */
        record WithScore(long score, List<String> displaced) implements Entry {}

        /**
         * No score is enough.
         *
         * @param rules ids of the rules that together keep the candidate out, in the order of the
         *     problem; empty where there are no places
         */
        record RulesInTheWay(List<String> rules) implements Entry {}

        /** No score is enough: an aim that comes before the score would suffer. */
        record AimInTheWay(Aim aim) implements Entry {}

        /** The score is no aim of this problem, and no threshold keeps the candidate out alone. */
        record ScoreDoesNotCount() implements Entry {}

        /** The allowed work ended first. */
        record NotProven() implements Entry {}
    }

    /** Who comes in for those who declined, while everybody else stays. */
    public sealed interface Replacement {
        /**
         * The best cohort that keeps the rules and everybody else.
         *
         * @param entering ids, ascending
         * @param cohort ids, ascending
         */
        record Found(List<String> entering, List<String> cohort, List<AimValue> values)
                implements Replacement {}

        /**
         * Nobody can come in without breaking a rule.
         *
         * @param rules ids of rules that cannot hold together while the others stay; empty where
         *     there are not enough candidates
         * @param repair the smallest change with which somebody can, and who that is
         */
        record None(List<String> rules, Repair repair) implements Replacement {}

        /** The allowed work ended first. */
        record NotProven() implements Replacement {}
    }

    /**
     * Two cohorts side by side.
     *
     * @param onlyFirst ids, ascending
     * @param onlySecond ids, ascending
     */
    public record Comparison(
            int inBoth,
            List<String> onlyFirst,
            List<String> onlySecond,
            List<AimValue> first,
            List<AimValue> second) {}

    private final Problem problem;
    private final CohortSession session;
    private final Outcome.Optimal optimal;

    /**
     * @param optimal the answer to the session's problem
     */
    public Questions(CohortSession session, Outcome.Optimal optimal) {
        this.problem = session.problem();
        this.session = session;
        this.optimal = optimal;
    }

    /**
     * In the order of the rules. Prices do not add up: two rules can be dear only together. Without
     * the aim of a score every price is 0.
     *
     * @param each for every rule
     */
    public List<Price> prices(WorkLimit each) {
        return prices(each, new WorkLimit(Long.MAX_VALUE));
    }

    /**
     * @param each for every rule
     * @param all for all rules together; what comes after is not proven
     */
    public List<Price> prices(WorkLimit each, WorkLimit all) {
        return new Pricing(session, optimal).prices(each, all);
    }

    /**
     * @throws BadProblem if there is no such candidate
     */
    public Entry wouldEnterIf(String candidate, WorkLimit limit) {
        demandKnown(List.of(candidate));
        if (optimal.cohort().contains(candidate)) {
            return new Entry.AlreadyIn();
        }
        try {
            return new EntrySearch(problem, session.people(), optimal, new Work(limit))
                    .find(candidate);
        } catch (Work.Ended _) {
            return new Entry.NotProven();
        }
    }

    /**
     * @param declined ids; those who are no members count for nothing but cannot come in
     * @throws BadProblem if there is no such candidate
     */
    public Replacement replacement(Collection<String> declined, WorkLimit limit) {
        demandKnown(declined);
        People people = session.people();
        Set<String> out = new HashSet<>(declined);
        List<String> staying = optimal.cohort().stream().filter(id -> !out.contains(id)).toList();
        Pins pins = Pins.of(people, staying, out);
        Work work = new Work(limit);
        Model base = Model.of(people, problem.places(), problem.rules(), Row.NO_RULE, pins);
        try {
            Lexicographic order = new Lexicographic(problem, people, base, work);
            int[] cohort = order.solve();
            if (cohort == null) {
                return none(people, pins, work);
            }
            List<String> ids = people.ids(cohort);
            Set<String> stay = new HashSet<>(staying);
            List<String> entering = ids.stream().filter(id -> !stay.contains(id)).toList();
            return new Replacement.Found(entering, ids, order.settled());
        } catch (Work.Ended _) {
            return new Replacement.NotProven();
        }
    }

    private Replacement none(People people, Pins pins, Work work) {
        Conflict.Found conflict =
                new Conflict(people, problem.places(), pins, work).find(problem.rules());
        if (conflict == null) {
            throw new IllegalStateException("the rules are possible after all");
        }
        Repair repair =
                RepairSearch.find(people, problem.places(), problem.rules(), pins, work).repair();
        return new Replacement.None(conflict.rules().stream().map(Rule::id).toList(), repair);
    }

    private void demandKnown(Collection<String> ids) {
        List<Fault> faults = new ArrayList<>();
        for (String id : ids) {
            if (session.people().number(id) < 0) {
                faults.add(new Fault(Fault.Code.UNKNOWN_CANDIDATE, id));
            }
        }
        if (!faults.isEmpty()) {
            throw new BadProblem(faults);
        }
    }

    /**
     * Those who would come in first: for every member the best replacement should only this member
     * decline, ordered by how many members they stand in for, then by score, then by id.
     */
    public List<String> reserve() {
        return new Reserve(problem, session.people(), optimal).order();
    }

    public static Comparison compare(Outcome.Optimal first, Outcome.Optimal second) {
        Set<String> one = new HashSet<>(first.cohort());
        Set<String> other = new HashSet<>(second.cohort());
        List<String> onlyFirst = first.cohort().stream().filter(id -> !other.contains(id)).toList();
        List<String> onlySecond = second.cohort().stream().filter(id -> !one.contains(id)).toList();
        return new Comparison(
                one.size() - onlyFirst.size(),
                onlyFirst,
                onlySecond,
                first.values(),
                second.values());
    }
}

package org.rivages.cohort;

import java.util.Collection;
import java.util.List;

/** What people ask about a cohort. Every answer is solved exactly. */
public final class Questions {
    /**
     * What a rule costs.
     *
     * @param gained thousandths of total score that would be gained without the rule
     * @param proven false when the allowed work ended first: then it is at least this
     */
    public record Price(String rule, long gained, boolean proven) {}

    /** What a candidate outside the cohort would have needed. */
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
         * @param rules ids of the rules that together keep the candidate out
         */
        record RulesInTheWay(List<String> rules) implements Entry {}

        /** No score is enough: an aim that comes before the score would suffer. */
        record AimInTheWay(Aim aim) implements Entry {}

        record NotProven() implements Entry {}
    }

    /** Who comes in for those who declined, while everybody else stays. */
    public sealed interface Replacement {
        /**
         * @param entering ids, ascending
         */
        record Found(List<String> entering, Outcome.Optimal outcome) implements Replacement {}

        /**
         * Nobody can come in without breaking a rule.
         *
         * @param rules ids of rules that cannot hold together while the others stay
         * @param repair the smallest change with which somebody can
         */
        record None(List<String> rules, Repair repair) implements Replacement {}

        record NotProven() implements Replacement {}
    }

    private final CohortSession session;
    private final Outcome.Optimal optimal;

    public Questions(CohortSession session, Outcome.Optimal optimal) {
        this.session = session;
        this.optimal = optimal;
    }

    /** In the order of the rules. Prices do not add up: two rules can be dear only together. */
    public List<Price> prices(WorkLimit limit) {
        throw new UnsupportedOperationException("to come" + session + optimal);
    }

    public Entry wouldEnterIf(String candidate, WorkLimit limit) {
        throw new UnsupportedOperationException("to come");
    }

    /**
     * @param declined ids of members who are out
     */
    public Replacement replacement(Collection<String> declined, WorkLimit limit) {
        throw new UnsupportedOperationException("to come");
    }

    /**
     * Those who would come in first: for every member the best replacement should only this member
     * decline, ordered by how many members they stand in for, then by score, then by id.
     */
    public List<String> reserve() {
        throw new UnsupportedOperationException("to come");
    }
}

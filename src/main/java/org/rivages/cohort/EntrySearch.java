package org.rivages.cohort;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the least score with which one candidate would be chosen. The best cohort with the
 * candidate and the best without differ by a number that the own score alone can make up; only
 * where both are then equal the later aims and the draw are asked.
 */
final class EntrySearch {
    private final Problem problem;
    private final People people;
    private final Outcome.Optimal optimal;
    private final Work work;

    EntrySearch(Problem problem, People people, Outcome.Optimal optimal, Work work) {
        this.problem = problem;
        this.people = people;
        this.optimal = optimal;
        this.work = work;
    }

    Questions.Entry find(String id) {
        int candidate = people.number(id);
        int score = problem.aims().indexOf(new Aim.Score());
        long own = people.scores()[candidate];
        try {
            return score < 0 ? overTheBar(candidate) : find(candidate, score);
        } finally {
            people.score(candidate, own);
        }
    }

    /** The score is no aim; it can still be too low for a threshold. */
    private Questions.Entry overTheBar(int candidate) {
        long bar = bar();
        if (people.scores()[candidate] < bar
                && entering(candidate, bar) instanceof Questions.Entry.WithScore enough) {
            return enough;
        }
        return new Questions.Entry.ScoreDoesNotCount();
    }

    private Questions.Entry find(int candidate, int score) {
        long least = Math.max(bar(), people.scores()[candidate]);
        people.score(candidate, least);
        Pins pins = new Pins(new int[] {candidate}, new int[0]);
        Model base = Model.of(people, problem.places(), problem.rules(), Row.NO_RULE, pins);
        Lexicographic inside = new Lexicographic(problem, people, base, work);
        if (!inside.aims(problem.aims().subList(0, score + 1))) {
            Conflict.Found conflict =
                    new Conflict(people, problem.places(), pins, work).find(problem.rules());
            List<Rule> rules = conflict == null ? List.of() : conflict.rules();
            return new Questions.Entry.RulesInTheWay(rules.stream().map(Rule::id).toList());
        }
        for (int k = 0; k < score; k++) {
            long with = inside.settled().get(k).value();
            long without = optimal.values().get(k).value();
            if (with < without) {
                return new Questions.Entry.AimInTheWay(problem.aims().get(k));
            }
            if (with > without) {
                return entering(candidate, least);
            }
        }
        long missing = optimal.values().get(score).value() - inside.settled().get(score).value();
        if (missing < 0) {
            return entering(candidate, least);
        }
        Questions.Entry equal = entering(candidate, least + missing);
        return equal instanceof Questions.Entry.WithScore
                ? equal
                : entering(candidate, least + missing + 1);
    }

    /** No score below it is allowed by any threshold. */
    private long bar() {
        long bar = Long.MIN_VALUE;
        for (Rule rule : problem.rules()) {
            if (rule instanceof Rule.ScoreThreshold threshold) {
                bar = Math.max(bar, threshold.min());
            }
        }
        return bar;
    }

    /** {@code AlreadyIn} stands for "not with this score". */
    private Questions.Entry entering(int candidate, long score) {
        people.score(candidate, score);
        Model base = Model.of(people, problem.places(), problem.rules());
        int[] cohort = new Lexicographic(problem, people, base, work).solve();
        List<String> chosen = new ArrayList<>(cohort == null ? List.of() : people.ids(cohort));
        if (!chosen.contains(people.id(candidate))) {
            return new Questions.Entry.AlreadyIn();
        }
        Set<String> now = new HashSet<>(chosen);
        return new Questions.Entry.WithScore(
                score, optimal.cohort().stream().filter(id -> !now.contains(id)).toList());
    }
}

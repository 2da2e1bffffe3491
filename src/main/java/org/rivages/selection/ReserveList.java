package org.rivages.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rivages.cohort.Aim;
import org.rivages.cohort.Certificate;
import org.rivages.cohort.CohortSession;
import org.rivages.cohort.Mode;
import org.rivages.cohort.Outcome;
import org.rivages.cohort.Problem;
import org.rivages.cohort.Questions;
import org.rivages.cohort.Repair;
import org.rivages.cohort.Rule;

/**
 * Who comes next from a reserve so that the rules are kept: the engine's question for a
 * replacement, in which the committee's order of the reserve stands for the score. Pure.
 */
final class ReserveList {
    private static final int MOST_ASKED = 12;

    private final RuleSet rules;
    private final Collection<Candidate> all;
    private final Collection<Candidate> holding;
    private final List<Candidate> left;
    private final int free;

    /**
     * @param next null when nobody fits
     * @param rank of the next, from 1
     * @param inTheWay rules that those passed over would break
     * @param passed how many were passed over
     * @param changes the smallest change of the rules with which somebody fits; empty where
     *     somebody does
     */
    record Answer(
            @Nullable Candidate next,
            int rank,
            Set<String> inTheWay,
            int passed,
            List<Repair.Change> changes) {}

    private ReserveList(
            RuleSet rules,
            Collection<Candidate> all,
            Collection<Candidate> holding,
            List<Candidate> left,
            int free) {
        this.rules = rules;
        this.all = all;
        this.holding = holding;
        this.left = left;
        this.free = free;
    }

    /**
     * The best on the reserve with whom every rule is kept while everybody else stays, looking at
     * all free places together: a minimum that the reserve can still fill counts as kept. What the
     * decided class did not keep may stay so, and no more.
     *
     * @param all every candidate of the call
     * @param decided the class as it was released
     * @param holding those who hold a place or were offered one now
     * @param reserve the whole reserve in its order
     * @param gone who said no or let the date pass
     */
    static Answer next(
            RuleSet rules,
            Collection<Candidate> all,
            Collection<Candidate> decided,
            Collection<Candidate> holding,
            List<Candidate> reserve,
            Set<Candidate> gone) {
        List<Candidate> left =
                reserve.stream()
                        .filter(one -> !gone.contains(one) && !holding.contains(one))
                        .toList();
        if (left.isEmpty()) {
            return new Answer(null, 0, Set.of(), 0, List.of());
        }
        int free = Math.max(1, decided.size() - holding.size());
        ReserveList list =
                new ReserveList(
                        asDecided(rules, all, decided, gone, left), all, holding, left, free);
        for (int together = Math.min(free, left.size()); together > 0; together--) {
            if (list.ask(together, List.of()) instanceof Questions.Replacement.Found found) {
                return list.found(found, together, reserve);
            }
        }
        return list.nobody();
    }

    /**
     * The first of {@code left} with whom every rule is kept while all of the class but one stay;
     * empty where nobody fits, or the allowed work ends.
     */
    static Optional<Candidate> standIn(
            RuleSet rules,
            Collection<Candidate> all,
            Collection<Candidate> decided,
            Candidate gone,
            List<Candidate> left) {
        if (left.isEmpty()) {
            return Optional.empty();
        }
        List<Candidate> holding = decided.stream().filter(one -> !one.equals(gone)).toList();
        ReserveList list =
                new ReserveList(
                        asDecided(rules, all, decided, Set.of(gone), left), all, holding, left, 1);
        return list.ask(1, List.of()) instanceof Questions.Replacement.Found found
                ? left.stream().filter(one -> found.entering().contains(one.number())).findFirst()
                : Optional.empty();
    }

    private Answer found(Questions.Replacement.Found found, int together, List<Candidate> reserve) {
        Set<String> entering = Set.copyOf(found.entering());
        Set<String> inTheWay = new LinkedHashSet<>();
        int passed = 0;
        for (Candidate one : left) {
            if (entering.contains(one.number())) {
                return new Answer(one, reserve.indexOf(one) + 1, inTheWay, passed, List.of());
            }
            if (++passed <= MOST_ASKED) {
                inTheWay.addAll(against(one, together));
            }
        }
        throw new IllegalStateException("nobody of the reserve came in");
    }

    private Answer nobody() {
        Set<String> inTheWay = new LinkedHashSet<>();
        left.stream().limit(MOST_ASKED).forEach(one -> inTheWay.addAll(against(one, 1)));
        List<Repair.Change> changes =
                ask(1, List.of()) instanceof Questions.Replacement.None none
                        ? none.repair().changes()
                        : List.of();
        return new Answer(null, 0, inTheWay, left.size(), changes);
    }

    /** The rules that cannot hold when this one comes in. */
    private List<String> against(Candidate one, int together) {
        Rule in = HandPicks.pin(one.number(), true);
        return ask(together, List.of(in)) instanceof Questions.Replacement.None none
                ? none.rules().stream()
                        .filter(id -> !id.equals(in.id()))
                        .map(id -> id.split(":", 2)[0])
                        .toList()
                : List.of();
    }

    /** Fills so many of the free places; the others stay free, and may still fill a minimum. */
    private Questions.Replacement ask(int together, List<Rule> pins) {
        List<Rule> now = new ArrayList<>();
        rules.rules().forEach(rule -> now.add(lowered(rule, free - together)));
        RuleSet set =
                new RuleSet(
                        holding.size() + together,
                        Mode.MERIT,
                        rules.seed(),
                        List.of(new Aim.Score()),
                        now);
        Problem problem = Problems.of(set, ranked(), pins).problem();
        List<String> staying = holding.stream().map(Candidate::number).sorted().toList();
        Set<String> others = new HashSet<>();
        all.forEach(one -> others.add(one.number()));
        staying.forEach(others::remove);
        left.forEach(one -> others.remove(one.number()));
        Outcome.Optimal standing =
                new Outcome.Optimal(
                        staying, List.of(), new Certificate(List.of(), List.of(), List.of()));
        return new Questions(new CohortSession(problem), standing)
                .replacement(others, Solved.QUESTION);
    }

    /** The order of the reserve as scores: the first weighs most. */
    private List<Candidate> ranked() {
        List<Candidate> ranked = new ArrayList<>();
        for (Candidate one : all) {
            int place = left.indexOf(one);
            ranked.add(one.withScore(place < 0 ? 0 : left.size() - place));
        }
        return ranked;
    }

    private static Rule lowered(Rule rule, int by) {
        if (!(rule instanceof Rule.Quota quota) || quota.min() == null) {
            return rule;
        }
        return new Rule.Quota(
                quota.id(),
                quota.attribute(),
                quota.value(),
                Math.max(0, quota.min() - by),
                quota.max(),
                null,
                null);
    }

    /**
     * The rules in persons, as far as the decided class kept them. Whoever has gone cannot be
     * wanted in any more. A bar keeps those under it out one by one, since here ranks stand for
     * scores.
     */
    private static RuleSet asDecided(
            RuleSet rules,
            Collection<Candidate> all,
            Collection<Candidate> decided,
            Set<Candidate> gone,
            List<Candidate> reserve) {
        Balance balance = Balance.of(rules, all, decided);
        Set<String> away = new HashSet<>();
        gone.forEach(one -> away.add(one.number()));
        List<Rule> kept = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            kept(rule, rules.places(), balance, away).ifPresent(kept::add);
            if (rule instanceof Rule.ScoreThreshold bar && balance.standing(rule).good()) {
                kept.addAll(under(bar, reserve));
            }
        }
        return rules.with(kept);
    }

    private static List<Rule> under(Rule.ScoreThreshold bar, List<Candidate> reserve) {
        return reserve.stream()
                .filter(one -> one.score() < bar.min())
                .<Rule>map(one -> new Rule.Exclude(bar.id() + ":" + one.number(), one.number()))
                .toList();
    }

    private static Optional<Rule> kept(Rule rule, int places, Balance balance, Set<String> gone) {
        boolean good = balance.standing(rule).good();
        return switch (rule) {
            case Rule.Quota quota -> {
                int least = Balance.least(quota, places);
                int most = Balance.most(quota, places);
                for (Balance.Line line : balance.lines(rule)) {
                    least = Math.min(least, line.count());
                    most = Math.max(most, line.count());
                }
                yield Optional.of(
                        new Rule.Quota(
                                quota.id(),
                                quota.attribute(),
                                quota.value(),
                                least,
                                most == Balance.NO_BOUND ? null : Integer.valueOf(most),
                                null,
                                null));
            }
            case Rule.GroupCap cap ->
                    Optional.of(
                            new Rule.GroupCap(
                                    cap.id(),
                                    balance.lines(rule).stream()
                                            .mapToInt(Balance.Line::count)
                                            .reduce(cap.max(), Math::max)));
            case Rule.Include include ->
                    Optional.of(rule).filter(_ -> good && !gone.contains(include.candidate()));
            case Rule.Exclude _, Rule.MutuallyExclusive _ -> Optional.of(rule).filter(_ -> good);
            case Rule.ScoreThreshold _ -> Optional.empty();
        };
    }
}

package org.rivages.cohort;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes from the problem alone whether a draw was right: that every cohort with tickets keeps
 * the rules (and, in the tie band, reaches every aim), that the chances are what the tickets give,
 * that no others are fairer, and that the seed draws this cohort. Shares no code with the solver
 * and uses integers only.
 *
 * <p>What it does not check: that the tickets are spread as the solver spreads them. Other tickets
 * can give the same chances; who wants to know runs the choice again, which gives the same file.
 */
public final class LotteryChecker {
    /** What is wrong with a draw, beyond what {@link Verdict.Reason} names. */
    public enum Flaw {
        /** A chance is not what the tickets give. */
        WRONG_CHANCE,
        /** The weights do not show that nothing is fairer. */
        NOT_FAIR,
        /** The seed draws another cohort. */
        WRONG_DRAW
    }

    /** What {@link LotteryChecker} found. */
    public sealed interface Finding {
        record Holds() implements Finding {}

        record Refused(Verdict.Reason reason, String detail) implements Finding {}

        record Unfair(Flaw flaw, String detail) implements Finding {}
    }

    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Finding finding;

        Wrong(Finding finding) {
            super(finding.toString(), null, false, false);
            this.finding = finding;
        }
    }

    private final Problem problem;
    private final CheckedRows people;
    private final CheckedRows allowed;
    private final CheckedClasses classes;

    private LotteryChecker(Problem problem) {
        this.problem = problem;
        people = CheckedRows.of(problem, problem.places());
        allowed = people.bare(problem.places());
        problem.rules().forEach(allowed::add);
        classes = CheckedClasses.of(problem, people);
    }

    public static Finding check(Problem problem, LotteryOutcome outcome) {
        return switch (outcome) {
            case LotteryOutcome.NotDrawn(Outcome other) ->
                    switch (CertificateChecker.check(problem, other)) {
                        case Verdict.Holds _ -> new Finding.Holds();
                        case Verdict.Refused(var reason, var detail) ->
                                new Finding.Refused(reason, detail);
                    };
            case LotteryOutcome.Drawn drawn -> {
                try {
                    // rows of a draw are numbered by the ids of the rules
                    List<Rule> rules =
                            problem.rules().stream()
                                    .sorted(Comparator.comparing(Rule::id))
                                    .toList();
                    new LotteryChecker(problem.withRules(rules)).drawn(drawn);
                    yield new Finding.Holds();
                } catch (CheckedProof.Broken e) {
                    yield new Finding.Refused(e.reason, String.valueOf(e.getMessage()));
                } catch (Wrong e) {
                    yield e.finding;
                }
            }
        };
    }

    private static void demand(boolean holds, Verdict.Reason reason, String detail) {
        if (!holds) {
            throw new Wrong(new Finding.Refused(reason, detail));
        }
    }

    private static void demand(boolean holds, Flaw flaw, String detail) {
        if (!holds) {
            throw new Wrong(new Finding.Unfair(flaw, detail));
        }
    }

    private void drawn(LotteryOutcome.Drawn drawn) {
        LotteryOutcome.Certificate certificate = drawn.certificate();
        boolean tieBand = problem.mode() == Mode.TIEBAND;
        demand(tieBand == (certificate.merit() != null), Verdict.Reason.PROOF_INCOMPLETE, "merit");
        if (certificate.merit() != null) {
            merit(certificate.merit());
        }
        List<int[]> cohorts = new ArrayList<>();
        for (List<String> ids : certificate.cohorts()) {
            cohorts.add(cohort(ids, certificate.merit()));
        }
        Fraction[] chances = chances(drawn, cohorts);
        fair(certificate.levels(), chances);
        CheckedDraw draw = new CheckedDraw(problem.seed(), people, classes);
        int[] holder = cohorts.get(draw.holder(certificate.tickets()));
        List<String> ids = draw.exchanged(holder);
        demand(ids.equals(drawn.cohort()), Flaw.WRONG_DRAW, ids.toString());
    }

    /** The aims are proven as for merit; then every cohort must reach them. */
    private void merit(Outcome.Optimal merit) {
        Problem plain =
                new Problem(
                        problem.places(),
                        Mode.MERIT,
                        problem.seed(),
                        problem.aims(),
                        problem.rules(),
                        problem.attributes(),
                        problem.candidates());
        if (CertificateChecker.check(plain, merit)
                instanceof Verdict.Refused(var reason, var detail)) {
            demand(false, reason, detail);
        }
        for (AimValue value : merit.values()) {
            settle(value);
        }
    }

    private void settle(AimValue settled) {
        switch (settled.aim()) {
            case Aim.Score _ -> allowed.weigh(allowed.scores(), settled.value());
            case Aim.Distinct distinct -> {
                CheckedRows.Table table = allowed.attribute(distinct.attribute());
                int first = allowed.helpers.size();
                for (int code = 0; code < table.texts().size(); code++) {
                    int helper = allowed.helper(0, 1);
                    CheckedRows.Line persons = CheckedRows.persons(table, code, new int[0]);
                    allowed.withHelper(persons, helper, -1, 0, allowed.places);
                }
                allowed.sumOfHelpers(first, table.texts().size(), settled.value());
            }
            case Aim.Worst worst -> {
                CheckedRows.Table table = allowed.attribute(worst.attribute());
                for (int code = 0; code < table.texts().size(); code++) {
                    allowed.add(
                            CheckedRows.Kind.TABLE,
                            table,
                            code,
                            new int[0],
                            settled.value(),
                            allowed.places);
                }
            }
        }
    }

    private int[] cohort(List<String> ids, Outcome.@Nullable Optimal merit) {
        int[] cohort = new int[ids.size()];
        for (int k = 0; k < cohort.length; k++) {
            cohort[k] = people.find(ids.get(k));
            demand(cohort[k] >= 0, Verdict.Reason.UNKNOWN_CANDIDATE, ids.get(k));
            demand(
                    k == 0 || cohort[k] > cohort[k - 1],
                    Verdict.Reason.COHORT_NOT_IN_ORDER,
                    ids.get(k));
        }
        CheckedCohort.keeps(people, problem.places(), problem.rules(), List.of(), cohort);
        for (AimValue value : merit == null ? List.<AimValue>of() : merit.values()) {
            demand(
                    CheckedCohort.value(people, value.aim(), cohort) == value.value(),
                    Verdict.Reason.WRONG_VALUE,
                    value.aim().code());
        }
        return cohort;
    }

    // ---- chances

    /** Class → chance, as the tickets give it and as the outcome tells it for every member. */
    private Fraction[] chances(LotteryOutcome.Drawn drawn, List<int[]> cohorts) {
        List<BigInteger> tickets = drawn.certificate().tickets();
        demand(
                !tickets.isEmpty()
                        && tickets.size() == cohorts.size()
                        && tickets.stream().allMatch(held -> held.signum() > 0),
                Verdict.Reason.PROOF_INCOMPLETE,
                "tickets");
        BigInteger all = BigInteger.ZERO;
        BigInteger[] seats = new BigInteger[classes.count()];
        Arrays.fill(seats, BigInteger.ZERO);
        for (int c = 0; c < cohorts.size(); c++) {
            all = all.add(tickets.get(c));
            for (int i : cohorts.get(c)) {
                int own = classes.of()[i];
                seats[own] = seats[own].add(tickets.get(c));
            }
        }
        Fraction[] chances = new Fraction[seats.length];
        for (int k = 0; k < chances.length; k++) {
            chances[k] = Fraction.of(seats[k], all.multiply(BigInteger.valueOf(classes.size()[k])));
        }
        demand(
                drawn.chances().size() == people.candidates.length,
                Flaw.WRONG_CHANCE,
                String.valueOf(drawn.chances().size()));
        for (int i = 0; i < people.candidates.length; i++) {
            String id = people.candidates[i].id();
            demand(chances[classes.of()[i]].equals(drawn.chances().get(id)), Flaw.WRONG_CHANCE, id);
        }
        return chances;
    }

    // ---- fairness

    private void fair(List<LotteryOutcome.Level> levels, Fraction[] chances) {
        boolean[] settled = new boolean[chances.length];
        for (LotteryOutcome.Level level : levels) {
            level(level, chances, settled);
        }
        for (int k = 0; k < settled.length; k++) {
            demand(settled[k], Flaw.NOT_FAIR, people.candidates[classes.first()[k]].id());
        }
    }

    /**
     * The weighted sum of chances is at most {@code most}, whatever is drawn. So the open ones who
     * weigh something cannot all have more than they have, unless one with a settled chance loses;
     * and nobody open has less.
     */
    private void level(LotteryOutcome.Level level, Fraction[] chances, boolean[] settled) {
        Map<String, Integer> first = new HashMap<>();
        for (int k = 0; k < chances.length; k++) {
            first.put(people.candidates[classes.first()[k]].id(), k);
        }
        long[] weights = new long[chances.length];
        Fraction sum = Fraction.ZERO;
        Set<Fraction> reached = new TreeSet<>();
        for (Map.Entry<String, Long> weight : level.weights().entrySet()) {
            Integer k = first.get(weight.getKey());
            demand(
                    k != null && weight.getValue() > 0 && weight.getValue() <= 1L << 40,
                    Flaw.NOT_FAIR,
                    weight.getKey());
            int own = Objects.requireNonNull(k);
            weights[own] = weight.getValue();
            Fraction members = Fraction.of(weights[own] * classes.size()[own], 1);
            sum = sum.plus(members.times(chances[own]));
            if (!settled[own]) {
                reached.add(chances[own]);
            }
        }
        demand(
                reached.size() == 1 && sum.equals(Fraction.of(level.most(), 1)),
                Flaw.NOT_FAIR,
                sum.toString());
        Fraction lowest = reached.iterator().next();
        for (int k = 0; k < settled.length; k++) {
            demand(
                    settled[k] || chances[k].compareTo(lowest) >= 0,
                    Flaw.NOT_FAIR,
                    people.candidates[classes.first()[k]].id());
        }
        for (int k = 0; k < settled.length; k++) {
            settled[k] |= weights[k] > 0;
        }
        new CheckedProof(
                        allowed,
                        i -> weights[classes.of()[i]],
                        allowed.helpers.size(),
                        0,
                        Math.addExact(level.most(), 1))
                .walk(level.proof());
    }
}

package org.rivages.cohort;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fairest draw over all cohorts that keep the rules (lottery), or over those that also reach
 * the best value of every aim (tie band). Fairest is LEXIMIN: the lowest chance of anybody is as
 * high as it can be, then the second lowest, and so on. Cohorts are found one by one, each the
 * heaviest for the weights that the chances so far ask for; weights in whole numbers then prove
 * each level of chances.
 */
public final class LotterySolver {
    private static final int FIRST_COHORTS = 3;

    private final Problem problem;
    private final Outcome.Optimal merit;
    private final People people;
    private final LotteryOrbits orbits;
    private final Stage allowed;
    private final Work work;
    private final LotteryMaster master;
    private final @Nullable Fraction[] settled;
    private final List<LotteryOutcome.Level> levels = new ArrayList<>();

    /** The weights do not come out as whole numbers: nothing would be proven. */
    private static final class Stuck extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stuck() {
            super("no proof", null, false, false);
        }
    }

    private LotterySolver(Problem problem, Outcome.Optimal merit, WorkLimit limit) {
        this.problem = problem;
        this.merit = merit;
        people = new People(problem);
        orbits = LotteryOrbits.find(problem, people);
        work = new Work(limit);
        Model base = Model.of(people, problem.places(), problem.rules());
        allowed =
                AimStage.draw(
                        base,
                        merit.values(),
                        List.of(),
                        new Drawn(people, problem.seed(), 1),
                        null);
        master = new LotteryMaster(orbits, work);
        settled = new Fraction[orbits.count()];
    }

    /**
     * The same problem and limit give the same outcome on every machine.
     *
     * @param problem its mode is {@link Mode#LOTTERY} or {@link Mode#TIEBAND}
     */
    public static LotteryOutcome solve(Problem problem, WorkLimit limit) {
        // which cohorts hold tickets must not depend on where a rule stands in its file
        Problem sorted = problem.withRules(byId(problem.rules()));
        if (!(CohortSolver.solve(merit(sorted), limit) instanceof Outcome.Optimal merit)) {
            return new LotteryOutcome.NotDrawn(CohortSolver.solve(merit(problem), limit));
        }
        try {
            return new LotterySolver(sorted, merit, limit).solve();
        } catch (Work.Ended | Stuck _) {
            return new LotteryOutcome.NotDrawn(
                    new Outcome.Interrupted(merit.cohort(), merit.values(), null, 0));
        }
    }

    private static List<Rule> byId(List<Rule> rules) {
        return rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
    }

    /** In a lottery no aim counts; in the tie band all do. */
    static Problem merit(Problem problem) {
        return new Problem(
                problem.places(),
                Mode.MERIT,
                problem.seed(),
                problem.mode() == Mode.LOTTERY ? List.of() : problem.aims(),
                problem.rules(),
                problem.attributes(),
                problem.candidates());
    }

    private LotteryOutcome solve() {
        master.add(people.numbers(merit.cohort()));
        spread();
        excludeTheUnreachable();
        while (Arrays.asList(settled).contains(null)) {
            level();
        }
        Fraction[] chances = settledAll();
        List<int[]> cohorts = new ArrayList<>();
        List<int[]> counts = new ArrayList<>();
        for (int c : master.support(chances)) {
            cohorts.add(master.cohorts().get(c));
            counts.add(master.counts().get(c));
        }
        List<BigInteger> tickets = LotteryTickets.spread(counts, chances, orbits);
        if (tickets == null) {
            throw new Stuck();
        }
        return drawn(cohorts, tickets, chances);
    }

    private Fraction[] settledAll() {
        Fraction[] all = new Fraction[settled.length];
        for (int o = 0; o < all.length; o++) {
            Fraction chance = settled[o];
            if (chance == null) {
                throw new IllegalStateException();
            }
            all[o] = chance;
        }
        return all;
    }

    // ---- cohorts

    private StageSolver.Result heaviest(long[] weights) {
        long[] each = new long[people.size()];
        Arrays.setAll(each, i -> weights[orbits.of()[i]]);
        LotteryStage stage = new LotteryStage(allowed, each);
        StageSolver solver = new StageSolver(stage, work);
        int best = -1;
        long most = Long.MIN_VALUE;
        for (int c = 0; c < master.counts().size(); c++) {
            long sum = 0;
            int[] counts = master.counts().get(c);
            for (int o = 0; o < weights.length; o++) {
                sum += weights[o] * counts[o];
            }
            if (sum > most) {
                most = sum;
                best = c;
            }
        }
        solver.suggest(master.cohorts().get(best));
        return solver.solve(List.of());
    }

    private boolean add(StageSolver.Result result) {
        int[] cohort = result.cohort();
        if (cohort == null) {
            throw new IllegalStateException("a known cohort was lost");
        }
        return master.add(cohort);
    }

    /** Cohorts to begin with: who was left out so far weighs more. */
    private void spread() {
        double[] share = new double[orbits.count()];
        for (int round = 0; round < FIRST_COHORTS * orbits.count(); round++) {
            int[] last = master.counts().getLast();
            double[] weights = new double[share.length];
            for (int o = 0; o < share.length; o++) {
                share[o] += (double) last[o] / orbits.size(o);
                weights[o] = 1 / (0.05 + share[o]) / orbits.size(o);
            }
            if (!add(heaviest(LotteryWeights.rounded(weights)))) {
                return;
            }
        }
    }

    /** Whoever is in no cohort at all has no chance, all of them by one proof. */
    private void excludeTheUnreachable() {
        while (true) {
            long[] weights = new long[orbits.count()];
            Arrays.fill(weights, 1);
            for (int[] counts : master.counts()) {
                for (int o = 0; o < weights.length; o++) {
                    weights[o] = counts[o] > 0 ? 0 : weights[o];
                }
            }
            if (Arrays.stream(weights).allMatch(weight -> weight == 0)) {
                return;
            }
            StageSolver.Result result = heaviest(weights);
            if (result.value() == 0) {
                settle(weights, result, Fraction.ZERO);
                return;
            }
            add(result);
        }
    }

    // ---- levels

    private void level() {
        while (true) {
            LotteryMaster.Level level = master.raise(settled);
            long[] whole = LotteryWeights.whole(level.weights());
            long[] weights = whole == null ? LotteryWeights.rounded(level.weights()) : whole;
            StageSolver.Result result = heaviest(weights);
            boolean fresh = add(result);
            Fraction lowest = whole == null ? null : lowest(whole, result.value());
            if (whole != null && lowest != null && lowest.doubleValue() <= level.lowest() + 1e-8) {
                settle(whole, result, lowest);
                return;
            }
            if (!fresh) {
                throw new Stuck();
            }
        }
    }

    /** What the open ones who weigh something can have at most; null where none does. */
    private @Nullable Fraction lowest(long[] weights, long most) {
        Fraction left = Fraction.of(most, 1);
        Fraction open = Fraction.ZERO;
        for (int o = 0; o < weights.length; o++) {
            Fraction weight = Fraction.of(weights[o] * orbits.size(o), 1);
            Fraction chance = settled[o];
            if (chance == null) {
                open = open.plus(weight);
            } else {
                left = left.minus(weight.times(chance));
            }
        }
        return open.signum() == 0 ? null : left.by(open);
    }

    private void settle(long[] weights, StageSolver.Result result, Fraction chance) {
        Map<String, Long> named = new HashMap<>();
        for (int o = 0; o < weights.length; o++) {
            if (weights[o] != 0) {
                named.put(people.id(orbits.members()[o][0]), weights[o]);
                if (settled[o] == null) {
                    settled[o] = chance;
                }
            }
        }
        levels.add(new LotteryOutcome.Level(named, result.value(), result.proof()));
    }

    // ---- the draw

    private LotteryOutcome drawn(
            List<int[]> cohorts, List<BigInteger> tickets, Fraction[] chances) {
        Map<String, Fraction> named = new HashMap<>();
        for (int i = 0; i < people.size(); i++) {
            named.put(people.id(i), chances[orbits.of()[i]]);
        }
        List<List<String>> holders = new ArrayList<>();
        List<BigInteger> held = new ArrayList<>();
        List<int[]> kept = new ArrayList<>();
        for (int c = 0; c < cohorts.size(); c++) {
            if (tickets.get(c).signum() > 0) {
                kept.add(cohorts.get(c));
                holders.add(people.ids(cohorts.get(c)));
                held.add(tickets.get(c));
            }
        }
        LotteryDraw draw = new LotteryDraw(problem.seed(), people, orbits);
        int[] cohort = draw.exchanged(kept.get(draw.ticket(held)));
        return new LotteryOutcome.Drawn(
                people.ids(cohort),
                named,
                new LotteryOutcome.Certificate(
                        problem.mode() == Mode.TIEBAND ? merit : null, holders, held, levels));
    }
}

package org.rivages.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LotteryTests {

    private static Problem random(Random random, int most) {
        int n = 3 + random.nextInt(most - 2);
        int places = 1 + random.nextInt(Math.min(n, 5));
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            candidates.add(
                    new Candidate(
                            "p" + i,
                            random.nextInt(4) * 1000L,
                            random.nextInt(3) == 0 ? "" : "g" + random.nextInt(3),
                            List.of(
                                    List.of("w", "m", "").get(random.nextInt(3)),
                                    List.of("x", "y", "z").get(random.nextInt(3)))));
        }
        List<Rule> rules = new ArrayList<>();
        rules.add(Rule.Quota.of("w", "gender", "w", random.nextInt(3), null));
        if (random.nextBoolean()) {
            rules.add(Rule.Quota.of("each", "land", null, random.nextInt(2), 2));
        }
        if (random.nextBoolean()) {
            rules.add(new Rule.GroupCap("cap", 1));
        }
        if (random.nextInt(3) == 0) {
            rules.add(new Rule.MutuallyExclusive("not", List.of("p0", "p1")));
        }
        if (random.nextInt(4) == 0) {
            rules.add(new Rule.Include("in", "p2"));
        }
        if (random.nextInt(4) == 0) {
            rules.add(new Rule.Exclude("out", "p" + random.nextInt(n)));
        }
        if (random.nextInt(3) == 0) {
            rules.add(new Rule.ScoreThreshold("bar", 1000));
        }
        Mode mode = random.nextBoolean() ? Mode.LOTTERY : Mode.TIEBAND;
        List<Aim> aims =
                random.nextBoolean()
                        ? List.of(new Aim.Score())
                        : List.of(new Aim.Score(), new Aim.Distinct("land"), new Aim.Worst("land"));
        return new Problem(
                places, mode, "seed", aims, rules, List.of("gender", "land"), candidates);
    }

    // ---- by brute force

    /** Every cohort that may be drawn, as a bit set over the candidates in their order. */
    private static List<Integer> allowed(Problem problem) {
        int n = problem.candidates().size();
        List<Integer> allowed = new ArrayList<>();
        List<Long> best = List.of();
        CheckedRows people = CheckedRows.of(problem, problem.places());
        for (int set = 0; set < 1 << n; set++) {
            int[] cohort = cohort(people, problem, set);
            if (cohort.length != problem.places() || !keeps(people, problem, cohort)) {
                continue;
            }
            List<Long> reached = new ArrayList<>();
            for (Aim aim : problem.mode() == Mode.TIEBAND ? problem.aims() : List.<Aim>of()) {
                reached.add(CheckedCohort.value(people, aim, cohort));
            }
            int order = best.isEmpty() ? 1 : compare(reached, best);
            if (order > 0) {
                allowed.clear();
                best = reached;
            }
            if (order >= 0 || best.isEmpty()) {
                allowed.add(set);
            }
        }
        return problem.mode() == Mode.LOTTERY ? all(problem, people) : allowed;
    }

    private static List<Integer> all(Problem problem, CheckedRows people) {
        List<Integer> all = new ArrayList<>();
        for (int set = 0; set < 1 << problem.candidates().size(); set++) {
            int[] cohort = cohort(people, problem, set);
            if (cohort.length == problem.places() && keeps(people, problem, cohort)) {
                all.add(set);
            }
        }
        return all;
    }

    private static int compare(List<Long> one, List<Long> other) {
        for (int k = 0; k < one.size(); k++) {
            int order = one.get(k).compareTo(other.get(k));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int[] cohort(CheckedRows people, Problem problem, int set) {
        List<Integer> cohort = new ArrayList<>();
        for (int i = 0; i < problem.candidates().size(); i++) {
            if ((set >> i & 1) == 1) {
                cohort.add(people.find(problem.candidates().get(i).id()));
            }
        }
        return cohort.stream().mapToInt(i -> i).sorted().toArray();
    }

    private static boolean keeps(CheckedRows people, Problem problem, int[] cohort) {
        try {
            CheckedCohort.keeps(people, problem.places(), problem.rules(), List.of(), cohort);
            return true;
        } catch (CheckedProof.Broken _) {
            return false;
        }
    }

    /** The fairest chances by plain linear programs, one for each candidate and level. */
    private static double[] fairest(int n, List<Integer> cohorts) {
        double[] settled = new double[n];
        Arrays.fill(settled, -1);
        while (Arrays.stream(settled).anyMatch(chance -> chance < 0)) {
            double lowest = programme(n, cohorts, settled, 0, -1);
            boolean any = false;
            for (int i = 0; i < n; i++) {
                if (settled[i] < 0 && programme(n, cohorts, settled, lowest, i) < lowest + 1e-7) {
                    settled[i] = lowest;
                    any = true;
                }
            }
            assertThat(any).isTrue();
        }
        return settled;
    }

    /**
     * The highest chance of one candidate when no open one has less than {@code lowest}; or, for
     * -1, the highest lowest chance.
     */
    private static double programme(
            int n, List<Integer> cohorts, double[] settled, double lowest, int only) {
        MPSolver solver = MPSolver.createSolver("GLOP");
        double infinity = MPSolver.infinity();
        MPVariable z = solver.makeNumVar(0, 1, "z");
        MPVariable[] share = new MPVariable[cohorts.size()];
        MPConstraint one = solver.makeConstraint(1, 1);
        for (int c = 0; c < share.length; c++) {
            share[c] = solver.makeNumVar(0, 1, "c" + c);
            one.setCoefficient(share[c], 1);
        }
        for (int i = 0; i < n; i++) {
            boolean open = settled[i] < 0;
            double least = open ? only < 0 ? 0 : lowest - 1e-9 : settled[i] - 1e-9;
            if (i == only) {
                least = 0;
            }
            MPConstraint row = solver.makeConstraint(least, infinity);
            for (int c = 0; c < share.length; c++) {
                row.setCoefficient(share[c], cohorts.get(c) >> i & 1);
            }
            if (i == only || only < 0 && open) {
                row.setCoefficient(z, -1);
            }
        }
        MPObjective objective = solver.objective();
        objective.setCoefficient(z, 1);
        objective.setMaximization();
        assertThat(solver.solve()).isEqualTo(MPSolver.ResultStatus.OPTIMAL);
        return z.solutionValue();
    }

    @Test
    void the_chances_are_the_fairest_there_are_and_proven() {
        Loader.loadNativeLibraries();
        int drawn = 0;
        for (int seed = 0; seed < 400; seed++) {
            Problem problem = random(new Random(seed), 9);
            LotteryOutcome outcome = LotterySolver.solve(problem, WorkLimit.standard());
            List<Integer> cohorts = allowed(problem);
            assertThat(LotteryChecker.check(problem, outcome))
                    .as("seed " + seed)
                    .isEqualTo(new LotteryChecker.Finding.Holds());
            switch (outcome) {
                case LotteryOutcome.NotDrawn(Outcome other) -> {
                    assertThat(other).isInstanceOf(Outcome.Infeasible.class);
                    assertThat(cohorts).isEmpty();
                }
                case LotteryOutcome.Drawn lottery -> {
                    drawn++;
                    double[] fairest = fairest(problem.candidates().size(), cohorts);
                    for (int i = 0; i < fairest.length; i++) {
                        Fraction chance = Objects.requireNonNull(lottery.chances().get("p" + i));
                        assertThat(chance.doubleValue())
                                .as("seed " + seed + " p" + i)
                                .isCloseTo(fairest[i], within(1e-6));
                    }
                }
            }
        }
        assertThat(drawn).isBetween(150, 390);
    }

    @Test
    void the_order_of_the_input_changes_nothing() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Problem problem = random(random, 14);
            List<Candidate> shuffled = new ArrayList<>(problem.candidates());
            Collections.shuffle(shuffled, random);
            LotteryOutcome other =
                    LotterySolver.solve(problem.withCandidates(shuffled), WorkLimit.standard());
            LotteryOutcome outcome = LotterySolver.solve(problem, WorkLimit.standard());
            if (outcome instanceof LotteryOutcome.Drawn drawn) {
                assertThat(other).isInstanceOf(LotteryOutcome.Drawn.class);
                assertThat(((LotteryOutcome.Drawn) other).cohort()).isEqualTo(drawn.cohort());
                assertThat(((LotteryOutcome.Drawn) other).chances()).isEqualTo(drawn.chances());
            }
        }
    }

    @Test
    void many_seeds_draw_everybody_as_often_as_their_chance_says() {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            candidates.add(
                    new Candidate(
                            "p" + i, 0, i < 9 ? "g" + i / 3 : "", List.of(i % 3 == 0 ? "w" : "m")));
        }
        List<Rule> rules =
                List.of(
                        Rule.Quota.of("w", "gender", "w", 2, 2),
                        new Rule.GroupCap("cap", 1),
                        new Rule.Exclude("out", "p11"));
        int seeds = 1500;
        Map<String, Integer> times = new HashMap<>();
        Map<String, Fraction> chances = Map.of();
        for (int seed = 0; seed < seeds; seed++) {
            Problem problem =
                    new Problem(
                            4,
                            Mode.LOTTERY,
                            "seed " + seed,
                            List.of(),
                            rules,
                            List.of("gender"),
                            candidates);
            LotteryOutcome.Drawn drawn =
                    (LotteryOutcome.Drawn) LotterySolver.solve(problem, WorkLimit.standard());
            chances = drawn.chances();
            drawn.cohort().forEach(id -> times.merge(id, 1, Integer::sum));
        }
        for (Candidate candidate : candidates) {
            double chance = Objects.requireNonNull(chances.get(candidate.id())).doubleValue();
            double spread = Math.sqrt(seeds * chance * (1 - chance));
            assertThat((double) times.getOrDefault(candidate.id(), 0))
                    .as(candidate.id())
                    .isCloseTo(seeds * chance, within(4.5 * spread + 0.5));
        }
    }

    @Test
    void a_changed_draw_is_refused() {
        int refused = 0;
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            Problem problem = random(random, 12);
            if (LotterySolver.solve(problem, WorkLimit.standard())
                    instanceof LotteryOutcome.Drawn drawn) {
                for (LotteryOutcome.Drawn other : changed(drawn)) {
                    assertThat(LotteryChecker.check(problem, other))
                            .as("seed " + seed + " " + other)
                            .isNotEqualTo(new LotteryChecker.Finding.Holds());
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(300);
    }

    private static List<LotteryOutcome.Drawn> changed(LotteryOutcome.Drawn drawn) {
        LotteryOutcome.Certificate certificate = drawn.certificate();
        List<LotteryOutcome.Drawn> changed = new ArrayList<>();
        Map<String, Fraction> chances = new HashMap<>(drawn.chances());
        chances.replaceAll((_, chance) -> chance.plus(Fraction.of(1, 1000)));
        changed.add(new LotteryOutcome.Drawn(drawn.cohort(), chances, certificate));
        chances.clear();
        changed.add(new LotteryOutcome.Drawn(drawn.cohort(), chances, certificate));
        changed.add(
                new LotteryOutcome.Drawn(
                        drawn.cohort().subList(1, drawn.cohort().size()),
                        drawn.chances(),
                        certificate));
        changed.add(with(drawn, certificate.tickets(), List.of()));
        List<BigInteger> tickets = new ArrayList<>(certificate.tickets());
        if (tickets.size() > 1) {
            tickets.set(0, tickets.getFirst().add(BigInteger.ONE));
            changed.add(with(drawn, tickets, certificate.levels()));
        }
        List<LotteryOutcome.Level> levels = new ArrayList<>(certificate.levels());
        LotteryOutcome.Level first = levels.getFirst();
        levels.set(0, new LotteryOutcome.Level(first.weights(), first.most() + 1, first.proof()));
        changed.add(with(drawn, certificate.tickets(), levels));
        levels.set(
                0, new LotteryOutcome.Level(first.weights(), first.most(), new Proof(List.of())));
        changed.add(with(drawn, certificate.tickets(), levels));
        return changed;
    }

    @SuppressWarnings("NullAway") // it misses in class files that merit may be null
    private static LotteryOutcome.Drawn with(
            LotteryOutcome.Drawn drawn,
            List<BigInteger> tickets,
            List<LotteryOutcome.Level> levels) {
        return new LotteryOutcome.Drawn(
                drawn.cohort(),
                drawn.chances(),
                new LotteryOutcome.Certificate(
                        drawn.certificate().merit(),
                        drawn.certificate().cohorts(),
                        tickets,
                        levels));
    }

    @Test
    void equal_chances_for_all_where_no_rule_tells_anybody_apart() {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            candidates.add(new Candidate("p" + i, 0, "", List.of()));
        }
        Problem problem =
                new Problem(7, Mode.LOTTERY, "s", List.of(), List.of(), List.of(), candidates);
        LotteryOutcome.Drawn drawn =
                (LotteryOutcome.Drawn) LotterySolver.solve(problem, WorkLimit.standard());
        assertThat(drawn.chances().values()).containsOnly(Fraction.of(7, 40));
        assertThat(drawn.cohort()).hasSize(7);
    }
}

package org.rivages.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.ortools.Loader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rivages.bench.CpSat;

/**
 * The engine against every cohort there is, and against CP-SAT. {@code -Drivages.stress=100000}
 * tries as many problems as that.
 */
class CohortSolverTests {
    private static final long PROBLEMS = Long.getLong("rivages.stress", 1500);

    @BeforeAll
    static void loadTheOracle() {
        Loader.loadNativeLibraries();
    }

    @Test
    void finds_the_one_best_of_all_cohorts_or_rules_that_cannot_hold_together() {
        int impossible = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            Problem problem = SmallProblems.of(seed, seed % 50 == 0 ? 18 : 12);
            Outcome outcome = CohortSolver.solve(problem, WorkLimit.standard());
            String what = "problem " + seed;
            assertThat(CertificateChecker.check(problem, outcome))
                    .as(what)
                    .isEqualTo(new Verdict.Holds());
            switch (outcome) {
                case Outcome.Optimal optimal -> assertBest(what, problem, optimal);
                case Outcome.Infeasible infeasible -> {
                    assertImpossible(what, problem, infeasible);
                    impossible++;
                }
                case Outcome.Interrupted interrupted ->
                        throw new AssertionError(what + " " + interrupted);
            }
        }
        assertThat(impossible).as("a third has no answer").isGreaterThan((int) (PROBLEMS / 4));
    }

    private static void assertBest(String what, Problem problem, Outcome.Optimal optimal) {
        assertThat(optimal.cohort()).as(what).isEqualTo(BruteForce.best(problem));
        List<Candidate> cohort =
                problem.candidates().stream()
                        .filter(one -> optimal.cohort().contains(one.id()))
                        .toList();
        for (AimValue value : optimal.values()) {
            assertThat(value.value())
                    .as(what)
                    .isEqualTo(BruteForce.value(problem, value.aim(), cohort));
        }
    }

    private static void assertImpossible(
            String what, Problem problem, Outcome.Infeasible infeasible) {
        List<Rule> named =
                problem.rules().stream()
                        .filter(rule -> infeasible.rules().contains(rule.id()))
                        .toList();
        assertThat(BruteForce.possible(problem, named)).as(what).isFalse();
        for (Rule rule : named) {
            List<Rule> others = new ArrayList<>(named);
            others.remove(rule);
            assertThat(BruteForce.possible(problem, others)).as(what).isTrue();
        }
        if (problem.places() <= problem.candidates().size()) {
            long smallest = Long.MAX_VALUE;
            for (List<Candidate> cohort : BruteForce.cohorts(problem)) {
                smallest = Math.min(smallest, BruteForce.repair(problem, cohort));
            }
            assertThat(infeasible.repair().total()).as(what).isEqualTo(smallest);
            assertThat(infeasible.repair().proven()).as(what).isTrue();
        }
    }

    @Test
    void reaches_the_score_that_cp_sat_reaches() {
        for (int size : new int[] {60, 150, 300}) {
            for (GeneratedCall.Level level : GeneratedCall.Level.values()) {
                for (int seed = 1; seed <= 3; seed++) {
                    Problem problem =
                            GeneratedCall.of(size, size / 12, level, seed, 1 + seed % 2 * 499);
                    CpSat.Answer oracle = CpSat.solve(problem, 60);
                    Outcome outcome = CohortSolver.solve(problem, WorkLimit.standard());
                    String what = size + " " + level + " " + seed;
                    assertThat(oracle.proven()).as(what).isTrue();
                    assertThat(CertificateChecker.check(problem, outcome))
                            .as(what)
                            .isEqualTo(new Verdict.Holds());
                    assertThat(outcome instanceof Outcome.Optimal)
                            .as(what)
                            .isEqualTo(oracle.feasible());
                    if (outcome instanceof Outcome.Optimal optimal) {
                        assertThat(optimal.values().getFirst().value())
                                .as(what)
                                .isEqualTo(oracle.score());
                    }
                }
            }
        }
    }

    @Test
    void the_order_of_candidates_and_rules_means_nothing() {
        for (int seed = 1; seed <= 4; seed++) {
            Problem problem = coarse(seed);
            List<Candidate> candidates = new ArrayList<>(problem.candidates());
            List<Rule> rules = new ArrayList<>(problem.rules());
            Collections.shuffle(candidates, new Random(seed));
            Collections.shuffle(rules, new Random(seed));
            Problem shuffled = problem.withCandidates(candidates).withRules(rules);
            assertThat(cohort(shuffled)).isEqualTo(cohort(problem));
        }
    }

    @Test
    void a_rule_that_stands_twice_changes_nothing() {
        for (int seed = 1; seed <= 4; seed++) {
            Problem problem = coarse(seed);
            List<Rule> twice = new ArrayList<>(problem.rules());
            for (Rule rule : problem.rules()) {
                if (rule instanceof Rule.Quota quota) {
                    twice.add(
                            Rule.Quota.of(
                                    quota.id() + "-again",
                                    quota.attribute(),
                                    quota.value(),
                                    quota.min(),
                                    quota.max()));
                }
            }
            assertThat(cohort(problem.withRules(twice))).isEqualTo(cohort(problem));
        }
    }

    @Test
    void somebody_just_like_one_who_is_out_with_a_lower_score_changes_nothing() {
        for (int seed = 1; seed <= 4; seed++) {
            Problem problem = coarse(seed);
            List<String> chosen = cohort(problem);
            List<Candidate> more = new ArrayList<>(problem.candidates());
            for (int i = 0; i < 30; i++) {
                Candidate like = problem.candidates().get(i * 7);
                boolean named =
                        problem.rules().stream()
                                .anyMatch(rule -> rule.toString().contains(like.id()));
                if (!named && !chosen.contains(like.id())) {
                    more.add(
                            new Candidate(
                                    "q" + i, like.score() - 500, like.group(), like.values()));
                }
            }
            assertThat(more).hasSizeGreaterThan(problem.candidates().size());
            assertThat(cohort(problem.withCandidates(more))).isEqualTo(chosen);
        }
    }

    @Test
    void a_tighter_rule_never_gives_a_better_score() {
        Problem problem = coarse(2);
        long before = score(problem);
        int tightened = 0;
        for (int r = 0; r < problem.rules().size(); r++) {
            if (problem.rules().get(r) instanceof Rule.Quota quota
                    && quota.max() != null
                    && quota.min() != null
                    && quota.max() > quota.min()) {
                List<Rule> rules = new ArrayList<>(problem.rules());
                int max = quota.max() - 1;
                rules.set(
                        r,
                        Rule.Quota.of(
                                quota.id(), quota.attribute(), quota.value(), quota.min(), max));
                assertThat(score(problem.withRules(rules))).isLessThanOrEqualTo(before);
                tightened++;
            }
        }
        assertThat(tightened).isGreaterThan(10);
    }

    @Test
    void ends_by_work_and_not_by_time_and_says_how_far_it_came() {
        Problem problem = GeneratedCall.of(300, 25, GeneratedCall.Level.EXACT, 2, 1);
        long best = score(problem);
        int interrupted = 0;
        for (long iterations : new long[] {0, 20, 60, 100, 200, 400}) {
            WorkLimit limit = new WorkLimit(iterations);
            Outcome outcome = CohortSolver.solve(problem, limit);
            if (outcome instanceof Outcome.Interrupted early) {
                interrupted++;
                assertThat(CohortSolver.solve(problem, limit)).isEqualTo(early);
                if (early.open() instanceof Aim.Score) {
                    assertThat(early.bound()).isGreaterThanOrEqualTo(best);
                }
                early.values()
                        .forEach(value -> assertThat(value.value()).isLessThanOrEqualTo(best));
            }
        }
        assertThat(interrupted).isGreaterThan(1);
    }

    static Problem coarse(int seed) {
        return GeneratedCall.of(300, 25, GeneratedCall.Level.MEDIUM, seed, 2500);
    }

    private static long score(Problem problem) {
        return CohortSolver.solve(problem, WorkLimit.standard()) instanceof Outcome.Optimal optimal
                ? optimal.values().getFirst().value()
                : Long.MIN_VALUE;
    }

    private static List<String> cohort(Problem problem) {
        Outcome outcome = CohortSolver.solve(problem, WorkLimit.standard());
        assertThat(CertificateChecker.check(problem, outcome)).isEqualTo(new Verdict.Holds());
        assertThat(outcome).isInstanceOf(Outcome.Optimal.class);
        return ((Outcome.Optimal) outcome).cohort();
    }
}

package org.rivages.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The engine on rules that nobody would write, against every cohort there is. {@code
 * -Drivages.stress=100000} tries as many problems as that.
 */
class OddProblemsTests {
    private static final long PROBLEMS = Long.getLong("rivages.stress", 2000);

    /** Draws that once ended in no answer, or in one that the checker refused. */
    private static final long[] ONCE_WRONG = {
        1006, 2992, 5443, 109065, 120411, 164053, 213457, 234039, 300700, 311971
    };

    @Test
    void the_best_cohort_its_prices_and_its_reserve_are_right_and_checked() {
        int answered = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            Problem problem = OddProblems.of(seed, 11);
            String what = "problem " + seed;
            CohortSession session = new CohortSession(problem);
            Outcome outcome = session.solve(WorkLimit.standard());
            assertThat(CertificateChecker.check(problem, outcome))
                    .as(what)
                    .isEqualTo(new Verdict.Holds());
            List<String> best = BruteForce.best(problem);
            if (outcome instanceof Outcome.Optimal optimal) {
                assertThat(optimal.cohort()).as(what).isEqualTo(best);
                assertExplained(what, problem, optimal, new Questions(session, optimal));
                answered++;
            } else {
                assertThat(outcome).as(what).isInstanceOf(Outcome.Infeasible.class);
                assertThat(best).as(what).isNull();
            }
        }
        assertThat(answered).isBetween((int) (PROBLEMS / 5), (int) (PROBLEMS * 4 / 5));
    }

    private static void assertExplained(
            String what, Problem problem, Outcome.Optimal optimal, Questions questions) {
        CheckedPrices checked = new CheckedPrices(problem, optimal);
        List<Questions.Price> prices = questions.prices(WorkLimit.standard());
        for (Questions.Price price : prices) {
            assertThat(checked.check(price.rule(), price.gained(), price.proof()))
                    .as(what)
                    .isEqualTo(new Verdict.Holds());
            for (long by = -1; by <= 1; by += 2) {
                assertThat(checked.check(price.rule(), price.gained() + by, price.proof()))
                        .as(what)
                        .isInstanceOf(Verdict.Refused.class);
            }
            for (Questions.Price other : prices) {
                if (other.gained() != price.gained()) {
                    assertThat(checked.check(price.rule(), other.gained(), other.proof()))
                            .as(what)
                            .isInstanceOf(Verdict.Refused.class);
                }
            }
        }
        assertThat(CheckedReserve.of(problem, optimal.cohort()))
                .as(what)
                .isEqualTo(questions.reserve());
    }

    @Test
    void scores_at_both_limits_end_in_an_answer() {
        Problem problem = OddProblems.of(5_045_111, 13);
        assertThat(CohortSolver.solve(problem, new WorkLimit(100_000)))
                .isInstanceOfSatisfying(
                        Outcome.Optimal.class,
                        optimal ->
                                assertThat(optimal.cohort()).isEqualTo(BruteForce.best(problem)));
    }

    @Test
    void a_draw_is_fair_among_the_cohorts_that_may_be_drawn() {
        int drawn = 0;
        for (long seed : LongStream.concat(Arrays.stream(ONCE_WRONG), seeds()).toArray()) {
            Problem problem = draw(seed);
            String what = "problem " + seed;
            LotteryOutcome outcome = LotterySolver.solve(problem, WorkLimit.standard());
            assertThat(LotteryChecker.check(problem, outcome))
                    .as(what)
                    .isEqualTo(new LotteryChecker.Finding.Holds());
            Set<List<String>> allowed = allowed(problem);
            switch (outcome) {
                case LotteryOutcome.Drawn lottery -> {
                    assertThat(allowed).as(what).contains(lottery.cohort());
                    assertThat(allowed).as(what).containsAll(lottery.certificate().cohorts());
                    assertSameShuffled(what, problem, lottery, seed);
                    drawn++;
                }
                case LotteryOutcome.NotDrawn(Outcome other) -> {
                    assertThat(other).as(what).isInstanceOf(Outcome.Infeasible.class);
                    assertThat(allowed).as(what).isEmpty();
                }
            }
        }
        assertThat(drawn).isGreaterThan((int) (PROBLEMS / 6));
    }

    private static LongStream seeds() {
        return LongStream.range(0, PROBLEMS);
    }

    private static Problem draw(long seed) {
        Problem merit = OddProblems.of(seed, 9);
        return new Problem(
                merit.places(),
                seed % 2 == 0 ? Mode.LOTTERY : Mode.TIEBAND,
                merit.seed(),
                merit.aims(),
                merit.rules(),
                merit.attributes(),
                merit.candidates());
    }

    private static void assertSameShuffled(
            String what, Problem problem, LotteryOutcome.Drawn drawn, long seed) {
        List<Candidate> candidates = new ArrayList<>(problem.candidates());
        List<Rule> rules = new ArrayList<>(problem.rules());
        Collections.shuffle(candidates, new Random(seed));
        Collections.shuffle(rules, new Random(seed));
        LotteryOutcome other =
                LotterySolver.solve(
                        problem.withCandidates(candidates).withRules(rules), WorkLimit.standard());
        assertThat(other)
                .as(what)
                .isInstanceOfSatisfying(
                        LotteryOutcome.Drawn.class,
                        again -> {
                            assertThat(again.cohort()).as(what).isEqualTo(drawn.cohort());
                            assertThat(again.chances()).as(what).isEqualTo(drawn.chances());
                        });
    }

    private static Set<List<String>> allowed(Problem problem) {
        Set<List<String>> allowed = new HashSet<>();
        long[] best = {};
        for (List<Candidate> cohort : BruteForce.cohorts(problem)) {
            if (!BruteForce.keeps(problem, problem.rules(), cohort)) {
                continue;
            }
            List<Aim> aims = problem.mode() == Mode.TIEBAND ? problem.aims() : List.of();
            long[] values =
                    aims.stream()
                            .mapToLong(aim -> BruteForce.value(problem, aim, cohort))
                            .toArray();
            int order = allowed.isEmpty() ? 1 : Arrays.compare(values, best);
            if (order > 0) {
                allowed.clear();
                best = values;
            }
            if (order >= 0) {
                allowed.add(BruteForce.ids(cohort));
            }
        }
        return allowed;
    }
}

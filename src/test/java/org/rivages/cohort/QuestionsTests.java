package org.rivages.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Prices, entries, replacements and reserve against every cohort there is. */
class QuestionsTests {
    private static final WorkLimit LIMIT = WorkLimit.standard();
    private static final int PROBLEMS = 300;

    /** A small problem that has an answer. */
    private record Answered(
            long seed, Problem problem, Outcome.Optimal optimal, Questions questions) {}

    private static void forEach(BiConsumer<Answered, String> test) {
        int answered = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            Problem problem = SmallProblems.of(seed, 10);
            CohortSession session = new CohortSession(problem);
            if (session.solve(LIMIT) instanceof Outcome.Optimal optimal) {
                Questions questions = new Questions(session, optimal);
                test.accept(new Answered(seed, problem, optimal, questions), "problem " + seed);
                answered++;
            }
        }
        assertThat(answered).isGreaterThan(PROBLEMS / 3);
    }

    @Test
    void the_price_of_a_rule_is_what_is_gained_without_it() {
        int[] dear = {0};
        forEach((one, what) -> {
            int score = one.problem().aims().indexOf(new Aim.Score());
            List<Questions.Price> prices = one.questions().prices(LIMIT);
            assertThat(prices).as(what).hasSize(one.problem().rules().size());
            for (int r = 0; r < prices.size(); r++) {
                List<Rule> others = new ArrayList<>(one.problem().rules());
                others.remove(r);
                List<String> best =
                        Objects.requireNonNull(BruteForce.best(one.problem().withRules(others)));
                long gained =
                        score < 0
                                ? 0
                                : total(one.problem(), best)
                                        - one.optimal().values().get(score).value();
                String id = one.problem().rules().get(r).id();
                assertThat(prices.get(r)).as(what).isEqualTo(new Questions.Price(id, gained, true));
                dear[0] += gained == 0 ? 0 : 1;
            }
        });
        assertThat(dear[0]).isPositive();
    }

    private static long total(Problem problem, List<String> cohort) {
        return problem.candidates().stream()
                .filter(one -> cohort.contains(one.id()))
                .mapToLong(Candidate::score)
                .sum();
    }

    private static Problem withScore(Problem problem, String id, long score) {
        return problem.withCandidates(
                problem.candidates().stream()
                        .map(one -> one.id().equals(id) ? one.withScore(score) : one)
                        .toList());
    }

    @Test
    void says_the_least_score_with_which_somebody_enters_or_what_is_in_the_way() {
        Map<Class<?>, Integer> seen = new HashMap<>();
        forEach((one, what) -> {
            for (int k = 0; k < Math.min(3, one.problem().candidates().size()); k++) {
                String id = one.problem().candidates().get(k).id();
                Questions.Entry entry = one.questions().wouldEnterIf(id, LIMIT);
                seen.merge(entry.getClass(), 1, Integer::sum);
                assertEntry(what, one, id, entry);
            }
        });
        assertThat(seen.keySet())
                .contains(
                        Questions.Entry.AlreadyIn.class,
                        Questions.Entry.WithScore.class,
                        Questions.Entry.RulesInTheWay.class,
                        Questions.Entry.AimInTheWay.class,
                        Questions.Entry.ScoreDoesNotCount.class);
    }

    private static void assertEntry(String what, Answered one, String id, Questions.Entry entry) {
        Problem topmost = withScore(one.problem(), id, 100_000_000);
        switch (entry) {
            case Questions.Entry.AlreadyIn _ ->
                    assertThat(one.optimal().cohort()).as(what).contains(id);
            case Questions.Entry.WithScore with -> {
                List<String> now = BruteForce.best(withScore(one.problem(), id, with.score()));
                assertThat(now).as(what).contains(id);
                List<String> before =
                        BruteForce.best(withScore(one.problem(), id, with.score() - 1));
                assertThat(before).as(what).doesNotContain(id);
                List<String> displaced = new ArrayList<>(one.optimal().cohort());
                displaced.removeAll(now);
                assertThat(with.displaced()).as(what).isEqualTo(displaced);
            }
            case Questions.Entry.RulesInTheWay way -> {
                List<Rule> rules = new ArrayList<>();
                for (Rule rule : one.problem().rules()) {
                    if (way.rules().contains(rule.id())) {
                        rules.add(rule);
                    }
                }
                rules.add(new Rule.Include("this one", id));
                assertThat(BruteForce.possible(topmost, rules)).as(what).isFalse();
            }
            case Questions.Entry.AimInTheWay _, Questions.Entry.ScoreDoesNotCount _ ->
                    assertThat(BruteForce.best(topmost)).as(what).doesNotContain(id);
            case Questions.Entry.NotProven _ -> throw new AssertionError(what);
        }
    }

    private static List<Rule> pinned(Answered one, List<String> declined) {
        List<Rule> rules = new ArrayList<>(one.problem().rules());
        for (String id : one.optimal().cohort()) {
            rules.add(
                    declined.contains(id)
                            ? new Rule.Exclude("pin " + id, id)
                            : new Rule.Include("pin " + id, id));
        }
        return rules;
    }

    @Test
    void replaces_those_who_declined_while_all_others_stay_or_says_which_rules_forbid_it() {
        int[] none = {0};
        forEach((one, what) -> {
            List<String> declined = new ArrayList<>(one.optimal().cohort());
            Collections.shuffle(declined, new Random(one.seed()));
            declined = declined.subList(0, Math.min(declined.size(), 1 + (int) (one.seed() % 3)));
            List<Rule> pinned = pinned(one, declined);
            List<String> best = BruteForce.best(one.problem().withRules(pinned));
            switch (one.questions().replacement(declined, LIMIT)) {
                case Questions.Replacement.Found found ->
                        assertThat(found.cohort()).as(what).isEqualTo(best);
                case Questions.Replacement.None nobody -> {
                    assertThat(best).as(what).isNull();
                    pinned.removeIf(rule ->
                            !rule.id().startsWith("pin") && !nobody.rules().contains(rule.id()));
                    assertThat(BruteForce.possible(one.problem(), pinned)).as(what).isFalse();
                    assertThat(nobody.repair().changes()).as(what).isNotEmpty();
                    none[0]++;
                }
                case Questions.Replacement.NotProven _ -> throw new AssertionError(what);
            }
        });
        assertThat(none[0]).isPositive();
    }

    @Test
    void the_reserve_lists_the_best_replacement_of_every_single_member() {
        forEach((one, what) -> {
            Map<String, Integer> standsFor = new HashMap<>();
            for (String member : one.optimal().cohort()) {
                List<Rule> pinned = pinned(one, List.of(member));
                List<String> best = BruteForce.best(one.problem().withRules(pinned));
                for (String id : best == null ? List.<String>of() : best) {
                    if (!one.optimal().cohort().contains(id)) {
                        standsFor.merge(id, 1, Integer::sum);
                    }
                }
            }
            Map<String, Long> scores = new HashMap<>();
            one.problem().candidates().forEach(c -> scores.put(c.id(), c.score()));
            List<String> expected =
                    standsFor.keySet().stream()
                            .sorted(
                                    Comparator.<String>comparingInt(
                                                    id -> -standsFor.getOrDefault(id, 0))
                                            .thenComparingLong(id -> -scores.getOrDefault(id, 0L))
                                            .thenComparing(id -> id))
                            .toList();
            assertThat(one.questions().reserve()).as(what).isEqualTo(expected);
        });
    }

    @Test
    void compares_two_cohorts_person_by_person() {
        Problem problem = CohortSolverTests.coarse(1);
        Outcome.Optimal with = (Outcome.Optimal) CohortSolver.solve(problem, LIMIT);
        List<Rule> rules = new ArrayList<>(problem.rules());
        rules.add(new Rule.Exclude("out", with.cohort().getFirst()));
        Outcome.Optimal without =
                (Outcome.Optimal) CohortSolver.solve(problem.withRules(rules), LIMIT);
        Questions.Comparison comparison = Questions.compare(with, without);
        assertThat(comparison.onlyFirst()).contains(with.cohort().getFirst());
        assertThat(comparison.onlySecond()).hasSameSizeAs(comparison.onlyFirst());
        assertThat(comparison.inBoth() + comparison.onlyFirst().size()).isEqualTo(25);
    }

    @Test
    void refuses_a_question_about_somebody_unknown() {
        CohortSession session = new CohortSession(CohortSolverTests.coarse(1));
        Outcome.Optimal optimal = (Outcome.Optimal) session.solve(LIMIT);
        Questions questions = new Questions(session, optimal);
        assertThatThrownBy(() -> questions.wouldEnterIf("nobody", LIMIT))
                .isInstanceOf(BadProblem.class);
        assertThatThrownBy(() -> questions.replacement(List.of("nobody"), LIMIT))
                .isInstanceOf(BadProblem.class);
    }
}

package org.rivages.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Problems at the edge: refused with a reason, or answered. */
class ProblemTests {
    private static final List<Candidate> THREE =
            List.of(
                    new Candidate("a", 3000, "x", List.of("red")),
                    new Candidate("b", 2000, "", List.of("red")),
                    new Candidate("c", 1000, "", List.of("")));

    private static Problem problem(int places, List<Rule> rules, List<Candidate> candidates) {
        return new Problem(
                places,
                Mode.MERIT,
                "seed",
                List.of(new Aim.Score()),
                rules,
                List.of("colour"),
                candidates);
    }

    private static List<Fault.Code> faults(int places, List<Rule> rules, List<Candidate> people) {
        BadProblem bad =
                catchThrowableOfType(BadProblem.class, () -> problem(places, rules, people));
        return bad.faults().stream().map(Fault::code).toList();
    }

    private static Outcome solved(Problem problem) {
        Outcome outcome = CohortSolver.solve(problem, WorkLimit.standard());
        assertThat(CertificateChecker.check(problem, outcome)).isEqualTo(new Verdict.Holds());
        return outcome;
    }

    private static List<String> cohort(Problem problem) {
        assertThat(solved(problem)).isInstanceOf(Outcome.Optimal.class);
        return ((Outcome.Optimal) solved(problem)).cohort();
    }

    private static Outcome.Infeasible infeasible(Problem problem) {
        assertThat(solved(problem)).isInstanceOf(Outcome.Infeasible.class);
        return (Outcome.Infeasible) solved(problem);
    }

    @Test
    void every_fault_is_named_at_once() {
        List<Candidate> wrong = new ArrayList<>(THREE);
        wrong.add(THREE.getFirst());
        wrong.add(new Candidate("d", Problem.GREATEST_SCORE + 1, "", List.of()));
        List<Rule> rules =
                List.of(
                        Rule.Quota.of("r", "taste", "sweet", 0, 1),
                        Rule.Quota.of("r", "colour", "", 3, 2),
                        new Rule.Quota("p", "colour", "red", -1, null, 101, null),
                        new Rule.GroupCap("g", -1),
                        new Rule.Include("i", "nobody"),
                        new Rule.MutuallyExclusive("m", List.of("a", "nobody")));
        assertThat(faults(-1, rules, wrong))
                .containsExactly(
                        Fault.Code.NEGATIVE_PLACES,
                        Fault.Code.DUPLICATE_CANDIDATE,
                        Fault.Code.WRONG_NUMBER_OF_VALUES,
                        Fault.Code.SCORE_TOO_LARGE,
                        Fault.Code.UNKNOWN_ATTRIBUTE,
                        Fault.Code.DUPLICATE_RULE,
                        Fault.Code.EMPTY_VALUE,
                        Fault.Code.MINIMUM_ABOVE_MAXIMUM,
                        Fault.Code.NEGATIVE_BOUND,
                        Fault.Code.PERCENT_OUT_OF_RANGE,
                        Fault.Code.NEGATIVE_BOUND,
                        Fault.Code.UNKNOWN_CANDIDATE,
                        Fault.Code.UNKNOWN_CANDIDATE);
    }

    @Test
    void no_places_are_filled_with_nobody() {
        assertThat(cohort(problem(0, List.of(), THREE))).isEmpty();
        assertThat(cohort(problem(0, List.of(), List.of()))).isEmpty();
    }

    @Test
    void more_places_than_candidates_need_no_rule_to_be_impossible() {
        for (List<Candidate> people : List.of(THREE, List.<Candidate>of())) {
            Outcome.Infeasible outcome = infeasible(problem(5, List.of(), people));
            assertThat(outcome.rules()).isEmpty();
            assertThat(outcome.repair().changes())
                    .containsExactly(new Repair.Change("", Repair.Kind.PLACES, 5, people.size()));
        }
    }

    @Test
    void include_and_exclude_of_the_same_person_are_the_two_rules_in_conflict() {
        List<Rule> rules =
                List.of(
                        new Rule.GroupCap("cap", 2),
                        new Rule.Include("in", "a"),
                        new Rule.Exclude("out", "a"));
        Outcome.Infeasible outcome = infeasible(problem(1, rules, THREE));
        assertThat(outcome.rules()).containsExactly("in", "out");
        assertThat(outcome.repair().total()).isEqualTo(1);
    }

    @Test
    void a_percent_of_places_is_rounded_up_for_a_minimum_and_down_for_a_maximum() {
        Rule least = new Rule.Quota("least", "colour", "red", null, null, 34, null);
        Rule most = new Rule.Quota("most", "colour", "red", null, null, null, 66);
        assertThat(cohort(problem(2, List.of(least), THREE))).containsExactly("a", "b");
        assertThat(cohort(problem(2, List.of(most), THREE))).containsExactly("a", "c");
        Rule nothing = new Rule.Quota("nothing", "colour", "red", null, null, 33, 49);
        Outcome.Infeasible outcome = infeasible(problem(2, List.of(nothing), THREE));
        assertThat(outcome.rules()).containsExactly("nothing");
    }

    @Test
    void an_empty_value_counts_for_none_and_an_empty_group_for_no_cap() {
        Rule each = Rule.Quota.of("each", "colour", null, 1, 1);
        assertThat(cohort(problem(2, List.of(each), THREE))).containsExactly("a", "c");
        Rule nobody = Rule.Quota.of("nobody", "colour", "blue", 1, null);
        assertThat(infeasible(problem(2, List.of(nobody), THREE)).rules())
                .containsExactly("nobody");
        assertThat(cohort(problem(2, List.of(new Rule.GroupCap("cap", 0)), THREE)))
                .containsExactly("b", "c");
    }

    @Test
    void equal_scores_are_told_apart_by_the_seed_alone() {
        List<Candidate> equal = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            equal.add(new Candidate("p" + i, 60_000, "g" + i % 150, List.of("v" + i % 7)));
        }
        Rule each = Rule.Quota.of("each", "colour", null, 3, 8);
        Problem problem = problem(40, List.of(each, new Rule.GroupCap("cap", 1)), equal);
        List<String> first = cohort(problem);
        Collections.reverse(equal);
        assertThat(cohort(problem.withCandidates(equal))).isEqualTo(first);
        Problem other =
                new Problem(
                        40,
                        Mode.MERIT,
                        "another seed",
                        problem.aims(),
                        problem.rules(),
                        problem.attributes(),
                        equal);
        assertThat(cohort(other)).isNotEqualTo(first);
    }

    @Test
    void two_hundred_attributes_each_with_a_rule_are_answered() {
        List<String> attributes = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        for (int k = 0; k < 200; k++) {
            attributes.add("a" + k);
            rules.add(Rule.Quota.of("r" + k, "a" + k, null, 2, 14));
        }
        Random random = new Random(7);
        List<Candidate> people = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            List<String> values = new ArrayList<>();
            for (int k = 0; k < 200; k++) {
                values.add("v" + random.nextInt(3));
            }
            people.add(new Candidate("p" + i, i * 37 % 1000 * 100, "", values));
        }
        Problem problem =
                new Problem(
                        20, Mode.MERIT, "s", List.of(new Aim.Score()), rules, attributes, people);
        assertThat(cohort(problem)).hasSize(20);
    }
}

package org.rivages.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the checker must refuse. */
class CertificateCheckerTests {
    private static final Problem TIGHT =
            GeneratedCall.of(300, 25, GeneratedCall.Level.EXACT, 1, 1)
                    .withAims(List.of(new Aim.Score(), new Aim.Distinct("country")));

    private static final Problem IMPOSSIBLE =
            GeneratedCall.of(300, 25, GeneratedCall.Level.INFEASIBLE, 1, 1);

    private static Outcome.Optimal optimal() {
        return (Outcome.Optimal) CohortSolver.solve(TIGHT, WorkLimit.standard());
    }

    private static Outcome.Infeasible impossible() {
        return (Outcome.Infeasible) CohortSolver.solve(IMPOSSIBLE, WorkLimit.standard());
    }

    private static void assertRefused(Problem problem, Outcome outcome, String what) {
        assertThat(CertificateChecker.check(problem, outcome))
                .as(what)
                .isInstanceOf(Verdict.Refused.class);
    }

    private static Certificate with(Certificate certificate, int proof, List<Proof.Step> steps) {
        List<Proof> proofs = new ArrayList<>(certificate.proofs());
        proofs.set(proof, new Proof(steps));
        return new Certificate(proofs, certificate.repair(), certificate.witnesses());
    }

    @Test
    void a_file_of_plain_numbers_gives_the_same_proof_back() {
        Outcome.Optimal optimal = optimal();
        List<Proof> read = new ArrayList<>();
        for (Proof proof : optimal.certificate().proofs()) {
            read.add(
                    new Proof(
                            proof.steps().stream()
                                    .map(step -> Proof.Step.of(step.numbers()))
                                    .toList()));
        }
        Certificate certificate = new Certificate(read, List.of(), List.of());
        assertThat(
                        CertificateChecker.check(
                                TIGHT,
                                new Outcome.Optimal(
                                        optimal.cohort(), optimal.values(), certificate)))
                .isEqualTo(new Verdict.Holds());
    }

    @Test
    void refuses_a_proof_without_any_one_of_its_steps() {
        Outcome.Optimal optimal = optimal();
        for (int p = 0; p < optimal.certificate().proofs().size(); p++) {
            List<Proof.Step> steps = optimal.certificate().proofs().get(p).steps();
            for (int k = 0; k < steps.size(); k++) {
                if (!(steps.get(k) instanceof Proof.Tighten)) {
                    List<Proof.Step> fewer = new ArrayList<>(steps);
                    fewer.remove(k);
                    Certificate broken = with(optimal.certificate(), p, fewer);
                    assertRefused(
                            TIGHT,
                            new Outcome.Optimal(optimal.cohort(), optimal.values(), broken),
                            "proof " + p + " step " + k);
                }
            }
        }
    }

    @Test
    void refuses_a_missing_and_a_left_over_proof() {
        Outcome.Optimal optimal = optimal();
        List<Proof> proofs = optimal.certificate().proofs();
        List<Proof> more = new ArrayList<>(proofs);
        more.add(proofs.getLast());
        for (List<Proof> some :
                List.of(proofs.subList(0, proofs.size() - 1), List.<Proof>of(), more)) {
            assertRefused(
                    TIGHT,
                    new Outcome.Optimal(
                            optimal.cohort(),
                            optimal.values(),
                            new Certificate(some, List.of(), List.of())),
                    some.size() + " proofs");
        }
    }

    @Test
    void refuses_numbers_that_do_not_close_a_case() {
        Outcome.Optimal optimal = optimal();
        List<Proof.Step> steps = optimal.certificate().proofs().getFirst().steps();
        int changed = 0;
        for (int k = 0; k < steps.size(); k++) {
            if (steps.get(k) instanceof Proof.Close close
                    && close.multipliers().rows().length > 0) {
                Proof.Multipliers old = close.multipliers();
                List<Proof.Step> other = new ArrayList<>(steps);
                long[] none = new long[old.rows().length];
                other.set(
                        k,
                        new Proof.Close(new Proof.Multipliers(old.objective(), old.rows(), none)));
                assertRefused(
                        TIGHT,
                        new Outcome.Optimal(
                                optimal.cohort(),
                                optimal.values(),
                                with(optimal.certificate(), 0, other)),
                        "step " + k);
                changed++;
            }
        }
        assertThat(changed).isPositive();
    }

    @Test
    void refuses_rows_and_candidates_that_are_not_there() {
        Outcome.Optimal optimal = optimal();
        List<Proof.Step> wrong =
                List.of(
                        new Proof.Split(Proof.On.CANDIDATE, 300, 0),
                        new Proof.Split(Proof.On.CANDIDATE, -1, 0),
                        new Proof.Split(Proof.On.CANDIDATE, 0, 7),
                        new Proof.Split(Proof.On.ROW, 1_000_000, 0),
                        new Proof.Split(Proof.On.HELPER, 0, 0),
                        close(1, new int[] {1_000_000}, 1),
                        close(1, new int[] {-1}, 1),
                        close(-1, new int[] {0}, 1),
                        close(1, new int[] {0, 0}, 1, 1),
                        close(1, new int[] {0, 1}, 1));
        for (Proof.Step step : wrong) {
            assertRefused(
                    TIGHT,
                    new Outcome.Optimal(
                            optimal.cohort(),
                            optimal.values(),
                            with(optimal.certificate(), 0, List.of(step))),
                    step.toString());
        }
    }

    private static Proof.Step close(long objective, int[] rows, long... values) {
        return new Proof.Close(new Proof.Multipliers(objective, rows, values));
    }

    @Test
    void refuses_every_other_cohort_and_every_other_value() {
        Outcome.Optimal optimal = optimal();
        Random random = new Random(1);
        List<String> all = TIGHT.candidates().stream().map(Candidate::id).sorted().toList();
        for (int k = 0; k < 300; k++) {
            List<String> other = new ArrayList<>(optimal.cohort());
            other.set(random.nextInt(other.size()), all.get(random.nextInt(all.size())));
            other = other.stream().sorted().toList();
            if (!other.equals(optimal.cohort())) {
                assertRefused(
                        TIGHT,
                        new Outcome.Optimal(other, optimal.values(), optimal.certificate()),
                        other.toString());
            }
        }
        List<AimValue> values = new ArrayList<>(optimal.values());
        values.set(0, new AimValue(new Aim.Score(), values.getFirst().value() - 1));
        assertRefused(
                TIGHT,
                new Outcome.Optimal(optimal.cohort(), values, optimal.certificate()),
                "a lower score");
        List<String> twice = new ArrayList<>(optimal.cohort());
        twice.set(1, twice.getFirst());
        assertRefused(
                TIGHT,
                new Outcome.Optimal(twice, optimal.values(), optimal.certificate()),
                "somebody twice");
    }

    @Test
    void refuses_the_answer_to_another_problem() {
        Outcome.Optimal optimal = optimal();
        List<Rule> looser = new ArrayList<>(TIGHT.rules());
        looser.removeIf(rule -> rule.id().startsWith("profession"));
        assertRefused(TIGHT.withRules(looser), optimal, "looser rules");
        Candidate first =
                TIGHT.candidates().stream()
                        .filter(one -> !optimal.cohort().contains(one.id()))
                        .findFirst()
                        .orElseThrow();
        List<Candidate> raised =
                TIGHT.candidates().stream()
                        .map(one -> one.equals(first) ? one.withScore(100_000_000) : one)
                        .toList();
        assertRefused(TIGHT.withCandidates(raised), optimal, "a raised score");
    }

    @Test
    void refuses_infeasible_outcomes_that_are_not_irreducible_or_not_repaired() {
        Outcome.Infeasible right = impossible();
        assertThat(CertificateChecker.check(IMPOSSIBLE, right)).isEqualTo(new Verdict.Holds());
        Certificate proof = right.certificate();
        List<String> more = new ArrayList<>(right.rules());
        more.add("cap");
        assertRefused(
                IMPOSSIBLE, new Outcome.Infeasible(more, right.repair(), proof), "more rules");
        List<String> fewer = right.rules().subList(1, right.rules().size());
        assertRefused(
                IMPOSSIBLE, new Outcome.Infeasible(fewer, right.repair(), proof), "fewer rules");
        Repair repair = right.repair();
        List<Repair> wrong =
                List.of(
                        new Repair(List.of(), 0, true, repair.cohort()),
                        new Repair(repair.changes(), repair.total() - 1, true, repair.cohort()),
                        new Repair(repair.changes(), repair.total(), false, repair.cohort()),
                        new Repair(repair.changes(), repair.total(), true, List.of()));
        for (Repair other : wrong) {
            assertRefused(
                    IMPOSSIBLE,
                    new Outcome.Infeasible(right.rules(), other, proof),
                    other.toString());
        }
        Certificate without = new Certificate(proof.proofs(), proof.repair(), List.of());
        assertRefused(
                IMPOSSIBLE, new Outcome.Infeasible(right.rules(), repair, without), "no witnesses");
    }

    @Test
    void refuses_what_claims_nothing() {
        assertRefused(
                TIGHT, new Outcome.Interrupted(null, List.of(), null, 0), "an interrupted outcome");
    }

    @Test
    void random_changes_of_numbers_never_prove_something_false() {
        // a changed proof may still be a proof; together with a worse cohort it never is
        Problem problem = GeneratedCall.of(60, 6, GeneratedCall.Level.TIGHT, 3, 500);
        Outcome.Optimal best = (Outcome.Optimal) CohortSolver.solve(problem, WorkLimit.standard());
        List<Rule> stricter = new ArrayList<>(problem.rules());
        stricter.add(new Rule.Exclude("without", best.cohort().getFirst()));
        if (!(CohortSolver.solve(problem.withRules(stricter), WorkLimit.standard())
                instanceof Outcome.Optimal second)) {
            throw new AssertionError("there is a second best");
        }
        Random random = new Random(5);
        for (int k = 0; k < 2000; k++) {
            int p = random.nextInt(second.certificate().proofs().size());
            List<Proof.Step> steps = new ArrayList<>(second.certificate().proofs().get(p).steps());
            int at = random.nextInt(steps.size());
            long[] numbers = steps.get(at).numbers();
            if (numbers.length > 2) {
                numbers[2 + random.nextInt(numbers.length - 2)] += random.nextInt(7) - 3;
            }
            try {
                steps.set(at, Proof.Step.of(numbers));
            } catch (IllegalArgumentException _) {
                continue;
            }
            assertRefused(
                    problem,
                    new Outcome.Optimal(
                            second.cohort(), second.values(), with(second.certificate(), p, steps)),
                    "change " + k);
        }
    }
}

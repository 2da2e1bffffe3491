package org.rivages.cohort;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes from the problem alone what a rule costs. Belongs to the checker: shares no code with
 * the solver. The answer itself must have been checked before.
 */
public final class CheckedPrices {
    private final Problem problem;
    private final Outcome.Optimal optimal;
    private final CheckedRows people;
    private final int score;
    private final long now;

    /** Rows that the answer's proofs up to the score take something from. */
    private final BitSet used = new BitSet();

    public CheckedPrices(Problem problem, Outcome.Optimal optimal) {
        this.problem = problem;
        this.optimal = optimal;
        this.people = CheckedRows.of(problem, problem.places());
        this.score = problem.aims().indexOf(new Aim.Score());
        this.now = score < 0 ? 0 : optimal.values().get(score).value();
        for (Proof proof : optimal.certificate().proofs().subList(0, score + 1)) {
            proof.steps().forEach(this::note);
        }
    }

    private void note(Proof.Step step) {
        int[] rows =
                switch (step) {
                    case Proof.Tighten tighten -> tighten.multipliers().rows();
                    case Proof.Close close -> close.multipliers().rows();
                    case Proof.Split split ->
                            split.on() == Proof.On.ROW ? new int[] {split.index()} : new int[0];
                };
        for (int row : rows) {
            used.set(row);
        }
    }

    /**
     * @param gained thousandths of score without the rule
     * @param proof null where the score is no aim: then every price is 0
     */
    public Verdict check(String rule, long gained, @Nullable PriceProof proof) {
        try {
            demand(gained == price(rule, proof), Verdict.Reason.WRONG_VALUE, rule);
            return new Verdict.Holds();
        } catch (CheckedProof.Broken e) {
            return new Verdict.Refused(e.reason, rule + ": " + e.getMessage());
        }
    }

    private static void demand(boolean holds, Verdict.Reason reason, String detail) {
        if (!holds) {
            throw new CheckedProof.Broken(reason, detail);
        }
    }

    private long price(String id, @Nullable PriceProof proof) {
        CheckedRows rows = people.bare(problem.places());
        boolean known = false;
        boolean needed = false;
        for (Rule rule : problem.rules()) {
            int before = rows.lines.size();
            if (!rule.id().equals(id)) {
                rows.add(rule);
                continue;
            }
            known = true;
            rows.addIdle(rule);
            int first = used.nextSetBit(before);
            needed = moves(rule) || first >= 0 && first < rows.lines.size();
        }
        demand(known, Verdict.Reason.UNKNOWN_RULE, id);
        if (score < 0) {
            demand(proof == null, Verdict.Reason.PROOF_INCOMPLETE, "left over");
            return 0;
        }
        demand(proof != null, Verdict.Reason.PROOF_INCOMPLETE, "missing");
        if (proof == null || proof.proofs().isEmpty()) {
            demand(!needed, Verdict.Reason.PROOF_INCOMPLETE, "missing");
            return 0;
        }
        return proven(id, rows, proof) - now;
    }

    /** A rule without rows: the proofs do not tell whether they need it. */
    private static boolean moves(Rule rule) {
        return switch (rule) {
            case Rule.Include _, Rule.Exclude _, Rule.ScoreThreshold _ -> true;
            case Rule.Quota _, Rule.GroupCap _, Rule.MutuallyExclusive _ -> false;
        };
    }

    /** The score that is best without the rule. */
    private long proven(String id, CheckedRows rows, PriceProof proof) {
        int[] cohort = people.cohort(proof.cohort());
        List<Rule> others = problem.rules().stream().filter(rule -> !rule.id().equals(id)).toList();
        CheckedCohort.keeps(people, problem.places(), others, List.of(), cohort);
        demand(
                proof.proofs().size() == score + 1,
                Verdict.Reason.PROOF_INCOMPLETE,
                "number of proofs");
        for (int k = 0; k <= score; k++) {
            Aim aim = problem.aims().get(k);
            long value = CheckedCohort.value(people, aim, cohort);
            CertificateChecker.aim(rows, aim, value, proof.proofs().get(k));
            CertificateChecker.settle(rows, aim, value);
        }
        return CheckedCohort.value(people, new Aim.Score(), cohort);
    }
}

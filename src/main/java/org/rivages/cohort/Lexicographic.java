package org.rivages.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Solves aim after aim, then the draw, each under what the earlier ones have reached. */
final class Lexicographic {
    private static final int ROUNDS = 50;

    private final Problem problem;
    private final People people;
    private final Model base;
    private final Work work;
    private final List<AimValue> settled = new ArrayList<>();
    private final List<Proof> proofs = new ArrayList<>();
    private final List<Proof.Multipliers> earlier = new ArrayList<>();
    private int @Nullable [] best;
    private @Nullable Relaxation first;
    private @Nullable Aim open;
    private long bound = Long.MAX_VALUE;

    Lexicographic(Problem problem, People people, Model base, Work work) {
        this.problem = problem;
        this.people = people;
        this.base = base;
        this.work = work;
    }

    /** A relaxation of the first aim from before, to go on from. */
    void warm(@Nullable Relaxation previous) {
        first = previous;
    }

    @Nullable Relaxation warm() {
        return first;
    }

    /** A cohort that may keep the rules. */
    void suggest(int @Nullable [] cohort) {
        if (cohort != null && base.keeps(cohort)) {
            best = cohort;
        }
    }

    /** The best cohort; null where no cohort keeps the rules. */
    int @Nullable [] solve() {
        if (!aims(problem.aims())) {
            return null;
        }
        open = null;
        return draw() ? best : null;
    }

    /** Settles these aims only; false where no cohort keeps the rules. */
    boolean aims(List<Aim> some) {
        for (Aim aim : some) {
            if (!aim(aim)) {
                return false;
            }
        }
        return true;
    }

    int @Nullable [] best() {
        return best;
    }

    private boolean aim(Aim aim) {
        open = aim;
        bound = Long.MAX_VALUE;
        AimStage stage = AimStage.aim(base, settled, aim);
        StageSolver solver = new StageSolver(stage, work, settled.isEmpty() ? first : null);
        StageSolver.Result result = run(solver);
        if (settled.isEmpty()) {
            first = solver.relaxation();
        }
        if (result.cohort() == null) {
            return false;
        }
        proofs.add(result.proof());
        settled.add(new AimValue(aim, result.value()));
        inherit(result.root(), result.value(), aim instanceof Aim.Worst ? -1 : settled.size() - 1);
        return true;
    }

    private StageSolver.Result run(StageSolver solver) {
        if (best != null) {
            solver.suggest(best);
        }
        try {
            StageSolver.Result result = solver.solve(earlier);
            best = result.cohort() == null ? best : result.cohort();
            return result;
        } finally {
            best = solver.best() == null ? best : solver.best();
            bound = solver.bound();
        }
    }

    /** What proved this aim sets candidates aside in all later stages. */
    private void inherit(Proof.@Nullable Multipliers root, long value, int index) {
        if (root == null || root.objective() == 0) {
            return;
        }
        int count = root.rows().length;
        int[] rows = root.rows();
        long[] values = root.values();
        if (index >= 0) {
            int row = AimStage.settledRow(base, settled, index);
            rows = java.util.Arrays.copyOf(rows, count + 1);
            values = java.util.Arrays.copyOf(values, count + 1);
            rows[count] = row;
            values[count] = -root.objective();
        }
        earlier.add(new Proof.Multipliers(0, rows, values));
    }

    private boolean draw() {
        List<AimStage.Round> rounds = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            Drawn drawn = new Drawn(people, problem.seed(), round);
            if (best == null && find(rounds, drawn) == null) {
                return false;
            }
            if (decided(rounds, drawn)) {
                return true;
            }
            StageSolver.Result tied = find(rounds, drawn);
            if (tied != null) {
                proofs.add(tied.proof());
                rounds.add(new AimStage.Round(drawn, tied.value()));
            }
        }
        throw new IllegalStateException("the draw never ends");
    }

    private StageSolver.@Nullable Result find(List<AimStage.Round> rounds, Drawn drawn) {
        AimStage stage = AimStage.draw(base, settled, rounds, drawn, null);
        StageSolver.Result result = run(new StageSolver(stage, work));
        return result.cohort() == null ? null : result;
    }

    /** Whether one cohort draws more than every other; it is then the best, and proven. */
    private boolean decided(List<AimStage.Round> rounds, Drawn drawn) {
        while (true) {
            int[] known = Objects.requireNonNull(best);
            long sum = 0;
            for (int i : known) {
                sum += drawn.number(i);
            }
            AimStage stage = AimStage.draw(base, settled, rounds, drawn, known);
            StageSolver others = new StageSolver(stage, work);
            others.floor(sum);
            StageSolver.Result result = others.solve(earlier);
            if (result.cohort() == null) {
                proofs.add(result.proof());
                return true;
            }
            best = result.cohort();
            if (result.value() == sum) {
                return false;
            }
        }
    }

    List<AimValue> settled() {
        return settled;
    }

    List<Proof> proofs() {
        return proofs;
    }

    /** What was known when the work ended. */
    Outcome.Interrupted interrupted() {
        int[] known = best;
        return known == null
                ? new Outcome.Interrupted(null, List.of(), open, bound)
                : new Outcome.Interrupted(
                        people.ids(known),
                        AimStage.values(people, problem.aims(), known),
                        open,
                        bound);
    }
}

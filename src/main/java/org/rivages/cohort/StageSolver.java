package org.rivages.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Solves one stage: the relaxation of everything first; then, by its reduced costs, all candidates
 * are set aside who cannot be decided otherwise unless the objective falls far below the
 * relaxation; then branch and bound on the few that are left. How far is guessed, small first:
 * whatever is found within the guess is best for the whole.
 */
final class StageSolver {
    /**
     * @param cohort the best, ascending; null where none reaches the floor
     * @param prefix multipliers of the root, for later stages
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Result(
            int @Nullable [] cohort, long value, Proof proof, Proof.@Nullable Multipliers root) {}

    private static final int FIRST_CORE = 60;
    private static final int HUNTED = 150;

    private final Stage stage;
    private final Work work;
    private final Region root;
    private final List<Proof.Step> steps = new ArrayList<>();
    private int @Nullable [] best;
    private long bestValue = Stage.NOT_ALLOWED;
    private long floor = Stage.NOT_ALLOWED;
    private long bound = Long.MAX_VALUE;
    private @Nullable Relaxation relaxation;

    StageSolver(Stage stage, Work work, @Nullable Relaxation previous) {
        this(stage, work);
        relaxation = previous;
    }

    StageSolver(Stage stage, Work work) {
        this.stage = stage;
        this.work = work;
        this.root = new Region(stage);
    }

    /** A cohort known to keep the rules of the stage; one that does not is passed over. */
    void suggest(int[] cohort) {
        long value = stage.value(cohort);
        if (value != Stage.NOT_ALLOWED && value > bestValue && value >= floor) {
            best = cohort;
            bestValue = value;
        }
    }

    /** Nothing below is looked for: finding nothing then proves that there is nothing. */
    void floor(long value) {
        floor = value;
    }

    /** What is known so far, when the work ended. */
    int @Nullable [] best() {
        return best;
    }

    long bound() {
        return bound;
    }

    /** The relaxation of everything, to go on from in a session. */
    @Nullable Relaxation relaxation() {
        return relaxation;
    }

    /**
     * @param earlier contradictions that later stages inherit: they set candidates aside
     */
    Result solve(List<Proof.Multipliers> earlier) {
        if (stage.model().contradiction() != null) {
            steps.add(new Proof.Close(new Proof.Multipliers(0, new int[0], new long[0])));
            return result(null);
        }
        for (Proof.Multipliers one : earlier) {
            ExactBound exact = new ExactBound(root);
            if (exact.evaluate(one) && tighten(root, exact, exact.margin(0, 0))) {
                steps.add(new Proof.Tighten(one));
                root.fold();
            }
        }
        Relaxation whole = relaxation;
        if (whole != null && whole.fits(root)) {
            whole.adopt(root, work);
        } else {
            whole = new Relaxation(root, work);
        }
        relaxation = whole;
        if (whole.solve(Double.NEGATIVE_INFINITY) == Relaxation.Status.INFEASIBLE) {
            return contradicted(whole);
        }
        return fromRoot(whole);
    }

    private Result contradicted(Relaxation whole) {
        Proof.Multipliers reason = new Rounding(root).contradiction(whole.rays());
        if (reason != null) {
            steps.add(new Proof.Close(reason));
            return result(null);
        }
        // the relaxation may be wrong; what does not reach the goal is still of no use
        return finish(root, goal(), null);
    }

    private Result fromRoot(Relaxation whole) {
        Rounding rounding = new Rounding(root);
        double[] duals = whole.duals().clone();
        consider(whole);
        long goal = goal();
        if (goal != Stage.NOT_ALLOWED) {
            Proof.Multipliers enough = rounding.below(duals, goal);
            if (enough != null) {
                steps.add(new Proof.Close(enough));
                bound = goal - 1;
                return result(enough);
            }
        }
        if (whole.coarse()) {
            hunt(whole, rounding, duals);
        }
        Proof.Multipliers fine = rounding.fine(duals, 1L << 22);
        ExactBound exact = rounding.bound();
        long most = Math.floorDiv(exact.margin(fine.objective(), 0), fine.objective());
        bound = most;
        long[] sizes = new long[root.free.length];
        for (int k = 0; k < sizes.length; k++) {
            sizes[k] = Math.abs(exact.reduced(k));
        }
        Arrays.sort(sizes);
        int mark = steps.size();
        for (int core = FIRST_CORE; ; core *= 2) {
            long target = goal();
            if (core < sizes.length) {
                target = Math.max(target, most - sizes[core] / fine.objective());
            }
            Region region = root.copy();
            while (steps.size() > mark) {
                steps.removeLast();
            }
            if (target != Stage.NOT_ALLOWED
                    && tighten(region, exact, exact.margin(fine.objective(), target))) {
                steps.add(new Proof.Tighten(fine));
                region.fold();
            } else {
                target = goal();
            }
            boolean last = target == goal();
            Result result = finish(region, target, fine);
            if (last || bestValue != Stage.NOT_ALLOWED && bestValue >= target) {
                return result;
            }
        }
    }

    /**
     * Looks for better cohorts near the corner of the relaxation, without proof: first for the best
     * there can be, then for any that is better.
     */
    private void hunt(Relaxation whole, Rounding rounding, double[] duals) {
        Proof.Multipliers fine = rounding.fine(duals, 1L << 10);
        long most = Math.floorDiv(rounding.bound().margin(fine.objective(), 0), fine.objective());
        double[] sizes = new double[root.free.length];
        whole.duals();
        for (int k = 0; k < sizes.length; k++) {
            sizes[k] = Math.abs(whole.reduced(k));
        }
        double[] sorted = sizes.clone();
        Arrays.sort(sorted);
        for (int core = FIRST_CORE; core / 2 < sizes.length && goal() <= most; core *= 2) {
            double limit = core < sizes.length ? sorted[core] : Double.POSITIVE_INFINITY;
            if (!hunt(whole, sizes, limit, most) && goal() < most) {
                hunt(whole, sizes, limit, goal());
            }
        }
    }

    private boolean hunt(Relaxation whole, double[] sizes, double limit, long target) {
        Region region = root.copy();
        for (int k = 0; k < sizes.length; k++) {
            if (sizes[k] > limit) {
                byte only = (byte) (whole.value(k) > 0.5 ? 1 : 0);
                region.least[root.free[k]] = only;
                region.most[root.free[k]] = only;
            }
        }
        region.fold();
        Search search = new Search(region, work, target, true);
        search.limit(HUNTED);
        search.run();
        int[] found = search.best();
        if (found != null) {
            suggest(found);
        }
        return found != null;
    }

    /** What has to be reached to matter. */
    private long goal() {
        return bestValue == Stage.NOT_ALLOWED ? floor : Math.max(floor, bestValue + stage.step());
    }

    private Result finish(Region region, long target, Proof.@Nullable Multipliers fine) {
        Search search = new Search(region, work, target, false);
        try {
            search.run();
        } finally {
            if (search.best() != null && search.bestValue() > bestValue) {
                best = search.best();
                bestValue = search.bestValue();
            }
        }
        steps.addAll(search.steps());
        return result(fine);
    }

    private Result result(Proof.@Nullable Multipliers rootMultipliers) {
        return new Result(best, bestValue, new Proof(steps), rootMultipliers);
    }

    private void consider(Relaxation whole) {
        int[] cohort = new int[root.least.length];
        int count = 0;
        for (int i = 0; i < cohort.length; i++) {
            if (root.least[i] == 1) {
                cohort[count++] = i;
            }
        }
        for (int k = 0; k < root.free.length; k++) {
            double value = whole.value(k);
            if (value > 1e-6 && value < 1 - 1e-6) {
                return;
            }
            if (value > 0.5) {
                cohort[count++] = root.free[k];
            }
        }
        cohort = Arrays.copyOf(cohort, count);
        Arrays.sort(cohort);
        suggest(cohort);
    }

    /** Fixes whoever would cost more than the margin; whether there was anybody. */
    private static boolean tighten(Region region, ExactBound exact, long margin) {
        boolean any = false;
        for (int k = 0; k < region.free.length; k++) {
            long reduced = exact.reduced(k);
            int candidate = region.free[k];
            if (margin < 0 || Math.abs(reduced) > margin) {
                if (reduced < 0) {
                    region.most[candidate] = region.least[candidate];
                } else {
                    region.least[candidate] = region.most[candidate];
                }
                any = true;
            }
        }
        return any;
    }
}

package org.rivages.cohort;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Branch and bound over a region, depth first. Every case it leaves is left for a reason in
 * integers, so that the finished tree is a proof.
 */
final class Search {
    /** One case: closed, or split into two. */
    private static final class Case {
        Proof.@Nullable Step step;
        @Nullable Case first;
        @Nullable Case second;
    }

    private static final int LOOKED_AT = 12;

    private final Region region;
    private final Relaxation relaxation;
    private final Rounding rounding;
    private final int[] folded;
    private final boolean stopAtFirst;
    private long target;
    private int @Nullable [] best;
    private long bestValue = Stage.NOT_ALLOWED;
    private final Case root = new Case();
    private boolean stopped;
    private final long[] undecided;
    private long nodes;
    private long limit = Long.MAX_VALUE;

    /**
     * @param target nothing below this is looked for
     * @param stopAtFirst ends with the first cohort that reaches the target; there is no proof then
     */
    Search(Region region, Work work, long target, boolean stopAtFirst) {
        this.region = region;
        this.relaxation = new Relaxation(region, work);
        this.rounding = new Rounding(region);
        this.target = target;
        this.undecided = new long[region.free.length];
        this.stopAtFirst = stopAtFirst;
        int count = 0;
        int[] in = new int[region.least.length];
        for (int i = 0; i < in.length; i++) {
            if (region.least[i] == 1) {
                in[count++] = i;
            }
        }
        this.folded = Arrays.copyOf(in, count);
    }

    /** Goes through all cases. */
    void run() {
        explore(root);
    }

    /** The best cohort found that reaches the target, ascending. */
    int @Nullable [] best() {
        return best;
    }

    long bestValue() {
        return bestValue;
    }

    /** The whole proof, in order. */
    List<Proof.Step> steps() {
        List<Proof.Step> steps = new ArrayList<>();
        Deque<Case> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Case one = open.pop();
            if (one.step != null) {
                steps.add(one.step);
            }
            if (one.second != null && one.first != null) {
                open.push(one.second);
                open.push(one.first);
            }
        }
        return steps;
    }

    /** Gives up after so many cases; there is no proof then. */
    void limit(long cases) {
        limit = cases;
    }

    private void explore(Case here) {
        if (nodes++ >= limit) {
            stopped = true;
            return;
        }
        Relaxation.Status status =
                relaxation.solve(target == Stage.NOT_ALLOWED ? Double.NEGATIVE_INFINITY : target);
        if (status == Relaxation.Status.CUT) {
            if (closeBelow(here)) {
                return;
            }
            status = relaxation.solve(Double.NEGATIVE_INFINITY);
        }
        if (status == Relaxation.Status.INFEASIBLE) {
            Proof.Multipliers reason = rounding.contradiction(relaxation.rays());
            if (reason != null) {
                here.step = new Proof.Close(reason);
                return;
            }
        } else {
            if (target != Stage.NOT_ALLOWED
                    && relaxation.objective() < target
                    && closeBelow(here)) {
                return;
            }
            if (integral()) {
                consider(k -> relaxation.value(k) > 0.5);
                if (stopped || target != Stage.NOT_ALLOWED && closeBelow(here)) {
                    return;
                }
            }
        }
        split(here);
    }

    private boolean closeBelow(Case here) {
        Proof.Multipliers reason = rounding.below(relaxation.duals(), target);
        if (reason != null) {
            here.step = new Proof.Close(reason);
        }
        return reason != null;
    }

    private boolean integral() {
        for (int k = 0; k < region.free.length; k++) {
            double value = relaxation.value(k);
            if (value > 1e-6 && value < 1 - 1e-6) {
                return false;
            }
        }
        return true;
    }

    private void consider(IntPredicate in) {
        int[] cohort = Arrays.copyOf(folded, folded.length + region.free.length);
        int count = folded.length;
        for (int k = 0; k < region.free.length; k++) {
            if (in.test(k)) {
                cohort[count++] = region.free[k];
            }
        }
        cohort = Arrays.copyOf(cohort, count);
        Arrays.sort(cohort);
        long value = region.stage.value(cohort);
        if (value != Stage.NOT_ALLOWED && value > bestValue && value >= target) {
            best = cohort;
            bestValue = value;
            target = value + region.stage.step();
            stopped = stopAtFirst;
        }
    }

    private void split(Case here) {
        int helper = chooseHelper();
        if (helper >= 0) {
            splitHelper(here, helper);
            return;
        }
        int candidate = chooseCandidate();
        if (candidate >= 0) {
            splitCandidate(here, candidate);
        } else {
            decide(here);
        }
    }

    /**
     * Every candidate is decided, and the relaxation could not say why that will not do: the cohort
     * itself is looked at, then row by row, in the end helper by helper.
     */
    private void decide(Case here) {
        consider(k -> region.least[region.free[k]] == 1);
        if (stopped) {
            return;
        }
        Proof.Multipliers reason = rounding.decided(target);
        if (reason != null) {
            here.step = new Proof.Close(reason);
            return;
        }
        for (int h = 0; h < region.helperLower.length; h++) {
            if (region.helperLower[h] < region.helperUpper[h]) {
                splitHelper(here, h);
                return;
            }
        }
        throw new IllegalStateException("a decided case could not be closed");
    }

    /** The most undecided helper, or -1. */
    private int chooseHelper() {
        int chosen = -1;
        double most = 1e-6;
        for (int h = 0; h < region.helperLower.length; h++) {
            double value = relaxation.helperValue(h);
            double distance = Math.abs(value - Math.rint(value));
            if (distance > most + 1e-9 && region.helperLower[h] < region.helperUpper[h]) {
                most = distance;
                chosen = h;
            }
        }
        return chosen;
    }

    private void splitHelper(Case here, int helper) {
        double value = relaxation.helperValue(helper);
        long lower = region.helperLower[helper];
        long upper = region.helperUpper[helper];
        // a relaxation that failed can say anything; each side must be smaller than the whole
        long at = Math.clamp((long) Math.floor(value), lower, upper - 1);
        here.step = new Proof.Split(Proof.On.HELPER, helper, at);
        here.first = new Case();
        here.second = new Case();
        boolean upFirst = value - at >= 0.5;
        for (int side = 0; side < 2 && !stopped; side++) {
            boolean up = upFirst == (side == 0);
            region.helperLower[helper] = up ? at + 1 : lower;
            region.helperUpper[helper] = up ? upper : at;
            relaxation.helperChanged(helper);
            explore(up ? here.second : here.first);
        }
        region.helperLower[helper] = lower;
        region.helperUpper[helper] = upper;
        relaxation.helperChanged(helper);
    }

    private void splitCandidate(Case here, int chosen) {
        int candidate = region.free[chosen];
        here.step = new Proof.Split(Proof.On.CANDIDATE, candidate, 0);
        here.first = new Case();
        here.second = new Case();
        boolean inFirst = relaxation.value(chosen) >= 0.5;
        for (int side = 0; side < 2 && !stopped; side++) {
            boolean in = inFirst == (side == 0);
            region.least[candidate] = (byte) (in ? 1 : 0);
            region.most[candidate] = (byte) (in ? 1 : 0);
            relaxation.candidateChanged(chosen);
            explore(in ? here.second : here.first);
        }
        region.least[candidate] = 0;
        region.most[candidate] = 1;
        relaxation.candidateChanged(chosen);
    }

    /**
     * Of the most undecided the one that costs most either way; where all are decided by the
     * relaxation, any that is not yet fixed; -1 where all are fixed.
     */
    private int chooseCandidate() {
        int count = 0;
        int any = -1;
        for (int k = 0; k < region.free.length; k++) {
            int candidate = region.free[k];
            if (region.least[candidate] == region.most[candidate]) {
                continue;
            }
            any = any < 0 ? k : any;
            double value = relaxation.value(k);
            if (value > 1e-6 && value < 1 - 1e-6) {
                undecided[count++] = (Math.round(Math.abs(value - 0.5) * 1e6) << 32) | k;
            }
        }
        if (count == 0) {
            return any;
        }
        Arrays.sort(undecided, 0, count);
        int chosen = (int) undecided[0];
        double most = -1;
        for (int q = 0; q < Math.min(count, LOOKED_AT); q++) {
            int k = (int) undecided[q];
            double in = Math.min(1, relaxation.drop(k, true));
            double out = Math.min(1, relaxation.drop(k, false));
            double worth = Math.max(in, 1e-9) * Math.max(out, 1e-9);
            if (worth > most) {
                most = worth;
                chosen = k;
            }
        }
        return chosen;
    }
}

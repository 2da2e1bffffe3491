package org.rivages.cohort;

import java.util.Arrays;

/**
 * Chooses who enters the basis: goes along the reduced costs in order and flips bounds as long as
 * the leaving variable stays outside its own bound. Among nearly equal ratios the one with the
 * greatest pivot enters.
 */
final class RatioTest {
    static final int NOTHING = Integer.MIN_VALUE;
    private static final double SAME = 1e-10;
    private static final double LEAST_LEFT = 1e-9;

    private int count;
    private int[] variables = new int[64];
    private double[] ratios = new double[64];
    private double[] pivots = new double[64];
    private double[] ranges = new double[64];
    private int[] flips = new int[64];
    private int flipped;
    private double step;
    private double lost;

    void clear() {
        count = 0;
        flipped = 0;
    }

    void add(int variable, double ratio, double pivot, double range) {
        if (count == variables.length) {
            int more = 2 * count;
            variables = Arrays.copyOf(variables, more);
            ratios = Arrays.copyOf(ratios, more);
            pivots = Arrays.copyOf(pivots, more);
            ranges = Arrays.copyOf(ranges, more);
            flips = Arrays.copyOf(flips, more);
        }
        variables[count] = variable;
        ratios[count] = Math.max(0, ratio);
        pivots[count] = pivot;
        ranges[count++] = range;
    }

    /** The entering variable, or {@link #NOTHING}. */
    int choose(double outside) {
        for (int k = count / 2 - 1; k >= 0; k--) {
            sink(k);
        }
        double left = outside;
        double walked = 0;
        lost = 0;
        while (count > 0) {
            double least = ratios[0];
            lost += left * (least - walked);
            walked = least;
            int groupEnd = count;
            double spent = 0;
            while (count > 0 && ratios[0] <= least + SAME) {
                spent += pivots[0] * ranges[0];
                popToEnd();
            }
            if (left - spent <= LEAST_LEFT) {
                return enter(groupEnd, left);
            }
            left -= spent;
            for (int k = count; k < groupEnd; k++) {
                flips[flipped++] = variables[k];
            }
        }
        return NOTHING;
    }

    /** Of the group that ends the walk: the greatest pivot enters, others flip while they may. */
    private int enter(int groupEnd, double left) {
        int best = count;
        for (int k = count + 1; k < groupEnd; k++) {
            boolean greater = pivots[k] > pivots[best];
            if (greater || pivots[k] == pivots[best] && variables[k] > variables[best]) {
                best = k;
            }
        }
        double still = left;
        for (int k = count; k < groupEnd; k++) {
            double spent = pivots[k] * ranges[k];
            if (k != best && still - spent > LEAST_LEFT) {
                still -= spent;
                flips[flipped++] = variables[k];
            }
        }
        step = ratios[best];
        return variables[best];
    }

    private void popToEnd() {
        count--;
        swap(0, count);
        if (count > 0) {
            sink(0);
        }
    }

    private void sink(int start) {
        int k = start;
        while (true) {
            int child = 2 * k + 1;
            if (child >= count) {
                return;
            }
            if (child + 1 < count && before(child + 1, child)) {
                child++;
            }
            if (!before(child, k)) {
                return;
            }
            swap(k, child);
            k = child;
        }
    }

    private boolean before(int a, int b) {
        return ratios[a] < ratios[b] || ratios[a] == ratios[b] && variables[a] < variables[b];
    }

    private void swap(int a, int b) {
        int variable = variables[a];
        variables[a] = variables[b];
        variables[b] = variable;
        double ratio = ratios[a];
        ratios[a] = ratios[b];
        ratios[b] = ratio;
        double pivot = pivots[a];
        pivots[a] = pivots[b];
        pivots[b] = pivot;
        double range = ranges[a];
        ranges[a] = ranges[b];
        ranges[b] = range;
    }

    /** How much of the objective the last walk cost. */
    double lost() {
        return lost;
    }

    double step() {
        return step;
    }

    int flips() {
        return flipped;
    }

    int flip(int index) {
        return flips[index];
    }
}

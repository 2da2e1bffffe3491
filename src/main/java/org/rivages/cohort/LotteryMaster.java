package org.rivages.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cohorts found so far, and how tickets spread over them make the lowest chance as high as they
 * can. Cohorts with equal numbers of every class are one.
 */
final class LotteryMaster {
    private final LotteryOrbits orbits;
    private final Work work;
    private final List<int[]> cohorts = new ArrayList<>();
    private final List<int[]> counts = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    LotteryMaster(LotteryOrbits orbits, Work work) {
        this.orbits = orbits;
        this.work = work;
    }

    /** False where an equal one is known. */
    boolean add(int[] cohort) {
        int[] count = orbits.counts(cohort);
        if (!known.add(Arrays.toString(count))) {
            return false;
        }
        cohorts.add(cohort);
        counts.add(count);
        return true;
    }

    List<int[]> cohorts() {
        return cohorts;
    }

    List<int[]> counts() {
        return counts;
    }

    /**
     * @param lowest the highest lowest chance of those whose chance is still open
     * @param weights class → what one member of it weighs; not negative
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Level(double lowest, double[] weights) {}

    /**
     * @param settled class → its chance; null for those that are open
     */
    Level raise(@Nullable Fraction[] settled) {
        int classes = orbits.count();
        int pool = cohorts.size();
        double[][] equations = new double[classes + 1][pool + 1 + classes];
        double[] right = new double[classes + 1];
        for (int o = 0; o < classes; o++) {
            for (int c = 0; c < pool; c++) {
                equations[o][c] = (double) counts.get(c)[o] / orbits.size(o);
            }
            Fraction chance = settled[o];
            equations[o][pool] = chance == null ? -1 : 0;
            equations[o][pool + 1 + o] = -1;
            right[o] = chance == null ? 0 : chance.doubleValue() - 1e-10;
        }
        Arrays.fill(equations[classes], 0, pool, 1);
        right[classes] = 1;
        int[] own = new int[classes + 1];
        Arrays.setAll(own, o -> o < classes ? pool + 1 + o : -1);
        LotteryTableau tableau = new LotteryTableau(equations, right, own, work);
        tableau.feasible();
        double[] function = new double[pool + 1 + classes];
        function[pool] = 1;
        double lowest = tableau.maximise(function);
        double[] weights = new double[classes];
        for (int o = 0; o < classes; o++) {
            weights[o] = Math.max(0, tableau.reduced(pool + 1 + o)) / orbits.size(o);
        }
        return new Level(lowest, weights);
    }

    /** Numbers of few cohorts over which tickets can be spread so that these are the chances. */
    int[] support(Fraction[] chances) {
        int classes = orbits.count();
        int pool = cohorts.size();
        double[][] equations = new double[classes + 1][pool];
        double[] right = new double[classes + 1];
        for (int o = 0; o < classes; o++) {
            for (int c = 0; c < pool; c++) {
                equations[o][c] = (double) counts.get(c)[o] / orbits.size(o);
            }
            right[o] = chances[o].doubleValue();
        }
        Arrays.fill(equations[classes], 1);
        right[classes] = 1;
        int[] own = new int[classes + 1];
        Arrays.fill(own, -1);
        LotteryTableau tableau = new LotteryTableau(equations, right, own, work);
        tableau.feasible();
        List<Integer> support = new ArrayList<>();
        for (int c = 0; c < pool; c++) {
            if (tableau.basic(c)) {
                support.add(c);
            }
        }
        return support.stream().mapToInt(c -> c).toArray();
    }
}

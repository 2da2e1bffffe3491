package org.rivages.cohort;

/**
 * What integer multipliers of rows prove about a region: no cohort in it has an objective above the
 * total. Exact; a number that does not fit makes it prove nothing.
 */
final class ExactBound {
    private final Region region;
    private long high;
    private long low;
    private long[] multipliers = {};
    private long[] sums = {};

    ExactBound(Region region) {
        this.region = region;
    }

    /**
     * Adds up; false where the numbers are too large or an open bound would be needed.
     *
     * @param objective how many times the objective is taken
     */
    boolean evaluate(Proof.Multipliers weights) {
        int rows = region.rowLower.length;
        if (multipliers.length != rows) {
            multipliers = new long[rows];
        } else {
            java.util.Arrays.fill(multipliers, 0);
        }
        if (sums.length < region.free.length) {
            sums = new long[region.free.length];
        }
        for (int k = 0; k < weights.rows().length; k++) {
            multipliers[weights.rows()[k]] = weights.values()[k];
        }
        high = 0;
        low = 0;
        try {
            for (int k = 0; k < weights.rows().length; k++) {
                int row = weights.rows()[k];
                long value = weights.values()[k];
                long bound = value > 0 ? region.rowUpper[row] : region.rowLower[row];
                add(value, Math.subtractExact(bound, region.shift[row]));
            }
            add(weights.objective(), region.foldedCost);
            region.incidence.sums(multipliers, region.free, sums);
            candidates(weights.objective());
            helpers(weights);
        } catch (ArithmeticException _) {
            return false;
        }
        return true;
    }

    private void candidates(long objective) {
        for (int k = 0; k < region.free.length; k++) {
            int candidate = region.free[k];
            long cost = objective == 0 ? 0 : region.stage.cost(candidate);
            long reduced = Math.subtractExact(Math.multiplyExact(objective, cost), sums[k]);
            sums[k] = reduced;
            if (reduced > 0) {
                if (region.most[candidate] == 1) {
                    add(reduced, 1);
                }
            } else if (region.least[candidate] == 1) {
                add(reduced, 1);
            }
        }
    }

    private void helpers(Proof.Multipliers weights) {
        int helpers = region.helperLower.length;
        if (helpers == 0) {
            return;
        }
        long[] reduced = new long[helpers];
        for (int h = 0; h < helpers; h++) {
            reduced[h] =
                    Math.multiplyExact(weights.objective(), region.stage.helperCost(h));
        }
        for (int k = 0; k < weights.rows().length; k++) {
            Row row = region.stage.model().rows.get(weights.rows()[k]);
            for (int q = 0; q < row.helpers().length; q++) {
                long product = Math.multiplyExact(weights.values()[k], row.factors()[q]);
                int helper = row.helpers()[q];
                reduced[helper] = Math.subtractExact(reduced[helper], product);
            }
        }
        for (int h = 0; h < helpers; h++) {
            add(reduced[h], reduced[h] > 0 ? region.helperUpper[h] : region.helperLower[h]);
        }
    }

    private void add(long a, long b) {
        long product = a * b;
        high += Math.multiplyHigh(a, b);
        long before = low;
        low += product;
        if (Long.compareUnsigned(low, before) < 0) {
            high++;
        }
    }

    /** The total less {@code objective} times {@code target}; negative proves that it is missed. */
    long margin(long objective, long target) {
        long productLow = objective * target;
        long restHigh = high - Math.multiplyHigh(objective, target);
        long restLow = low - productLow;
        if (Long.compareUnsigned(low, productLow) < 0) {
            restHigh--;
        }
        if (restHigh == restLow >> 63) {
            return restLow;
        }
        return restHigh < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** What the free candidate at this place adds or costs, times {@code objective}. */
    long reduced(int place) {
        return sums[place];
    }
}

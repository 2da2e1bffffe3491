package org.rivages.cohort;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Turns weights from a computation with doubles into the whole numbers that they stand for. */
final class LotteryWeights {
    private static final long LARGEST = 1L << 28;
    private static final int LARGEST_UNDER = 2_000;

    private LotteryWeights() {}

    /** In the smallest whole numbers of the same proportions; null where there are none. */
    static long @Nullable [] whole(double[] weights) {
        double largest = Arrays.stream(weights).max().orElse(0);
        double unit = Double.MAX_VALUE;
        for (double weight : weights) {
            if (weight > largest * 1e-6) {
                unit = Math.min(unit, weight);
            }
        }
        if (largest <= 0) {
            return null;
        }
        long under = 1;
        for (double weight : weights) {
            long own = weight > largest * 1e-6 ? denominator(weight / unit) : 1;
            if (own == 0) {
                return null;
            }
            under = under / divisor(under, own) * own;
            if (under > LARGEST) {
                return null;
            }
        }
        long[] whole = new long[weights.length];
        long common = 0;
        for (int o = 0; o < whole.length; o++) {
            if (weights[o] / unit * under > LARGEST) {
                return null;
            }
            whole[o] = weights[o] > largest * 1e-6 ? Math.round(weights[o] / unit * under) : 0;
            common = divisor(whole[o], common);
        }
        for (int o = 0; o < whole.length; o++) {
            whole[o] /= common;
        }
        return whole;
    }

    /** Rounded, only good enough to look for a cohort. */
    static long[] rounded(double[] weights) {
        double largest = Arrays.stream(weights).max().orElse(0);
        long[] rounded = new long[weights.length];
        for (int o = 0; o < rounded.length; o++) {
            rounded[o] = largest <= 0 ? 0 : Math.round(weights[o] / largest * (1 << 20));
        }
        return rounded;
    }

    /** Of the nearest simple fraction; 0 where none is near. */
    private static long denominator(double value) {
        double rest = value;
        long before = 0;
        long under = 1;
        for (int step = 0; step < 20; step++) {
            if (Math.abs(value * under - Math.rint(value * under)) < 1e-6 * under) {
                return under;
            }
            rest = 1 / (rest - Math.floor(rest));
            long next = (long) Math.floor(rest) * under + before;
            before = under;
            under = next;
            if (under > LARGEST_UNDER || under <= 0) {
                return 0;
            }
        }
        return 0;
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}

package org.rivages.cohort;

import org.jspecify.annotations.Nullable;

/** Turns multipliers in floating point into integers that prove something, as small as will do. */
final class Rounding {
    private static final long[] FACTORS = {1, 1 << 5, 1 << 10, 1 << 16, 1 << 22, 1 << 30};
    private static final double[] RAY_FACTORS = {1, 2, 12, 1 << 10, 1 << 16, 1 << 24, 1 << 30};
    private static final double LARGEST = 1L << 62;

    private final ExactBound bound;
    private final Region region;

    /** Rows of scores and drawn numbers: a rounded multiplier there errs once for each candidate. */
    private final int[] weighing;

    Rounding(Region region) {
        this.bound = new ExactBound(region);
        this.region = region;
        java.util.List<Row> rows = region.stage.model().rows;
        this.weighing =
                java.util.stream.IntStream.range(0, rows.size())
                        .filter(r -> rows.get(r).weights() != null)
                        .toArray();
    }

    /** Null where no rounding shows that {@code target} is missed. */
    Proof.@Nullable Multipliers below(double[] duals, long target) {
        for (long factor : FACTORS) {
            Proof.Multipliers rounded = round(duals, factor, factor);
            if (rounded == null) {
                return null;
            }
            if (bound.evaluate(rounded) && bound.margin(factor, target) < 0) {
                return rounded;
            }
        }
        return null;
    }

    /** Null where no rounding shows a contradiction. */
    Proof.@Nullable Multipliers contradiction(double[] ray) {
        double most = 0;
        for (double value : ray) {
            most = Math.max(most, Math.abs(value));
        }
        if (most == 0) {
            return null;
        }
        double least = most;
        for (double value : ray) {
            double size = Math.abs(value);
            least = size > 1e-6 * most ? Math.min(least, size) : least;
        }
        for (double factor : new double[] {1 / least, 2 / least}) {
            Proof.Multipliers found = tryRay(ray, factor);
            if (found != null) {
                return found;
            }
        }
        for (int row : weighing) {
            double size = Math.abs(ray[row]);
            for (int power = 0; power <= 20 && size > 1e-12 * most; power += 4) {
                Proof.Multipliers found = tryRay(ray, (1 << power) / size);
                if (found != null) {
                    return found;
                }
            }
        }
        for (double factor : RAY_FACTORS) {
            Proof.Multipliers found = tryRay(ray, factor / most);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Proof.@Nullable Multipliers tryRay(double[] ray, double factor) {
        Proof.Multipliers rounded = round(ray, factor, 0);
        return rounded != null && bound.evaluate(rounded) && bound.margin(0, 0) < 0
                ? rounded
                : null;
    }

    /** For a cohort that is all decided: one row that it breaks, or what it reaches; null: neither. */
    Proof.@Nullable Multipliers decided(long target) {
        for (int r = 0; r < region.rowLower.length; r++) {
            for (long sign = -1; sign <= 1; sign += 2) {
                Proof.Multipliers one =
                        new Proof.Multipliers(0, new int[] {r}, new long[] {sign});
                if (bound.evaluate(one) && bound.margin(0, 0) < 0) {
                    return one;
                }
            }
        }
        Proof.Multipliers alone = new Proof.Multipliers(1, new int[0], new long[0]);
        return bound.evaluate(alone) && bound.margin(1, target) < 0 ? alone : null;
    }

    /** As exact as the numbers allow, whatever it proves. */
    Proof.Multipliers fine(double[] duals, long unit) {
        for (int f = FACTORS.length - 1; f >= 0; f--) {
            if (FACTORS[f] <= unit) {
                Proof.Multipliers rounded = round(duals, FACTORS[f], FACTORS[f]);
                if (rounded != null && bound.evaluate(rounded)) {
                    return rounded;
                }
            }
        }
        return new Proof.Multipliers(1, new int[0], new long[0]);
    }

    private static Proof.@Nullable Multipliers round(
            double[] values, double factor, long objective) {
        int count = 0;
        for (double value : values) {
            double scaled = value * factor;
            if (Math.abs(scaled) > LARGEST) {
                return null;
            }
            count += Math.rint(scaled) != 0 ? 1 : 0;
        }
        int[] rows = new int[count];
        long[] rounded = new long[count];
        int k = 0;
        for (int r = 0; r < values.length; r++) {
            double near = Math.rint(values[r] * factor);
            if (near != 0) {
                rows[k] = r;
                rounded[k++] = (long) near;
            }
        }
        return new Proof.Multipliers(objective, rows, rounded);
    }

    ExactBound bound() {
        return bound;
    }
}

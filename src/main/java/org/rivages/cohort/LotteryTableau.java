package org.rivages.cohort;

import java.util.Arrays;

/**
 * A small linear program in double precision: non-negative variables, equations, a linear function
 * to be made large; two phases on a dense tableau. Its results are guesses that integers verify.
 */
final class LotteryTableau {
    private static final double TINY = 1e-9;
    private static final double SMALLEST_PIVOT = 1e-7;
    private static final int PATIENCE = 200;
    private static final int END = 20_000;

    private final int rows;
    private final int columns;
    private final double[][] table;
    private final int[] basis;
    private final Work work;

    /**
     * @param equations one row of coefficients for each
     * @param right sides
     * @param own for each row a column that stands in no other row and begins in the basis where it
     *     can; -1 for none
     */
    LotteryTableau(double[][] equations, double[] right, int[] own, Work work) {
        this.work = work;
        rows = equations.length;
        columns = rows == 0 ? 0 : equations[0].length;
        // artificial variables stand behind the columns, the right side last
        table = new double[rows + 1][columns + rows + 1];
        basis = new int[rows];
        for (int r = 0; r < rows; r++) {
            double factor = own[r] < 0 ? 0 : equations[r][own[r]] * Math.signum(right[r]);
            boolean begins = own[r] >= 0 && (right[r] == 0 || factor > 0);
            double sign = begins ? 1 / equations[r][own[r]] : right[r] < 0 ? -1 : 1;
            for (int c = 0; c < columns; c++) {
                table[r][c] = sign * equations[r][c];
            }
            table[r][columns + rows] = sign * right[r];
            table[r][columns + r] = begins ? 0 : 1;
            basis[r] = begins ? own[r] : columns + r;
        }
    }

    /** How far the equations are from holding; 0 where they can. */
    double feasible() {
        double[] cost = table[rows];
        Arrays.fill(cost, 0);
        for (int r = 0; r < rows; r++) {
            if (basis[r] >= columns) {
                for (int c = 0; c < columns; c++) {
                    cost[c] -= table[r][c];
                }
                cost[columns + rows] -= table[r][columns + rows];
            }
        }
        run();
        double missing = -table[rows][columns + rows];
        for (int r = 0; r < rows; r++) {
            drive(r);
        }
        return missing;
    }

    /** An artificial variable leaves the basis where another one can take its place. */
    private void drive(int r) {
        if (basis[r] < columns) {
            return;
        }
        int best = -1;
        for (int c = 0; c < columns; c++) {
            if (Math.abs(table[r][c]) > 1e-7
                    && (best < 0 || Math.abs(table[r][c]) > Math.abs(table[r][best]))) {
                best = c;
            }
        }
        if (best >= 0) {
            pivot(r, best);
        }
    }

    /** After {@link #feasible}: the greatest value of the function. */
    double maximise(double[] function) {
        double[] cost = table[rows];
        Arrays.fill(cost, 0);
        for (int c = 0; c < columns; c++) {
            cost[c] = -function[c];
        }
        for (int r = 0; r < rows; r++) {
            double factor = basis[r] < columns ? function[basis[r]] : 0;
            for (int c = 0; factor != 0 && c < cost.length; c++) {
                cost[c] += factor * table[r][c];
            }
        }
        run();
        return table[rows][columns + rows];
    }

    private void run() {
        double last = Double.NEGATIVE_INFINITY;
        int still = 0;
        for (int step = 0; step < END; step++) {
            work.spend();
            double value = table[rows][columns + rows];
            still = value > last + 1e-12 ? 0 : still + 1;
            last = Math.max(last, value);
            int in = entering(still > PATIENCE);
            int out = in < 0 ? -1 : leaving(in);
            if (out < 0) {
                return;
            }
            pivot(out, in);
        }
    }

    /** The steepest column; where nothing moves, the first one, which ends every circle. */
    private int entering(boolean first) {
        int best = -1;
        for (int c = 0; c < columns; c++) {
            if (table[rows][c] < -TINY
                    && (best < 0 || !first && table[rows][c] < table[rows][best])) {
                best = c;
            }
        }
        return best;
    }

    /** Among the nearest rows the one with the largest pivot, which keeps errors small. */
    private int leaving(int in) {
        double least = Double.MAX_VALUE;
        for (int r = 0; r < rows; r++) {
            if (table[r][in] > SMALLEST_PIVOT) {
                least = Math.min(least, ratio(r, in));
            }
        }
        int best = -1;
        for (int r = 0; r < rows; r++) {
            if (table[r][in] > SMALLEST_PIVOT
                    && ratio(r, in) <= least + 1e-12
                    && (best < 0 || table[r][in] > table[best][in])) {
                best = r;
            }
        }
        return best;
    }

    private double ratio(int r, int in) {
        return Math.max(0, table[r][columns + rows]) / table[r][in];
    }

    private void pivot(int r, int c) {
        double[] row = table[r];
        double divisor = row[c];
        for (int k = 0; k < row.length; k++) {
            row[k] /= divisor;
        }
        for (int other = 0; other <= rows; other++) {
            double factor = table[other][c];
            if (other == r || Math.abs(factor) < 1e-14) {
                continue;
            }
            double[] target = table[other];
            for (int k = 0; k < row.length; k++) {
                target[k] -= factor * row[k];
            }
            target[c] = 0;
        }
        basis[r] = c;
    }

    /** What raising a variable that is 0 would cost. */
    double reduced(int column) {
        return table[rows][column];
    }

    boolean basic(int column) {
        for (int b : basis) {
            if (b == column) {
                return true;
            }
        }
        return false;
    }
}

package org.rivages.cohort;

import java.util.Arrays;

/**
 * Maximises a linear objective over boxed columns and boxed rows: dual simplex with bound flipping,
 * steepest edge and an explicit inverse of the basis. Every column and every row has two finite
 * bounds, so any basis is a start once each column outside it stands at the bound its reduced cost
 * asks for. Columns and rows can be added, bounds changed, and the next call goes on from where the
 * last one ended.
 *
 * <p>All of it is floating point, so all of it is a guess: only {@link ExactBound} proves.
 */
final class Simplex {
    enum Status {
        OPTIMAL,
        INFEASIBLE,
        /** The objective fell below what was asked for. */
        CUT
    }

    private static final double FEASIBLE = 1e-7;
    private static final double PIVOT = 1e-7;
    private static final double ZERO = 1e-11;
    private static final int REFACTOR = 300;

    private Work work;
    private final Inverse inverse = new Inverse();
    private final RatioTest ratio = new RatioTest();
    private int columns;
    private int rows;
    private int[][] columnRows = new int[16][];
    private double[][] columnValues = new double[16][];
    private double[] cost = new double[16];
    private double[] lower = new double[16];
    private double[] upper = new double[16];
    private double[] reduced = new double[16];
    private double[] alpha = new double[16];
    private boolean[] high = new boolean[16];
    private int[] place = new int[16];
    private double[] rowLower = new double[16];
    private double[] rowUpper = new double[16];
    private double[] rowReduced = new double[16];
    private double[] rowAlpha = new double[16];
    private boolean[] rowHigh = new boolean[16];
    private int[] rowPlace = new int[16];

    /** Column numbers, or {@code ~row} for the slack of a row. */
    private int[] basis = new int[16];

    private double[] basic = new double[16];
    private double[] scratch = new double[16];
    private double[] entering = new double[16];
    private double[] ray = {};
    private double objective;
    private int sinceFactor;
    private boolean stale;

    Simplex(Work work) {
        this.work = work;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** The column starts at its lower bound, or its upper one where that pays. */
    int addColumn(int[] inRows, double[] values, double costs, double low, double up) {
        if (columns == cost.length) {
            int more = 2 * columns;
            columnRows = Arrays.copyOf(columnRows, more);
            columnValues = Arrays.copyOf(columnValues, more);
            cost = Arrays.copyOf(cost, more);
            lower = Arrays.copyOf(lower, more);
            upper = Arrays.copyOf(upper, more);
            reduced = Arrays.copyOf(reduced, more);
            alpha = Arrays.copyOf(alpha, more);
            high = Arrays.copyOf(high, more);
            place = Arrays.copyOf(place, more);
        }
        int column = columns++;
        columnRows[column] = inRows;
        columnValues[column] = values;
        cost[column] = costs;
        lower[column] = low;
        upper[column] = up;
        place[column] = -1;
        double price = costs;
        for (int k = 0; k < inRows.length; k++) {
            price -= rowReduced[inRows[k]] * values[k];
        }
        reduced[column] = price;
        high[column] = price > 0;
        return column;
    }

    /** The row's slack is basic. Entries name columns that exist already. */
    int addRow(double low, double up, int[] inColumns, double[] values, int count) {
        if (rows == rowLower.length) {
            int more = 2 * rows;
            rowLower = Arrays.copyOf(rowLower, more);
            rowUpper = Arrays.copyOf(rowUpper, more);
            rowReduced = Arrays.copyOf(rowReduced, more);
            rowAlpha = Arrays.copyOf(rowAlpha, more);
            rowHigh = Arrays.copyOf(rowHigh, more);
            rowPlace = Arrays.copyOf(rowPlace, more);
            basis = Arrays.copyOf(basis, more);
            basic = Arrays.copyOf(basic, more);
            scratch = Arrays.copyOf(scratch, more);
            entering = Arrays.copyOf(entering, more);
        }
        int row = rows++;
        rowLower[row] = low;
        rowUpper[row] = up;
        rowReduced[row] = 0;
        rowPlace[row] = row;
        basis[row] = ~row;
        double[] mine = inverse.grow();
        for (int k = 0; k < count; k++) {
            int column = inColumns[k];
            int length = columnRows[column].length;
            columnRows[column] = Arrays.copyOf(columnRows[column], length + 1);
            columnValues[column] = Arrays.copyOf(columnValues[column], length + 1);
            columnRows[column][length] = row;
            columnValues[column][length] = values[k];
            if (place[column] >= 0) {
                inverse.addTo(mine, place[column], values[k]);
            }
        }
        mine[row] = -1;
        inverse.norm(row);
        return row;
    }

    void bounds(int column, double low, double up) {
        lower[column] = low;
        upper[column] = up;
    }

    double lower(int column) {
        return lower[column];
    }

    double upper(int column) {
        return upper[column];
    }

    void rowBounds(int row, double low, double up) {
        rowLower[row] = low;
        rowUpper[row] = up;
    }

    double rowLower(int row) {
        return rowLower[row];
    }

    double rowUpper(int row) {
        return rowUpper[row];
    }

    void cost(int column, double costs) {
        if (cost[column] != costs) {
            cost[column] = costs;
            stale = true;
        }
    }

    void work(Work other) {
        work = other;
    }

    double value(int column) {
        return place[column] >= 0 ? basic[place[column]] : high[column] ? upper[column] : lower[column];
    }

    double rowValue(int row) {
        return rowPlace[row] >= 0
                ? basic[rowPlace[row]]
                : rowHigh[row] ? rowUpper[row] : rowLower[row];
    }

    /** The multiplier of a row: positive where its upper bound holds the objective down. */
    double dual(int row) {
        return rowPlace[row] >= 0 ? 0 : rowReduced[row];
    }

    double reduced(int column) {
        return place[column] >= 0 ? 0 : reduced[column];
    }

    boolean isBasic(int column) {
        return place[column] >= 0;
    }

    double objective() {
        return objective;
    }

    /** After {@link Status#INFEASIBLE}: multipliers of rows that contradict each other. */
    double[] ray() {
        return ray;
    }

    /** Maximises; gives up as soon as the objective is known to stay below {@code cut}. */
    Status solve(double cut) {
        if (stale || sinceFactor >= REFACTOR) {
            factor();
        }
        settle();
        int repeats = 0;
        for (int count = 0; ; count++) {
            if (sinceFactor >= REFACTOR) {
                factor();
                settle();
            }
            int leaving = leaving();
            if (leaving < 0) {
                if (sinceFactor > 0 && repeats++ < 3 && !exact()) {
                    factor();
                    settle();
                    continue;
                }
                sum();
                return Status.OPTIMAL;
            }
            if ((count & 7) == 0 && cut > Double.NEGATIVE_INFINITY) {
                sum();
                if (objective < cut) {
                    return Status.CUT;
                }
            }
            work.spend();
            if (!iterate(leaving)) {
                if (sinceFactor == 0 || repeats++ >= 3) {
                    return Status.INFEASIBLE;
                }
                factor();
                settle();
            }
        }
    }

    /** Whether the rows really have the values that the basis says, and duals their signs. */
    private boolean exact() {
        double[] sums = scratch;
        Arrays.fill(sums, 0, rows, 0);
        for (int j = 0; j < columns; j++) {
            double value = value(j);
            if (value != 0) {
                int[] inRows = columnRows[j];
                for (int k = 0; k < inRows.length; k++) {
                    sums[inRows[k]] += value * columnValues[j][k];
                }
            }
        }
        for (int r = 0; r < rows; r++) {
            if (Math.abs(sums[r] - rowValue(r)) > FEASIBLE) {
                return false;
            }
        }
        for (int j = 0; j < columns; j++) {
            if (place[j] < 0 && upper[j] > lower[j]) {
                double price = cost[j];
                int[] inRows = columnRows[j];
                for (int k = 0; k < inRows.length; k++) {
                    price -= dual(inRows[k]) * columnValues[j][k];
                }
                if (high[j] ? price < -1e-9 : price > 1e-9) {
                    return false;
                }
            }
        }
        return true;
    }

    private void sum() {
        double total = 0;
        for (int j = 0; j < columns; j++) {
            total += cost[j] * value(j);
        }
        objective = total;
    }

    /** The basic variable that is farthest outside its bounds, measured along its edge; -1: none. */
    private int leaving() {
        int worst = -1;
        double most = 0;
        for (int i = 0; i < rows; i++) {
            int variable = basis[i];
            double low = variable >= 0 ? lower[variable] : rowLower[~variable];
            double up = variable >= 0 ? upper[variable] : rowUpper[~variable];
            double outside = Math.max(low - basic[i], basic[i] - up);
            if (outside > FEASIBLE) {
                double size = outside * outside / inverse.norms[i];
                if (size > most) {
                    most = size;
                    worst = i;
                }
            }
        }
        return worst;
    }

    /** One step; false where the row of the basis proves that nothing is feasible. */
    private boolean iterate(int leaving) {
        int out = basis[leaving];
        double low = out >= 0 ? lower[out] : rowLower[~out];
        double up = out >= 0 ? upper[out] : rowUpper[~out];
        boolean above = basic[leaving] > up;
        double sign = above ? -1 : 1;
        double[] rho = inverse.rows[leaving];
        collect(rho, sign);
        double outside = above ? basic[leaving] - up : low - basic[leaving];
        int in = ratio.choose(outside);
        if (in == RatioTest.NOTHING) {
            ray = new double[rows];
            for (int r = 0; r < rows; r++) {
                ray[r] = sign * rho[r];
            }
            return false;
        }
        column(in);
        double pivot = entering[leaving];
        double expected = in >= 0 ? alpha[in] : rowAlpha[~in];
        if (Math.abs(pivot - expected) > 1e-7 * (1 + Math.abs(pivot)) && sinceFactor > 0) {
            factor();
            settle();
            return true;
        }
        double step = sign * ratio.step();
        for (int j = 0; j < columns; j++) {
            if (place[j] < 0) {
                reduced[j] -= step * alpha[j];
            }
        }
        for (int r = 0; r < rows; r++) {
            if (rowPlace[r] < 0) {
                rowReduced[r] -= step * rowAlpha[r];
            }
        }
        flip();
        pivot(leaving, in, above ? up : low, above, -step);
        return true;
    }

    /** What one step at least costs when a basic column must go to a bound; infinite: it cannot. */
    double drop(int column, boolean up) {
        int at = place[column];
        collect(inverse.rows[at], up ? 1 : -1);
        double outside = up ? upper[column] - basic[at] : basic[at] - lower[column];
        return ratio.choose(outside) == RatioTest.NOTHING
                ? Double.POSITIVE_INFINITY
                : ratio.lost();
    }

    /** What each variable outside the basis does to the leaving one, and who may enter. */
    private void collect(double[] rho, double sign) {
        ratio.clear();
        for (int j = 0; j < columns; j++) {
            if (place[j] >= 0) {
                continue;
            }
            double sum = 0;
            int[] inRows = columnRows[j];
            double[] values = columnValues[j];
            for (int k = 0; k < inRows.length; k++) {
                sum += rho[inRows[k]] * values[k];
            }
            alpha[j] = sum;
            double range = upper[j] - lower[j];
            double towards = sign * sum;
            if (range > 0 && (high[j] ? towards > PIVOT : towards < -PIVOT)) {
                ratio.add(j, reduced[j] / towards, Math.abs(sum), range);
            }
        }
        for (int r = 0; r < rows; r++) {
            if (rowPlace[r] >= 0) {
                continue;
            }
            double sum = -rho[r];
            rowAlpha[r] = sum;
            double range = rowUpper[r] - rowLower[r];
            double towards = sign * sum;
            if (range > 0 && (rowHigh[r] ? towards > PIVOT : towards < -PIVOT)) {
                ratio.add(~r, rowReduced[r] / towards, Math.abs(sum), range);
            }
        }
    }

    /** The entering column in terms of the basis. */
    private void column(int in) {
        if (in >= 0) {
            inverse.times(columnRows[in], columnValues[in], entering);
        } else {
            inverse.column(~in, entering);
        }
    }

    private void flip() {
        int count = ratio.flips();
        if (count == 0) {
            return;
        }
        double[] moved = scratch;
        Arrays.fill(moved, 0, rows, 0);
        for (int f = 0; f < count; f++) {
            int variable = ratio.flip(f);
            if (variable >= 0) {
                double change = upper[variable] - lower[variable];
                change = high[variable] ? -change : change;
                high[variable] = !high[variable];
                int[] inRows = columnRows[variable];
                for (int k = 0; k < inRows.length; k++) {
                    moved[inRows[k]] += change * columnValues[variable][k];
                }
            } else {
                int row = ~variable;
                double change = rowUpper[row] - rowLower[row];
                moved[row] -= rowHigh[row] ? -change : change;
                rowHigh[row] = !rowHigh[row];
            }
        }
        inverse.subtract(moved, basic);
    }

    private void pivot(int leaving, int in, double target, boolean above, double left) {
        double length = (basic[leaving] - target) / entering[leaving];
        for (int i = 0; i < rows; i++) {
            basic[i] -= length * entering[i];
        }
        int out = basis[leaving];
        if (out >= 0) {
            place[out] = -1;
            high[out] = above;
            reduced[out] = left;
        } else {
            rowPlace[~out] = -1;
            rowHigh[~out] = above;
            rowReduced[~out] = left;
        }
        double from;
        if (in >= 0) {
            from = high[in] ? upper[in] : lower[in];
            place[in] = leaving;
            reduced[in] = 0;
        } else {
            from = rowHigh[~in] ? rowUpper[~in] : rowLower[~in];
            rowPlace[~in] = leaving;
            rowReduced[~in] = 0;
        }
        basis[leaving] = in;
        basic[leaving] = from + length;
        inverse.pivot(leaving, entering);
        sinceFactor++;
    }

    /** Puts everything outside the basis where its reduced cost asks, and recomputes the basis. */
    private void settle() {
        double[] sums = scratch;
        Arrays.fill(sums, 0, rows, 0);
        for (int j = 0; j < columns; j++) {
            if (place[j] >= 0) {
                continue;
            }
            high[j] = Math.abs(reduced[j]) > ZERO ? reduced[j] > 0 : high[j];
            double value = high[j] ? upper[j] : lower[j];
            if (value != 0) {
                int[] inRows = columnRows[j];
                for (int k = 0; k < inRows.length; k++) {
                    sums[inRows[k]] += value * columnValues[j][k];
                }
            }
        }
        for (int r = 0; r < rows; r++) {
            if (rowPlace[r] < 0) {
                rowHigh[r] = Math.abs(rowReduced[r]) > ZERO ? rowReduced[r] > 0 : rowHigh[r];
                sums[r] -= rowHigh[r] ? rowUpper[r] : rowLower[r];
            }
        }
        Arrays.fill(basic, 0, rows, 0);
        inverse.subtract(sums, basic);
    }

    /** The inverse, the multipliers and the reduced costs from scratch. */
    private void factor() {
        stale = false;
        sinceFactor = 0;
        for (int dropped : inverse.factor(rows, basis, rowPlace, columnRows, columnValues)) {
            place[dropped] = -1;
            high[dropped] = false;
        }
        double[] y = scratch;
        Arrays.fill(y, 0, rows, 0);
        for (int i = 0; i < rows; i++) {
            if (basis[i] >= 0) {
                place[basis[i]] = i;
                inverse.addScaled(y, i, cost[basis[i]]);
            }
        }
        for (int r = 0; r < rows; r++) {
            rowReduced[r] = rowPlace[r] >= 0 ? 0 : y[r];
        }
        for (int j = 0; j < columns; j++) {
            double price = cost[j];
            int[] inRows = columnRows[j];
            for (int k = 0; k < inRows.length; k++) {
                price -= rowReduced[inRows[k]] * columnValues[j][k];
            }
            reduced[j] = place[j] >= 0 ? 0 : price;
        }
    }
}

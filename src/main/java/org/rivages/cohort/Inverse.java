package org.rivages.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The inverse of a simplex basis, dense, with the squared length of each row. The column of a row's
 * slack is minus the unit vector.
 */
final class Inverse {
    private static final double SINGULAR = 1e-9;

    double[][] rows = new double[16][];
    double[] norms = new double[16];
    private int size;
    private int[] nonzero = new int[16];

    /** Room for one more row and column; gives the new row, all zero. */
    double[] grow() {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
            norms = Arrays.copyOf(norms, 2 * size);
            nonzero = new int[2 * size];
        }
        int width = rows.length;
        for (int i = 0; i < size; i++) {
            if (rows[i].length < width) {
                rows[i] = Arrays.copyOf(rows[i], width);
            }
            rows[i][size] = 0;
        }
        rows[size] = new double[width];
        return rows[size++];
    }

    void addTo(double[] target, int row, double factor) {
        double[] mine = rows[row];
        for (int k = 0; k < size; k++) {
            target[k] += factor * mine[k];
        }
    }

    void addScaled(double[] target, int row, double factor) {
        if (factor != 0) {
            addTo(target, row, factor);
        }
    }

    void norm(int row) {
        double sum = 0;
        double[] mine = rows[row];
        for (int k = 0; k < size; k++) {
            sum += mine[k] * mine[k];
        }
        norms[row] = Math.max(sum, 1e-12);
    }

    /** Inverse times a sparse column. */
    void times(int[] at, double[] values, double[] result) {
        for (int i = 0; i < size; i++) {
            double[] mine = rows[i];
            double sum = 0;
            for (int k = 0; k < at.length; k++) {
                sum += mine[at[k]] * values[k];
            }
            result[i] = sum;
        }
    }

    /** Inverse times the column of a slack. */
    void column(int slack, double[] result) {
        for (int i = 0; i < size; i++) {
            result[i] = -rows[i][slack];
        }
    }

    /** {@code target} minus inverse times {@code vector}. */
    void subtract(double[] vector, double[] target) {
        int count = 0;
        for (int k = 0; k < size; k++) {
            if (vector[k] != 0) {
                nonzero[count++] = k;
            }
        }
        for (int i = 0; i < size; i++) {
            double[] mine = rows[i];
            double sum = 0;
            for (int q = 0; q < count; q++) {
                int k = nonzero[q];
                sum += mine[k] * vector[k];
            }
            target[i] -= sum;
        }
    }

    /** The column {@code entering}, given in terms of the old basis, takes the place of a row. */
    void pivot(int leaving, double[] entering) {
        double[] pivotRow = rows[leaving];
        double scale = 1 / entering[leaving];
        int count = 0;
        for (int k = 0; k < size; k++) {
            if (pivotRow[k] != 0) {
                if (Math.abs(pivotRow[k]) < 1e-14) {
                    pivotRow[k] = 0;
                    continue;
                }
                pivotRow[k] *= scale;
                nonzero[count++] = k;
            }
        }
        boolean sparse = 3 * count < size;
        for (int i = 0; i < size; i++) {
            double factor = entering[i];
            if (i == leaving || Math.abs(factor) < 1e-13) {
                continue;
            }
            double[] mine = rows[i];
            if (sparse) {
                for (int q = 0; q < count; q++) {
                    int k = nonzero[q];
                    mine[k] -= factor * pivotRow[k];
                }
            } else {
                for (int k = 0; k < size; k++) {
                    mine[k] -= factor * pivotRow[k];
                }
            }
            norm(i);
        }
        norm(leaving);
    }

    /**
     * Inverts from scratch. Only the columns that are no slacks, in the rows whose slack is not
     * basic, need work. Columns that depend on others are replaced by slacks.
     *
     * @param basis column numbers or {@code ~row}; changed where a column had to go
     * @param rowPlace for every row the place of its slack in the basis, or -1; changed likewise
     * @return the columns that had to go
     */
    List<Integer> factor(
            int count, int[] basis, int[] rowPlace, int[][] columnRows, double[][] columnValues) {
        int[] openRows = new int[count];
        int[] local = new int[count];
        Arrays.fill(local, -1);
        int opened = 0;
        for (int r = 0; r < count; r++) {
            if (rowPlace[r] < 0) {
                local[r] = opened;
                openRows[opened++] = r;
            }
        }
        int[] open = Arrays.copyOf(openRows, opened);
        int[] places = new int[opened];
        int placed = 0;
        for (int i = 0; i < count; i++) {
            if (basis[i] >= 0) {
                places[placed++] = i;
            }
        }
        double[][] block = new double[opened][2 * opened];
        for (int k = 0; k < opened; k++) {
            int column = basis[places[k]];
            for (int q = 0; q < columnRows[column].length; q++) {
                int r = local[columnRows[column][q]];
                if (r >= 0) {
                    block[r][k] += columnValues[column][q];
                }
            }
            block[k][opened + k] = 1;
        }
        int bad = invert(block, opened);
        if (bad >= 0) {
            return repair(bad, block, places, open, basis, rowPlace, columnRows, columnValues, count);
        }
        spread(block, opened, places, open, basis, rowPlace, columnRows, columnValues, count);
        return new ArrayList<>();
    }

    /** Gauss and Jordan with row pivots; the first column without a pivot, or -1. */
    private static int invert(double[][] block, int size) {
        for (int k = 0; k < size; k++) {
            int best = k;
            for (int i = k + 1; i < size; i++) {
                if (Math.abs(block[i][k]) > Math.abs(block[best][k])) {
                    best = i;
                }
            }
            if (Math.abs(block[best][k]) < SINGULAR) {
                return k;
            }
            double[] pivot = block[best];
            block[best] = block[k];
            block[k] = pivot;
            double scale = 1 / pivot[k];
            for (int q = k; q < 2 * size; q++) {
                pivot[q] *= scale;
            }
            for (int i = 0; i < size; i++) {
                double factor = block[i][k];
                if (i != k && factor != 0) {
                    double[] row = block[i];
                    for (int q = k; q < 2 * size; q++) {
                        row[q] -= factor * pivot[q];
                    }
                }
            }
        }
        return -1;
    }

    /** Takes the dependent column out, lets a slack in, and starts again. */
    private List<Integer> repair(
            int bad,
            double[][] block,
            int[] places,
            int[] open,
            int[] basis,
            int[] rowPlace,
            int[][] columnRows,
            double[][] columnValues,
            int count) {
        int dropped = basis[places[bad]];
        int row = -1;
        // any open row that the first columns left over will do: the left part of it is zero
        for (int i = bad; i < open.length && row < 0; i++) {
            double most = 0;
            for (int q = open.length; q < 2 * open.length; q++) {
                if (Math.abs(block[i][q]) > most + 1e-12) {
                    most = Math.abs(block[i][q]);
                    row = open[q - open.length];
                }
            }
        }
        basis[places[bad]] = ~row;
        rowPlace[row] = places[bad];
        List<Integer> all = factor(count, basis, rowPlace, columnRows, columnValues);
        all.add(dropped);
        return all;
    }

    private void spread(
            double[][] block,
            int opened,
            int[] places,
            int[] open,
            int[] basis,
            int[] rowPlace,
            int[][] columnRows,
            double[][] columnValues,
            int count) {
        for (int i = 0; i < count; i++) {
            Arrays.fill(rows[i], 0);
        }
        for (int k = 0; k < opened; k++) {
            double[] target = rows[places[k]];
            for (int q = 0; q < opened; q++) {
                target[open[q]] = block[k][opened + q];
            }
        }
        for (int k = 0; k < opened; k++) {
            int column = basis[places[k]];
            double[] source = rows[places[k]];
            for (int q = 0; q < columnRows[column].length; q++) {
                int slack = rowPlace[columnRows[column][q]];
                if (slack >= 0) {
                    double[] target = rows[slack];
                    for (int h = 0; h < opened; h++) {
                        target[open[h]] += columnValues[column][q] * source[open[h]];
                    }
                }
            }
        }
        for (int r = 0; r < count; r++) {
            if (rowPlace[r] >= 0) {
                rows[rowPlace[r]][r] = -1;
            }
        }
        for (int i = 0; i < count; i++) {
            norm(i);
        }
    }
}

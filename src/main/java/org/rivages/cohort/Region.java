package org.rivages.cohort;

import java.util.Arrays;

/**
 * What is left to decide: boxes of candidates, bounds of helpers and rows. Candidates that can only
 * be one thing are folded into the rows once and for all.
 */
final class Region {
    final Stage stage;
    final Incidence incidence;
    final byte[] least;
    final byte[] most;
    final long[] helperLower;
    final long[] helperUpper;
    final long[] rowLower;
    final long[] rowUpper;

    /** Candidates that can still be both. */
    int[] free = {};

    /** What folded candidates add to each row. */
    long[] shift;

    long foldedCost;

    Region(Stage stage) {
        Model model = stage.model();
        this.stage = stage;
        this.incidence = new Incidence(model.rows, model.size());
        this.least = model.least.clone();
        this.most = model.most.clone();
        int helpers = model.helperBounds.size();
        this.helperLower = new long[helpers];
        this.helperUpper = new long[helpers];
        for (int h = 0; h < helpers; h++) {
            helperLower[h] = model.helperBounds.get(h)[0];
            helperUpper[h] = model.helperBounds.get(h)[1];
        }
        this.rowLower = model.rows.stream().mapToLong(Row::lower).toArray();
        this.rowUpper = model.rows.stream().mapToLong(Row::upper).toArray();
        this.shift = new long[rowLower.length];
        fold();
    }

    private Region(Region other) {
        this.stage = other.stage;
        this.incidence = other.incidence;
        this.least = other.least.clone();
        this.most = other.most.clone();
        this.helperLower = other.helperLower.clone();
        this.helperUpper = other.helperUpper.clone();
        this.rowLower = other.rowLower.clone();
        this.rowUpper = other.rowUpper.clone();
        this.shift = other.shift.clone();
        this.free = other.free;
        this.foldedCost = other.foldedCost;
    }

    Region copy() {
        return new Region(this);
    }

    /** Takes note of all candidates whose box has one value. */
    void fold() {
        int size = least.length;
        int[] still = new int[size];
        int count = 0;
        Arrays.fill(shift, 0);
        foldedCost = 0;
        int[] rows = new int[incidence.width()];
        for (int i = 0; i < size; i++) {
            if (least[i] != most[i]) {
                still[count++] = i;
            } else if (least[i] == 1) {
                foldedCost += stage.cost(i);
                int number = incidence.rowsOf(i, rows);
                for (int k = 0; k < number; k++) {
                    shift[rows[k]] += incidence.factor(rows[k], i);
                }
            }
        }
        free = Arrays.copyOf(still, count);
    }
}

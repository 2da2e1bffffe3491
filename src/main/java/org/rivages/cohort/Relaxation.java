package org.rivages.cohort;

import java.util.Arrays;
import java.util.List;

/**
 * The linear relaxation of a region. Large regions start with some columns and few rows; columns are
 * brought in while their price says that they could help, rows while they are broken.
 */
final class Relaxation {
    enum Status {
        OPTIMAL,
        INFEASIBLE,
        CUT
    }

    private static final int ALL_COLUMNS = 1200;
    private static final int LAZY_CODES = 200;
    private static final double TOLERANCE = 1e-9;
    private static final double BROKEN = 1e-6;

    private Region region;
    final Simplex simplex;
    private final int places;

    /** Place in {@code region.free} → column, or -1. */
    private final int[] columnOf;

    /** Column → place in {@code region.free}, or {@code ~helper}. */
    private int[] owner = new int[64];

    private final int[] helperColumn;
    private final int[] rowOf;
    private int[] modelRow = new int[64];
    private final double[] scale;
    private final double costScale;
    private final long base;

    /** Tells apart candidates who cost the same, too little to count: unique corners are integral. */
    private final double nudge;
    private int inactive;
    private final int[] width;
    private final double[] multipliers;
    private double[] prices = {};
    private double[] activity = {};

    Relaxation(Region region, Work work) {
        this.region = region;
        this.simplex = new Simplex(work);
        Model model = region.stage.model();
        this.places = model.places;
        this.columnOf = new int[region.free.length];
        Arrays.fill(columnOf, -1);
        this.rowOf = new int[model.rows.size()];
        Arrays.fill(rowOf, -1);
        this.scale = new double[rowOf.length];
        this.multipliers = new double[rowOf.length];
        this.width = new int[region.incidence.width()];
        this.base = region.stage.base();
        double most = greatestCost();
        this.costScale = most == 0 ? 1 : 1 / most;
        double little = 0.1 * region.stage.step() * costScale / Math.max(1, places);
        this.nudge = most == 0 ? 1e-3 : little < 1e-7 ? 0 : Math.min(little, 1e-3);
        for (int r = 0; r < rowOf.length; r++) {
            scale[r] = scaleOf(model.rows.get(r));
            if (eager(model.rows.get(r), r)) {
                newRow(r);
            }
        }
        this.helperColumn = new int[region.helperLower.length];
        for (int h = 0; h < helperColumn.length; h++) {
            helperColumn[h] = helper(h);
        }
        inactive = columnOf.length;
        if (columnOf.length <= ALL_COLUMNS) {
            for (int k = 0; k < columnOf.length; k++) {
                activate(k);
            }
        } else {
            start();
        }
    }

    private double greatestCost() {
        double most = 0;
        for (int candidate : region.free) {
            most = Math.max(most, Math.abs((double) region.stage.cost(candidate) - base));
        }
        for (int h = 0; h < region.helperLower.length; h++) {
            most = Math.max(most, Math.abs((double) region.stage.helperCost(h)));
        }
        return most;
    }

    private double cost(int k) {
        int candidate = region.free[k];
        double own = (region.stage.cost(candidate) - base) * costScale;
        return nudge == 0 ? own : own + nudge * share(candidate);
    }

    /** Spread evenly from 0 to 1. */
    private static double share(int candidate) {
        return ((candidate + 1) * 0x9E37_79B9_7F4A_7C15L >>> 40) / (double) (1 << 24);
    }

    /** What the candidates who are not folded cost together only for being so many. */
    private double baseCost() {
        return (double) base * (places - region.shift[0]);
    }

    /** Whether the objective leaves so many candidates equal that it hardly guides a search. */
    boolean coarse() {
        return nudge > 0;
    }

    private static double scaleOf(Row row) {
        long[] weights = row.weights();
        if (weights == null) {
            return 1;
        }
        long most = 1;
        for (long weight : weights) {
            most = Math.max(most, Math.abs(weight));
        }
        return 1.0 / most;
    }

    private boolean eager(Row row, int r) {
        Partition partition = row.partition();
        if (!row.plain()) {
            return row.rule() == Row.NO_RULE
                    || partition == null
                    || partition.sizes().length <= LAZY_CODES;
        }
        if (row.dense()) {
            return true;
        }
        return partition != null
                && partition.sizes().length <= LAZY_CODES
                && (region.rowLower[r] > 0
                        || region.rowUpper[r] < Math.min(places, partition.sizes()[row.code()]));
    }

    private int newRow(int r) {
        int count = 0;
        int columns = simplex.columns();
        int[] in = new int[columns];
        double[] values = new double[columns];
        Row row = region.stage.model().rows.get(r);
        for (int column = 0; column < columns; column++) {
            int who = owner[column];
            double value = who >= 0 ? factor(row, region.free[who]) : factor(row.helpers(), row.factors(), ~who);
            if (value != 0) {
                in[count] = column;
                values[count++] = value * scale[r];
            }
        }
        int added = simplex.addRow(low(r), up(r), in, values, count);
        rowOf[r] = added;
        if (added == modelRow.length) {
            modelRow = Arrays.copyOf(modelRow, 2 * added);
        }
        modelRow[added] = r;
        return added;
    }

    private static double factor(Row row, int candidate) {
        Partition partition = row.partition();
        if (partition != null) {
            return partition.codes()[candidate] == row.code() ? 1 : 0;
        }
        int[] members = row.members();
        if (members != null) {
            return Arrays.binarySearch(members, candidate) >= 0 ? 1 : 0;
        }
        long[] weights = row.weights();
        return weights == null ? 1 : weights[candidate];
    }

    private static double factor(int[] helpers, long[] factors, int helper) {
        for (int k = 0; k < helpers.length; k++) {
            if (helpers[k] == helper) {
                return factors[k];
            }
        }
        return 0;
    }

    private double low(int r) {
        return (region.rowLower[r] - region.shift[r]) * scale[r];
    }

    private double up(int r) {
        return (region.rowUpper[r] - region.shift[r]) * scale[r];
    }

    private int helper(int h) {
        int count = 0;
        int[] rows = new int[simplex.rows()];
        double[] values = new double[simplex.rows()];
        for (int r = 0; r < rowOf.length; r++) {
            Row row = region.stage.model().rows.get(r);
            double value =
                    row.plain() || rowOf[r] < 0 ? 0 : factor(row.helpers(), row.factors(), h);
            if (value != 0) {
                rows[count] = rowOf[r];
                values[count++] = value * scale[r];
            }
        }
        return column(
                Arrays.copyOf(rows, count),
                Arrays.copyOf(values, count),
                region.stage.helperCost(h) * costScale,
                region.helperLower[h],
                region.helperUpper[h],
                ~h);
    }

    private int column(int[] rows, double[] values, double cost, double low, double up, int who) {
        int column = simplex.addColumn(rows, values, cost, low, up);
        if (column == owner.length) {
            owner = Arrays.copyOf(owner, 2 * column);
        }
        owner[column] = who;
        return column;
    }

    private void activate(int k) {
        if (columnOf[k] >= 0) {
            return;
        }
        int candidate = region.free[k];
        int total = region.incidence.rowsOf(candidate, width);
        int[] rows = new int[total];
        double[] values = new double[total];
        int count = 0;
        for (int q = 0; q < total; q++) {
            int r = width[q];
            if (rowOf[r] >= 0) {
                rows[count] = rowOf[r];
                values[count++] = region.incidence.factor(r, candidate) * scale[r];
            }
        }
        columnOf[k] =
                column(
                        count == total ? rows : Arrays.copyOf(rows, count),
                        count == total ? values : Arrays.copyOf(values, count),
                        cost(k),
                        region.least[candidate],
                        region.most[candidate],
                        k);
        inactive--;
    }

    /** Whether another region differs only in bounds of rows and in costs. */
    boolean fits(Region other) {
        if (!Arrays.equals(region.free, other.free) || other.rowLower.length != rowOf.length) {
            return false;
        }
        List<Row> mine = region.stage.model().rows;
        List<Row> others = other.stage.model().rows;
        for (int r = 0; r < rowOf.length; r++) {
            if (!mine.get(r).counts(others.get(r))) {
                return false;
            }
        }
        return true;
    }

    /** Goes on with a region that {@link #fits}. */
    void adopt(Region other, Work work) {
        region = other;
        simplex.work(work);
        for (int row = 0; row < simplex.rows(); row++) {
            simplex.rowBounds(row, low(modelRow[row]), up(modelRow[row]));
        }
        for (int column = 0; column < simplex.columns(); column++) {
            if (owner[column] >= 0) {
                simplex.cost(column, cost(owner[column]));
            }
        }
    }

    /** For every row the best who stand in it, and the best altogether. */
    private void start() {
        long[] order = new long[columnOf.length];
        double shift = 1L << 31;
        for (int k = 0; k < order.length; k++) {
            double cost = cost(k);
            order[k] = ((long) (-cost * shift) << 31) | k;
        }
        Arrays.sort(order);
        int[] got = new int[rowOf.length];
        for (long one : order) {
            int k = (int) (one & Integer.MAX_VALUE);
            int total = region.incidence.rowsOf(region.free[k], width);
            boolean wanted = false;
            for (int q = 0; q < total; q++) {
                int r = width[q];
                if (rowOf[r] >= 0) {
                    double room = Math.min(region.rowUpper[r], region.rowLower[r] + 3) - region.shift[r];
                    if (got[r] < Math.max(2, 1.2 * room)) {
                        got[r]++;
                        wanted = true;
                    }
                }
            }
            if (wanted) {
                activate(k);
            }
        }
    }

    /** Maximises; with {@link Status#CUT} the objective is below {@code target}. */
    Status solve(double target) {
        double cut = (target - region.foldedCost - baseCost()) * costScale;
        cut = inactive > 0 ? Double.NEGATIVE_INFINITY : cut - 1e-9 - 1e-12 * Math.abs(cut);
        while (true) {
            switch (simplex.solve(cut)) {
                case CUT -> {
                    return Status.CUT;
                }
                case INFEASIBLE -> {
                    if (inactive == 0 || !priceRay()) {
                        return Status.INFEASIBLE;
                    }
                }
                case OPTIMAL -> {
                    if (inactive > 0 && priceDuals()) {
                        continue;
                    }
                    if (!addBrokenRows()) {
                        return Status.OPTIMAL;
                    }
                }
            }
        }
    }

    private boolean priceDuals() {
        duals();
        return price(1);
    }

    private boolean priceRay() {
        rays();
        return price(0);
    }

    /** The multipliers of the model's rows that the last solve ended with. */
    double[] duals() {
        Arrays.fill(multipliers, 0);
        for (int row = 0; row < simplex.rows(); row++) {
            multipliers[modelRow[row]] = simplex.dual(row) * scale[modelRow[row]] / costScale;
        }
        multipliers[0] += base;
        return multipliers;
    }

    /** The multipliers that contradict each other. */
    double[] rays() {
        Arrays.fill(multipliers, 0);
        double[] ray = simplex.ray();
        for (int row = 0; row < ray.length; row++) {
            multipliers[modelRow[row]] = ray[row] * scale[modelRow[row]];
        }
        return multipliers;
    }

    private boolean price(int objective) {
        int count = region.free.length;
        if (prices.length < count) {
            prices = new double[count];
        }
        region.incidence.sums(multipliers, region.free, prices);
        int found = 0;
        long[] best = new long[count];
        double unit = objective == 0 ? 1 : costScale;
        double all = objective == 0 ? 0 : base * costScale;
        for (int k = 0; k < count; k++) {
            if (columnOf[k] < 0) {
                double price = (objective == 0 ? 0 : cost(k) + all) - prices[k] * unit;
                if (price > TOLERANCE) {
                    best[found++] = ((long) (-Math.min(price, 1) * (1L << 31)) << 31) | k;
                }
            }
        }
        Arrays.sort(best, 0, found);
        int most = Math.min(found, Math.max(100, places / 2));
        for (int q = 0; q < most; q++) {
            activate((int) (best[q] & Integer.MAX_VALUE));
        }
        return found > 0;
    }

    private boolean addBrokenRows() {
        if (activity.length == 0) {
            activity = new double[rowOf.length];
        }
        for (int r = 0; r < activity.length; r++) {
            activity[r] = region.shift[r];
        }
        for (int column = 0; column < simplex.columns(); column++) {
            double value = simplex.value(column);
            if (owner[column] >= 0 && value > 1e-9) {
                int total = region.incidence.rowsOf(region.free[owner[column]], width);
                for (int q = 0; q < total; q++) {
                    activity[width[q]] += value;
                }
            }
        }
        boolean added = false;
        List<Row> rows = region.stage.model().rows;
        for (int r = 0; r < activity.length; r++) {
            if (rowOf[r] < 0 && !rows.get(r).plain()) {
                Row row = rows.get(r);
                for (int k = 0; k < row.helpers().length; k++) {
                    activity[r] += row.factors()[k] * helperValue(row.helpers()[k]);
                }
            }
            if (rowOf[r] < 0
                    && (activity[r] > region.rowUpper[r] + BROKEN
                            || activity[r] < region.rowLower[r] - BROKEN)) {
                newRow(r);
                added = true;
            }
        }
        return added;
    }

    /** The region's box of a free candidate has changed. */
    void candidateChanged(int k) {
        int candidate = region.free[k];
        activate(k);
        simplex.bounds(columnOf[k], region.least[candidate], region.most[candidate]);
    }

    void helperChanged(int helper) {
        simplex.bounds(
                helperColumn[helper], region.helperLower[helper], region.helperUpper[helper]);
    }

    /** The region's bounds of a row have changed. */
    void rowChanged(int r) {
        if (rowOf[r] < 0) {
            newRow(r);
        } else {
            simplex.rowBounds(rowOf[r], low(r), up(r));
        }
    }

    /** How far, in the simplex's own scale, the choice of a free candidate is from being otherwise. */
    double reduced(int k) {
        if (columnOf[k] >= 0) {
            return simplex.reduced(columnOf[k]);
        }
        return cost(k) + base * costScale - prices[k] * costScale;
    }

    /** Of a free candidate, by its place. */
    double value(int k) {
        return columnOf[k] < 0 ? region.least[region.free[k]] : simplex.value(columnOf[k]);
    }

    /**
     * How much of the objective it costs at least, in the simplex's own scale, to decide a free
     * candidate who is undecided.
     */
    double drop(int k, boolean in) {
        return simplex.isBasic(columnOf[k]) ? simplex.drop(columnOf[k], in) : 0;
    }

    double helperValue(int helper) {
        return simplex.value(helperColumn[helper]);
    }

    /** What an LP row counts now, with the folded candidates. */
    double rowValue(int r) {
        return simplex.rowValue(rowOf[r]) / scale[r] + region.shift[r];
    }

    boolean hasRow(int r) {
        return rowOf[r] >= 0;
    }

    double objective() {
        return simplex.objective() / costScale + region.foldedCost + baseCost();
    }

    int columns() {
        return simplex.columns();
    }
}

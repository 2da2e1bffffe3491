package org.rivages.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which rows a candidate stands in: by partition, by list, or because a row weighs everybody. */
final class Incidence {
    private static final int[] NONE = {};

    /** Rows of one partition by code. */
    record Part(Partition partition, int[][] rows) {}

    final List<Part> parts = new ArrayList<>();
    final int[] dense;

    /** Null for candidates in no list. */
    private final int[][] lists;

    private final List<Row> rows;

    Incidence(List<Row> rows, int people) {
        this.rows = rows;
        this.lists = new int[people][];
        Map<Partition, int[][]> byPartition = new IdentityHashMap<>();
        List<Integer> everywhere = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            Partition partition = row.partition();
            int[] members = row.members();
            if (partition != null) {
                int[][] part = byPartition.get(partition);
                if (part == null) {
                    part = new int[partition.sizes().length][];
                    Arrays.fill(part, NONE);
                    byPartition.put(partition, part);
                    parts.add(new Part(partition, part));
                }
                part[row.code()] = plus(part[row.code()], r);
            } else if (members != null) {
                for (int member : members) {
                    lists[member] = plus(lists[member] == null ? NONE : lists[member], r);
                }
            } else {
                everywhere.add(r);
            }
        }
        this.dense = everywhere.stream().mapToInt(r -> r).toArray();
    }

    private static int[] plus(int[] some, int row) {
        int[] more = Arrays.copyOf(some, some.length + 1);
        more[some.length] = row;
        return more;
    }

    /** Writes the candidate's rows, ascending by kind, and gives their number. */
    int rowsOf(int candidate, int[] into) {
        int count = 0;
        for (int r : dense) {
            into[count++] = r;
        }
        for (Part part : parts) {
            int code = part.partition().codes()[candidate];
            if (code >= 0) {
                for (int r : part.rows()[code]) {
                    into[count++] = r;
                }
            }
        }
        int[] list = lists[candidate];
        if (list != null) {
            for (int r : list) {
                into[count++] = r;
            }
        }
        return count;
    }

    /** Room enough for {@link #rowsOf}. */
    int width() {
        int width = dense.length;
        for (Part part : parts) {
            int most = 0;
            for (int[] some : part.rows()) {
                most = Math.max(most, some.length);
            }
            width += most;
        }
        int most = 0;
        for (int[] list : lists) {
            most = Math.max(most, list == null ? 0 : list.length);
        }
        return width + most;
    }

    long factor(int row, int candidate) {
        long[] weights = rows.get(row).weights();
        return weights == null ? 1 : weights[candidate];
    }

    /**
     * For every candidate asked for: the sum over its rows of multiplier times factor.
     *
     * @param multipliers one for every row
     */
    void sums(double[] multipliers, int[] candidates, double[] into) {
        Arrays.fill(into, 0, candidates.length, 0);
        for (Part part : parts) {
            double[] byCode = byCode(part, multipliers);
            if (byCode.length > 0) {
                int[] codes = part.partition().codes();
                for (int k = 0; k < candidates.length; k++) {
                    into[k] += byCode[codes[candidates[k]] + 1];
                }
            }
        }
        for (int r : dense) {
            double multiplier = multipliers[r];
            long[] weights = rows.get(r).weights();
            for (int k = 0; k < candidates.length && multiplier != 0; k++) {
                into[k] += weights == null ? multiplier : multiplier * weights[candidates[k]];
            }
        }
        for (int k = 0; k < candidates.length; k++) {
            int[] list = lists[candidates[k]];
            if (list != null) {
                for (int r : list) {
                    into[k] += multipliers[r];
                }
            }
        }
    }

    /** Shifted by one: the first is for those without a value. Empty where all are zero. */
    private static double[] byCode(Part part, double[] multipliers) {
        double[] byCode = new double[part.rows().length + 1];
        boolean any = false;
        for (int code = 0; code < part.rows().length; code++) {
            for (int r : part.rows()[code]) {
                byCode[code + 1] += multipliers[r];
                any |= multipliers[r] != 0;
            }
        }
        return any ? byCode : new double[0];
    }

    /**
     * The same in integers.
     *
     * @throws ArithmeticException if a number grows too large
     */
    void sums(long[] multipliers, int[] candidates, long[] into) {
        Arrays.fill(into, 0, candidates.length, 0);
        for (Part part : parts) {
            long[] byCode = new long[part.rows().length + 1];
            boolean any = false;
            for (int code = 0; code < part.rows().length; code++) {
                for (int r : part.rows()[code]) {
                    byCode[code + 1] = Math.addExact(byCode[code + 1], multipliers[r]);
                    any |= multipliers[r] != 0;
                }
            }
            int[] codes = part.partition().codes();
            for (int k = 0; k < candidates.length && any; k++) {
                into[k] = Math.addExact(into[k], byCode[codes[candidates[k]] + 1]);
            }
        }
        for (int r : dense) {
            long multiplier = multipliers[r];
            long[] weights = rows.get(r).weights();
            for (int k = 0; k < candidates.length && multiplier != 0; k++) {
                long factor = weights == null ? 1 : weights[candidates[k]];
                into[k] = Math.addExact(into[k], Math.multiplyExact(multiplier, factor));
            }
        }
        for (int k = 0; k < candidates.length; k++) {
            int[] list = lists[candidates[k]];
            if (list != null) {
                for (int r : list) {
                    into[k] = Math.addExact(into[k], multipliers[r]);
                }
            }
        }
    }
}

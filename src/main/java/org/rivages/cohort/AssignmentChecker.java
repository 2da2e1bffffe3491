package org.rivages.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks an {@link AssignmentOutcome} by plain sums over the problem, in integers. Shares no code
 * with {@link AssignmentSolver}.
 */
public final class AssignmentChecker {
    /** What is wrong. */
    public enum Flaw {
        /** An application or reviewer is missing, unknown or stands twice. */
        WRONG_NAMES,
        /** An application does not have the reviews that it wants, or lost one that it keeps. */
        WRONG_NUMBER,
        FORBIDDEN_PAIR,
        LOAD_OUT_OF_LIMITS,
        WRONG_TOTAL,
        WRONG_WORST_PAIR,
        /** The prices leave room for a better assignment. */
        PRICES_PROVE_NOTHING,
        /** The count leaves room for an assignment. */
        SHORTAGE_PROVES_NOTHING
    }

    private final AssignmentProblem problem;
    private final AssignmentTable table;

    private AssignmentChecker(AssignmentProblem problem) {
        this.problem = problem;
        table = new AssignmentTable(problem);
    }

    /** Null where the outcome is right. */
    public static @Nullable Flaw check(AssignmentProblem problem, AssignmentOutcome outcome) {
        AssignmentChecker checker = new AssignmentChecker(problem);
        return switch (outcome) {
            case AssignmentOutcome.Assigned assigned -> checker.assigned(assigned);
            case AssignmentOutcome.Impossible impossible ->
                    checker.table.proves(impossible.shortage(), Integer.MIN_VALUE)
                            ? null
                            : Flaw.SHORTAGE_PROVES_NOTHING;
        };
    }

    // ---- an assignment

    private @Nullable Flaw assigned(AssignmentOutcome.Assigned assigned) {
        if (!assigned.reviewers().keySet().equals(table.rows.keySet())) {
            return Flaw.WRONG_NAMES;
        }
        int[] load = new int[table.base.length];
        long total = 0;
        int worst = Integer.MAX_VALUE;
        for (int i = 0; i < table.wanted.length; i++) {
            List<Integer> fresh = new ArrayList<>();
            Flaw flaw = row(i, assigned.reviewers(), fresh);
            if (flaw != null) {
                return flaw;
            }
            for (int j : fresh) {
                load[j]++;
                total += table.affinity(i, j);
                worst = Math.min(worst, table.affinity(i, j));
            }
        }
        for (int j = 0; j < load.length; j++) {
            if (load[j] < table.least(j) || load[j] > table.most(j)) {
                return Flaw.LOAD_OUT_OF_LIMITS;
            }
        }
        return total == assigned.total()
                ? proof(assigned.proof(), load, total, worst)
                : Flaw.WRONG_TOTAL;
    }

    private @Nullable Flaw row(int i, Map<String, List<String>> all, List<Integer> fresh) {
        var application = problem.applications().get(i);
        List<String> reviewers = Objects.requireNonNull(all.get(application.id()));
        Set<String> distinct = new HashSet<>(reviewers);
        if (distinct.size() != reviewers.size()) {
            return Flaw.WRONG_NAMES;
        }
        if (reviewers.size() != application.kept().size() + table.wanted[i]
                || !distinct.containsAll(application.kept())) {
            return Flaw.WRONG_NUMBER;
        }
        distinct.removeAll(application.kept());
        for (String reviewer : distinct) {
            Integer j = table.columns.get(reviewer);
            if (j == null) {
                return Flaw.WRONG_NAMES;
            }
            if (!table.allowed(i, j)) {
                return Flaw.FORBIDDEN_PAIR;
            }
            fresh.add(j);
        }
        return null;
    }

    private @Nullable Flaw proof(AssignmentOutcome.Proof proof, int[] load, long total, int worst) {
        if (!proof.prices().keySet().equals(table.columns.keySet())) {
            return Flaw.PRICES_PROVE_NOTHING;
        }
        long[] price = new long[table.base.length];
        proof.prices().forEach((reviewer, value) -> price[table.column(reviewer)] = value);
        return switch (problem.aim()) {
            case TOTAL ->
                    bound(price, Integer.MIN_VALUE + 1) == total ? null : Flaw.PRICES_PROVE_NOTHING;
            case WORST_PAIR -> worstPair(proof, price, total, worst);
            case EVEN_LOADS -> evenLoads(proof, price, load, total);
        };
    }

    /** What no assignment of pairs with at least this affinity can exceed. */
    private long bound(long[] price, int least) {
        long bound = 0;
        int[] pairs = new int[table.base.length];
        for (int i = 0; i < table.wanted.length; i++) {
            long[] values = new long[table.base.length];
            int count = 0;
            for (int j = 0; j < table.base.length; j++) {
                if (table.allowed(i, j) && table.affinity(i, j) >= least) {
                    pairs[j]++;
                    values[count++] = table.affinity(i, j) - price[j];
                }
            }
            bound = Math.addExact(bound, best(values, count, table.wanted[i]));
        }
        for (int j = 0; j < table.base.length; j++) {
            int load = price[j] > 0 ? Math.min(table.most(j), pairs[j]) : table.least(j);
            bound = Math.addExact(bound, Math.multiplyExact(price[j], (long) load));
        }
        return bound;
    }

    private static long best(long[] values, int count, int wanted) {
        Arrays.sort(values, 0, count);
        long sum = 0;
        for (int k = Math.max(0, count - wanted); k < count; k++) {
            sum = Math.addExact(sum, values[k]);
        }
        return sum;
    }

    private @Nullable Flaw worstPair(
            AssignmentOutcome.Proof proof, long[] price, long total, int worst) {
        if (worst == Integer.MAX_VALUE) {
            return proof.worst() == null && total == 0 ? null : Flaw.WRONG_WORST_PAIR;
        }
        if (proof.worst() == null || proof.worst() != worst) {
            return Flaw.WRONG_WORST_PAIR;
        }
        if (proof.better() == null || !table.proves(proof.better(), worst)) {
            return Flaw.SHORTAGE_PROVES_NOTHING;
        }
        return bound(price, worst) == total ? null : Flaw.PRICES_PROVE_NOTHING;
    }

    // ---- even loads

    private @Nullable Flaw evenLoads(
            AssignmentOutcome.Proof proof, long[] price, int[] load, long total) {
        if (!proof.loads().keySet().equals(table.columns.keySet())) {
            return Flaw.PRICES_PROVE_NOTHING;
        }
        long[] dues = new long[table.base.length];
        proof.loads().forEach((reviewer, value) -> dues[table.column(reviewer)] = value);
        long squares = 0;
        long least = 0;
        long bound = 0;
        Spread spread =
                new Spread(
                        new int[table.base.length],
                        new int[table.base.length],
                        new int[table.base.length]);
        for (int i = 0; i < table.wanted.length; i++) {
            Row row = evenRow(i, dues, price, spread);
            least = Math.addExact(least, row.dues);
            bound = Math.addExact(bound, row.value);
        }
        for (int j = 0; j < table.base.length; j++) {
            int most = Math.min(table.most(j), spread.pairs[j]);
            squares += squared(j, load[j]);
            long lowest = Long.MAX_VALUE;
            for (int l = table.least(j); l <= most; l++) {
                lowest = Math.min(lowest, squared(j, l) - Math.multiplyExact(dues[j], (long) l));
            }
            long dearest = Long.MIN_VALUE;
            for (int l = table.least(j); l <= most; l++) {
                boolean reached = l >= spread.sure[j] && l <= spread.sure[j] + spread.open[j];
                if (reached && squared(j, l) - dues[j] * l == lowest) {
                    dearest = Math.max(dearest, Math.multiplyExact(price[j], (long) l));
                }
            }
            least = Math.addExact(least, lowest);
            if (dearest == Long.MIN_VALUE) {
                return Flaw.PRICES_PROVE_NOTHING;
            }
            bound = Math.addExact(bound, dearest);
        }
        return squares == least && total == bound ? null : Flaw.PRICES_PROVE_NOTHING;
    }

    private long squared(int j, int load) {
        return (long) (table.base[j] + load) * (table.base[j] + load)
                - (long) table.base[j] * table.base[j];
    }

    /**
     * @param dues the least that its new reviews together cost in dues
     * @param value the most that they are worth among all choices with those dues
     */
    private record Row(long dues, long value) {}

    /**
     * For each reviewer: pairs that may be made, applications that are theirs in every even
     * assignment, and applications that are in some.
     */
    @SuppressWarnings("ArrayRecordComponent") // filled while the rows are read
    private record Spread(int[] pairs, int[] sure, int[] open) {}

    private Row evenRow(int i, long[] dues, long[] price, Spread spread) {
        long[] all = new long[table.base.length];
        int count = 0;
        for (int j = 0; j < table.base.length; j++) {
            if (table.allowed(i, j)) {
                spread.pairs[j]++;
                all[count++] = dues[j];
            }
        }
        if (table.wanted[i] == 0) {
            return new Row(0, 0);
        }
        Arrays.sort(all, 0, count);
        long last = all[table.wanted[i] - 1];
        long sum = Arrays.stream(all, 0, table.wanted[i]).reduce(0, Math::addExact);
        long value = 0;
        int open = table.wanted[i];
        long[] values = new long[table.base.length];
        int choices = 0;
        for (int j = 0; j < table.base.length; j++) {
            if (table.allowed(i, j) && dues[j] <= last) {
                long own = table.affinity(i, j) - price[j];
                if (dues[j] < last) {
                    value = Math.addExact(value, own);
                    open--;
                    spread.sure[j]++;
                } else {
                    spread.open[j]++;
                    values[choices++] = own;
                }
            }
        }
        return new Row(sum, Math.addExact(value, best(values, choices, open)));
    }
}

package org.rivages.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
    private final Map<String, Integer> rows = new HashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();

    /** New reviews that each application wants. */
    private final int[] wanted;

    /** Reviews that each reviewer keeps. */
    private final int[] base;

    private AssignmentChecker(AssignmentProblem problem) {
        this.problem = problem;
        for (int j = 0; j < problem.reviewers().size(); j++) {
            columns.put(problem.reviewers().get(j).id(), j);
        }
        wanted = new int[problem.applications().size()];
        base = new int[problem.reviewers().size()];
        for (int i = 0; i < wanted.length; i++) {
            var application = problem.applications().get(i);
            rows.put(application.id(), i);
            wanted[i] = Math.max(0, application.wanted() - application.kept().size());
            for (String kept : application.kept()) {
                if (columns.containsKey(kept)) {
                    base[column(kept)]++;
                }
            }
        }
    }

    /** Null where the outcome is right. */
    public static @Nullable Flaw check(AssignmentProblem problem, AssignmentOutcome outcome) {
        AssignmentChecker checker = new AssignmentChecker(problem);
        return switch (outcome) {
            case AssignmentOutcome.Assigned assigned -> checker.assigned(assigned);
            case AssignmentOutcome.Impossible impossible ->
                    checker.proves(impossible.shortage(), Integer.MIN_VALUE)
                            ? null
                            : Flaw.SHORTAGE_PROVES_NOTHING;
        };
    }

    private int column(String reviewer) {
        return Objects.requireNonNull(columns.get(reviewer));
    }

    private int least(int j) {
        return Math.max(0, problem.reviewers().get(j).least() - base[j]);
    }

    private int most(int j) {
        return Math.max(0, problem.reviewers().get(j).most() - base[j]);
    }

    /** Whether a new pair could be made. */
    private boolean allowed(int i, int j) {
        return wanted[i] > 0
                && !problem.applications().get(i).kept().contains(problem.reviewers().get(j).id())
                && affinity(i, j) != AssignmentProblem.Affinity.FORBIDDEN;
    }

    private int affinity(int i, int j) {
        return problem.affinity().of(i, j);
    }

    // ---- an assignment

    private @Nullable Flaw assigned(AssignmentOutcome.Assigned assigned) {
        if (!assigned.reviewers().keySet().equals(rows.keySet())) {
            return Flaw.WRONG_NAMES;
        }
        int[] load = new int[base.length];
        long total = 0;
        int worst = Integer.MAX_VALUE;
        for (int i = 0; i < wanted.length; i++) {
            List<Integer> fresh = new ArrayList<>();
            Flaw flaw = row(i, assigned.reviewers(), fresh);
            if (flaw != null) {
                return flaw;
            }
            for (int j : fresh) {
                load[j]++;
                total += affinity(i, j);
                worst = Math.min(worst, affinity(i, j));
            }
        }
        for (int j = 0; j < load.length; j++) {
            if (load[j] < least(j) || load[j] > most(j)) {
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
        if (reviewers.size() != application.kept().size() + wanted[i]
                || !distinct.containsAll(application.kept())) {
            return Flaw.WRONG_NUMBER;
        }
        distinct.removeAll(application.kept());
        for (String reviewer : distinct) {
            Integer j = columns.get(reviewer);
            if (j == null) {
                return Flaw.WRONG_NAMES;
            }
            if (!allowed(i, j)) {
                return Flaw.FORBIDDEN_PAIR;
            }
            fresh.add(j);
        }
        return null;
    }

    private @Nullable Flaw proof(
            AssignmentOutcome.Proof proof, int[] load, long total, int worst) {
        if (!proof.prices().keySet().equals(columns.keySet())) {
            return Flaw.PRICES_PROVE_NOTHING;
        }
        long[] price = new long[base.length];
        proof.prices().forEach((reviewer, value) -> price[column(reviewer)] = value);
        return switch (problem.aim()) {
            case TOTAL ->
                    bound(price, Integer.MIN_VALUE + 1) == total
                            ? null
                            : Flaw.PRICES_PROVE_NOTHING;
            case WORST_PAIR -> worstPair(proof, price, total, worst);
            case EVEN_LOADS -> evenLoads(proof, price, load, total);
        };
    }

    /** What no assignment of pairs with at least this affinity can exceed. */
    private long bound(long[] price, int least) {
        long bound = 0;
        int[] pairs = new int[base.length];
        for (int i = 0; i < wanted.length; i++) {
            long[] values = new long[base.length];
            int count = 0;
            for (int j = 0; j < base.length; j++) {
                if (allowed(i, j) && affinity(i, j) >= least) {
                    pairs[j]++;
                    values[count++] = affinity(i, j) - price[j];
                }
            }
            bound = Math.addExact(bound, best(values, count, wanted[i]));
        }
        for (int j = 0; j < base.length; j++) {
            int load = price[j] > 0 ? Math.min(most(j), pairs[j]) : least(j);
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
        if (proof.better() == null || !proves(proof.better(), worst)) {
            return Flaw.SHORTAGE_PROVES_NOTHING;
        }
        return bound(price, worst) == total ? null : Flaw.PRICES_PROVE_NOTHING;
    }

    // ---- even loads

    private @Nullable Flaw evenLoads(
            AssignmentOutcome.Proof proof, long[] price, int[] load, long total) {
        if (!proof.loads().keySet().equals(columns.keySet())) {
            return Flaw.PRICES_PROVE_NOTHING;
        }
        long[] dues = new long[base.length];
        proof.loads().forEach((reviewer, value) -> dues[column(reviewer)] = value);
        long squares = 0;
        long least = 0;
        long bound = 0;
        Spread spread =
                new Spread(new int[base.length], new int[base.length], new int[base.length]);
        for (int i = 0; i < wanted.length; i++) {
            Row row = evenRow(i, dues, price, spread);
            least = Math.addExact(least, row.dues);
            bound = Math.addExact(bound, row.value);
        }
        for (int j = 0; j < base.length; j++) {
            int most = Math.min(most(j), spread.pairs[j]);
            squares += squared(j, load[j]);
            long lowest = Long.MAX_VALUE;
            for (int l = least(j); l <= most; l++) {
                lowest = Math.min(lowest, squared(j, l) - Math.multiplyExact(dues[j], (long) l));
            }
            long dearest = Long.MIN_VALUE;
            for (int l = least(j); l <= most; l++) {
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
        return (long) (base[j] + load) * (base[j] + load) - (long) base[j] * base[j];
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
        long[] all = new long[base.length];
        int count = 0;
        for (int j = 0; j < base.length; j++) {
            if (allowed(i, j)) {
                spread.pairs[j]++;
                all[count++] = dues[j];
            }
        }
        if (wanted[i] == 0) {
            return new Row(0, 0);
        }
        Arrays.sort(all, 0, count);
        long last = all[wanted[i] - 1];
        long sum = Arrays.stream(all, 0, wanted[i]).reduce(0, Math::addExact);
        long value = 0;
        int open = wanted[i];
        long[] values = new long[base.length];
        int choices = 0;
        for (int j = 0; j < base.length; j++) {
            if (allowed(i, j) && dues[j] <= last) {
                long own = affinity(i, j) - price[j];
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

    // ---- a shortage

    /** Whether it shows that no assignment has only pairs above this affinity. */
    private boolean proves(AssignmentOutcome.Shortage shortage, int above) {
        return switch (shortage) {
            case AssignmentOutcome.TooFewReviewers few -> {
                if (!rows.keySet().containsAll(few.applications())) {
                    yield false;
                }
                long wants = 0;
                int[] pairs = new int[base.length];
                for (String application : few.applications()) {
                    int i = Objects.requireNonNull(rows.get(application));
                    wants += wanted[i];
                    for (int j = 0; j < base.length; j++) {
                        pairs[j] += allowed(i, j) && affinity(i, j) > above ? 1 : 0;
                    }
                }
                long can = 0;
                Set<String> readers = new HashSet<>();
                for (int j = 0; j < base.length; j++) {
                    can += Math.min(pairs[j], most(j));
                    if (pairs[j] > 0) {
                        readers.add(problem.reviewers().get(j).id());
                    }
                }
                yield wants == few.wanted()
                        && can == few.possible()
                        && can < wants
                        && readers.equals(few.reviewers());
            }
            case AssignmentOutcome.TooFewApplications few -> {
                if (!columns.keySet().containsAll(few.reviewers())) {
                    yield false;
                }
                long needs = 0;
                int[] pairs = new int[wanted.length];
                for (String reviewer : few.reviewers()) {
                    int j = column(reviewer);
                    needs += least(j);
                    for (int i = 0; i < wanted.length; i++) {
                        pairs[i] += allowed(i, j) && affinity(i, j) > above ? 1 : 0;
                    }
                }
                long can = 0;
                Set<String> papers = new HashSet<>();
                for (int i = 0; i < wanted.length; i++) {
                    can += Math.min(pairs[i], wanted[i]);
                    if (pairs[i] > 0) {
                        papers.add(problem.applications().get(i).id());
                    }
                }
                yield needs == few.wanted()
                        && can == few.possible()
                        && can < needs
                        && papers.equals(few.applications());
            }
        };
    }
}

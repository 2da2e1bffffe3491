package org.rivages.cohort;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Walks through one proof and recomputes every step. What is claimed: nothing that keeps the rows
 * and boxes has an objective of {@code target} or more.
 */
final class CheckedProof {
    /** Thrown where the proof does not hold. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;
        final Verdict.Reason reason;

        Broken(Verdict.Reason reason, String detail) {
            super(detail, null, false, false);
            this.reason = reason;
        }
    }

    /** A second case that still waits. */
    private record Waiting(Proof.Split split, int mark) {}

    private final CheckedRows rows;
    private final IntToLongFunction cost;
    private final int firstPaid;
    private final long helperCost;
    private final @Nullable Long target;
    private final byte[] least;
    private final byte[] most;
    private final long[][] helperBounds;
    private final long[] lower;
    private final long[] upper;
    private final long[] folded;
    private long foldedCost;
    private int[] free = {};
    private long[] reduced = {};
    private final Map<CheckedRows.Table, List<Integer>> byTable = new IdentityHashMap<>();
    private int contradictions;

    /** Undone from the end: kind, index, old lower, old upper. */
    private final List<long[]> trail = new ArrayList<>();

    /**
     * @param cost of a candidate in the objective
     * @param firstPaid helpers from this one on count {@code helperCost} each
     * @param target null where nothing at all may keep the rows
     */
    CheckedProof(
            CheckedRows rows,
            IntToLongFunction cost,
            int firstPaid,
            long helperCost,
            @Nullable Long target) {
        this.rows = rows;
        this.cost = cost;
        this.firstPaid = firstPaid;
        this.helperCost = helperCost;
        this.target = target;
        this.least = rows.least.clone();
        this.most = rows.most.clone();
        this.helperBounds = rows.helpers.stream().map(long[]::clone).toArray(long[][]::new);
        int count = rows.lines.size();
        this.lower = new long[count];
        this.upper = new long[count];
        this.folded = new long[count];
        for (int r = 0; r < count; r++) {
            CheckedRows.Line line = rows.lines.get(r);
            lower[r] = line.lower();
            upper[r] = line.upper();
            contradictions += lower[r] > upper[r] ? 1 : 0;
            if (line.table() != null) {
                byTable.computeIfAbsent(line.table(), _ -> new ArrayList<>()).add(r);
            }
        }
        for (int i = 0; i < least.length; i++) {
            contradictions += least[i] > most[i] ? 1 : 0;
        }
        fold();
    }

    /**
     * @throws Broken where it does not hold
     */
    void walk(Proof proof) {
        Deque<Waiting> waiting = new ArrayDeque<>();
        boolean closed = false;
        for (Proof.Step step : proof.steps()) {
            if (closed) {
                throw new Broken(Verdict.Reason.PROOF_INCOMPLETE, "steps after the end");
            }
            switch (step) {
                case Proof.Tighten tighten -> {
                    tighten(tighten.multipliers());
                    if (waiting.isEmpty()) {
                        fold();
                    }
                }
                case Proof.Split split -> {
                    waiting.push(new Waiting(split, trail.size()));
                    enter(split, false);
                }
                case Proof.Close close -> {
                    close(close.multipliers());
                    closed = waiting.isEmpty();
                    if (!closed) {
                        Waiting next = waiting.pop();
                        undo(next.mark());
                        enter(next.split(), true);
                    }
                }
            }
        }
        if (!closed) {
            throw new Broken(Verdict.Reason.PROOF_INCOMPLETE, "open cases");
        }
    }

    /** Candidates with one choice are counted into the rows, so that later steps are short. */
    private void fold() {
        Arrays.fill(folded, 0);
        foldedCost = 0;
        int[] still = new int[least.length];
        int count = 0;
        boolean[] in = new boolean[least.length];
        for (int i = 0; i < least.length; i++) {
            if (least[i] < most[i]) {
                still[count++] = i;
            } else if (least[i] == 1) {
                in[i] = true;
                foldedCost = Math.addExact(foldedCost, cost.applyAsLong(i));
            }
        }
        free = Arrays.copyOf(still, count);
        reduced = new long[count];
        byTable.forEach(
                (table, lines) -> {
                    long[] counts = new long[table.texts().size()];
                    for (int i = 0; i < in.length; i++) {
                        if (in[i] && table.codes()[i] >= 0) {
                            counts[table.codes()[i]]++;
                        }
                    }
                    lines.forEach(r -> folded[r] = counts[rows.lines.get(r).code()]);
                });
        for (int r = 0; r < folded.length; r++) {
            CheckedRows.Line line = rows.lines.get(r);
            switch (line.kind()) {
                case ALL, WEIGHTS -> {
                    for (int i = 0; i < in.length; i++) {
                        long one = line.kind() == CheckedRows.Kind.ALL ? 1 : line.weights()[i];
                        folded[r] = Math.addExact(folded[r], in[i] ? one : 0);
                    }
                }
                case LIST -> {
                    for (int i : line.list()) {
                        folded[r] += in[i] ? 1 : 0;
                    }
                }
                case TABLE, NOBODY -> {}
            }
        }
    }

    private void enter(Proof.Split split, boolean second) {
        int index = split.index();
        int limit =
                switch (split.on()) {
                    case CANDIDATE -> least.length;
                    case HELPER -> helperBounds.length;
                    case ROW -> lower.length;
                };
        if (index < 0 || index >= limit || split.at() == Long.MAX_VALUE) {
            throw new Broken(Verdict.Reason.PROOF_MALFORMED, "split on " + index);
        }
        switch (split.on()) {
            case CANDIDATE -> {
                if (split.at() != 0) {
                    throw new Broken(Verdict.Reason.PROOF_MALFORMED, "split at " + split.at());
                }
                candidate(index, second ? 1 : least[index], second ? most[index] : 0);
            }
            case HELPER -> {
                long[] bounds = helperBounds[index];
                trail.add(new long[] {1, index, bounds[0], bounds[1]});
                if (second) {
                    bounds[0] = Math.max(bounds[0], split.at() + 1);
                } else {
                    bounds[1] = Math.min(bounds[1], split.at());
                }
                contradict(bounds[0] > bounds[1]);
            }
            case ROW -> {
                trail.add(new long[] {2, index, lower[index], upper[index]});
                if (second) {
                    lower[index] = Math.max(lower[index], split.at() + 1);
                } else {
                    upper[index] = Math.min(upper[index], split.at());
                }
                contradict(lower[index] > upper[index]);
            }
        }
    }

    private void candidate(int index, int newLeast, int newMost) {
        trail.add(new long[] {0, index, least[index], most[index]});
        least[index] = (byte) newLeast;
        most[index] = (byte) newMost;
        contradict(least[index] > most[index]);
    }

    private void contradict(boolean now) {
        if (now) {
            trail.add(new long[] {3, 0, 0, 0});
            contradictions++;
        }
    }

    private void undo(int mark) {
        while (trail.size() > mark) {
            long[] last = trail.removeLast();
            int index = (int) last[1];
            switch ((int) last[0]) {
                case 0 -> {
                    least[index] = (byte) last[2];
                    most[index] = (byte) last[3];
                }
                case 1 -> {
                    helperBounds[index][0] = last[2];
                    helperBounds[index][1] = last[3];
                }
                case 2 -> {
                    lower[index] = last[2];
                    upper[index] = last[3];
                }
                default -> contradictions--;
            }
        }
    }

    private void close(Proof.Multipliers multipliers) {
        if (contradictions == 0 && margin(multipliers).signum() >= 0) {
            throw new Broken(Verdict.Reason.PROOF_FAILS, "a case is not closed");
        }
    }

    private void tighten(Proof.Multipliers multipliers) {
        BigInteger margin = margin(multipliers);
        if (margin.signum() < 0) {
            contradict(true);
            return;
        }
        if (margin.bitLength() > 62) {
            return;
        }
        long room = margin.longValueExact();
        for (int k = 0; k < free.length; k++) {
            int i = free[k];
            if (least[i] < most[i] && Math.abs(reduced[k]) > room) {
                byte only = (byte) (reduced[k] < 0 ? 0 : 1);
                candidate(i, only, only);
            }
        }
    }

    /** The greatest weighted sum that the boxes leave, less what the target asks for. */
    private BigInteger margin(Proof.Multipliers multipliers) {
        check(multipliers);
        long objective = multipliers.objective();
        CheckedTotal total = new CheckedTotal();
        try {
            reduce(multipliers);
            for (int k = 0; k < multipliers.rows().length; k++) {
                int r = multipliers.rows()[k];
                long value = multipliers.values()[k];
                total.add(value, Math.subtractExact(value > 0 ? upper[r] : lower[r], folded[r]));
            }
            total.add(objective, foldedCost);
            for (int k = 0; k < free.length; k++) {
                total.add(reduced[k], reduced[k] > 0 ? most[free[k]] : least[free[k]]);
            }
            helpers(multipliers, total);
        } catch (ArithmeticException _) {
            throw new Broken(Verdict.Reason.PROOF_MALFORMED, "numbers too large");
        }
        BigInteger wanted =
                target == null
                        ? BigInteger.ZERO
                        : BigInteger.valueOf(objective).multiply(BigInteger.valueOf(target));
        return total.value().subtract(wanted);
    }

    private void check(Proof.Multipliers multipliers) {
        if (multipliers.objective() < 0
                || multipliers.objective() > 0 && target == null
                || multipliers.rows().length != multipliers.values().length) {
            throw new Broken(Verdict.Reason.PROOF_MALFORMED, "multipliers");
        }
        boolean[] seen = new boolean[lower.length];
        for (int r : multipliers.rows()) {
            if (r < 0 || r >= seen.length || seen[r]) {
                throw new Broken(Verdict.Reason.PROOF_MALFORMED, "row " + r);
            }
            seen[r] = true;
        }
    }

    /** What each free candidate still adds once the weighted rows are taken off. */
    private void reduce(Proof.Multipliers multipliers) {
        for (int k = 0; k < free.length; k++) {
            reduced[k] =
                    multipliers.objective() == 0
                            ? 0
                            : Math.multiplyExact(
                                    multipliers.objective(), cost.applyAsLong(free[k]));
        }
        Map<CheckedRows.Table, long[]> sums = new IdentityHashMap<>();
        for (int k = 0; k < multipliers.rows().length; k++) {
            CheckedRows.Line line = rows.lines.get(multipliers.rows()[k]);
            long value = multipliers.values()[k];
            switch (line.kind()) {
                case ALL, WEIGHTS -> {
                    for (int q = 0; q < free.length; q++) {
                        long one =
                                line.kind() == CheckedRows.Kind.ALL ? 1 : line.weights()[free[q]];
                        take(q, Math.multiplyExact(value, one));
                    }
                }
                case TABLE -> {
                    CheckedRows.Table table = line.table();
                    if (table != null) {
                        long[] byCode =
                                sums.computeIfAbsent(table, one -> new long[one.texts().size()]);
                        byCode[line.code()] = Math.addExact(byCode[line.code()], value);
                    }
                }
                case LIST -> {
                    for (int i : line.list()) {
                        int q = Arrays.binarySearch(free, i);
                        if (q >= 0) {
                            take(q, value);
                        }
                    }
                }
                case NOBODY -> {}
            }
        }
        sums.forEach(
                (table, byCode) -> {
                    for (int q = 0; q < free.length; q++) {
                        int code = table.codes()[free[q]];
                        if (code >= 0) {
                            take(q, byCode[code]);
                        }
                    }
                });
    }

    private void take(int place, long value) {
        reduced[place] = Math.subtractExact(reduced[place], value);
    }

    private void helpers(Proof.Multipliers multipliers, CheckedTotal total) {
        long[] own = new long[helperBounds.length];
        for (int h = firstPaid; h < own.length; h++) {
            own[h] = Math.multiplyExact(multipliers.objective(), helperCost);
        }
        for (int k = 0; k < multipliers.rows().length; k++) {
            CheckedRows.Line line = rows.lines.get(multipliers.rows()[k]);
            for (int h = line.firstHelper(); h < line.firstHelper() + line.helpers(); h++) {
                long product = Math.multiplyExact(multipliers.values()[k], line.factor());
                own[h] = Math.subtractExact(own[h], product);
            }
        }
        for (int h = 0; h < own.length; h++) {
            total.add(own[h], own[h] > 0 ? helperBounds[h][1] : helperBounds[h][0]);
        }
    }
}

package org.rivages.cohort;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A count or weight of candidates, plus helpers, that lies between two bounds.
 *
 * @param rule its place in {@link Problem#rules()}; -1 for the places and for aims
 * @param partition counts the candidates with {@code code}
 * @param members counts these
 * @param weights weighs everybody; with neither partition, members nor weights it counts everybody
 * @param helpers numbers of the helpers in it
 * @param factors of the helpers
 */
@SuppressWarnings("ArrayRecordComponent") // two rows are never compared
record Row(
        int rule,
        @Nullable Partition partition,
        int code,
        int @Nullable [] members,
        long @Nullable [] weights,
        int[] helpers,
        long[] factors,
        long lower,
        long upper) {
    static final int NO_RULE = -1;
    private static final int[] NONE = {};
    private static final long[] NO_FACTORS = {};

    static Row everybody(long lower, long upper) {
        return new Row(NO_RULE, null, -1, null, null, NONE, NO_FACTORS, lower, upper);
    }

    static Row value(int rule, Partition partition, int code, long lower, long upper) {
        return code < 0
                ? members(rule, NONE, lower, upper)
                : new Row(rule, partition, code, null, null, NONE, NO_FACTORS, lower, upper);
    }

    static Row members(int rule, int[] members, long lower, long upper) {
        return new Row(rule, null, -1, members, null, NONE, NO_FACTORS, lower, upper);
    }

    static Row weights(long[] weights, long value) {
        return new Row(NO_RULE, null, -1, null, weights, NONE, NO_FACTORS, value, value);
    }

    static Row helpers(int first, int count, long value) {
        int[] helpers = new int[count];
        long[] factors = new long[count];
        for (int i = 0; i < count; i++) {
            helpers[i] = first + i;
            factors[i] = 1;
        }
        return new Row(NO_RULE, null, -1, NONE, null, helpers, factors, value, value);
    }

    Row plus(int helper, long factor, long lower, long upper) {
        return new Row(
                rule,
                partition,
                code,
                members,
                weights,
                new int[] {helper},
                new long[] {factor},
                lower,
                upper);
    }

    /** The same row, of another rule. */
    Row of(int other) {
        return new Row(other, partition, code, members, weights, helpers, factors, lower, upper);
    }

    /** Whether both count the same; their bounds may differ. */
    boolean counts(Row other) {
        return partition == other.partition
                && code == other.code
                && weights == other.weights
                && Arrays.equals(members, other.members)
                && Arrays.equals(helpers, other.helpers)
                && Arrays.equals(factors, other.factors);
    }

    boolean plain() {
        return helpers.length == 0;
    }

    /** Counts everybody or weighs everybody. */
    boolean dense() {
        return partition == null && members == null;
    }
}

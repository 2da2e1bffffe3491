package org.rivages.cohort;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One published condition on who may be chosen together. */
public sealed interface Rule {
    String id();

    /**
     * How many with this value. Percents are of the places: a minimum is rounded up, a maximum
     * down; beside a count the stricter of the two holds. An empty value counts for no value.
     *
     * @param value null: the bounds hold for each value that occurs among the candidates
     */
    record Quota(
            String id,
            String attribute,
            @Nullable String value,
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable Integer minPercent,
            @Nullable Integer maxPercent)
            implements Rule {
        public static Quota of(
                String id,
                String attribute,
                @Nullable String value,
                @Nullable Integer min,
                @Nullable Integer max) {
            return new Quota(id, attribute, value, min, max, null, null);
        }

        public boolean each() {
            return value == null;
        }
    }

    /** At most so many of one group; those without a group are free. */
    record GroupCap(String id, int max) implements Rule {}

    /** Must be chosen. */
    record Include(String id, String candidate) implements Rule {}

    /** Must not be chosen. */
    record Exclude(String id, String candidate) implements Rule {}

    /** At most one of these. */
    record MutuallyExclusive(String id, List<String> candidates) implements Rule {
        public MutuallyExclusive {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * Nobody below this score.
     *
     * @param min in thousandths of a point
     */
    record ScoreThreshold(String id, long min) implements Rule {}
}

package org.rivages.selection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule about who may be chosen together. As JSON it is exactly a rule of {@code rules.json},
 * which the command line and the engine read; candidates stand in it by the number of their
 * application.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Rule.Quota.class, name = "quota"),
    @JsonSubTypes.Type(value = Rule.GroupCap.class, name = "groupCap"),
    @JsonSubTypes.Type(value = Rule.Include.class, name = "include"),
    @JsonSubTypes.Type(value = Rule.Exclude.class, name = "exclude"),
    @JsonSubTypes.Type(value = Rule.MutuallyExclusive.class, name = "mutuallyExclusive"),
    @JsonSubTypes.Type(value = Rule.ScoreThreshold.class, name = "scoreThreshold")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Rule {
    String id();

    /**
     * How many with this value. Percents are of the places: a minimum is rounded up, a maximum
     * down.
     *
     * @param value null exactly when {@code each}
     * @param each the bounds hold for every value that a candidate has
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Quota(
            String id,
            String attribute,
            @Nullable String value,
            @Nullable Boolean each,
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable Integer minPercent,
            @Nullable Integer maxPercent)
            implements Rule {
        public static Quota of(
                String id,
                String attribute,
                String value,
                @Nullable Integer min,
                @Nullable Integer max) {
            return new Quota(id, attribute, value, null, min, max, null, null);
        }

        public static Quota each(
                String id, String attribute, @Nullable Integer min, @Nullable Integer max) {
            return new Quota(id, attribute, null, true, min, max, null, null);
        }

        @JsonIgnore
        public boolean forEach() {
            return Boolean.TRUE.equals(each);
        }

        /** In persons; 0 for none. */
        public int least(int places) {
            int share = minPercent == null ? 0 : Math.ceilDiv(minPercent * places, 100);
            return Math.max(min == null ? 0 : min, share);
        }

        /** In persons; {@link #NO_BOUND} for none. */
        public int most(int places) {
            int share = maxPercent == null ? NO_BOUND : Math.floorDiv(maxPercent * places, 100);
            return Math.min(max == null ? NO_BOUND : max, share);
        }
    }

    /** At most so many of one organisation; those without one are free. */
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
     * @param min in points, with at most three decimals
     */
    record ScoreThreshold(String id, java.math.BigDecimal min) implements Rule {
        /** In thousandths of a point. */
        @JsonIgnore
        public int thousandths() {
            return min.movePointRight(3).intValueExact();
        }
    }

    int NO_BOUND = Integer.MAX_VALUE;

    /** As it stands in {@code rules.json} and in message keys. */
    default String code() {
        return switch (this) {
            case Quota _ -> "quota";
            case GroupCap _ -> "groupCap";
            case Include _ -> "include";
            case Exclude _ -> "exclude";
            case MutuallyExclusive _ -> "mutuallyExclusive";
            case ScoreThreshold _ -> "scoreThreshold";
        };
    }
}

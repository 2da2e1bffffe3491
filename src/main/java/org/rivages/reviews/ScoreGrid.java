package org.rivages.reviews;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.rivages.shared.LocalizedText;

/**
 * What jurors score, and what each level means. Fixed once the first review of the call has begun.
 * Totals are whole thousandths of a point, rounded half up once, so that every machine agrees.
 */
public record ScoreGrid(List<Criterion> criteria) {
    /** Levels go from 0 to this. */
    public static final int TOP = 5;

    /** One point, in the unit of totals. */
    public static final int POINT = 1000;

    /**
     * @param key stable; scores are stored under it
     * @param weight 1 to 100
     * @param hint what to look for, may be empty
     * @param levels what 0, 1, … 5 mean, in this order; single ones may be empty
     */
    public record Criterion(
            String key,
            LocalizedText name,
            int weight,
            LocalizedText hint,
            List<LocalizedText> levels) {
        public Criterion {
            levels = List.copyOf(levels);
            if (levels.size() != TOP + 1) {
                throw new IllegalArgumentException(key + " has " + levels.size() + " levels");
            }
            if (weight < 1 || weight > 100) {
                throw new IllegalArgumentException(key + " weighs " + weight);
            }
        }
    }

    public ScoreGrid {
        criteria = List.copyOf(criteria);
        Set<String> keys = new HashSet<>();
        for (Criterion criterion : criteria) {
            if (!keys.add(criterion.key())) {
                throw new IllegalArgumentException(criterion.key() + " stands twice");
            }
        }
    }

    @JsonIgnore
    public int weights() {
        return criteria.stream().mapToInt(Criterion::weight).sum();
    }

    /** Every criterion has a level. */
    boolean complete(Map<String, Integer> scores) {
        return !criteria.isEmpty() && criteria.stream().allMatch(c -> scores.containsKey(c.key()));
    }

    /** The weighted mean of one complete review: 3.867 is 3867. */
    int total(Map<String, Integer> scores) {
        return mean(List.of(scores));
    }

    /**
     * The weighted mean of all points of these complete reviews: an application's total. Rounded
     * once, from the exact fraction; not the mean of rounded totals.
     */
    int mean(List<Map<String, Integer>> reviews) {
        long points = 0;
        for (Map<String, Integer> scores : reviews) {
            for (Criterion criterion : criteria) {
                points +=
                        (long) criterion.weight()
                                * Objects.requireNonNull(scores.get(criterion.key()));
            }
        }
        return rounded(points * POINT, (long) weights() * reviews.size());
    }

    /** Half up, for nothing negative. */
    static int rounded(long dividend, long divisor) {
        return Math.toIntExact((2 * dividend + divisor) / (2 * divisor));
    }
}

package org.rivages.cohort;

import java.util.List;

/**
 * Somebody who can be chosen.
 *
 * @param score thousandths of a point, at most {@link Problem#GREATEST_SCORE} either way
 * @param group the organisation; "" for none
 * @param values one for each of {@link Problem#attributes()}, in that order; "" for none. Share
 *     equal strings between candidates: a large call has millions of them.
 */
public record Candidate(String id, long score, String group, List<String> values) {
    public Candidate {
        values = List.copyOf(values);
    }

    public Candidate withScore(long other) {
        return new Candidate(id, other, group, values);
    }
}

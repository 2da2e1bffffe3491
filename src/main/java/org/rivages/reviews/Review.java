package org.rivages.reviews;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.applications.ApplicationId;
import org.rivages.calls.CallId;

/**
 * One juror's review of one application.
 *
 * @param scores criterion → 0 … 5; those that are given
 * @param comments criterion → words
 * @param total thousandths of a point; null until it is finished
 * @param version for the optimistic lock: two tabs never overwrite each other
 */
public record Review(
        UUID id,
        CallId call,
        ApplicationId application,
        UUID juror,
        ReviewState state,
        Map<String, Integer> scores,
        Map<String, String> comments,
        String overall,
        @Nullable Integer total,
        int version,
        Instant changedAt,
        @Nullable Instant finishedAt) {
    public Review {
        scores = Map.copyOf(scores);
        comments = Map.copyOf(comments);
    }

    public boolean finished() {
        return state == ReviewState.FINISHED;
    }
}

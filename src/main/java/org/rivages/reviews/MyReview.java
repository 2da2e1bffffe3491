package org.rivages.reviews;

import org.rivages.calls.CallView;

/**
 * One line of a juror's list.
 *
 * @param name null where the panel reads blind
 * @param points the total, "" until finished
 */
public record MyReview(
        Review review,
        String number,
        @org.jspecify.annotations.Nullable String name,
        String organisation,
        String points,
        CallView call) {}

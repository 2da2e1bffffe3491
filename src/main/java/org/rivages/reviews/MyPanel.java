package org.rivages.reviews;

import java.util.List;
import org.rivages.calls.CallView;

/** What one call asks of a juror. */
public record MyPanel(CallView call, Panel panel, List<MyReview> reviews) {
    public int finished() {
        return (int) reviews.stream().filter(one -> one.review().finished()).count();
    }

    public int missing() {
        return reviews.size() - finished();
    }
}

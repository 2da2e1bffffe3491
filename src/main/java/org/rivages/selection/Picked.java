package org.rivages.selection;

import java.util.List;

/** What came of a pick. */
public sealed interface Picked {
    record Done() implements Picked {}

    /**
     * It goes against the order of scores, or against the lot, and no reason was given: nothing was
     * changed.
     *
     * @param pairs number of the one who is in with the lower score, number of the one passed over;
     *     "" where nobody is, since no score counts
     */
    record NeedsReason(List<Pair> pairs) implements Picked {}

    record Pair(String in, String passedOver) {}
}

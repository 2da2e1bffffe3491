package org.rivages.selection;

import java.util.List;
import java.util.Set;

/** What came of closing the choice. */
public sealed interface Closing {
    record Closed() implements Closing {}

    /**
     * Some picks go against the order of scores or the lot without a reason: nothing was changed.
     */
    record NeedsReasons(List<Picked.Pair> pairs) implements Closing {}

    /**
     * Rules are not kept or places are left, and nobody has said why it shall stand all the same.
     *
     * @param free places without a person; negative when there are too many persons
     * @param rules ids of the rules that are not kept; those over sealed attributes only when
     *     exactly every place is filled
     */
    record NeedsException(int free, Set<String> rules) implements Closing {}
}

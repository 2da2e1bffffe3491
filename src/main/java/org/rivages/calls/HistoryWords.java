package org.rivages.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rivages.site.Words;

/** How a line of the public history reads. */
public final class HistoryWords {
    private HistoryWords() {}

    public static String line(HistoryEntry entry, CallView call, Words words) {
        return words.get(
                "calls.history." + entry.kind(),
                "before",
                moment(entry.before(), call, words),
                "after",
                moment(entry.after(), call, words));
    }

    private static String moment(@Nullable Instant at, CallView call, Words words) {
        return at == null ? "" : Deadlines.moment(at, call, words);
    }
}

package org.rivages.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.LocalizedText;

/**
 * One line of what changed in public.
 *
 * @param kind what happened; words stand at {@code calls.history.<kind>}
 * @param before the deadline before, where it moved
 * @param after the deadline after, where it moved
 * @param terms the version of the terms that holds since; null where they did not change
 */
public record HistoryEntry(
        String kind,
        Instant at,
        LocalizedText reason,
        @Nullable Instant before,
        @Nullable Instant after,
        @Nullable Integer terms) {
    static HistoryEntry plain(String kind, Instant at) {
        return new HistoryEntry(kind, at, LocalizedText.EMPTY, null, null, null);
    }
}

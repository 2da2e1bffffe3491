package org.rivages.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The one rule of age: what nobody confirmed or checked for a year is stale. */
final class Staleness {
    private Staleness() {}

    /**
     * @param known the last day on which it was known to be right; null means never
     */
    static boolean stale(@Nullable LocalDate known, Instant now) {
        return known == null || !known.isAfter(limit(now));
    }

    /** What was last known on this day or before is stale. */
    static LocalDate limit(Instant now) {
        return now.atZone(ZoneOffset.UTC).toLocalDate().minusYears(1);
    }
}

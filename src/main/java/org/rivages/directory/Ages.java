package org.rivages.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.rivages.shared.FuzzyDate;

/** How old a dated statement is. */
final class Ages {
    private Ages() {}

    /** Whole years since the last day that the date can mean; never negative. */
    static int years(FuzzyDate asOf, Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return (int) Math.max(0, ChronoUnit.YEARS.between(asOf.end(), today));
    }
}

package org.rivages.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rivages.programmes.EditionId;
import org.rivages.programmes.ProgrammeId;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.LocalizedText;

/**
 * A call as it stands. Its state follows the clock: always ask {@link #state} and {@link #accepts}
 * with the database's time.
 *
 * @param summary a sentence or two; {@code text} is Markdown
 * @param opens null while no opening is set
 * @param closes the instant of the deadline; null in a draft, and for an archived call of which
 *     only the day is known ({@code closesOn})
 * @param zone the zone in which the deadline is said; null when not stated
 * @param graceMinutes for how long after the deadline an application is still taken. Never shown
 * @param retentionMonths how long applications that were not selected are kept after the decision
 * @param terms number of the published version of the terms, or of the draft
 * @param version for the optimistic lock of the desk
 */
public record CallView(
        CallId id,
        ProgrammeId programme,
        EditionId edition,
        String slug,
        LocalizedText title,
        LocalizedText summary,
        LocalizedText text,
        int places,
        List<LanguageNeed> languages,
        @Nullable Instant opens,
        @Nullable Instant closes,
        @Nullable FuzzyDate closesOn,
        @Nullable ZoneId zone,
        int graceMinutes,
        int retentionMonths,
        @Nullable Instant announcedAt,
        @Nullable Instant decidingAt,
        @Nullable Instant decidedAt,
        @Nullable Instant archivedAt,
        boolean demonstration,
        int terms,
        int version,
        Instant changedAt) {

    public CallState state(Instant now) {
        if (archivedAt != null) {
            return CallState.ARCHIVED;
        }
        if (announcedAt == null || opens == null || closes == null) {
            return CallState.DRAFT;
        }
        if (decidedAt != null) {
            return CallState.DECIDED;
        }
        if (decidingAt != null) {
            return CallState.DECIDING;
        }
        if (now.isBefore(opens)) {
            return CallState.ANNOUNCED;
        }
        return now.isBefore(closes) ? CallState.OPEN : CallState.CLOSED;
    }

    /** Whether an application that arrives now is taken, the silent grace included. */
    public boolean accepts(Instant now) {
        return switch (state(now)) {
            case OPEN -> true;
            case CLOSED ->
                    closes != null && now.isBefore(closes.plus(Duration.ofMinutes(graceMinutes)));
            case DRAFT, ANNOUNCED, DECIDING, DECIDED, ARCHIVED -> false;
        };
    }

    /** Whether visitors may know of it. */
    public boolean published() {
        return announcedAt != null || archivedAt != null;
    }

    CallView at(Instant changed) {
        return new CallView(
                id,
                programme,
                edition,
                slug,
                title,
                summary,
                text,
                places,
                languages,
                opens,
                closes,
                closesOn,
                zone,
                graceMinutes,
                retentionMonths,
                announcedAt,
                decidingAt,
                decidedAt,
                archivedAt,
                demonstration,
                terms,
                version,
                changed);
    }

    public String path() {
        return "/calls/" + slug;
    }
}

package org.rivages.subscriptions;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rivages.site.Words;

/** How often a digest comes: each morning, or on Monday morning, on the reader's own clock. */
enum Rhythm {
    DAILY,
    WEEKLY;

    private static final LocalTime MORNING = LocalTime.of(7, 0);

    /** The next morning of this rhythm after the moment. */
    Instant next(Instant after, ZoneId zone) {
        ZonedDateTime from = after.atZone(zone);
        ZonedDateTime morning = from.with(MORNING);
        ZonedDateTime next =
                switch (this) {
                    case DAILY -> morning;
                    case WEEKLY -> morning.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
                };
        if (next.toInstant().isAfter(after)) {
            return next.toInstant();
        }
        return switch (this) {
            case DAILY -> next.plusDays(1).toInstant();
            case WEEKLY -> next.plusWeeks(1).toInstant();
        };
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Code → words, for a form. */
    static Map<String, String> choices(Words words) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Rhythm rhythm : values()) {
            choices.put(rhythm.code(), words.get("subscriptions.rhythm." + rhythm.code()));
        }
        return choices;
    }

    static Optional<Rhythm> of(String code) {
        for (Rhythm rhythm : values()) {
            if (rhythm.code().equals(code)) {
                return Optional.of(rhythm);
            }
        }
        return Optional.empty();
    }

    static Rhythm require(String code) {
        return of(code).orElseThrow(() -> new IllegalArgumentException("no rhythm " + code));
    }
}

package org.rivages.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.rivages.site.Words;

/** When a call opens and closes, as pages say it. */
public final class Deadlines {
    private Deadlines() {}

    /** "14 March 2027 at 23:59, Tunis time"; of an old call the day alone, saying so. */
    public static String closes(CallView call, Words words) {
        if (call.closes() != null && call.zone() != null) {
            return moment(call.closes(), call, words);
        }
        return call.closesOn() == null
                ? unknown(call, words)
                : words.get("calls.deadline.day-only", "date", words.date(call.closesOn()));
    }

    /** The day alone, for a narrow place. */
    public static String day(CallView call, Words words) {
        LocalDate day = closingDay(call);
        if (day != null) {
            return words.day(day);
        }
        return call.closesOn() == null ? unknown(call, words) : words.date(call.closesOn());
    }

    private static String unknown(CallView call, Words words) {
        return words.get(
                call.archivedAt() == null ? "calls.deadline.none" : "calls.deadline.unknown");
    }

    public static String opens(CallView call, Words words) {
        return call.opens() == null
                ? words.get("calls.deadline.none")
                : moment(call.opens(), call, words);
    }

    /** Any moment of this call's story on the clocks of its zone. */
    public static String moment(Instant at, CallView call, Words words) {
        return call.zone() == null
                ? words.moment(at, ZoneOffset.UTC)
                : words.get(
                        "calls.deadline.moment",
                        "moment",
                        words.moment(at, call.zone()),
                        "zone",
                        words.zone(call.zone()));
    }

    /**
     * The day of the deadline on the clocks of the call's zone; null when only part of it is known.
     */
    public static @Nullable LocalDate closingDay(CallView call) {
        if (call.closes() != null && call.zone() != null) {
            return call.closes().atZone(call.zone()).toLocalDate();
        }
        return call.closesOn() != null
                        && call.closesOn().grain() == org.rivages.shared.FuzzyDate.Grain.DAY
                        && !call.closesOn().isRange()
                ? call.closesOn().start()
                : null;
    }

    /** Whole days, hours or minutes that are left; 0 after the deadline. */
    public static Duration left(CallView call, Instant now) {
        return call.closes() == null || !now.isBefore(call.closes())
                ? Duration.ZERO
                : Duration.between(now, call.closes());
    }
}

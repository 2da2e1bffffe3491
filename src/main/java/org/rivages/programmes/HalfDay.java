package org.rivages.programmes;

import java.time.LocalDate;
import org.rivages.site.Words;

/** A morning or an afternoon of a session: what attendance is taken for. */
public record HalfDay(LocalDate day, boolean morning) {
    /** Stable, for addresses and tables: {@code 2026-11-21-am}. */
    public String key() {
        return day + (morning ? "-am" : "-pm");
    }

    /** "Sat 21 November, morning". */
    public String label(Words words) {
        return words.get(
                morning ? "programmes.half-day.morning" : "programmes.half-day.afternoon",
                "day",
                words.skeleton("EEEdMMMM", day));
    }
}

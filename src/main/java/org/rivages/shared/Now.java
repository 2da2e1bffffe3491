package org.rivages.shared;

import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one clock: the time of the database, so that every copy of the program decides a deadline
 * alike. Only tests and the demonstration may shift it ({@code RIVAGES_CLOCK_OFFSET}).
 */
@Component
public final class Now {
    private final JdbcClient jdbc;
    private volatile Duration offset;

    Now(JdbcClient jdbc, @Value("${rivages.clock-offset:PT0S}") Duration offset) {
        this.jdbc = jdbc;
        this.offset = offset;
    }

    /** The moment at which this statement runs, not the start of the transaction. */
    public Instant instant() {
        return jdbc.sql("select clock_timestamp() as at")
                .query((row, n) -> Rows.instant(row, "at"))
                .single()
                .plus(offset);
    }

    /** How far this clock is from the true time. */
    public Duration shifted() {
        return offset;
    }

    /** For tests: from now on the clock runs ahead (or behind) by this much. */
    public void shift(Duration by) {
        offset = by;
    }
}

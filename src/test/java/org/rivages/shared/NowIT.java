package org.rivages.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.rivages.support.RivagesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RivagesTest
class NowIT {
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private Instant database() {
        return jdbc.sql("select clock_timestamp() as at")
                .query((row, n) -> Rows.instant(row, "at"))
                .single();
    }

    @Test
    void it_is_the_time_of_the_database() {
        Now now = new Now(jdbc, Duration.ZERO);
        Instant before = database();
        Instant asked = now.instant();
        assertThat(asked).isBetween(before, database());
    }

    @Test
    void it_goes_on_within_a_transaction() {
        Now now = new Now(jdbc, Duration.ZERO);
        transaction.executeWithoutResult(status -> {
            Instant first = now.instant();
            Instant between = database();
            assertThat(now.instant()).isAfterOrEqualTo(between).isAfter(first);
        });
    }

    @Test
    void a_test_may_shift_it_both_ways() {
        Now now = new Now(jdbc, Duration.ofDays(14));
        assertThat(now.instant())
                .isAfterOrEqualTo(database().plus(Duration.ofDays(14)).minusSeconds(60));
        assertThat(now.shifted()).isEqualTo(Duration.ofDays(14));
        now.shift(Duration.ofHours(-6));
        assertThat(now.instant()).isBeforeOrEqualTo(database().minus(Duration.ofHours(6)));
    }
}

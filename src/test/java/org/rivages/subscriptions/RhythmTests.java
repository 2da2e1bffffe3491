package org.rivages.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTests {
    @ParameterizedTest
    @CsvSource({
        "DAILY,  2026-11-26T05:59:59Z, Africa/Tunis,       2026-11-26T06:00:00Z",
        "DAILY,  2026-11-26T06:00:00Z, Africa/Tunis,       2026-11-27T06:00:00Z",
        "DAILY,  2026-11-26T06:00:00Z, Pacific/Auckland,   2026-11-26T18:00:00Z",
        "WEEKLY, 2026-11-26T06:00:00Z, Africa/Tunis,       2026-11-30T06:00:00Z",
        "WEEKLY, 2026-11-30T06:00:00Z, Africa/Tunis,       2026-12-07T06:00:00Z",
        "WEEKLY, 2026-11-30T05:00:00Z, Africa/Tunis,       2026-11-30T06:00:00Z",
        // the clocks of Paris change between two Mondays
        "WEEKLY, 2026-10-19T05:00:00Z, Europe/Paris,       2026-10-26T06:00:00Z",
        "DAILY,  2027-03-27T06:00:00Z, Europe/Paris,       2027-03-28T05:00:00Z",
        // a Monday there, still Sunday here
        "WEEKLY, 2026-11-29T12:00:00Z, Pacific/Kiritimati, 2026-11-29T17:00:00Z"
    })
    void comes_at_seven_on_the_readers_clock(
            Rhythm rhythm, Instant after, String zone, Instant expected) {
        assertThat(rhythm.next(after, ZoneId.of(zone))).isEqualTo(expected);
    }
}

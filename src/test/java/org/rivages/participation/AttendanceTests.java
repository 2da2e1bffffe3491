package org.rivages.participation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttendanceTests {
    private static final Instant FROM = Instant.parse("2027-05-10T22:00:00Z");
    private static final Instant NOW = Instant.parse("2027-05-12T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2027-05-12T08:30:00Z,true",
        "2027-05-12T09:04:00Z,true",
        "2027-05-12T09:06:00Z,false",
        "1970-01-01T00:00:00Z,false",
        "-292275055-05-16T16:47:04.192Z,false",
        "+292278994-08-17T07:12:55.807Z,false"
    })
    void believesAClockOnlyBetweenTheSessionsBeginningAndNow(Instant sent, boolean believed) {
        assertThat(Attendance.believed(sent, FROM, NOW)).isEqualTo(believed ? sent : NOW);
    }
}

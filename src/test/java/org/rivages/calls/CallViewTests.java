package org.rivages.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rivages.calls.CallExamples.CLOSES;
import static org.rivages.calls.CallExamples.OPENS;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallViewTests {
    @Test
    void followsTheClockOnceAnnounced() {
        CallView call = CallExamples.announced();
        assertThat(call.state(OPENS.minusMillis(1))).isEqualTo(CallState.ANNOUNCED);
        assertThat(call.state(OPENS)).isEqualTo(CallState.OPEN);
        assertThat(call.state(CLOSES.minusMillis(1))).isEqualTo(CallState.OPEN);
        assertThat(call.state(CLOSES)).isEqualTo(CallState.CLOSED);
    }

    @Test
    void staysADraftUntilSomebodyAnnouncesIt() {
        assertThat(CallExamples.draft().state(OPENS.plusSeconds(1))).isEqualTo(CallState.DRAFT);
        assertThat(CallExamples.draft().accepts(OPENS.plusSeconds(1))).isFalse();
        assertThat(CallExamples.draft().published()).isFalse();
    }

    @Test
    void takesLateApplicationsWithinTheGraceAndNotAMillisecondLonger() {
        CallView call = CallExamples.announced();
        Instant graceEnds = CLOSES.plus(Duration.ofMinutes(call.graceMinutes()));
        assertThat(call.accepts(OPENS.minusMillis(1))).isFalse();
        assertThat(call.accepts(OPENS)).isTrue();
        assertThat(call.accepts(CLOSES)).isTrue();
        assertThat(call.accepts(graceEnds.minusMillis(1))).isTrue();
        assertThat(call.accepts(graceEnds)).isFalse();
    }

    @Test
    void takesNothingOnceTheCommitteeDecides() {
        Instant at = CLOSES.plusSeconds(60);
        assertThat(CallExamples.call(OPENS, at, null, null).accepts(at)).isFalse();
        assertThat(CallExamples.call(OPENS, at, null, null).state(at))
                .isEqualTo(CallState.DECIDING);
        assertThat(CallExamples.call(OPENS, at, at, null).state(at)).isEqualTo(CallState.DECIDED);
        assertThat(CallExamples.call(OPENS, at, at, at).state(at)).isEqualTo(CallState.ARCHIVED);
    }

    @Test
    void anArchivedCallMayKnowNoMoreThanADay() {
        CallView call = CallExamples.dayOnly();
        assertThat(call.state(CLOSES)).isEqualTo(CallState.ARCHIVED);
        assertThat(call.accepts(Instant.parse("2020-01-30T12:00:00Z"))).isFalse();
        assertThat(Deadlines.closingDay(call)).hasToString("2020-01-31");
    }

    @Test
    void theDayOfTheDeadlineIsThatOfTheCallsZone() {
        assertThat(Deadlines.closingDay(CallExamples.announced())).hasToString("2027-03-14");
    }
}

package org.rivages.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.LocalizedText;

class SessionRulesTests {
    private static final LocalDate TODAY = LocalDate.of(2027, 6, 16);

    @Example
    void confirmsWithAPlaceAndAMonth() {
        assertThat(change(tentative("2027-09"), state(SessionStatus.CONFIRMED, "2027-09", "Sfax")))
                .isEmpty();
        assertThat(change(tentative("2027-09"), state(SessionStatus.CONFIRMED, "2027", "Sfax")))
                .containsExactly("programmes.refused.confirmed-needs-month");
        assertThat(change(tentative("2027-09"), state(SessionStatus.CONFIRMED, null, "")))
                .containsExactly(
                        "programmes.refused.needs-place",
                        "programmes.refused.confirmed-needs-month");
    }

    @Example
    void callsAnotherDateOfAConfirmedSessionAMove() {
        SessionState june = state(SessionStatus.CONFIRMED, "2027-06-21/2027-06-25", "Sfax");
        assertThat(change(june, state(SessionStatus.CONFIRMED, "2027-07-05", "Sfax")))
                .containsExactly("programmes.refused.is-moved");
        assertThat(change(june, state(SessionStatus.CONFIRMED, "2027-06-21/2027-06-25", "Gabès")))
                .containsExactly("programmes.refused.is-moved");
        assertThat(change(june, state(SessionStatus.MOVED, "2027-07-05", "Sfax"))).isEmpty();
        assertThat(change(june, state(SessionStatus.MOVED, null, "Sfax"))).isEmpty();
    }

    @Example
    void aDateMadeMoreExactIsNoMove() {
        SessionState month = state(SessionStatus.CONFIRMED, "2027-09", "Sfax");
        SessionState days = state(SessionStatus.CONFIRMED, "2027-09-06/2027-09-10", "Sfax");
        assertThat(change(month, days)).isEmpty();
        assertThat(change(days, month)).containsExactly("programmes.refused.is-moved");
        assertThat(change(month, state(SessionStatus.MOVED, "2027-09-06", "Sfax")))
                .containsExactly("programmes.refused.moves-nothing");
    }

    @Example
    void holdsNothingInTheFuture() {
        assertThat(change(tentative("2027-09"), state(SessionStatus.HELD, "2027-09", "Sfax")))
                .containsExactly("programmes.refused.held-in-future");
        assertThat(change(tentative("2027-06-16"), state(SessionStatus.HELD, "2027-06-16", "Sfax")))
                .isEmpty();
        assertThat(change(tentative(null), state(SessionStatus.HELD, null, "Sfax")))
                .containsExactly("programmes.refused.held-in-future");
    }

    @Example
    void aHeldSessionGoesBackOnlyToConfirmed() {
        SessionState held = state(SessionStatus.HELD, "2027-05", "Sfax");
        assertThat(change(held, state(SessionStatus.CONFIRMED, "2027-05", "Sfax"))).isEmpty();
        assertThat(change(held, state(SessionStatus.HELD, "2027-05-03/2027-05-07", "Sfax")))
                .isEmpty();
        for (SessionStatus status :
                List.of(SessionStatus.TENTATIVE, SessionStatus.MOVED, SessionStatus.CANCELLED)) {
            assertThat(change(held, state(status, "2027-05", "Sfax")))
                    .containsExactly("programmes.refused.not-from-held");
        }
    }

    @Example
    void aCancelledSessionKeepsItsDateAndMayComeBack() {
        SessionState cancelled = state(SessionStatus.CANCELLED, "2027-09", "Sfax");
        assertThat(change(tentative("2027-09"), cancelled)).isEmpty();
        assertThat(change(tentative("2027-10"), cancelled))
                .containsExactly("programmes.refused.cancelled-keeps");
        assertThat(change(cancelled, state(SessionStatus.TENTATIVE, null, ""))).isEmpty();
        assertThat(change(cancelled, state(SessionStatus.HELD, "2027-05", "Sfax")))
                .containsExactly("programmes.refused.not-from-cancelled");
    }

    @Example
    void toBeConfirmedIsTentativeWithoutAPlaceOrADate() {
        assertThat(tentative(null).isToBeConfirmed()).isTrue();
        assertThat(state(SessionStatus.TENTATIVE, "2027-09", "").isToBeConfirmed()).isTrue();
        assertThat(tentative("2027-09").isToBeConfirmed()).isFalse();
        assertThat(state(SessionStatus.CANCELLED, null, "").isToBeConfirmed()).isFalse();
    }

    @Property
    void changingNothingIsRefused(@ForAll("states") SessionState state) {
        assertThat(change(state, state)).containsExactly("programmes.refused.nothing-changes");
    }

    @Property
    void whateverIsAllowedCanStand(
            @ForAll("states") SessionState before, @ForAll("states") SessionState after) {
        if (change(before, after).isEmpty()) {
            assertThat(SessionRules.state(after, TODAY)).isEmpty();
        }
    }

    @Property
    void calendarsConfirmOnlyWhatIsSure(@ForAll("states") SessionState state) {
        if (SessionDocuments.icalendarStatus(state).equals("CONFIRMED")) {
            assertThat(state.status()).isNotIn(SessionStatus.TENTATIVE, SessionStatus.CANCELLED);
        }
    }

    @Provide
    Arbitrary<SessionState> states() {
        return Combinators.combine(
                        Arbitraries.of(SessionStatus.class),
                        Arbitraries.of(
                                "",
                                "2027",
                                "2027-05",
                                "2027-06-16",
                                "2027-09",
                                "2027-09-06/2027-09-10"),
                        Arbitraries.of("", "Sfax", "Gabès"))
                .as((status, date, place) -> state(status, date.isEmpty() ? null : date, place));
    }

    private static List<String> change(SessionState before, SessionState after) {
        return SessionRules.change(before, after, TODAY).stream()
                .map(SessionRules.Refusal::key)
                .toList();
    }

    private static SessionState tentative(@Nullable String date) {
        return state(SessionStatus.TENTATIVE, date, "Sfax");
    }

    private static SessionState state(SessionStatus status, @Nullable String date, String place) {
        return new SessionState(
                status,
                date == null ? null : FuzzyDate.of(date),
                LocalizedText.same(place),
                place.isEmpty() ? null : "TN");
    }
}

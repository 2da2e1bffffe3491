package org.rivages.programmes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.FuzzyDate;

/** Which changes of a session make sense. Each refusal says why, by a message key. */
final class SessionRules {
    private static final Map<SessionStatus, Set<SessionStatus>> NEXT =
            Map.of(
                    SessionStatus.TENTATIVE,
                    Set.of(SessionStatus.values()),
                    SessionStatus.CONFIRMED,
                    Set.of(SessionStatus.values()),
                    SessionStatus.MOVED,
                    Set.of(SessionStatus.values()),
                    // back only when it was marked by mistake
                    SessionStatus.HELD,
                    Set.of(SessionStatus.HELD, SessionStatus.CONFIRMED),
                    SessionStatus.CANCELLED,
                    Set.of(
                            SessionStatus.TENTATIVE,
                            SessionStatus.CONFIRMED,
                            SessionStatus.CANCELLED));

    private SessionRules() {}

    /**
     * @param field the field of the form that it is about: status, date or place
     * @param key the words
     */
    record Refusal(String field, String key) {}

    /** Why a session cannot stand so, whatever it was before. */
    static List<Refusal> state(SessionState state, LocalDate today) {
        List<Refusal> refusals = new ArrayList<>();
        switch (state.status()) {
            case TENTATIVE, CANCELLED -> {}
            case CONFIRMED -> {
                needPlace(state, refusals);
                if (state.date() == null || state.date().grain() == FuzzyDate.Grain.YEAR) {
                    refusals.add(new Refusal("date", "programmes.refused.confirmed-needs-month"));
                }
            }
            case MOVED -> {
                if (state.date() == null && state.place().isEmpty()) {
                    refusals.add(new Refusal("date", "programmes.refused.moved-nowhere"));
                }
            }
            case HELD -> {
                needPlace(state, refusals);
                if (state.date() == null || state.date().start().isAfter(today)) {
                    refusals.add(new Refusal("date", "programmes.refused.held-in-future"));
                }
            }
        }
        return refusals;
    }

    private static void needPlace(SessionState state, List<Refusal> refusals) {
        if (state.place().isEmpty()) {
            refusals.add(new Refusal("place.en", "programmes.refused.needs-place"));
        }
    }

    /** Why it cannot become so; empty when it can. */
    static List<Refusal> change(SessionState before, SessionState after, LocalDate today) {
        if (before.equals(after)) {
            return List.of(new Refusal("status", "programmes.refused.nothing-changes"));
        }
        if (!NEXT.getOrDefault(before.status(), Set.of()).contains(after.status())) {
            return List.of(
                    new Refusal("status", "programmes.refused.not-from-" + before.status().code()));
        }
        List<Refusal> refusals = new ArrayList<>(state(after, today));
        boolean elsewhere = movesPlace(before, after);
        boolean otherwise = movesDate(before.date(), after.date());
        switch (after.status()) {
            case CONFIRMED -> {
                if (before.status() == SessionStatus.CONFIRMED && (elsewhere || otherwise)) {
                    refusals.add(new Refusal("status", "programmes.refused.is-moved"));
                }
            }
            case MOVED -> {
                if (before.status() != SessionStatus.MOVED && !elsewhere && !otherwise) {
                    refusals.add(new Refusal("date", "programmes.refused.moves-nothing"));
                }
            }
            case CANCELLED -> {
                if (elsewhere || !Objects.equals(before.date(), after.date())) {
                    refusals.add(new Refusal("status", "programmes.refused.cancelled-keeps"));
                }
            }
            case TENTATIVE, HELD -> {}
        }
        return refusals;
    }

    private static boolean movesPlace(SessionState before, SessionState after) {
        return !before.place().isEmpty()
                && (!before.place().equals(after.place())
                        || !Objects.equals(before.country(), after.country()));
    }

    /** A date made more exact is no move: June 2027 → 14 to 18 June 2027. */
    private static boolean movesDate(@Nullable FuzzyDate before, @Nullable FuzzyDate after) {
        return before != null && (after == null || !after.within(before));
    }
}

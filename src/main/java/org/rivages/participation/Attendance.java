package org.rivages.participation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rivages.audit.AuditTrail;
import org.rivages.calls.CallId;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.programmes.EditionId;
import org.rivages.programmes.HalfDay;
import org.rivages.programmes.Programmes;
import org.rivages.programmes.SessionId;
import org.rivages.programmes.SessionStatus;
import org.rivages.programmes.SessionSummary;
import org.rivages.shared.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who was there, by half-day. Marks may come late and twice; the newest of each counts. */
@Component
public class Attendance {
    /** A device's clock may run ahead by this much; a mark from further ahead is dated now. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /**
     * A mark as it comes from the sheet.
     *
     * @param at when it was made, by the device
     */
    record NewMark(PlaceId place, String halfDay, boolean present, Instant at) {}

    /**
     * Half-days attended.
     *
     * @param total half-days of the sessions that have begun, and were not cancelled
     */
    public record Share(int attended, int total) {}

    private final MarkStore marks;
    private final Places places;
    private final Programmes programmes;
    private final Calls calls;
    private final AuditTrail audit;
    private final Now now;

    Attendance(
            MarkStore marks,
            Places places,
            Programmes programmes,
            Calls calls,
            AuditTrail audit,
            Now now) {
        this.marks = marks;
        this.places = places;
        this.programmes = programmes;
        this.calls = calls;
        this.audit = audit;
        this.now = now;
    }

    /** Those who accepted a place in the classes of the session's edition. */
    List<Place> participants(EditionId edition) {
        List<Place> all = new ArrayList<>();
        for (CallView call : calls.ofEdition(edition)) {
            all.addAll(places.accepted(call.id()));
        }
        return all;
    }

    /** Place → half-day key → the mark that counts. */
    Map<PlaceId, Map<String, Mark>> sheet(SessionId session) {
        Map<PlaceId, Map<String, Mark>> sheet = new HashMap<>();
        marks.counting(session)
                .forEach(mark ->
                        sheet.computeIfAbsent(mark.place(), p -> new HashMap<>())
                                .put(mark.halfDay(), mark));
        return sheet;
    }

    /**
     * Takes marks in; those for strangers or for half-days that the session does not have are
     * dropped. Only what differs from the mark that counts is kept, so an unchanged sheet leaves
     * nothing.
     *
     * @return how many marks are new
     */
    @Transactional
    int take(SessionSummary session, List<NewMark> sent, String reason, UUID by) {
        Set<PlaceId> known =
                participants(session.edition()).stream().map(Place::id).collect(Collectors.toSet());
        Set<String> halves =
                programmes.halfDays(session.id()).stream()
                        .map(HalfDay::key)
                        .collect(Collectors.toSet());
        Instant at = now.instant();
        Instant from =
                session.date() == null
                        ? at
                        : session.date().start().atStartOfDay(session.zone()).toInstant();
        int taken = 0;
        for (NewMark mark : sent) {
            if (!known.contains(mark.place()) || !halves.contains(mark.halfDay())) {
                continue;
            }
            Optional<Boolean> current = marks.current(session.id(), mark.place(), mark.halfDay());
            if (current.isPresent() && current.get() == mark.present()) {
                continue;
            }
            if (marks.insert(
                    session.id(),
                    mark.place(),
                    mark.halfDay(),
                    mark.present(),
                    believed(mark.at(), from, at),
                    by,
                    reason)) {
                taken++;
            }
        }
        if (taken > 0) {
            audit.record(
                    by,
                    "participation.attendance-marked",
                    session.id().value(),
                    Map.of("marks", taken, "corrected", !reason.isEmpty()));
        }
        return taken;
    }

    /**
     * When a tap was, by the clock of a telephone that may be wrong: before the session or in the
     * future it cannot have been.
     *
     * @param from the beginning of the session
     */
    static Instant believed(Instant sent, Instant from, Instant now) {
        return sent.isBefore(from) || sent.isAfter(now.plus(AHEAD)) ? now : sent;
    }

    /** Each person's share over the sessions of the call's edition that have begun. */
    Map<PlaceId, Share> shares(CallId call, EditionId edition) {
        Map<PlaceId, Integer> attended = new HashMap<>();
        int total = 0;
        for (SessionSummary session : begun(edition)) {
            Set<String> halves = new HashSet<>();
            programmes.halfDays(session.id()).forEach(half -> halves.add(half.key()));
            total += halves.size();
            for (Mark mark : marks.counting(session.id())) {
                if (mark.present() && halves.contains(mark.halfDay())) {
                    attended.merge(mark.place(), 1, Integer::sum);
                }
            }
        }
        Map<PlaceId, Share> shares = new HashMap<>();
        for (Place place : places.accepted(call)) {
            shares.put(place.id(), new Share(attended.getOrDefault(place.id(), 0), total));
        }
        return shares;
    }

    /** Sessions with exact days whose first day has come, cancelled ones left out. */
    List<SessionSummary> begun(EditionId edition) {
        Instant at = now.instant();
        return programmes.sessions(edition).stream()
                .filter(session -> session.status() != SessionStatus.CANCELLED)
                .filter(session -> !programmes.halfDays(session.id()).isEmpty())
                .filter(session ->
                        session.date() != null
                                && !session.date()
                                        .start()
                                        .atStartOfDay(session.zone())
                                        .toInstant()
                                        .isAfter(at))
                .toList();
    }

    /**
     * Whether the last day of the session is over: marks are corrections then, and want a reason.
     */
    boolean over(SessionSummary session) {
        return session.date() != null
                && session.date()
                        .end()
                        .plusDays(2)
                        .atStartOfDay(session.zone())
                        .toInstant()
                        .isBefore(now.instant());
    }
}

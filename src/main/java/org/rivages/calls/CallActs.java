package org.rivages.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.audit.AuditTrail;
import org.rivages.search.SearchChanges;
import org.rivages.shared.Conflict;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.Now;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door for acts: create, announce, extend, close, decide, archive. Whoever calls has
 * checked the right of the actor. Each act is one transaction with its audit entry, its line in the
 * public history and its event.
 */
@Component
public class CallActs {
    private final CallStore calls;
    private final CallTermsStore terms;
    private final CallHistoryStore history;
    private final AuditTrail audit;
    private final SearchChanges search;
    private final ApplicationEventPublisher events;
    private final Now now;

    CallActs(
            CallStore calls,
            CallTermsStore terms,
            CallHistoryStore history,
            AuditTrail audit,
            SearchChanges search,
            ApplicationEventPublisher events,
            Now now) {
        this.calls = calls;
        this.terms = terms;
        this.history = history;
        this.audit = audit;
        this.search = search;
        this.events = events;
        this.now = now;
    }

    /**
     * Stores a new call: a draft, or (announced or archived already) one that was public elsewhere
     * before. False when the slug is taken.
     */
    @Transactional
    public boolean create(CallView call, CallTerms first, @Nullable UUID by) {
        if (!calls.insert(call)) {
            return false;
        }
        terms.save(call.id(), first);
        Instant published = call.announcedAt() == null ? call.archivedAt() : call.announcedAt();
        if (published != null) {
            terms.publish(call.id(), LocalizedText.EMPTY, published);
        }
        if (call.announcedAt() != null) {
            history.add(call.id(), HistoryEntry.plain("announced", call.announcedAt()), by);
        }
        audit.record(by, "calls.call-created", call.id().value(), Map.of("slug", call.slug()));
        search.changed("call", call.id().value());
        return true;
    }

    /**
     * Stores changed settings. Of a public call the deadline stays (see {@link #extend}), and a
     * change of what applicants rely on stands in its history with the reason.
     *
     * @param reason shown in public; needed when {@link #needsReason}
     */
    @Transactional
    public void settings(CallView changed, LocalizedText reason, UUID by) {
        CallView before = calls.lock(changed.id());
        Instant at = now.instant();
        boolean told = needsReason(before, changed);
        if (told && reason.isEmpty()) {
            throw new IllegalArgumentException("a change without a reason");
        }
        calls.update(changed.at(at));
        if (told) {
            history.add(
                    changed.id(), new HistoryEntry("settings", at, reason, null, null, null), by);
        }
        audit.record(by, "calls.settings-changed", changed.id().value(), Map.of("reason", reason));
        search.changed("call", changed.id().value());
    }

    /** Whether the change touches something that applicants of a public call rely on. */
    public static boolean needsReason(CallView before, CallView after) {
        return before.published()
                && (before.places() != after.places()
                        || !before.languages().equals(after.languages())
                        || !java.util.Objects.equals(before.opens(), after.opens())
                        || !java.util.Objects.equals(before.zone(), after.zone())
                        || before.retentionMonths() != after.retentionMonths());
    }

    /** What came of wanting to announce. */
    public sealed interface Announcing {
        record Announced() implements Announcing {}

        /** Each is a sentence; none of them is a warning only. */
        record Refused(List<Reason> because) implements Announcing {}
    }

    /** Makes a draft public with the terms as they stand; from now on nothing changes silently. */
    @Transactional
    public Announcing announce(CallId id, @Nullable UUID by) {
        CallView call = calls.lock(id);
        Instant at = now.instant();
        if (call.state(at) != CallState.DRAFT) {
            throw new Conflict("calls.conflict.announced");
        }
        List<Reason> because = CallChecks.obstacles(call, terms.workingCopy(id).orElseThrow(), at);
        if (!because.isEmpty()) {
            return new Announcing.Refused(because);
        }
        terms.publish(id, LocalizedText.EMPTY, at);
        calls.mark(id, CallStore.Step.ANNOUNCED, at);
        history.add(id, HistoryEntry.plain("announced", at), by);
        audit.record(by, "calls.call-announced", id.value(), Map.of());
        search.changed("call", id.value());
        events.publishEvent(new CallAnnounced(id));
        return new Announcing.Announced();
    }

    /** What came of wanting another deadline. */
    public sealed interface Extending {
        record Extended() implements Extending {}

        /** A deadline moves to a later moment only, and one that is still to come. */
        record NotLater() implements Extending {}
    }

    /** Moves the deadline of a public call; also of a closed one while nobody decides yet. */
    @Transactional
    public Extending extend(CallId id, Instant to, LocalizedText reason, @Nullable UUID by) {
        CallView call = calls.lock(id);
        Instant at = now.instant();
        Instant before = call.closes();
        switch (call.state(at)) {
            case ANNOUNCED, OPEN, CLOSED -> {}
            case DRAFT, DECIDING, DECIDED, ARCHIVED -> throw new Conflict("calls.conflict.extend");
        }
        if (before == null || !to.isAfter(before) || !to.isAfter(at)) {
            return new Extending.NotLater();
        }
        calls.deadline(id, to, at);
        history.add(id, new HistoryEntry("extended", at, reason, before, to, call.terms()), by);
        audit.record(
                by,
                "calls.deadline-extended",
                id.value(),
                Map.of("before", before.toString(), "after", to.toString(), "reason", reason));
        search.changed("call", id.value());
        events.publishEvent(new DeadlineExtended(id, before, to, reason));
        return new Extending.Extended();
    }

    /** Closes an open call now; everybody can read why. */
    @Transactional
    public void closeEarly(CallId id, LocalizedText reason, UUID by) {
        CallView call = calls.lock(id);
        Instant at = now.instant();
        Instant before = call.closes();
        if (call.state(at) != CallState.OPEN || before == null) {
            throw new Conflict("calls.conflict.close");
        }
        calls.deadline(id, at, at);
        history.add(id, new HistoryEntry("closed-early", at, reason, before, at, call.terms()), by);
        audit.record(
                by,
                "calls.call-closed-early",
                id.value(),
                Map.of("before", before.toString(), "reason", reason));
        search.changed("call", id.value());
        events.publishEvent(new CallClosedEarly(id, before, at, reason));
    }

    /** The committee begins; from now on no deadline moves. Does nothing when it has begun. */
    @Transactional
    public void startDeciding(CallId id, @Nullable UUID by) {
        CallView call = calls.lock(id);
        Instant at = now.instant();
        switch (call.state(at)) {
            case DECIDING, DECIDED -> {}
            case CLOSED -> {
                if (call.closes() != null
                        && at.isBefore(
                                call.closes().plus(Duration.ofMinutes(call.graceMinutes())))) {
                    throw new Conflict("calls.conflict.deciding");
                }
                step(id, CallStore.Step.DECIDING, "deciding", at, by);
            }
            case DRAFT, ANNOUNCED, OPEN, ARCHIVED -> throw new Conflict("calls.conflict.deciding");
        }
    }

    /** Everybody has an answer. Does nothing when that was said before. */
    @Transactional
    public void decided(CallId id, @Nullable UUID by) {
        CallView call = calls.lock(id);
        Instant at = now.instant();
        switch (call.state(at)) {
            case DECIDED -> {}
            case CLOSED, DECIDING -> step(id, CallStore.Step.DECIDED, "decided", at, by);
            case DRAFT, ANNOUNCED, OPEN, ARCHIVED -> throw new Conflict("calls.conflict.decided");
        }
    }

    /** Puts a call that is over away; it stays readable. */
    @Transactional
    public void archive(CallId id, UUID by) {
        CallView call = calls.lock(id);
        Instant at = now.instant();
        switch (call.state(at)) {
            case ARCHIVED -> {}
            case CLOSED, DECIDING, DECIDED -> step(id, CallStore.Step.ARCHIVED, "archived", at, by);
            case DRAFT, ANNOUNCED, OPEN -> throw new Conflict("calls.conflict.archive");
        }
    }

    private void step(CallId id, CallStore.Step step, String kind, Instant at, @Nullable UUID by) {
        calls.mark(id, step, at);
        history.add(id, HistoryEntry.plain(kind, at), by);
        audit.record(by, "calls.call-" + kind, id.value(), Map.of());
        search.changed("call", id.value());
    }
}

package org.rivages.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.rivages.audit.AuditTrail;
import org.rivages.search.SearchChanges;
import org.rivages.shared.Conflict;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.NotFound;
import org.rivages.shared.Now;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Form, criteria, selection rule and privacy notice at the desk. All edits go to a working copy. Of
 * a draft call the working copy is what will be announced; of a public call it becomes a new
 * version by {@link #publish}, with a reason that everybody can read.
 */
@Component
public class EditTerms {
    private final CallStore calls;
    private final CallTermsStore terms;
    private final CallHistoryStore history;
    private final AuditTrail audit;
    private final SearchChanges search;
    private final ApplicationEventPublisher events;
    private final Now now;

    EditTerms(
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
     * What the desk sees.
     *
     * @param terms the working copy, or the version in force when nothing is being worked on
     * @param edits to be given back with the next edit; 0 when there is no working copy
     */
    public record Desk(CallTerms terms, int edits) {
        public boolean pending() {
            return edits > 0;
        }
    }

    public Desk desk(CallId id) {
        return terms.workingCopy(id)
                .map(copy -> new Desk(copy, terms.edits(id)))
                .orElseGet(() ->
                        new Desk(
                                terms.current(id).orElseThrow(() -> new NotFound("terms of " + id)),
                                0));
    }

    /**
     * @param edits what {@link #desk} said; a conflict when somebody edited in between
     */
    @Transactional
    public void edit(CallId id, int edits, UnaryOperator<CallTerms> change, UUID by) {
        CallView call = calls.lock(id);
        if (editingIsOver(call.state(now.instant()))) {
            throw new Conflict("calls.conflict.terms-over");
        }
        Desk desk = desk(id);
        if (desk.edits() != edits) {
            throw new Conflict("calls.conflict.edited");
        }
        CallTerms before = desk.terms();
        CallTerms after = change.apply(before);
        terms.save(
                id,
                new CallTerms(
                        desk.pending() ? before.version() : before.version() + 1,
                        after.form(),
                        after.criteria(),
                        after.selectionRule(),
                        after.privacyNotice(),
                        LocalizedText.EMPTY,
                        null));
        audit.record(by, "calls.terms-edited", id.value(), Map.of("version", before.version()));
    }

    /** What came of wanting to publish a new version. */
    public sealed interface Publishing {
        record Published(int version) implements Publishing {}

        /** The new version contradicts itself. */
        record Refused(List<Reason> because) implements Publishing {}
    }

    /** What forbids to publish this working copy of a public call. */
    List<Reason> against(CallId id, CallTerms copy) {
        List<Reason> because = new ArrayList<>(CallChecks.contradictions(copy));
        because.addAll(CallChecks.unsealed(copy.form(), terms.published(id)));
        return because;
    }

    @Transactional
    public Publishing publish(CallId id, LocalizedText reason, UUID by) {
        CallView call = calls.lock(id);
        Instant at = now.instant();
        CallTerms copy =
                terms.workingCopy(id).orElseThrow(() -> new Conflict("calls.conflict.edited"));
        if (call.state(at) == CallState.DRAFT || editingIsOver(call.state(at))) {
            throw new Conflict("calls.conflict.terms-over");
        }
        List<Reason> because = against(id, copy);
        if (!because.isEmpty()) {
            return new Publishing.Refused(because);
        }
        terms.publish(id, reason, at);
        calls.touch(id, at);
        history.add(id, new HistoryEntry("terms", at, reason, null, null, copy.version()), by);
        audit.record(
                by,
                "calls.terms-published",
                id.value(),
                Map.of("version", copy.version(), "reason", reason));
        search.changed("call", id.value());
        events.publishEvent(new TermsChanged(id, copy.version(), reason));
        return new Publishing.Published(copy.version());
    }

    /** Forgets the working copy of a public call. */
    @Transactional
    public void discard(CallId id, UUID by) {
        CallView call = calls.lock(id);
        if (call.announcedAt() == null) {
            throw new Conflict("calls.conflict.edited");
        }
        terms.discard(id);
        audit.record(by, "calls.terms-discarded", id.value(), Map.of());
    }

    /** Once the committee decides, the rules stay. */
    static boolean editingIsOver(CallState state) {
        return switch (state) {
            case DRAFT, ANNOUNCED, OPEN -> false;
            case CLOSED, DECIDING, DECIDED, ARCHIVED -> true;
        };
    }
}

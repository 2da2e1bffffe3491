package org.rivages.programmes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.audit.AuditTrail;
import org.rivages.search.SearchChanges;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.NotFound;
import org.rivages.shared.Now;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes sessions. Texts may change at will; date, place and status change only with a reason,
 * which is kept in the session's history, counted, and announced by {@link SessionChanged}. Who may
 * do so is checked by the page that calls; {@code by} is null when the program itself acts.
 */
@Component
public class ChangeSessions {
    private final SessionStore sessions;
    private final EditionStore editions;
    private final AuditTrail audit;
    private final SearchChanges searchChanges;
    private final ApplicationEventPublisher events;
    private final Now now;

    ChangeSessions(
            SessionStore sessions,
            EditionStore editions,
            AuditTrail audit,
            SearchChanges searchChanges,
            ApplicationEventPublisher events,
            Now now) {
        this.sessions = sessions;
        this.editions = editions;
        this.audit = audit;
        this.searchChanges = searchChanges;
        this.events = events;
        this.now = now;
    }

    /** What became of a change of date, place or status. */
    public sealed interface Outcome {
        record Changed(SessionId session, int sequence) implements Outcome {}

        /** Field of the form → why not, as a message key. */
        record Refused(Map<String, String> reasons) implements Outcome {}

        /** Somebody else saved since this form was shown. */
        record Stale(int version) implements Outcome {}
    }

    /** A new session; the caller has checked its state with {@link #whyNot}. */
    @Transactional
    public Edited create(
            EditionId edition, SessionContent content, SessionState state, @Nullable UUID by) {
        Edited edited = sessions.insert(edition, content, state, now.instant());
        if (edited instanceof Edited.Saved(UUID id)) {
            audit.record(
                    by,
                    "programmes.session-created",
                    id,
                    Map.of("slug", content.slug(), "status", state.status().name()));
            changed(edition, id);
        }
        return edited;
    }

    @Transactional
    public Edited save(SessionId id, int version, SessionContent content, @Nullable UUID by) {
        Session session = sessions.locked(id).orElseThrow(() -> new NotFound("session"));
        if (session.version() != version) {
            return new Edited.Stale(session.version());
        }
        Edited edited = sessions.update(session, content, now.instant());
        if (edited instanceof Edited.Saved) {
            audit.record(
                    by, "programmes.session-edited", id.value(), Map.of("slug", content.slug()));
            changed(session.edition(), id.value());
        }
        return edited;
    }

    /** Why a new session cannot stand so: field of the form → message key. */
    public Map<String, String> whyNot(SessionState state) {
        return reasons(SessionRules.state(state, today()));
    }

    /** Why the session cannot become so: field of the form → message key; empty when it can. */
    public Map<String, String> whyNot(SessionState before, SessionState after) {
        return reasons(SessionRules.change(before, after, today()));
    }

    /**
     * @param version the one that the writer saw
     * @param reason in at least one language; shown to the public
     */
    @Transactional
    public Outcome change(
            SessionId id,
            int version,
            SessionState after,
            LocalizedText reason,
            @Nullable UUID by) {
        if (reason.isEmpty()) {
            throw new IllegalArgumentException("a change without a reason");
        }
        Session session = sessions.locked(id).orElseThrow(() -> new NotFound("session"));
        if (session.version() != version) {
            return new Outcome.Stale(session.version());
        }
        Map<String, String> refused = whyNot(session.state(), after);
        if (!refused.isEmpty()) {
            return new Outcome.Refused(refused);
        }
        Instant at = now.instant();
        int sequence = session.sequence() + 1;
        boolean announced =
                editions.edition(session.edition()).map(Edition::isPublic).orElse(false);
        sessions.change(
                new SessionChange(id, sequence, session.state(), after, reason, by, at, announced));
        audit.record(
                by,
                "programmes.session-changed",
                id.value(),
                Map.of(
                        "sequence", sequence,
                        "before", session.state(),
                        "after", after,
                        "reason", reason));
        changed(session.edition(), id.value());
        events.publishEvent(
                new SessionChanged(
                        id,
                        session.edition(),
                        sequence,
                        session.state(),
                        after,
                        reason,
                        at,
                        announced));
        return new Outcome.Changed(id, sequence);
    }

    private void changed(EditionId edition, UUID session) {
        searchChanges.changed("session", session);
        searchChanges.changed("edition", edition.value());
        // its countries and years are those of its sessions
        editions.edition(edition)
                .ifPresent(e -> searchChanges.changed("programme", e.programme().value()));
    }

    private LocalDate today() {
        return now.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate();
    }

    private static Map<String, String> reasons(List<SessionRules.Refusal> refusals) {
        Map<String, String> reasons = new java.util.LinkedHashMap<>();
        refusals.forEach(refusal -> reasons.putIfAbsent(refusal.field(), refusal.key()));
        return reasons;
    }
}

package org.rivages.programmes;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.audit.AuditTrail;
import org.rivages.search.SearchChanges;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes programmes and editions. Who may do so is checked by the page that calls; {@code by} is
 * null when the program itself acts.
 */
@Component
public class EditProgrammes {
    private final ProgrammeStore programmes;
    private final EditionStore editions;
    private final SessionStore sessions;
    private final AuditTrail audit;
    private final SearchChanges searchChanges;
    private final Now now;

    EditProgrammes(
            ProgrammeStore programmes,
            EditionStore editions,
            SessionStore sessions,
            AuditTrail audit,
            SearchChanges searchChanges,
            Now now) {
        this.programmes = programmes;
        this.editions = editions;
        this.sessions = sessions;
        this.audit = audit;
        this.searchChanges = searchChanges;
        this.now = now;
    }

    @Transactional
    public Edited create(ProgrammeContent content, @Nullable UUID by) {
        Edited edited = programmes.insert(content, now.instant());
        if (edited instanceof Edited.Saved(UUID id)) {
            audit.record(by, "programmes.programme-created", id, Map.of("slug", content.slug()));
            searchChanges.changed("programme", id);
        }
        return edited;
    }

    /**
     * @param version the one that the writer saw
     */
    @Transactional
    public Edited save(ProgrammeId id, int version, ProgrammeContent content, @Nullable UUID by) {
        Edited edited = programmes.update(id, version, content, now.instant());
        if (edited instanceof Edited.Saved(UUID saved)) {
            audit.record(by, "programmes.programme-changed", saved, Map.of("slug", content.slug()));
            searchChanges.changed("programme", saved);
            // name, address and publication of the programme stand in its editions and sessions too
            editions.editions(id).forEach(edition -> changed(edition.id()));
        }
        return edited;
    }

    /**
     * @param copyFrom an edition of the same programme whose sessions are taken over, tentative and
     *     without dates; or null
     */
    @Transactional
    public Edited create(
            ProgrammeId programme,
            EditionContent content,
            @Nullable EditionId copyFrom,
            @Nullable UUID by) {
        Instant at = now.instant();
        Edited edited = editions.insert(programme, content, at);
        if (edited instanceof Edited.Saved(UUID id)) {
            EditionId edition = new EditionId(id);
            if (copyFrom != null) {
                copySessions(programme, copyFrom, edition, at);
            }
            audit.record(by, "programmes.edition-created", id, Map.of("slug", content.slug()));
            changed(edition);
            searchChanges.changed("programme", programme.value());
        }
        return edited;
    }

    private void copySessions(ProgrammeId programme, EditionId from, EditionId to, Instant at) {
        boolean sibling =
                editions.edition(from).filter(e -> e.programme().equals(programme)).isPresent();
        if (!sibling) {
            return;
        }
        for (Session session : sessions.sessions(from)) {
            sessions.insert(
                    to,
                    new SessionContent(
                            session.slug(),
                            session.title(),
                            LocalizedText.EMPTY,
                            session.host(),
                            session.zone()),
                    new SessionState(
                            SessionStatus.TENTATIVE,
                            null,
                            session.state().place(),
                            session.state().country()),
                    at);
        }
    }

    @Transactional
    public Edited save(EditionId id, int version, EditionContent content, @Nullable UUID by) {
        Edited edited = editions.update(id, version, content, now.instant());
        if (edited instanceof Edited.Saved(UUID saved)) {
            audit.record(
                    by,
                    "programmes.edition-changed",
                    saved,
                    Map.of("slug", content.slug(), "published", content.published()));
            changed(id);
            editions.edition(id)
                    .ifPresent(edition ->
                            searchChanges.changed("programme", edition.programme().value()));
        }
        return edited;
    }

    private void changed(EditionId edition) {
        searchChanges.changed("edition", edition.value());
        sessions.sessions(edition)
                .forEach(session -> searchChanges.changed("session", session.id().value()));
    }
}

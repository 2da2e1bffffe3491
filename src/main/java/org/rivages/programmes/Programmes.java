package org.rivages.programmes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rivages.access.Role;
import org.rivages.access.Viewer;
import org.rivages.directory.OrganisationId;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.NotFound;
import org.springframework.stereotype.Component;

/**
 * The front door for those who ask: programmes, editions, sessions. Drafts are answered too, with
 * {@code published} false: whoever shows them to the public checks it. Writing goes by {@link
 * EditProgrammes} and {@link ChangeSessions}.
 */
@Component
public class Programmes {
    private final ProgrammeStore programmes;
    private final EditionStore editions;
    private final SessionStore sessions;

    Programmes(ProgrammeStore programmes, EditionStore editions, SessionStore sessions) {
        this.programmes = programmes;
        this.editions = editions;
        this.sessions = sessions;
    }

    public Optional<ProgrammeId> programme(String slug) {
        return programmes.programmeBySlug(slug);
    }

    /** With all that its page tells. */
    public Optional<Programme> published(String slug) {
        return programmes
                .programmeBySlug(slug)
                .flatMap(programmes::programme)
                .filter(Programme::published);
    }

    public Optional<Edition> published(String programmeSlug, String editionSlug) {
        return editions.editionBySlug(programmeSlug, editionSlug)
                .flatMap(editions::edition)
                .filter(Edition::isPublic);
    }

    /** The newest first. */
    public List<Edition> published(ProgrammeId programme) {
        return editions.editions(programme).stream().filter(Edition::isPublic).toList();
    }

    /** With all that their pages tell, in the order of their dates. */
    public List<Session> whole(Edition edition) {
        return sessions.sessions(edition.id());
    }

    /** What was announced of it, the newest first. */
    public List<SessionChange> history(SessionId session) {
        return sessions.history(session);
    }

    public Optional<EditionSummary> edition(EditionId id) {
        return editions.edition(id).map(Edition::toSummary);
    }

    public Optional<EditionSummary> edition(String programmeSlug, String editionSlug) {
        return editions.editionBySlug(programmeSlug, editionSlug).flatMap(this::edition);
    }

    /** The newest first, drafts too. */
    public List<EditionSummary> editions() {
        return editions.editions().stream().map(Edition::toSummary).toList();
    }

    /**
     * Those that this person may run, the newest first, drafts too: what a select at the desk
     * offers.
     */
    public List<EditionSummary> editionsFor(Viewer viewer) {
        return editions().stream()
                .filter(edition ->
                        viewer.has(Role.SECRETARIAT, edition.programme().value())
                                || viewer.has(Role.PROGRAMME_MANAGER, edition.programme().value()))
                .toList();
    }

    /** The programme for which roles are checked. */
    public ProgrammeId programmeOf(EditionId edition) {
        return edition(edition)
                .map(EditionSummary::programme)
                .orElseThrow(() -> new NotFound("edition"));
    }

    public Optional<SessionSummary> session(SessionId id) {
        return sessions.session(id).map(Session::toSummary);
    }

    /** In the order of their dates; those without a date last. */
    public List<SessionSummary> sessions(EditionId edition) {
        return sessions.sessions(edition).stream().map(Session::toSummary).toList();
    }

    /** The public ones. */
    public List<SessionSummary> sessionsHostedBy(OrganisationId organisation) {
        return sessions.hostedBy(organisation).stream().map(Session::toSummary).toList();
    }

    /**
     * Morning and afternoon of each day; none while the days are not set, or when it is cancelled.
     */
    public List<HalfDay> halfDays(SessionId session) {
        SessionState state =
                session(session)
                        .map(SessionSummary::state)
                        .orElseThrow(() -> new NotFound("session"));
        FuzzyDate date = state.date();
        List<HalfDay> halves = new ArrayList<>();
        if (date != null && state.hasExactDays() && state.status() != SessionStatus.CANCELLED) {
            date.start()
                    .datesUntil(date.end().plusDays(1))
                    .forEach(day -> {
                        halves.add(new HalfDay(day, true));
                        halves.add(new HalfDay(day, false));
                    });
        }
        return List.copyOf(halves);
    }
}

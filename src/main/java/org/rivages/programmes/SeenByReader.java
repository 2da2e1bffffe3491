package org.rivages.programmes;

import org.rivages.access.Role;
import org.rivages.access.Viewer;
import org.rivages.shared.NotFound;
import org.rivages.site.Page;
import org.springframework.stereotype.Component;

/**
 * What this reader may see: everybody what is published, those who run a programme its drafts too.
 */
@Component
class SeenByReader {
    private final ProgrammeStore programmes;
    private final EditionStore editions;
    private final SessionStore sessions;

    SeenByReader(ProgrammeStore programmes, EditionStore editions, SessionStore sessions) {
        this.programmes = programmes;
        this.editions = editions;
        this.sessions = sessions;
    }

    Programme programme(Page page, String slug) {
        return programmes
                .programmeBySlug(slug)
                .flatMap(programmes::programme)
                .filter(programme -> programme.published() || runs(page.viewer(), programme.id()))
                .orElseThrow(() -> new NotFound("programme " + slug));
    }

    Edition edition(Page page, String programme, String slug) {
        return editions.editionBySlug(programme, slug)
                .flatMap(editions::edition)
                .filter(edition -> edition.isPublic() || runs(page.viewer(), edition.programme()))
                .orElseThrow(() -> new NotFound("edition " + slug));
    }

    Session session(Edition edition, String slug) {
        return sessions.bySlug(edition.id(), slug)
                .flatMap(sessions::session)
                .orElseThrow(() -> new NotFound("session " + slug));
    }

    static boolean runs(Viewer viewer, ProgrammeId programme) {
        return viewer.has(Role.SECRETARIAT, programme.value())
                || viewer.has(Role.PROGRAMME_MANAGER, programme.value());
    }
}

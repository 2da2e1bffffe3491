package org.rivages.library;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.access.NotAllowed;
import org.rivages.access.Role;
import org.rivages.access.Viewer;
import org.rivages.programmes.EditionSummary;
import org.rivages.programmes.Programmes;
import org.rivages.programmes.SessionId;
import org.springframework.stereotype.Component;

/**
 * Who does what. An entry that comes from a session belongs to the programme of that session; the
 * others belong to nobody, and whoever holds the role for any programme may write them. What is
 * public is changed by the secretariat alone.
 */
@Component
class LibraryRules {
    private final Programmes programmes;

    LibraryRules(Programmes programmes) {
        this.programmes = programmes;
    }

    /** The programme for which roles are checked; null for none in particular. */
    @Nullable UUID programme(@Nullable SessionId session) {
        return session == null
                ? null
                : programmes
                        .session(session)
                        .map(one -> programmes.programmeOf(one.edition()).value())
                        .orElse(null);
    }

    /** Sees drafts of it, and the trail. */
    boolean reads(Viewer viewer, Entry entry) {
        return holds(viewer, entry, Role.SECRETARIAT)
                || holds(viewer, entry, Role.PROGRAMME_MANAGER);
    }

    boolean writes(Viewer viewer, Entry entry) {
        return publishes(viewer, entry) || (entry.state().isDraft() && reads(viewer, entry));
    }

    boolean publishes(Viewer viewer, Entry entry) {
        return holds(viewer, entry, Role.SECRETARIAT);
    }

    /** Whether an entry of this viewer's may be said to come from there. */
    boolean mayName(Viewer viewer, SessionId session) {
        return programmes
                .session(session)
                .flatMap(one -> programmes.edition(one.edition()))
                .filter(edition -> runs(viewer, edition))
                .isPresent();
    }

    private static boolean runs(Viewer viewer, EditionSummary edition) {
        UUID programme = edition.programme().value();
        return viewer.has(Role.SECRETARIAT, programme)
                || viewer.has(Role.PROGRAMME_MANAGER, programme);
    }

    private boolean holds(Viewer viewer, Entry entry, Role role) {
        UUID programme = programme(entry.content().session());
        return programme == null ? viewer.has(role) : viewer.has(role, programme);
    }

    static void require(boolean allowed) {
        if (!allowed) {
            throw new NotAllowed();
        }
    }
}

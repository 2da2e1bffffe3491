package org.rivages.programmes;

import java.util.Set;
import org.rivages.access.NotAllowed;
import org.rivages.access.Role;
import org.rivages.access.Viewer;
import org.rivages.site.DeskEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who writes programmes: the secretariat, and those who run one, that one. */
@Configuration
class DeskRules {
    @Bean
    DeskEntry programmesEntry() {
        return new DeskEntry(
                "/desk/programmes",
                "programmes.title",
                200,
                Set.of(Role.SECRETARIAT, Role.PROGRAMME_MANAGER));
    }

    static void require(Viewer viewer, ProgrammeId programme) {
        viewer.require(programme.value(), Role.SECRETARIAT, Role.PROGRAMME_MANAGER);
    }

    /** A new programme belongs to nobody yet, so the role must be held for all. */
    static boolean mayCreate(Viewer viewer) {
        return viewer.grants().stream()
                .anyMatch(grant ->
                        grant.programme() == null
                                && (grant.role() == Role.SECRETARIAT
                                        || grant.role() == Role.PROGRAMME_MANAGER));
    }

    static void requireCreate(Viewer viewer) {
        if (!mayCreate(viewer)) {
            throw new NotAllowed();
        }
    }
}

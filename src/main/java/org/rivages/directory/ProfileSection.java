package org.rivages.directory;

import java.util.Optional;
import org.rivages.site.Page;
import org.rivages.site.Section;

/**
 * What an upper room knows of an organisation, shown on its profile: programmes that it organises,
 * sessions that it hosted, projects. A bean of that room.
 */
public interface ProfileSection {
    Optional<Section> section(Page page, OrganisationSummary organisation);
}

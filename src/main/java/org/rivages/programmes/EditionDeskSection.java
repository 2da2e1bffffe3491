package org.rivages.programmes;

import java.util.Optional;
import org.rivages.site.Page;
import org.rivages.site.Section;

/**
 * What an upper room adds to an edition's page at the desk: its calls, its attendance sheets. A
 * bean of that room.
 */
public interface EditionDeskSection {
    Optional<Section> section(Page page, EditionSummary edition);
}

package org.rivages.site;

import java.util.Optional;

/**
 * What a room shows on the home page: open calls, the map, what changed lately. A bean of that
 * room.
 */
public interface HomeSection {
    Optional<Section> section(Page page);
}

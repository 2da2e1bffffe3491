package org.rivages.site;

import java.util.Optional;

/**
 * What a room shows a person in their own space: applications, sessions, certificates. A bean of
 * that room.
 */
public interface MySection {
    Optional<Section> section(Page page);
}

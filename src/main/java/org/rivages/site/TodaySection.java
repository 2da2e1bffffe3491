package org.rivages.site;

import java.util.Optional;

/**
 * What waits at the desk for this reader, from one room: tasks, deadlines, stale records. A bean of
 * that room.
 */
public interface TodaySection {
    Optional<Section> section(Page page);
}

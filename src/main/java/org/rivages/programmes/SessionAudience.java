package org.rivages.programmes;

import java.util.List;

/**
 * Whom an upper room will write to when this session changes: shown at the desk before the change
 * is made. A bean of the room that listens to {@link SessionChanged}.
 */
public interface SessionAudience {
    List<Group> concerned(SessionSummary session);

    /**
     * @param nameKey words with the argument {@code n}: "{n, plural, one {# participant} …}"
     */
    record Group(String nameKey, int people) {}
}

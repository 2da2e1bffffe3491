package org.rivages.programmes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.LocalizedText;

/**
 * One line of a session's history.
 *
 * @param author shown at the desk only; null when the program itself acted
 */
public record SessionChange(
        SessionId session,
        int sequence,
        SessionState before,
        SessionState after,
        LocalizedText reason,
        @Nullable UUID author,
        Instant at,
        boolean announced) {}

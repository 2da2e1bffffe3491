package org.rivages.applications;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The secretariat asks for documents that are missing or cannot be read, until a date of their own.
 *
 * @param fields keys of the form's uploads
 * @param note what is wrong, in the secretariat's words
 */
record PiecesRequest(
        UUID id,
        ApplicationId application,
        List<String> fields,
        String note,
        Instant until,
        Instant at,
        @Nullable Instant answeredAt) {

    boolean openAt(Instant now) {
        return answeredAt == null && now.isBefore(until);
    }
}

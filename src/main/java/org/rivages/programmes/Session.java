package org.rivages.programmes;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.rivages.directory.OrganisationId;
import org.rivages.shared.LocalizedText;

/**
 * A gathering of some days in one place.
 *
 * @param about Markdown
 * @param host who receives it, or null
 * @param state date, place and status
 * @param sequence counts the changes of the state
 * @param path its address without the language
 */
public record Session(
        SessionId id,
        EditionId edition,
        String slug,
        String path,
        LocalizedText title,
        LocalizedText about,
        @Nullable OrganisationId host,
        ZoneId zone,
        SessionState state,
        int sequence,
        int version,
        Instant changedAt) {

    public SessionSummary toSummary() {
        return new SessionSummary(
                id,
                edition,
                slug,
                path,
                title,
                state.place(),
                state.country(),
                state.date(),
                state.status(),
                host,
                zone,
                sequence);
    }
}

package org.rivages.programmes;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.rivages.directory.OrganisationId;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.LocalizedText;

/**
 * A session as other rooms see it.
 *
 * @param path its address without the language
 * @param place empty while there is none
 * @param country ISO 3166 alpha-2, or null
 * @param date null while there is none
 * @param zone the zone of its place
 * @param sequence counts the announced changes
 */
public record SessionSummary(
        SessionId id,
        EditionId edition,
        String slug,
        String path,
        LocalizedText title,
        LocalizedText place,
        @Nullable String country,
        @Nullable FuzzyDate date,
        SessionStatus status,
        @Nullable OrganisationId hostOrganisation,
        ZoneId zone,
        int sequence) {

    public SessionState state() {
        return new SessionState(status, date, place, country);
    }
}

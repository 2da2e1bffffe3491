package org.rivages.reviews;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.directory.OrganisationId;
import org.rivages.shared.Language;

/**
 * Who a juror is, for finding conflicts and for matching languages. Written by the juror or by the
 * secretariat.
 *
 * @param organisation where they work, as written, or ""
 * @param organisationId when it stands in the directory
 * @param city where they live or work, or ""
 * @param languages in which they can read an application; empty: not stated, so nothing is dealt to
 *     them
 */
public record JurorProfile(
        UUID juror,
        String organisation,
        @Nullable OrganisationId organisationId,
        String city,
        Set<Language> languages) {
    public JurorProfile {
        languages = Set.copyOf(languages);
    }
}

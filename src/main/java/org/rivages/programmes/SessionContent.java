package org.rivages.programmes;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.rivages.directory.OrganisationId;
import org.rivages.shared.LocalizedText;

/** What may change about a session without a reason; the rest is {@link SessionState}. */
public record SessionContent(
        String slug,
        LocalizedText title,
        LocalizedText about,
        @Nullable OrganisationId host,
        ZoneId zone) {}

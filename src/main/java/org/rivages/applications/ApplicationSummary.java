package org.rivages.applications;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.calls.CallId;
import org.rivages.directory.OrganisationId;
import org.rivages.shared.Language;

/**
 * One line about an application, as sent (a draft: as it stands). Holds no sealed answer.
 *
 * @param person null only for an application on paper from somebody without a mail address
 * @param number readable and unique, given when it was first sent: {@code R-2026-0042}; "" before
 * @param email "" when they have none
 * @param organisation its name as the applicant chose or wrote it, or ""
 * @param organisationId when it was chosen from the directory
 * @param country ISO 3166 alpha-2, or ""
 * @param place city as written, or ""
 * @param profession code or words of the form's field {@code profession}, or ""
 * @param language in which to write to them
 * @param submittedAt when the version that counts was received; null for a draft
 */
public record ApplicationSummary(
        ApplicationId id,
        CallId call,
        @Nullable UUID person,
        String number,
        String name,
        String email,
        String organisation,
        @Nullable OrganisationId organisationId,
        String country,
        String place,
        String profession,
        ApplicationState state,
        Language language,
        @Nullable Instant submittedAt) {}

package org.rivages.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.FuzzyDate;

/**
 * An office held in a network by an organisation, not by a person.
 *
 * @param until null while it is held
 * @param source where it was read; "" when not known
 */
public record Mandate(
        UUID id,
        OrganisationId network,
        Office office,
        @Nullable FuzzyDate since,
        @Nullable FuzzyDate until,
        String source) {}

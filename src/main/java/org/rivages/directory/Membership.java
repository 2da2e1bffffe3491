package org.rivages.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.FuzzyDate;

/**
 * An organisation belongs to a network.
 *
 * @param decision the decision behind it, as one would cite it; "" when not known
 */
public record Membership(
        UUID id,
        OrganisationId network,
        MembershipClass memberClass,
        MembershipState state,
        @Nullable FuzzyDate since,
        @Nullable FuzzyDate until,
        String decision) {

    public boolean current() {
        return state == MembershipState.ACTIVE || state == MembershipState.INACTIVE;
    }
}

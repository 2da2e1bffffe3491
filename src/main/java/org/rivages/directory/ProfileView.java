package org.rivages.directory;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rivages.maps.Maps;

/**
 * What a profile shows, in the words of its reader.
 *
 * @param subject of a letter that corrects it, encoded for an address
 */
public record ProfileView(
        Organisation organisation,
        OrganisationSummary summary,
        boolean stale,
        String confirmed,
        String changed,
        List<ClaimView> claims,
        List<Tie> memberships,
        Map<MembershipClass, List<Tie>> members,
        List<Tie> officesHeld,
        List<Tie> officesIn,
        List<Tie> relations,
        List<LinkView> links,
        String subject,
        Maps.@Nullable Both map) {

    /**
     * @param asOf "as of 2015" or that no date is stated
     * @param age "eleven years old"; "" when there is no date to count from
     * @param read when it was read in the source; "" when not noted
     */
    public record ClaimView(Claim claim, String asOf, String age, String read) {}

    /**
     * A tie to another organisation.
     *
     * @param what it is: a class of membership, an office, a relation
     * @param period since when and until when; "" when not stated
     * @param state "" when there is nothing to say of it
     * @param note decision or source; "" for none
     */
    public record Tie(
            OrganisationSummary other, String what, String period, String state, String note) {}

    /**
     * @param state when it was seen and whether it was checked
     */
    public record LinkView(Link link, String label, String state) {}

    public boolean hasTies() {
        return !memberships.isEmpty()
                || !members.isEmpty()
                || !officesHeld.isEmpty()
                || !officesIn.isEmpty()
                || !relations.isEmpty();
    }
}

package org.rivages.api;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rivages.directory.Claim;
import org.rivages.directory.Directory;
import org.rivages.directory.Link;
import org.rivages.directory.Mandate;
import org.rivages.directory.Membership;
import org.rivages.directory.Organisation;
import org.rivages.directory.OrganisationId;
import org.rivages.directory.OrganisationSummary;
import org.rivages.directory.Relation;
import org.rivages.directory.Seat;
import org.rivages.directory.StoredOrganisation;
import org.springframework.stereotype.Component;

/** An organisation as data. */
@Component
class OrganisationJson {
    private final Directory directory;

    OrganisationJson(Directory directory) {
        this.directory = directory;
    }

    Map<String, @Nullable Object> of(StoredOrganisation stored) {
        Organisation one = stored.organisation();
        Map<OrganisationId, OrganisationSummary> others = directory.organisations(named(one));
        return Body.record(
                        "organisation",
                        one.id(),
                        one.slug(),
                        one.summary().path(),
                        one.names().name())
                .orNull("nativeName", one.names().nativeName())
                .orNull("nativeLanguage", one.names().nativeLanguage())
                .with("acronyms", one.names().acronyms())
                .with("formerNames", one.names().former())
                .with("type", one.kind().code())
                .with("description", one.description())
                .with("founded", one.founded())
                .with("foundedBy", one.foundedBy())
                .with("legalForm", one.legalForm())
                .with("seat", seat(one.seat()))
                .with("websites", each(one.links(), OrganisationJson::website))
                .with("themes", one.themes())
                .with("sdgs", one.sdgs())
                .with(
                        "identifiers",
                        each(
                                one.identifiers(),
                                identifier ->
                                        new Body()
                                                .with("scheme", identifier.scheme().code())
                                                .with("value", identifier.value())
                                                .with("url", identifier.url())))
                .with("memberships", each(one.memberships(), m -> membership(m, others)))
                .with("mandates", each(one.mandates(), m -> mandate(m, others)))
                .with("relations", each(one.relations(), r -> relation(r, others)))
                .with("claims", each(one.claims(), OrganisationJson::claim))
                .with("members", Body.ROOT + "/organisations?network=" + one.slug())
                .with("confirmedOn", text(one.confirmedOn()))
                .with("changed", stored.changedAt())
                .done();
    }

    private static Set<OrganisationId> named(Organisation one) {
        Set<OrganisationId> ids = new HashSet<>();
        one.memberships().forEach(membership -> ids.add(membership.network()));
        one.mandates().forEach(mandate -> ids.add(mandate.network()));
        one.relations().forEach(relation -> ids.add(relation.other()));
        return ids;
    }

    private static <T> List<Map<String, @Nullable Object>> each(
            List<T> parts, Function<T, Body> body) {
        return parts.stream().map(part -> body.apply(part).done()).toList();
    }

    private static Map<String, @Nullable Object> seat(Seat seat) {
        return new Body()
                .with("place", seat.place())
                .with("country", seat.country())
                .with("latitude", seat.latitude())
                .with("longitude", seat.longitude())
                .with("precision", seat.precision() == null ? null : seat.precision().code())
                .done();
    }

    private static Body website(Link link) {
        return new Body()
                .with("url", link.url())
                .with("label", link.label())
                .with("state", link.state().code())
                .with("seen", link.seen())
                .with("checkedOn", text(link.checkedOn()));
    }

    private static Body membership(
            Membership one, Map<OrganisationId, OrganisationSummary> others) {
        return new Body()
                .with("network", Body.reference(others.get(one.network())))
                .with("class", one.memberClass().code())
                .with("state", one.state().code())
                .with("since", one.since())
                .with("until", one.until())
                .orNull("decision", one.decision());
    }

    private static Body mandate(Mandate one, Map<OrganisationId, OrganisationSummary> others) {
        return new Body()
                .with("network", Body.reference(others.get(one.network())))
                .with("office", one.office().code())
                .with("since", one.since())
                .with("until", one.until())
                .orNull("source", one.source());
    }

    private static Body relation(Relation one, Map<OrganisationId, OrganisationSummary> others) {
        return new Body()
                .with("kind", one.kind().code())
                .with("organisation", Body.reference(others.get(one.other())))
                .with("since", one.since())
                .with("until", one.until());
    }

    private static Body claim(Claim one) {
        return new Body()
                .orNull("value", one.value())
                .with("text", one.text())
                .with("asOf", one.asOf())
                .with("source", one.source())
                .orNull("sourceUrl", one.sourceUrl())
                .with("checked", one.checked())
                .with("dispute", one.dispute());
    }

    private static @Nullable String text(@Nullable Object day) {
        return day == null ? null : day.toString();
    }
}

package org.rivages.directory;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rivages.directory.ProfileView.ClaimView;
import org.rivages.directory.ProfileView.LinkView;
import org.rivages.directory.ProfileView.Tie;
import org.rivages.maps.MapItem;
import org.rivages.maps.MapShape;
import org.rivages.maps.Maps;
import org.rivages.shared.FuzzyDate;
import org.rivages.site.Page;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Puts together what a profile shows: the record, and what other records say of it. */
@Component
class Profiles {
    private final SummaryStore summaries;
    private final TieStore ties;

    Profiles(SummaryStore summaries, TieStore ties) {
        this.summaries = summaries;
        this.ties = ties;
    }

    ProfileView of(StoredOrganisation stored, Page page) {
        Organisation one = stored.organisation();
        Words words = page.words();
        var members = ties.members(one.id());
        var offices = ties.offices(one.id());
        var namedBy = ties.namedBy(one.id());
        Map<OrganisationId, OrganisationSummary> named = named(one, members, offices, namedBy);
        LocalDate confirmed = one.confirmedOn();
        return new ProfileView(
                one,
                one.summary(),
                stored.stale(page.now()),
                confirmed == null ? "" : words.day(confirmed),
                words.day(stored.changedAt().atZone(ZoneOffset.UTC).toLocalDate()),
                one.claims().stream().map(claim -> claim(claim, page)).toList(),
                one.memberships().stream()
                        .map(m -> membership(m, m.network(), named, words))
                        .toList(),
                byClass(members, named, words),
                one.mandates().stream().map(m -> office(m, m.network(), named, words)).toList(),
                offices.stream()
                        .map(held -> office(held.tie(), held.holder(), named, words))
                        .toList(),
                relations(one, namedBy, named, words),
                one.links().stream().map(link -> link(link, words)).toList(),
                UriUtils.encode(
                        words.get(
                                "directory.profile.more.subject",
                                "name",
                                words.get(one.names().name())),
                        StandardCharsets.UTF_8),
                map(one, page));
    }

    private Map<OrganisationId, OrganisationSummary> named(
            Organisation one,
            List<TieStore.Held<Membership>> members,
            List<TieStore.Held<Mandate>> offices,
            List<TieStore.Held<Relation>> namedBy) {
        Set<OrganisationId> ids = new LinkedHashSet<>();
        one.memberships().forEach(membership -> ids.add(membership.network()));
        one.mandates().forEach(mandate -> ids.add(mandate.network()));
        one.relations().forEach(relation -> ids.add(relation.other()));
        members.forEach(held -> ids.add(held.holder()));
        offices.forEach(held -> ids.add(held.holder()));
        namedBy.forEach(held -> ids.add(held.holder()));
        return summaries.byIds(ids);
    }

    private static OrganisationSummary other(
            OrganisationId id, Map<OrganisationId, OrganisationSummary> named) {
        return Objects.requireNonNull(named.get(id));
    }

    private static Tie membership(
            Membership one,
            OrganisationId other,
            Map<OrganisationId, OrganisationSummary> named,
            Words words) {
        return new Tie(
                other(other, named),
                words.get(one.memberClass().key()),
                period(one.since(), one.until(), words),
                one.state() == MembershipState.ACTIVE ? "" : words.get(one.state().key()),
                one.decision());
    }

    private static Tie office(
            Mandate one,
            OrganisationId other,
            Map<OrganisationId, OrganisationSummary> named,
            Words words) {
        return new Tie(
                other(other, named),
                words.get(one.office().key()),
                period(one.since(), one.until(), words),
                "",
                one.source());
    }

    private static Map<MembershipClass, List<Tie>> byClass(
            List<TieStore.Held<Membership>> members,
            Map<OrganisationId, OrganisationSummary> named,
            Words words) {
        Map<MembershipClass, List<Tie>> byClass = new EnumMap<>(MembershipClass.class);
        members.forEach(held ->
                byClass.computeIfAbsent(held.tie().memberClass(), c -> new ArrayList<>())
                        .add(membership(held.tie(), held.holder(), named, words)));
        return byClass;
    }

    /**
     * What this record says, then what others say of it. A partnership told by both is shown once.
     */
    private static List<Tie> relations(
            Organisation one,
            List<TieStore.Held<Relation>> namedBy,
            Map<OrganisationId, OrganisationSummary> named,
            Words words) {
        List<Tie> all = new ArrayList<>();
        Set<OrganisationId> partners = new LinkedHashSet<>();
        for (Relation relation : one.relations()) {
            if (relation.kind() == RelationKind.PARTNER_OF) {
                partners.add(relation.other());
            }
            all.add(relation(relation, relation.kind().key(), relation.other(), named, words));
        }
        for (var held : namedBy) {
            if (held.tie().kind() != RelationKind.PARTNER_OF || !partners.contains(held.holder())) {
                all.add(
                        relation(
                                held.tie(),
                                held.tie().kind().inverseKey(),
                                held.holder(),
                                named,
                                words));
            }
        }
        return all;
    }

    private static Tie relation(
            Relation one,
            String key,
            OrganisationId other,
            Map<OrganisationId, OrganisationSummary> named,
            Words words) {
        return new Tie(
                other(other, named),
                words.get(key),
                one.kind() == RelationKind.FOUNDED_BY && one.since() != null
                        ? words.date(one.since())
                        : period(one.since(), one.until(), words),
                "",
                "");
    }

    static String period(@Nullable FuzzyDate since, @Nullable FuzzyDate until, Words words) {
        if (since != null && until != null) {
            return words.get(
                    "directory.profile.period",
                    "from",
                    words.date(since),
                    "until",
                    words.date(until));
        }
        if (since != null) {
            return words.get("directory.profile.since", "date", words.date(since));
        }
        return until == null ? "" : words.get("directory.profile.until", "date", words.date(until));
    }

    static ClaimView claim(Claim one, Page page) {
        Words words = page.words();
        FuzzyDate asOf = one.asOf();
        FuzzyDate checked = one.checked();
        return new ClaimView(
                one,
                asOf == null
                        ? words.get("directory.profile.claim.undated")
                        : words.get("directory.profile.claim.as-of", "date", words.date(asOf)),
                asOf == null
                        ? ""
                        : words.get(
                                "directory.profile.claim.age",
                                "years",
                                Ages.years(asOf, page.now())),
                checked == null
                        ? ""
                        : words.get("directory.profile.claim.read", "date", words.date(checked)));
    }

    private static LinkView link(Link one, Words words) {
        LocalDate checked = one.checkedOn();
        FuzzyDate seen = one.seen();
        String state =
                switch (one.state()) {
                    case CHECKED ->
                            checked == null
                                    ? words.get("directory.link.checked")
                                    : words.get(
                                            "directory.profile.link.checked",
                                            "date",
                                            words.day(checked));
                    case BROKEN ->
                            checked == null
                                    ? words.get("directory.profile.link.broken.undated")
                                    : words.get(
                                            "directory.profile.link.broken",
                                            "date",
                                            words.day(checked));
                    case SEEN ->
                            seen == null
                                    ? words.get("directory.profile.link.unseen")
                                    : words.get(
                                            "directory.profile.link.seen",
                                            "date",
                                            words.date(seen));
                };
        return new LinkView(one, one.label().isEmpty() ? "" : words.get(one.label()), state);
    }

    private static Maps.@Nullable Both map(Organisation one, Page page) {
        Double latitude = one.seat().latitude();
        Double longitude = one.seat().longitude();
        if (latitude == null || longitude == null) {
            return null;
        }
        String name = page.t(one.names().name());
        String place = one.seat().place().isEmpty() ? name : page.t(one.seat().place());
        return Maps.both(
                List.of(new MapItem(name, "#top", place, latitude, longitude)),
                MapShape.SMALL,
                page.words());
    }
}

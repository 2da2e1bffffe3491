package org.rivages.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.rivages.accounts.Accounts;
import org.rivages.accounts.Person;
import org.rivages.site.Page;
import org.springframework.stereotype.Component;

/** The versions of a record as the desk shows them: who, when, why, and what changed. */
@Component
class VersionsOf {
    private final VersionStore versions;
    private final SummaryStore summaries;
    private final Accounts accounts;

    VersionsOf(VersionStore versions, SummaryStore summaries, Accounts accounts) {
        this.versions = versions;
        this.summaries = summaries;
        this.accounts = accounts;
    }

    /** The newest first. */
    List<VersionView> all(Page page, StoredOrganisation stored) {
        return since(page, stored, 0);
    }

    /** Those after this one, the newest first. */
    List<VersionView> since(Page page, StoredOrganisation stored, int number) {
        List<VersionStore.Version> all = versions.of(stored.organisation().id());
        Set<OrganisationId> named = new HashSet<>();
        all.forEach(version -> named.addAll(named(version.record())));
        Differences differences = new Differences(page.words(), summaries.byIds(named));
        Map<UUID, Person> authors =
                accounts.people(
                        all.stream()
                                .flatMap(version -> Stream.ofNullable(version.author()))
                                .distinct()
                                .toList());
        List<VersionView> views = new ArrayList<>();
        for (int i = 0; i < all.size() && all.get(i).number() > number; i++) {
            VersionStore.Version version = all.get(i);
            Person author = version.author() == null ? null : authors.get(version.author());
            views.add(
                    new VersionView(
                            version.number(),
                            page.words()
                                    .moment(
                                            version.at(),
                                            java.time.ZoneId.of(page.settings().zone())),
                            author == null ? "" : author.name(),
                            version.reason(),
                            i + 1 < all.size()
                                    ? differences.between(all.get(i + 1).record(), version.record())
                                    : List.of()));
        }
        return views;
    }

    /** The organisations that a record names. */
    static Collection<OrganisationId> named(Organisation one) {
        Set<OrganisationId> named = new HashSet<>();
        one.memberships().forEach(part -> named.add(part.network()));
        one.mandates().forEach(part -> named.add(part.network()));
        one.relations().forEach(part -> named.add(part.other()));
        return named;
    }
}

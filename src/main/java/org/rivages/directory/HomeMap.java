package org.rivages.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rivages.maps.MapItem;
import org.rivages.maps.MapShape;
import org.rivages.maps.Maps;
import org.rivages.site.Fragment;
import org.rivages.site.HomeSection;
import org.rivages.site.Page;
import org.rivages.site.Section;
import org.springframework.stereotype.Component;

/** On the home page: everybody in the directory on a map, and the associate members by name. */
@Component
class HomeMap implements HomeSection {
    private final SummaryStore summaries;
    private final TieStore ties;

    HomeMap(SummaryStore summaries, TieStore ties) {
        this.summaries = summaries;
        this.ties = ties;
    }

    @Override
    public Optional<Section> section(Page page) {
        List<OrganisationSummary> all = summaries.all();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<MapItem> items =
                all.stream().flatMap(one -> OrganisationPages.item(page, one).stream()).toList();
        long countries =
                all.stream()
                        .map(one -> one.country() == null ? "" : one.country())
                        .filter(code -> !code.isEmpty())
                        .distinct()
                        .count();
        return Optional.of(
                new Section(
                        "organisations",
                        "directory.home.title",
                        30,
                        new Fragment(
                                "org/rivages/directory/home",
                                Map.of(
                                        "map", Maps.both(items, MapShape.PAGE, page.words()),
                                        "total", all.size(),
                                        "countries", countries,
                                        "unplaced", all.size() - items.size(),
                                        "associates", associates(page)))));
    }

    private List<OrganisationSummary> associates(Page page) {
        String slug = page.settings().associateNetwork();
        return Optional.ofNullable(slug)
                .flatMap(summaries::bySlug)
                .map(network -> {
                    var held =
                            ties.members(network.id()).stream()
                                    .filter(one ->
                                            one.tie().memberClass() == MembershipClass.ASSOCIATE
                                                    && one.tie().current())
                                    .map(TieStore.Held::holder)
                                    .toList();
                    var named = summaries.byIds(held);
                    return held.stream()
                            .filter(named::containsKey)
                            .map(named::get)
                            .distinct()
                            .map(java.util.Objects::requireNonNull)
                            .toList();
                })
                .orElse(List.of());
    }
}

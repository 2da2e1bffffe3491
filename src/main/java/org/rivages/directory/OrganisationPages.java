package org.rivages.directory;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Allow;
import org.rivages.follow.Listing;
import org.rivages.follow.Results;
import org.rivages.follow.ResultsView;
import org.rivages.maps.MapItem;
import org.rivages.maps.MapShape;
import org.rivages.maps.Maps;
import org.rivages.search.SearchDocument;
import org.rivages.site.Page;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of organisations; with a network and a class it is the page of those members. */
@Controller
@Allow(Allow.Who.EVERYBODY)
class OrganisationPages {
    private static final int ON_THE_MAP = 2000;

    private final Results results;
    private final SummaryStore summaries;

    OrganisationPages(Results results, SummaryStore summaries) {
        this.results = results;
        this.summaries = summaries;
    }

    @GetMapping("/{lang}/organisations")
    ModelAndView list(Page page, @RequestParam MultiValueMap<String, String> params) {
        ResultsView found = results.of(page, Listing.ORGANISATIONS, params);
        List<SearchDocument> all =
                found.isList()
                        ? results.first(page, Listing.ORGANISATIONS, params, ON_THE_MAP)
                        : List.of();
        Heading heading = heading(page, params);
        ModelAndView view =
                page.view(
                        "org/rivages/directory/organisations",
                        "results",
                        found,
                        "organisations",
                        summaries.byUuids(
                                found.documents().stream().map(SearchDocument::id).toList()),
                        "map",
                        map(page, all),
                        "title",
                        heading.title,
                        "lede",
                        heading.lede,
                        "nav",
                        heading.nav);
        view.setStatus(found.status());
        return view;
    }

    private Maps.Both map(Page page, List<SearchDocument> documents) {
        List<SearchDocument> placed =
                documents.stream().filter(document -> document.place() != null).toList();
        Map<java.util.UUID, OrganisationSummary> named =
                summaries.byUuids(placed.stream().map(SearchDocument::id).toList());
        List<MapItem> items =
                placed.stream()
                        .map(document -> named.get(document.id()))
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .flatMap(one -> item(page, one).stream())
                        .toList();
        return Maps.both(items, MapShape.LIST, page.words());
    }

    static Optional<MapItem> item(Page page, OrganisationSummary one) {
        Double latitude = one.lat();
        Double longitude = one.lon();
        if (latitude == null || longitude == null) {
            return Optional.empty();
        }
        String name = page.t(one.name());
        return Optional.of(
                new MapItem(
                        name,
                        page.url(one.path()),
                        one.place().isEmpty() ? name : page.t(one.place()),
                        latitude,
                        longitude));
    }

    private record Heading(String title, String lede, String nav) {}

    private Heading heading(Page page, MultiValueMap<String, String> params) {
        OrganisationSummary network = network(params);
        if (network == null) {
            return new Heading(
                    page.t("directory.title"), page.t("directory.lede"), "organisations");
        }
        String name = OrganisationWords.shortName(network, page.words());
        String full = page.t(network.name());
        Optional<MembershipClass> quality =
                one(params, "class").flatMap(code -> Coded.of(MembershipClass.class, code));
        boolean associates =
                quality.filter(MembershipClass.ASSOCIATE::equals).isPresent()
                        && network.slug().equals(page.settings().associateNetwork());
        return new Heading(
                quality.map(one -> page.t("directory.heading." + one.code(), "network", name))
                        .orElseGet(() -> page.t("directory.heading.members", "network", name)),
                associates
                        ? page.t("directory.lede.associate", "network", full)
                        : page.t("directory.lede.network", "network", full),
                associates ? "associates" : "organisations");
    }

    private @Nullable OrganisationSummary network(MultiValueMap<String, String> params) {
        return one(params, "network").flatMap(summaries::bySlug).orElse(null);
    }

    private static Optional<String> one(MultiValueMap<String, String> params, String name) {
        List<String> values = params.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }
}

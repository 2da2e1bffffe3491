package org.rivages.follow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rivages.follow.ResultsView.Chip;
import org.rivages.follow.ResultsView.Drop;
import org.rivages.follow.ResultsView.Order;
import org.rivages.follow.ResultsView.PageLink;
import org.rivages.follow.ResultsView.ViewLink;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchQuery;
import org.rivages.search.SearchQuery.Sort;
import org.rivages.search.SearchResult;
import org.rivages.site.Page;
import org.springframework.stereotype.Component;

/** Puts a result into the words and addresses of a page. */
@Component
class ResultsDrawing {
    private final ValueWords values;
    private final FacetDrawing facets;
    private final RowDrawing rows;
    private final Places places;

    ResultsDrawing(ValueWords values, FacetDrawing facets, RowDrawing rows, Places places) {
        this.values = values;
        this.facets = facets;
        this.rows = rows;
        this.places = places;
    }

    /**
     * @param onMap null unless this is the map
     * @param month null unless this is the calendar
     */
    ResultsView draw(
            Page page,
            Listing listing,
            Asked asked,
            SearchQuery query,
            SearchResult result,
            Map<Asked, Long> drops,
            MapDrawings.@Nullable Found onMap,
            @Nullable CalendarMonth month) {
        String action = page.url(listing.path());
        List<SearchDocument> hits = onMap == null ? result.hits() : onMap.hits();
        long paged = onMap == null ? result.total() : onMap.onMap().placed();
        int last = (int) Math.min(Parameters.LAST_PAGE, (paged + query.size() - 1) / query.size());
        return new ResultsView(
                listing,
                action,
                to(page, listing, asked),
                asked.text(),
                result.total(),
                hits,
                hits.stream().map(hit -> rows.row(page, hit, query, result.close())).toList(),
                facets.facets(page, listing, asked, result),
                facets.fields(page, asked),
                chips(page, listing, asked),
                action + Asked.everything(ordinary(asked.sort()), asked.view()).address(),
                orders(page, listing, asked, query),
                drops(page, listing, asked, drops),
                asked.problems().stream().map(page::t).toList(),
                places(page, listing, asked),
                result.close(),
                meant(page, listing, asked, result),
                month == null && paged > 0 && asked.page() > last,
                result.available(),
                month == null ? pages(action, asked, last) : List.of(),
                files(page, listing, asked),
                asked.view(),
                views(page, listing, asked),
                onMap == null ? null : onMap.onMap(),
                month);
    }

    /** The order by distance falls with the place. */
    private static @Nullable Sort ordinary(@Nullable Sort sort) {
        return sort == Sort.DISTANCE ? null : sort;
    }

    // ---- what was asked

    private List<Chip> chips(Page page, Listing listing, Asked asked) {
        List<Chip> chips = new ArrayList<>();
        if (!asked.text().isEmpty()) {
            chips.add(new Chip(quoted(page, asked), to(page, listing, asked.withoutText())));
        }
        asked.criteria()
                .forEach((criterion, chosen) ->
                        chosen.forEach(value ->
                                chips.add(
                                        new Chip(
                                                values.word(criterion, value, page.words()),
                                                to(
                                                        page,
                                                        listing,
                                                        asked.without(criterion, value))))));
        if (asked.period() != null) {
            chips.add(
                    new Chip(
                            AskedWords.period(page.words(), asked.period()),
                            to(page, listing, asked.withoutPeriod())));
        }
        if (asked.around() != null) {
            chips.add(
                    new Chip(near(page, asked.around()), to(page, listing, asked.withoutPlace())));
        }
        return chips;
    }

    private String near(Page page, Around around) {
        return AskedWords.near(page.words(), around, facets.place(page, around));
    }

    /** Places of the same name, or of a name that begins alike. */
    private List<Chip> places(Page page, Listing listing, Asked asked) {
        Around around = asked.around();
        if (around == null) {
            return List.of();
        }
        List<Places.Place> found = places.find(around.place());
        if (found.size() == 1) {
            return List.of();
        }
        return (found.isEmpty() ? places.like(around.place()) : found)
                .stream()
                        .map(place ->
                                new Chip(
                                        place.full(page.words()),
                                        to(
                                                page,
                                                listing,
                                                asked.place(place.code(), place.place().name())
                                                        .page(1))))
                        .toList();
    }

    private static @Nullable Chip meant(
            Page page, Listing listing, Asked asked, SearchResult result) {
        return result.suggestion().isEmpty()
                ? null
                : new Chip(result.suggestion(), to(page, listing, asked.text(result.suggestion())));
    }

    /** Set apart, so that what somebody typed never turns the words around it. */
    static String quoted(Page page, Asked asked) {
        return quoted(page, asked.text());
    }

    private static String quoted(Page page, String text) {
        return page.t("follow.quoted", "text", "\u2068" + text + "\u2069");
    }

    private List<Drop> drops(Page page, Listing listing, Asked asked, Map<Asked, Long> drops) {
        List<Drop> shown = new ArrayList<>();
        drops.forEach((fewer, count) ->
                shown.add(new Drop(dropped(page, asked, fewer), to(page, listing, fewer), count)));
        return shown;
    }

    private String dropped(Page page, Asked asked, Asked fewer) {
        if (!asked.text().equals(fewer.text())) {
            return quoted(page, asked);
        }
        if (asked.around() != null && fewer.around() == null) {
            return quoted(page, near(page, asked.around()));
        }
        Set<String> dropped = new TreeSet<>(asked.criteria().keySet());
        dropped.removeAll(fewer.criteria().keySet());
        if (asked.period() != null && fewer.period() == null) {
            dropped.add(SearchQuery.YEAR);
        }
        // regions and countries are one
        String criterion =
                dropped.contains(SearchQuery.COUNTRY)
                        ? SearchQuery.REGION
                        : dropped.iterator().next();
        return quoted(page, FacetDrawing.title(page, criterion));
    }

    private static List<ViewLink> views(Page page, Listing listing, Asked asked) {
        return listing.views().stream()
                .map(view ->
                        new ViewLink(
                                view, to(page, listing, asked.view(view)), view == asked.view()))
                .toList();
    }

    // ---- order, pages, files

    private static List<Order> orders(Page page, Listing listing, Asked asked, SearchQuery query) {
        Sort usual = Questions.usual(listing, asked);
        return Arrays.stream(Sort.values())
                .filter(sort -> sort != Sort.RELEVANCE || !asked.text().isEmpty())
                .filter(sort -> sort != Sort.DISTANCE || asked.around() != null)
                .map(sort ->
                        new Order(
                                sort == usual ? "" : Asked.name(sort),
                                page.t("follow.sort." + Asked.name(sort)),
                                sort == query.sort()))
                .toList();
    }

    private static List<PageLink> pages(String action, Asked asked, int last) {
        if (last <= 1 && asked.page() == 1) {
            return List.of();
        }
        TreeSet<Integer> near = new TreeSet<>(List.of(1, Math.max(1, last)));
        IntStream.rangeClosed(asked.page() - 2, asked.page() + 2)
                .filter(number -> 1 <= number && number <= last)
                .forEach(near::add);
        List<PageLink> pages = new ArrayList<>();
        int before = 0;
        for (int number : near) {
            if (number > before + 1) {
                pages.add(new PageLink(0, "", false));
            }
            pages.add(
                    new PageLink(
                            number, action + asked.page(number).address(), number == asked.page()));
            before = number;
        }
        return pages;
    }

    static Map<String, String> files(Page page, Listing listing, Asked asked) {
        Map<String, String> files = new LinkedHashMap<>();
        for (FollowForm form : FollowForm.values()) {
            files.put(
                    form.suffix(),
                    page.url(listing.path() + "." + form.suffix()) + asked.unordered().address());
        }
        return files;
    }

    private static String to(Page page, Listing listing, Asked asked) {
        return page.url(listing.path()) + asked.address();
    }
}

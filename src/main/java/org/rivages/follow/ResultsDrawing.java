package org.rivages.follow;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rivages.follow.ResultsView.Chip;
import org.rivages.follow.ResultsView.Drop;
import org.rivages.follow.ResultsView.Facet;
import org.rivages.follow.ResultsView.Order;
import org.rivages.follow.ResultsView.PageLink;
import org.rivages.follow.ResultsView.Value;
import org.rivages.search.SearchQuery;
import org.rivages.search.SearchQuery.Sort;
import org.rivages.search.SearchResult;
import org.rivages.site.Page;
import org.springframework.stereotype.Component;

/** Puts a result into the words and addresses of a page. */
@Component
class ResultsDrawing {
    private final ValueWords values;
    private final RowDrawing rows;

    ResultsDrawing(ValueWords values, RowDrawing rows) {
        this.values = values;
        this.rows = rows;
    }

    ResultsView draw(
            Page page,
            Listing listing,
            Asked asked,
            SearchQuery query,
            SearchResult result,
            Map<Asked, Long> drops) {
        String action = page.url(listing.path());
        int last =
                (int)
                        Math.min(
                                Parameters.LAST_PAGE,
                                (result.total() + query.size() - 1) / query.size());
        return new ResultsView(
                listing,
                action,
                asked.text(),
                result.total(),
                result.hits(),
                result.hits().stream()
                        .map(hit -> rows.row(page, hit, query, result.close()))
                        .toList(),
                facets(page, listing, asked, result),
                chips(page, listing, asked),
                action + new Asked("", Map.of(), asked.sort(), 1, List.of()).address(),
                orders(page, listing, asked, query),
                drops(page, listing, asked, drops),
                asked.problems().stream().map(page::t).toList(),
                result.close(),
                meant(page, listing, asked, result),
                result.total() > 0 && asked.page() > last,
                result.available(),
                pages(action, asked, last),
                files(page, listing, asked));
    }

    // ---- criteria

    private List<Facet> facets(Page page, Listing listing, Asked asked, SearchResult result) {
        List<Facet> facets = new ArrayList<>();
        for (String criterion : SearchQuery.CRITERIA) {
            if (criterion.equals(SearchQuery.KIND) && !listing.kinds().isEmpty()) {
                continue;
            }
            List<Value> shown =
                    values(
                            page,
                            criterion,
                            result.counts().getOrDefault(criterion, Map.of()),
                            asked.criteria().getOrDefault(criterion, Set.of()));
            if (!shown.isEmpty()) {
                facets.add(new Facet(criterion, page.t("follow.criterion." + criterion), shown));
            }
        }
        return facets;
    }

    private List<Value> values(
            Page page, String criterion, Map<String, Integer> counts, Set<String> chosen) {
        Map<String, Integer> all = new TreeMap<>(counts);
        chosen.forEach(value -> all.putIfAbsent(value, 0));
        List<Value> shown = new ArrayList<>();
        all.forEach((value, count) ->
                shown.add(
                        new Value(
                                value,
                                values.word(criterion, value, page.words()),
                                count,
                                chosen.contains(value))));
        shown.sort(order(page, criterion));
        return shown;
    }

    /** Years from the latest; everything else by how much it brings, then as the language sorts. */
    private static Comparator<Value> order(Page page, String criterion) {
        if (criterion.equals(SearchQuery.YEAR)) {
            return Comparator.comparing(Value::value).reversed();
        }
        Collator collator = Collator.getInstance(ULocale.forLocale(page.language().locale()));
        return Comparator.comparingInt(Value::count)
                .reversed()
                .thenComparing(Value::word, collator::compare);
    }

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
        return chips;
    }

    private static @Nullable Chip meant(
            Page page, Listing listing, Asked asked, SearchResult result) {
        return result.suggestion().isEmpty()
                ? null
                : new Chip(result.suggestion(), to(page, listing, asked.text(result.suggestion())));
    }

    private static String quoted(Page page, Asked asked) {
        return page.t("follow.quoted", "text", asked.text());
    }

    private static List<Drop> drops(
            Page page, Listing listing, Asked asked, Map<Asked, Long> drops) {
        List<Drop> shown = new ArrayList<>();
        drops.forEach((fewer, count) -> {
            Set<String> dropped = new TreeSet<>(asked.criteria().keySet());
            dropped.removeAll(fewer.criteria().keySet());
            String word =
                    dropped.isEmpty()
                            ? quoted(page, asked)
                            : page.t("follow.criterion." + dropped.iterator().next());
            shown.add(new Drop(word, to(page, listing, fewer), count));
        });
        return shown;
    }

    // ---- order, pages, files

    private static List<Order> orders(Page page, Listing listing, Asked asked, SearchQuery query) {
        Sort usual = Results.usual(listing, asked);
        return Arrays.stream(Sort.values())
                .filter(sort -> sort != Sort.RELEVANCE || !asked.text().isEmpty())
                .filter(sort -> sort != Sort.DISTANCE)
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

package org.rivages.follow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rivages.search.Reader;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchIndex;
import org.rivages.search.SearchQuery;
import org.rivages.search.SearchQuery.Sort;
import org.rivages.search.SearchResult;
import org.rivages.shared.Language;
import org.rivages.site.Page;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * A list with its criteria, as the page of any room shows it: {@code results.of(page,
 * Listing.ORGANISATIONS, params)}, then the template {@code follow/results} and, in the head of the
 * layout, {@code follow/alternates}. Set the answer's status to {@link ResultsView#status}.
 */
@Component
public class Results {
    static final int PAGE = 20;

    private final SearchIndex index;
    private final ResultsDrawing drawing;

    Results(SearchIndex index, ResultsDrawing drawing) {
        this.index = index;
        this.drawing = drawing;
    }

    /**
     * @param params all parameters of the request, unread
     */
    public ResultsView of(Page page, Listing listing, MultiValueMap<String, String> params) {
        Asked asked = Parameters.read(params);
        SearchQuery query = query(page, listing, listing.kinds(), asked, PAGE);
        Reader reader = Reader.of(page.viewer());
        SearchResult result = index.search(query, reader);
        Map<Asked, Long> drops = Map.of();
        if (result.total() == 0 && result.available()) {
            drops = drops(page, listing, asked, result, reader);
        }
        return drawing.draw(page, listing, asked, query, result, drops);
    }

    /**
     * The first records of the whole list, without regard to its page: for a map.
     *
     * @param most how many at most
     */
    public List<SearchDocument> first(
            Page page, Listing listing, MultiValueMap<String, String> params, int most) {
        Asked asked = Parameters.read(params).page(1);
        return index.search(
                        query(page, listing, listing.kinds(), asked, most),
                        Reader.of(page.viewer()))
                .hits();
    }

    /** Searches the same for a form of the list that tells of other kinds. */
    SearchResult search(Page page, Listing listing, Set<String> kinds, Asked asked, int size) {
        return index.search(query(page, listing, kinds, asked, size), Reader.of(page.viewer()));
    }

    private static SearchQuery query(
            Page page, Listing listing, Set<String> kinds, Asked asked, int size) {
        return query(page.language(), listing, kinds, asked, size);
    }

    static SearchQuery query(
            Language language, Listing listing, Set<String> kinds, Asked asked, int size) {
        Map<String, Set<String>> criteria = new LinkedHashMap<>(asked.criteria());
        if (!kinds.isEmpty()) {
            criteria.put(
                    SearchQuery.KIND,
                    within(listing, kinds, asked.criteria().get(SearchQuery.KIND)));
        }
        Sort sort = asked.sort();
        return new SearchQuery(
                asked.text(),
                criteria,
                sort == null ? usual(listing, asked) : sort,
                language,
                asked.page(),
                size);
    }

    /** The kinds asked for as far as the list has them; the kind "" has no records. */
    private static Set<String> within(
            Listing listing,
            Set<String> kinds,
            @org.jspecify.annotations.Nullable Set<String> asked) {
        if (asked == null) {
            return kinds;
        }
        Set<String> both = new TreeSet<>(asked);
        both.removeIf(kind -> !kinds.contains(kind) && !listing.feedKinds().contains(kind));
        return both.isEmpty() ? Set.of("") : both;
    }

    static Sort usual(Listing listing, Asked asked) {
        if (!asked.text().isEmpty()) {
            return Sort.RELEVANCE;
        }
        return switch (listing) {
            case SEARCH -> Sort.CHANGED;
            case ORGANISATIONS -> Sort.NAME;
            case PROGRAMMES, CALLS -> Sort.DATE;
        };
    }

    /** Smaller questions that have an answer, with the size of it. */
    private Map<Asked, Long> drops(
            Page page, Listing listing, Asked asked, SearchResult result, Reader reader) {
        Map<Asked, Long> drops = new LinkedHashMap<>();
        asked.criteria()
                .keySet()
                .forEach(criterion -> {
                    long found = result.without().getOrDefault(criterion, 0L);
                    if (found > 0) {
                        drops.put(asked.without(criterion), found);
                    }
                });
        if (!asked.text().isEmpty()) {
            Asked browsing = asked.withoutText();
            long found =
                    index.search(query(page, listing, listing.kinds(), browsing, 0), reader)
                            .total();
            if (found > 0) {
                drops.put(browsing, found);
            }
        }
        List<Map.Entry<Asked, Long>> best = new ArrayList<>(drops.entrySet());
        best.sort(Map.Entry.<Asked, Long>comparingByValue().reversed());
        Map<Asked, Long> ordered = new LinkedHashMap<>();
        best.forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }
}

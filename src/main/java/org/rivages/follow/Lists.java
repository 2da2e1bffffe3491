package org.rivages.follow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rivages.search.SearchQuery;
import org.rivages.search.SearchQuery.Sort;
import org.rivages.search.SearchResult;
import org.rivages.site.Page;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * Lists for a room that answers in a form of its own: the parameters of the pages, and what they
 * find.
 */
@Component
public class Lists {
    private static final SearchResult NOTHING =
            new SearchResult(0, List.of(), Map.of(), Map.of(), false, "");

    private final Results results;

    Lists(Results results) {
        this.results = results;
    }

    /**
     * @param problems message keys for what of the parameters could not be read; then nothing was
     *     searched
     * @param parameters the same question, written in one order, without page: {@code ?country=MA},
     *     or ""
     * @param page from 1
     */
    public record Found(
            List<String> problems, SearchResult result, String parameters, int page, int size) {

        public boolean hasNext() {
            return (long) page * size < result.total();
        }

        /** Parameters after a question mark for another page of the same. */
        public String page(int other) {
            return parameters
                    + (other == 1 ? "" : (parameters.isEmpty() ? "?" : "&") + "page=" + other);
        }
    }

    /** The names of the parameters that {@link #find} reads. */
    public static Set<String> parameters() {
        return Stream.concat(
                        Stream.of("q", "from", "to", "near", "radius", "sort", "page"),
                        SearchQuery.CRITERIA.stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * @param kinds of records that this list has; empty for all
     * @param usual the order where neither a text nor another order is asked for
     * @param sent all parameters of the request, unread
     */
    public Found find(
            Page page,
            Set<String> kinds,
            Sort usual,
            MultiValueMap<String, String> sent,
            int size) {
        Asked asked = results.read(sent);
        if (!asked.problems().isEmpty()) {
            return new Found(asked.refusals(), NOTHING, "", 1, size);
        }
        Asked ordered = asked.sort() == null && asked.text().isEmpty() ? asked.sort(usual) : asked;
        SearchResult result = results.search(page, Listing.SEARCH, kinds, ordered, size);
        return new Found(List.of(), result, asked.page(1).address(), asked.page(), size);
    }
}

package org.rivages.follow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rivages.search.Reader;
import org.rivages.search.Regions;
import org.rivages.search.SearchIndex;
import org.rivages.search.SearchQuery;
import org.rivages.search.SearchQuery.Sort;
import org.rivages.search.SearchResult;
import org.rivages.shared.Language;
import org.rivages.site.Page;
import org.springframework.stereotype.Component;

/**
 * Asks the index what an address asks. Regions and countries are one criterion here: a region
 * stands for its countries, and one of all that are chosen is enough. So are years and a period.
 */
@Component
class Questions {
    /** A value that no record has. */
    private static final Set<String> NOTHING = Set.of("");

    private final SearchIndex index;
    private final Places places;

    Questions(SearchIndex index, Places places) {
        this.index = index;
        this.places = places;
    }

    /** The address with its place found, or with a problem. */
    Asked settle(Asked asked) {
        Around around = asked.around();
        if (around == null) {
            return asked;
        }
        List<Places.Place> found = places.find(around.place());
        return switch (found.size()) {
            case 1 -> asked.place(found.getFirst().code(), found.getFirst().place().name());
            case 0 -> asked.problem("follow.problem.near");
            default -> asked.problem("follow.problem.near.several");
        };
    }

    /**
     * @param kinds those that this form of the list tells of; empty for all
     */
    SearchQuery query(Page page, Listing listing, Set<String> kinds, Asked asked, int size) {
        return query(page.language(), Reader.of(page.viewer()), listing, kinds, asked, size);
    }

    /** The same for somebody who is not looking at a page. */
    SearchQuery query(
            Language language,
            Reader reader,
            Listing listing,
            Set<String> kinds,
            Asked asked,
            int size) {
        Map<String, Set<String>> criteria = new LinkedHashMap<>(asked.criteria());
        if (!kinds.isEmpty()) {
            criteria.put(
                    SearchQuery.KIND,
                    within(listing, kinds, asked.criteria().get(SearchQuery.KIND)));
        }
        Set<String> regions = asked.values(SearchQuery.REGION);
        if (!regions.isEmpty()) {
            Set<String> countries = new TreeSet<>(asked.values(SearchQuery.COUNTRY));
            regions.forEach(region -> countries.addAll(Regions.countries(region)));
            criteria.remove(SearchQuery.REGION);
            criteria.put(SearchQuery.COUNTRY, countries.isEmpty() ? NOTHING : countries);
        }
        Sort sort = asked.sort();
        SearchQuery query =
                new SearchQuery(
                        asked.text(),
                        criteria,
                        sort == null ? usual(listing, asked) : sort,
                        language,
                        asked.page(),
                        size);
        return during(asked.period(), near(asked.around(), query), reader);
    }

    /** A place that nobody knows has nothing near it. */
    private SearchQuery near(@Nullable Around around, SearchQuery query) {
        if (around == null) {
            return query;
        }
        List<Places.Place> found = places.find(around.place());
        return found.size() == 1
                ? query.near(
                        new SearchQuery.Near(
                                found.getFirst().latitude(),
                                found.getFirst().longitude(),
                                around.radius()))
                : query.with(SearchQuery.KIND, NOTHING);
    }

    /** The years of the period are those that records have, so that their number is bounded. */
    private SearchQuery during(@Nullable Period period, SearchQuery query, Reader reader) {
        if (period == null) {
            return query;
        }
        Set<String> years = new TreeSet<>(query.values(SearchQuery.YEAR));
        index
                .search(query.with(SearchQuery.YEAR, Set.of()).page(1, 0), reader)
                .counts()
                .getOrDefault(SearchQuery.YEAR, Map.of())
                .keySet()
                .stream()
                .filter(year -> year.matches("\\d{4}") && period.has(Integer.parseInt(year)))
                .forEach(years::add);
        return query.with(SearchQuery.YEAR, years.isEmpty() ? NOTHING : years);
    }

    /** The answer without the counts of regions beside chosen countries. */
    SearchResult find(SearchQuery query, Reader reader) {
        return index.search(query, reader);
    }

    /**
     * @param kinds those of the list, which alone it counts beside those that are asked for; empty
     *     for all
     */
    SearchResult ask(SearchQuery query, Set<String> kinds, Asked asked, Reader reader) {
        SearchResult result = index.search(query, reader);
        boolean restricts =
                !asked.values(SearchQuery.REGION).isEmpty()
                        || !asked.values(SearchQuery.COUNTRY).isEmpty();
        if (!result.available() || (!restricts && kinds.isEmpty())) {
            return result;
        }
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>(result.counts());
        if (restricts) {
            counts.put(
                    SearchQuery.REGION,
                    index.search(query.with(SearchQuery.COUNTRY, Set.of()).page(1, 0), reader)
                            .counts()
                            .getOrDefault(SearchQuery.REGION, Map.of()));
        }
        if (!kinds.isEmpty()) {
            Set<String> own = new TreeSet<>(kinds);
            own.addAll(query.values(SearchQuery.KIND));
            counts.computeIfPresent(
                    SearchQuery.KIND,
                    (criterion, all) -> {
                        Map<String, Integer> kept = new LinkedHashMap<>(all);
                        kept.keySet().retainAll(own);
                        return kept;
                    });
        }
        return new SearchResult(
                result.total(),
                result.hits(),
                counts,
                result.without(),
                result.close(),
                result.suggestion());
    }

    /** The kinds asked for as far as the list has them; the kind "" has no records. */
    private static Set<String> within(
            Listing listing, Set<String> kinds, @Nullable Set<String> asked) {
        if (asked == null) {
            return kinds;
        }
        Set<String> both = new TreeSet<>(asked);
        both.removeIf(kind -> !kinds.contains(kind) && !listing.feedKinds().contains(kind));
        return both.isEmpty() ? NOTHING : both;
    }

    static Sort usual(Listing listing, Asked asked) {
        if (asked.around() != null && asked.text().isEmpty()) {
            return Sort.DISTANCE;
        }
        if (!asked.text().isEmpty()) {
            return Sort.RELEVANCE;
        }
        return switch (listing) {
            case SEARCH, LIBRARY -> Sort.CHANGED;
            case ORGANISATIONS -> Sort.NAME;
            case PROGRAMMES, CALLS -> Sort.DATE;
        };
    }

    /** Smaller questions that have an answer, with the size of it, the largest first. */
    Map<Asked, Long> drops(
            Page page, Listing listing, Asked asked, SearchResult result, Reader reader) {
        Map<Asked, Long> drops = new LinkedHashMap<>();
        // without its kind a question to one list would be a question to all of them
        boolean all = listing.kinds().isEmpty();
        asked.criteria().keySet().stream()
                .filter(criterion -> !criterion.equals(SearchQuery.REGION))
                .filter(criterion -> !criterion.equals(SearchQuery.COUNTRY))
                .filter(criterion -> !criterion.equals(SearchQuery.YEAR))
                .filter(criterion -> !criterion.equals(SearchQuery.KIND) || all)
                .forEach(criterion ->
                        drops.put(
                                asked.without(criterion),
                                result.without().getOrDefault(criterion, 0L)));
        if (!asked.withoutCountries().criteria().equals(asked.criteria())) {
            drops.put(
                    asked.withoutCountries(),
                    result.without().getOrDefault(SearchQuery.COUNTRY, 0L));
        }
        if (asked.period() != null || !asked.values(SearchQuery.YEAR).isEmpty()) {
            drops.put(asked.withoutYears(), result.without().getOrDefault(SearchQuery.YEAR, 0L));
        }
        List<Asked> asking = new ArrayList<>();
        if (!all && !asked.values(SearchQuery.KIND).isEmpty()) {
            asking.add(asked.without(SearchQuery.KIND));
        }
        if (asked.around() != null) {
            asking.add(asked.withoutPlace());
        }
        if (!asked.text().isEmpty()) {
            asking.add(asked.withoutText());
        }
        for (Asked fewer : asking) {
            SearchQuery query = query(page, listing, listing.kinds(), fewer, 0);
            drops.put(fewer, index.search(query, reader).total());
        }
        List<Map.Entry<Asked, Long>> best = new ArrayList<>(drops.entrySet());
        best.removeIf(entry -> entry.getValue() == 0);
        best.sort(Map.Entry.<Asked, Long>comparingByValue().reversed());
        Map<Asked, Long> ordered = new LinkedHashMap<>();
        best.forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }
}

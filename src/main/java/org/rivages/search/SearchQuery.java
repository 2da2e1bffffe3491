package org.rivages.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rivages.shared.Language;

/**
 * What is searched: a text and values per criterion. One of the values of a criterion is enough,
 * every criterion must hold, every word of the text must be found.
 *
 * @param text as a person typed it, of any length and with any signs; "" for everything
 * @param criteria criterion → wanted values; a criterion without values does not restrict
 * @param language whose order of names counts, and whose words weigh most
 * @param page from 1
 * @param size records on a page, at least 0
 */
public record SearchQuery(
        String text,
        Map<String, Set<String>> criteria,
        Sort sort,
        Language language,
        int page,
        int size) {

    public static final String KIND = "kind";
    public static final String NETWORK = "network";
    public static final String CLASS = "class";
    public static final String YEAR = "year";

    /** The criteria, in the order in which pages show them. */
    public static final List<String> CRITERIA =
            List.of(
                    KIND,
                    "type",
                    NETWORK,
                    CLASS,
                    "country",
                    "theme",
                    "sdg",
                    "language",
                    YEAR,
                    "status",
                    "role");

    /** Ties fall to the name in the query's language, then to the address. */
    public enum Sort {
        /** Best match first; without a text the same as {@link #NAME}. */
        RELEVANCE,
        NAME,
        /** Latest first; records without a date come last. */
        DATE,
        /** Latest change first. */
        CHANGED
    }

    public SearchQuery {
        Map<String, Set<String>> kept = new LinkedHashMap<>();
        criteria.forEach((criterion, values) -> {
            if (!values.isEmpty()) {
                kept.put(criterion, new TreeSet<>(values));
            }
        });
        criteria = kept;
        if (page < 1 || size < 0) {
            throw new IllegalArgumentException("page " + page + ", size " + size);
        }
    }

    /** Everything, in the order of names. */
    public static SearchQuery all(Language language) {
        return new SearchQuery("", Map.of(), Sort.NAME, language, 1, 20);
    }

    public SearchQuery text(String newText) {
        return new SearchQuery(newText, criteria, sort, language, page, size);
    }

    /** With these values of the criterion instead of those it had. */
    public SearchQuery with(String criterion, Set<String> values) {
        Map<String, Set<String>> changed = new LinkedHashMap<>(criteria);
        changed.put(criterion, values);
        return new SearchQuery(text, changed, sort, language, page, size);
    }

    public SearchQuery sort(Sort newSort) {
        return new SearchQuery(text, criteria, newSort, language, page, size);
    }

    public SearchQuery page(int newPage, int newSize) {
        return new SearchQuery(text, criteria, sort, language, newPage, newSize);
    }

    public Set<String> values(String criterion) {
        return criteria.getOrDefault(criterion, Set.of());
    }
}

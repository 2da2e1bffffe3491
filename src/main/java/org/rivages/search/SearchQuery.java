package org.rivages.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
 * @param near where the record must lie; null for anywhere, also for records without a place
 */
public record SearchQuery(
        String text,
        Map<String, Set<String>> criteria,
        Sort sort,
        Language language,
        int page,
        int size,
        @Nullable Near near) {

    /**
     * A circle in which the record's place must lie.
     *
     * @param latitude degrees from -90 to 90, WGS 84
     * @param longitude degrees from -180 to 180
     * @param kilometres more than 0, at most {@link #MOST_KILOMETRES}
     * @throws IllegalArgumentException when one is out of bounds
     */
    public record Near(double latitude, double longitude, double kilometres) {
        public static final double MOST_KILOMETRES = 20_000;

        public Near {
            if (!(Math.abs(latitude) <= 90
                    && Math.abs(longitude) <= 180
                    && kilometres > 0
                    && kilometres <= MOST_KILOMETRES)) {
                throw new IllegalArgumentException(
                        latitude + ", " + longitude + ", " + kilometres + " km");
            }
        }
    }

    public static final String KIND = "kind";
    public static final String NETWORK = "network";
    public static final String CLASS = "class";
    public static final String YEAR = "year";

    /** Sub-regions, by the codes of {@link Regions}; they follow from the countries. */
    public static final String REGION = "region";

    /** Countries, by ISO 3166 alpha-2. */
    public static final String COUNTRY = "country";

    /** Size of the city, in bands: see {@code directory.CitySize}. */
    public static final String INHABITANTS = "inhabitants";

    /** The criteria, in the order in which pages show them. */
    public static final List<String> CRITERIA =
            List.of(
                    KIND,
                    "type",
                    NETWORK,
                    CLASS,
                    REGION,
                    COUNTRY,
                    INHABITANTS,
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
        CHANGED,
        /** Nearest first; without {@link Near} the same as {@link #NAME}. */
        DISTANCE
    }

    /** A question about anywhere. */
    public SearchQuery(
            String text,
            Map<String, Set<String>> criteria,
            Sort sort,
            Language language,
            int page,
            int size) {
        this(text, criteria, sort, language, page, size, null);
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
        return new SearchQuery(newText, criteria, sort, language, page, size, near);
    }

    /** With these values of the criterion instead of those it had. */
    public SearchQuery with(String criterion, Set<String> values) {
        Map<String, Set<String>> changed = new LinkedHashMap<>(criteria);
        changed.put(criterion, values);
        return new SearchQuery(text, changed, sort, language, page, size, near);
    }

    public SearchQuery sort(Sort newSort) {
        return new SearchQuery(text, criteria, newSort, language, page, size, near);
    }

    public SearchQuery page(int newPage, int newSize) {
        return new SearchQuery(text, criteria, sort, language, newPage, newSize, near);
    }

    /**
     * @param newNear null for anywhere
     */
    public SearchQuery near(@Nullable Near newNear) {
        return new SearchQuery(text, criteria, sort, language, page, size, newNear);
    }

    public Set<String> values(String criterion) {
        return criteria.getOrDefault(criterion, Set.of());
    }
}

package org.rivages.search;

import java.util.List;
import java.util.Map;

/**
 * What was found.
 *
 * @param total how many records there are on all pages
 * @param hits those of the asked page
 * @param counts criterion → value → number of records that would be found if this were the only
 *     value of its criterion; values with none are left out. Exact, and for this reader.
 * @param without criterion → how many more would be found if it did not restrict; only criteria
 *     that do
 * @param close nothing is spelled like the text, so words that differ by one letter were taken too
 * @param suggestion then, the text as the records found spell it; else, or where there is none, ""
 * @param available false while the index cannot be reached: then nothing is known, not even that
 *     there is nothing
 */
public record SearchResult(
        long total,
        List<SearchDocument> hits,
        Map<String, Map<String, Integer>> counts,
        Map<String, Long> without,
        boolean close,
        String suggestion,
        boolean available) {

    /** An answer of an index that is there. */
    public SearchResult(
            long total,
            List<SearchDocument> hits,
            Map<String, Map<String, Integer>> counts,
            Map<String, Long> without,
            boolean close,
            String suggestion) {
        this(total, hits, counts, without, close, suggestion, true);
    }

    /** The answer while the index cannot be reached. */
    static SearchResult unavailable() {
        return new SearchResult(0, List.of(), Map.of(), Map.of(), false, "", false);
    }
}

package org.rivages.follow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rivages.search.SearchQuery;

/**
 * What a list as data says in the same words wherever it is given: in the {@code .json} of a page
 * and in the API. Always in one order, so that the same list is the same bytes.
 */
public final class ListData {
    private ListData() {}

    /**
     * The values of each criterion with the number of records that choosing it would give, the most
     * frequent first.
     *
     * @param criteria those that the list takes; others are left out
     */
    public static Map<String, List<Map<String, Object>>> facets(
            Map<String, Map<String, Integer>> counts, Collection<String> criteria) {
        Map<String, List<Map<String, Object>>> facets = new LinkedHashMap<>();
        for (String criterion : SearchQuery.CRITERIA) {
            Map<String, Integer> values = counts.getOrDefault(criterion, Map.of());
            if (criteria.contains(criterion) && !values.isEmpty()) {
                facets.put(criterion, facet(values));
            }
        }
        return facets;
    }

    private static List<Map<String, Object>> facet(Map<String, Integer> counts) {
        List<Map<String, Object>> values = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(
                        Comparator.comparing((Map.Entry<String, Integer> e) -> -e.getValue())
                                .thenComparing(Map.Entry::getKey))
                .forEach(e -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("value", e.getKey());
                    one.put("count", e.getValue());
                    values.add(one);
                });
        return values;
    }

    /** By the names of the parameters that find the record; none without a value. */
    public static Map<String, Set<String>> criteria(Map<String, Set<String>> values) {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        for (String criterion : SearchQuery.CRITERIA) {
            Set<String> these = values.getOrDefault(criterion, Set.of());
            if (!these.isEmpty()) {
                all.put(criterion, new TreeSet<>(these));
            }
        }
        return all;
    }

    /**
     * @param pairs network and class with a stroke between them
     */
    public static List<Map<String, String>> memberships(Set<String> pairs) {
        List<Map<String, String>> all = new ArrayList<>();
        for (String pair : new TreeSet<>(pairs)) {
            String[] parts = pair.split("/", 2);
            Map<String, String> one = new LinkedHashMap<>();
            one.put("network", parts[0]);
            one.put("class", parts[1]);
            all.add(one);
        }
        return all;
    }
}

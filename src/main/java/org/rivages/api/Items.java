package org.rivages.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchQuery;
import org.rivages.shared.FuzzyDate;

/** What lists tell of a record: all that the search knows of it. */
final class Items {
    private Items() {}

    static Map<String, @Nullable Object> item(SearchDocument record) {
        SearchDocument.Event event = record.event();
        SearchDocument.Place place = record.place();
        return Body.record(record.kind(), record.id(), slug(record), record.path(), record.title())
                .with("summary", record.summary())
                .with("otherNames", record.names().stream().sorted().toList())
                .with("date", record.when())
                .with("dates", record.dates().stream().map(FuzzyDate::edtf).sorted().toList())
                .with("deadline", event == null ? null : event.at())
                .with("location", event == null ? Map.of() : event.location().byCode())
                .with("latitude", place == null ? null : (Object) place.latitude())
                .with("longitude", place == null ? null : (Object) place.longitude())
                .with("criteria", criteria(record.criteria()))
                .with("memberships", memberships(record.pairs()))
                .with("changed", record.changedAt())
                .done();
    }

    private static String slug(SearchDocument record) {
        return record.path().substring(record.path().lastIndexOf('/') + 1);
    }

    /** By the names of the parameters that find it, in their order; none without a value. */
    private static Map<String, Set<String>> criteria(Map<String, Set<String>> values) {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        for (String criterion : SearchQuery.CRITERIA) {
            Set<String> these = values.getOrDefault(criterion, Set.of());
            if (!these.isEmpty()) {
                all.put(criterion, new TreeSet<>(these));
            }
        }
        return all;
    }

    private static List<Map<String, String>> memberships(Set<String> pairs) {
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

    /**
     * The values of each criterion with the number of records that choosing it would give.
     *
     * @param parameters those that the list takes
     */
    static Map<String, Object> facets(
            Map<String, Map<String, Integer>> counts, Set<String> parameters) {
        Map<String, Object> facets = new LinkedHashMap<>();
        for (String criterion : SearchQuery.CRITERIA) {
            if (!parameters.contains(criterion)) {
                continue;
            }
            List<Map<String, Object>> values = new ArrayList<>();
            counts.getOrDefault(criterion, Map.of()).entrySet().stream()
                    .sorted(
                            Comparator.comparing((Map.Entry<String, Integer> e) -> -e.getValue())
                                    .thenComparing(Map.Entry::getKey))
                    .forEach(e -> {
                        Map<String, Object> one = new LinkedHashMap<>();
                        one.put("value", e.getKey());
                        one.put("count", e.getValue());
                        values.add(one);
                    });
            if (!values.isEmpty()) {
                facets.put(criterion, values);
            }
        }
        return facets;
    }
}

package org.rivages.follow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rivages.search.SearchDocument;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Json;
import org.rivages.site.Page;

/**
 * A list as data: {@code total}, {@code next}, {@code items}, {@code facets}; paths without a host.
 */
final class JsonFile {
    private JsonFile() {}

    static byte[] write(Follower follower) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("total", follower.result().total());
        file.put(
                "next",
                follower.hasNext() ? follower.path("json", follower.asked().page() + 1) : null);
        file.put(
                "items",
                follower.records().stream().map(hit -> item(follower.page(), hit)).toList());
        file.put("facets", facets(follower.result().counts()));
        return Json.mapper().writeValueAsBytes(file);
    }

    private static Map<String, Object> item(Page page, SearchDocument record) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("kind", record.kind());
        item.put("slug", Table.slug(record));
        item.put("url", page.url(record.path()));
        item.put("title", page.t(record.title()));
        item.put("summary", page.t(record.summary()));
        item.put("names", record.names());
        FuzzyDate when = record.when();
        item.put("date", when == null ? null : when.edtf());
        record.criteria().forEach((criterion, values) -> item.put(criterion, sorted(values)));
        item.put("memberships", memberships(record));
        SearchDocument.Place place = record.place();
        if (place != null) {
            item.put("latitude", place.latitude());
            item.put("longitude", place.longitude());
        }
        record.columns()
                .forEach((name, value) -> {
                    if (!item.containsKey(name)) {
                        item.put(name, value.isEmpty() ? null : value);
                    }
                });
        item.put("changed", record.changedAt().toString());
        return item;
    }

    private static List<Map<String, String>> memberships(SearchDocument record) {
        return record.pairs().stream()
                .sorted()
                .map(pair -> pair.split("/", 2))
                .map(pair -> Map.of("network", pair[0], "class", pair[1]))
                .toList();
    }

    private static List<String> sorted(java.util.Collection<String> values) {
        return values.stream().sorted().toList();
    }

    private static Map<String, Object> facets(Map<String, Map<String, Integer>> counts) {
        Map<String, Object> facets = new LinkedHashMap<>();
        counts.forEach((criterion, values) -> {
            List<Map<String, Object>> all = new ArrayList<>();
            values.entrySet().stream()
                    .sorted(
                            Comparator.comparing((Map.Entry<String, Integer> e) -> -e.getValue())
                                    .thenComparing(Map.Entry::getKey))
                    .forEach(e -> {
                        Map<String, Object> one = new LinkedHashMap<>();
                        one.put("value", e.getKey());
                        one.put("count", e.getValue());
                        all.add(one);
                    });
            if (!all.isEmpty()) {
                facets.put(criterion, all);
            }
        });
        return facets;
    }
}

package org.rivages.follow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchQuery;
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
        file.put("facets", ListData.facets(follower.result().counts(), SearchQuery.CRITERIA));
        return Json.mapper().writeValueAsBytes(file);
    }

    private static Map<String, Object> item(Page page, SearchDocument record) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("kind", record.kind());
        item.put("slug", Table.slug(record));
        item.put("url", page.url(record.path()));
        item.put("title", page.t(record.title()));
        item.put("summary", page.t(record.summary()));
        item.put("names", record.names().stream().sorted().toList());
        FuzzyDate when = record.when();
        item.put("date", when == null ? null : when.edtf());
        ListData.criteria(record.criteria()).forEach(item::put);
        item.put("memberships", ListData.memberships(record.pairs()));
        SearchDocument.Place place = record.place();
        if (place != null) {
            item.put("latitude", place.latitude());
            item.put("longitude", place.longitude());
        }
        record.columns()
                .forEach((name, value) -> {
                    if (!item.containsKey(name) && !SearchQuery.CRITERIA.contains(name)) {
                        item.put(name, value.isEmpty() ? null : value);
                    }
                });
        item.put("changed", record.changedAt().toString());
        return item;
    }
}

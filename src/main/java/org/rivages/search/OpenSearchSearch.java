package org.rivages.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.Json;
import tools.jackson.databind.JsonNode;

/**
 * One question as one request: hits, and each criterion counted over what the others let through.
 */
final class OpenSearchSearch {
    private static final int MOST_VALUES = 10_000;

    /** The parts of memberships that are held in, or of, what was chosen. */
    private static final String PARTS =
            """
            def found = new HashSet();
            for (pair in doc['pair']) {
              int slash = pair.indexOf('/');
              String network = pair.substring(0, slash);
              String held = pair.substring(slash + 1);
              if (params.counted == 'network') {
                if (params.wanted.contains(held)) { found.add(network); }
              } else if (params.wanted.contains(network)) { found.add(held); }
            }
            return found;
            """;

    private final LuceneText texts;
    private final Spelling spelling;
    private final OpenSearchClient client;
    private final String index;

    OpenSearchSearch(Analysis analysis, OpenSearchClient client, String index) {
        texts = new LuceneText(analysis);
        spelling = new Spelling(analysis);
        this.client = client;
        this.index = index;
    }

    SearchResult search(SearchQuery query, Reader reader) throws IOException {
        if (query.text().isBlank()) {
            return answer(query, ask(query, reader, null), false);
        }
        JsonNode first = ask(query, reader, texts.meaning(query.text(), query.language(), false));
        if (matched(first) > 0) {
            return answer(query, first, false);
        }
        JsonNode second = ask(query, reader, texts.meaning(query.text(), query.language(), true));
        return matched(second) > 0 ? answer(query, second, true) : answer(query, first, false);
    }

    /** How many records the text finds, whatever the criteria. */
    private static long matched(JsonNode answer) {
        return answer.at("/aggregations/matched/doc_count").asLong();
    }

    private JsonNode ask(SearchQuery query, Reader reader, LuceneText.@Nullable Meaning text)
            throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        long before = (query.page() - 1L) * query.size();
        boolean shown = before + query.size() <= OpenSearchDocuments.WINDOW;
        body.put("from", shown ? before : 0);
        body.put("size", shown ? query.size() : 0);
        body.put("track_total_hits", true);
        body.put("_source", List.of(LuceneDocuments.STORED));
        body.put("query", Map.of("bool", matching(reader, text)));
        body.put("post_filter", all(filters(query, List.of(), true)));
        body.put("aggs", counts(query));
        body.put("sort", order(query, text != null));
        return client.search(index + "/_search?request_cache=false", body);
    }

    private static Map<String, Object> matching(Reader reader, LuceneText.@Nullable Meaning text) {
        Map<String, Object> matching = new LinkedHashMap<>();
        matching.put("filter", List.of(terms(LuceneDocuments.SEEN, reader.marks())));
        if (text != null) {
            matching.put("must", List.of(OpenSearchQueries.json(text.ranked())));
        }
        return matching;
    }

    private static Map<String, Object> terms(String field, java.util.Collection<String> values) {
        return Map.of("terms", Map.of(field, values));
    }

    private static Map<String, Object> all(List<Object> filters) {
        return Map.of("bool", Map.of("filter", filters));
    }

    /**
     * What the criteria let through.
     *
     * @param but these do not bind
     * @param together a chosen class must be held in a chosen network
     */
    private static List<Object> filters(SearchQuery query, List<String> but, boolean together) {
        List<Object> filters = new ArrayList<>();
        query.criteria()
                .forEach((criterion, values) -> {
                    if (!but.contains(criterion)) {
                        filters.add(terms(LuceneDocuments.criterion(criterion), values));
                    }
                });
        List<String> pairs = pairs(query);
        if (together && !pairs.isEmpty()) {
            filters.add(terms(LuceneDocuments.PAIR, pairs));
        }
        SearchQuery.Near near = query.near();
        if (near != null) {
            filters.add(
                    Map.of(
                            "geo_distance",
                            Map.of(
                                    "distance",
                                    near.kilometres() + "km",
                                    LuceneDocuments.PLACE,
                                    Map.of("lat", near.latitude(), "lon", near.longitude()))));
        }
        return filters;
    }

    private static List<String> pairs(SearchQuery query) {
        return query.values(SearchQuery.NETWORK).stream()
                .flatMap(network ->
                        query.values(SearchQuery.CLASS).stream().map(held -> network + "/" + held))
                .toList();
    }

    private static Map<String, Object> counts(SearchQuery query) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("matched", Map.of("filter", Map.of("match_all", Map.of())));
        for (String criterion : Tally.criteria(query)) {
            boolean membership =
                    criterion.equals(SearchQuery.NETWORK) || criterion.equals(SearchQuery.CLASS);
            counts.put(
                    "over " + criterion,
                    Map.of(
                            "filter",
                            all(filters(query, List.of(criterion), !membership)),
                            "aggs",
                            Map.of("values", Map.of("terms", values(query, criterion)))));
        }
        return counts;
    }

    private static Map<String, Object> values(SearchQuery query, String criterion) {
        String other =
                switch (criterion) {
                    case SearchQuery.NETWORK -> SearchQuery.CLASS;
                    case SearchQuery.CLASS -> SearchQuery.NETWORK;
                    default -> "";
                };
        if (query.values(other).isEmpty()) {
            return Map.of("field", LuceneDocuments.criterion(criterion), "size", MOST_VALUES);
        }
        return Map.of(
                "script",
                Map.of(
                        "source",
                        PARTS,
                        "params",
                        Map.of("counted", criterion, "wanted", List.copyOf(query.values(other)))),
                "size",
                MOST_VALUES);
    }

    private static List<Object> order(SearchQuery query, boolean typed) {
        List<Object> order = new ArrayList<>();
        SearchQuery.Near near = query.near();
        switch (query.sort()) {
            case RELEVANCE -> {
                if (typed) {
                    order.add("_score");
                }
            }
            case DATE -> order.add(latest(LuceneDocuments.DATE));
            case CHANGED -> order.add(latest(LuceneDocuments.CHANGED));
            case DISTANCE -> {
                if (near != null) {
                    order.add(
                            Map.of(
                                    "_geo_distance",
                                    Map.of(
                                            LuceneDocuments.PLACE,
                                            Map.of(
                                                    "lat", near.latitude(),
                                                    "lon", near.longitude()))));
                }
            }
            case NAME -> {}
        }
        order.add(LuceneDocuments.name(query.language()));
        order.add(LuceneDocuments.PATH);
        return order;
    }

    private static Map<String, Object> latest(String field) {
        return Map.of(field, Map.of("order", "desc", "missing", "_last"));
    }

    private SearchResult answer(SearchQuery query, JsonNode answer, boolean close) {
        long total = answer.at("/hits/total/value").asLong();
        List<SearchDocument> hits = new ArrayList<>();
        for (JsonNode hit : answer.at("/hits/hits")) {
            hits.add(
                    Json.mapper()
                            .treeToValue(
                                    hit.path("_source").path(LuceneDocuments.STORED),
                                    SearchDocument.class));
        }
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        Map<String, Long> without = new LinkedHashMap<>();
        for (String criterion : Tally.criteria(query)) {
            JsonNode over = answer.path("aggregations").path("over " + criterion);
            Map<String, Integer> found = new TreeMap<>();
            for (JsonNode bucket : over.at("/values/buckets")) {
                found.put(bucket.path("key").asString(), bucket.path("doc_count").asInt());
            }
            counts.put(criterion, found);
            if (!query.values(criterion).isEmpty()) {
                without.put(criterion, over.path("doc_count").asLong() - total);
            }
        }
        return new SearchResult(
                total,
                hits,
                counts,
                without,
                close,
                close ? spelling.suggestion(query.text(), hits) : "");
    }
}

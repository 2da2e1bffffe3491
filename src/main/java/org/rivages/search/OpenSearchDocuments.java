package org.rivages.search;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rivages.search.Descriptions.Description;
import org.rivages.shared.Json;
import org.rivages.shared.Language;

/**
 * How a record lies in OpenSearch. Texts are taken apart into words here, by the same {@link
 * Analysis} as everywhere, and kept there as words between spaces: there is one description of each
 * language, and no plugin to install.
 */
final class OpenSearchDocuments {
    /** Another number means that an older index cannot be read and is built anew. */
    static final String SCHEMA = LuceneDocuments.SCHEMA + "/1";

    /** Pages behind this record are not shown. */
    static final int WINDOW = 100_000;

    private static final Map<String, Object> CODE = Map.of("type", "keyword");
    private static final Map<String, Object> HIDDEN = Map.of("type", "object", "enabled", false);

    private final Analysis analysis;
    private final Descriptions descriptions;

    OpenSearchDocuments(Analysis analysis) {
        this.analysis = analysis;
        descriptions = new Descriptions(analysis);
    }

    /** Settings and fields of a new index. */
    static Map<String, Object> index() {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            fields.put(Analysis.title(language), words("freqs"));
            fields.put(Analysis.text(language), words("freqs"));
            fields.put(LuceneDocuments.name(language), CODE);
        }
        fields.put(Analysis.NAMES, words("freqs"));
        fields.put(Analysis.PLAIN, words("positions"));
        for (String code :
                List.of(
                        LuceneText.WHOLE,
                        Analysis.SOUND,
                        LuceneDocuments.SEEN,
                        LuceneDocuments.PAIR,
                        LuceneDocuments.PATH)) {
            fields.put(code, CODE);
        }
        fields.put(LuceneDocuments.DATE, Map.of("type", "long"));
        fields.put(LuceneDocuments.CHANGED, Map.of("type", "long"));
        fields.put(LuceneDocuments.PLACE, Map.of("type", "geo_point"));
        fields.put(LuceneDocuments.STORED, HIDDEN);
        fields.put("position", HIDDEN);
        return Map.of(
                "settings",
                Map.of(
                        "number_of_shards",
                        1,
                        "auto_expand_replicas",
                        "0-1",
                        "max_result_window",
                        WINDOW,
                        "max_regex_length",
                        10_000,
                        "similarity",
                        Map.of("default", similarity())),
                "mappings",
                Map.of(
                        "dynamic",
                        false,
                        "dynamic_templates",
                        List.of(
                                Map.of(
                                        "criteria",
                                        Map.of("path_match", "criterion.*", "mapping", CODE))),
                        "properties",
                        with(fields, "criterion", Map.of("type", "object", "dynamic", true))));
    }

    private static Map<String, Object> with(
            Map<String, Object> fields, String name, Map<String, Object> field) {
        fields.put(name, field);
        return fields;
    }

    private static Map<String, Object> words(String kept) {
        return Map.of("type", "text", "analyzer", "whitespace", "index_options", kept);
    }

    /** The same weight as {@link Relevance}: how rare a word is says nothing. */
    private static Map<String, Object> similarity() {
        return Map.of(
                "type",
                "scripted",
                "script",
                Map.of(
                        "source",
                        "return query.boost * doc.freq"
                                + " / (doc.freq + 1.2 * (0.25 + 0.75 * doc.length / 40.0));"));
    }

    Map<String, Object> document(SearchDocument record) {
        Description description = descriptions.of(record);
        Map<String, Object> document = new LinkedHashMap<>();
        description
                .texts()
                .forEach((field, texts) ->
                        document.put(
                                field,
                                texts.stream()
                                        .map(text -> String.join(" ", analysis.words(field, text)))
                                        .toList()));
        document.put(LuceneText.WHOLE, description.wholes());
        document.put(Analysis.SOUND, description.sounds());
        document.put(LuceneDocuments.SEEN, description.seen());
        document.put(LuceneDocuments.PAIR, description.pairs());
        document.put("criterion", description.criteria());
        description
                .order()
                .forEach((language, bytes) ->
                        document.put(
                                LuceneDocuments.name(language), HexFormat.of().formatHex(bytes)));
        document.put(LuceneDocuments.PATH, description.path());
        Long date = description.date();
        if (date != null) {
            document.put(LuceneDocuments.DATE, date);
        }
        document.put(LuceneDocuments.CHANGED, description.changedAt());
        SearchDocument.Place place = record.place();
        if (place != null) {
            document.put(
                    LuceneDocuments.PLACE,
                    Map.of("lat", place.latitude(), "lon", place.longitude()));
        }
        document.put(LuceneDocuments.STORED, Json.mapper().valueToTree(record));
        return document;
    }
}

package org.rivages.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rivages.directory.OrganisationSummary;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;

/** A JSON object in the making. What is not known is null, and never left out. */
final class Body {
    static final String ROOT = "/api/v1";

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    /**
     * A record, as all of them begin.
     *
     * @param path its address without the language
     */
    static Body record(String kind, Object id, String slug, String path, LocalizedText name) {
        return new Body()
                .with("kind", kind)
                .with("id", id.toString())
                .with("slug", slug)
                .with("name", name)
                .with("links", links(path));
    }

    private static Map<String, Object> links(String path) {
        Map<String, String> pages = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            pages.put(language.code(), "/" + language.code() + path);
        }
        Map<String, Object> links = new LinkedHashMap<>();
        links.put("self", ROOT + path);
        links.put("pages", pages);
        return links;
    }

    /** Another record in a few words. */
    static Map<String, @Nullable Object> reference(String slug, LocalizedText name, String path) {
        return new Body().with("slug", slug).with("name", name).with("self", ROOT + path).fields;
    }

    static @Nullable Map<String, @Nullable Object> reference(@Nullable OrganisationSummary one) {
        return one == null ? null : reference(one.slug(), one.name(), one.path());
    }

    Body with(String name, @Nullable Object value) {
        fields.put(name, value);
        return this;
    }

    Body with(String name, LocalizedText text) {
        return with(name, text.byCode());
    }

    Body with(String name, @Nullable FuzzyDate date) {
        return with(name, (Object) (date == null ? null : date.edtf()));
    }

    Body with(String name, @Nullable Instant at) {
        return with(name, (Object) (at == null ? null : at.toString()));
    }

    /** Null for a text that is not there. */
    Body orNull(String name, String text) {
        return with(name, (Object) (text.isEmpty() ? null : text));
    }

    Body list(String name, List<Map<String, @Nullable Object>> values) {
        return with(name, (Object) values);
    }

    Map<String, @Nullable Object> done() {
        return fields;
    }
}

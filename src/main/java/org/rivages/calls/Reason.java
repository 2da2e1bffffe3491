package org.rivages.calls;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rivages.shared.LocalizedText;
import org.rivages.site.Words;

/**
 * A sentence that is spoken in the reader's language only when it is shown.
 *
 * @param args name → text, number, {@link LocalizedText}, {@link LanguageLevel}, {@link
 *     CountryCode}, {@link LanguageTag}, or a list of these
 */
public record Reason(String key, Map<String, Object> args) {
    /** ISO 3166 alpha-2, to be named in the reader's language. */
    public record CountryCode(String alpha2) {}

    /** BCP 47, to be named in the reader's language. */
    public record LanguageTag(String tag) {}

    /** Words that stand under another key. */
    public record MessageKey(String key) {}

    /**
     * @param args name, value, name, value …
     */
    static Reason of(String key, Object... args) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            named.put((String) args[i], args[i + 1]);
        }
        return new Reason(key, named);
    }

    public String in(Words words) {
        List<Object> spoken = new ArrayList<>();
        args.forEach((name, value) -> {
            spoken.add(name);
            spoken.add(speak(value, words));
        });
        return words.get(key, spoken.toArray());
    }

    private static Object speak(Object value, Words words) {
        return switch (value) {
            case LocalizedText text -> words.get(text);
            case LanguageLevel level -> words.get("calls.level." + level.name());
            case CountryCode country -> words.country(country.alpha2());
            case LanguageTag language -> words.languageName(language.tag());
            case MessageKey other -> words.get(other.key());
            case List<?> list -> words.list(list.stream().map(v -> "" + speak(v, words)).toList());
            default -> value;
        };
    }
}

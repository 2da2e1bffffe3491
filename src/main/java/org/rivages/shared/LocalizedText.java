package org.rivages.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A text in some of the languages. Blank entries are dropped, so an absent language is always a
 * missing key. Stored as JSON: {@code {"en":"…","fr":"…"}}.
 */
public final class LocalizedText {
    public static final LocalizedText EMPTY = new LocalizedText(Map.of());

    private final Map<Language, String> texts;

    public LocalizedText(Map<Language, String> texts) {
        Map<Language, String> kept = new EnumMap<>(Language.class);
        texts.forEach((language, text) -> {
            if (!text.isBlank()) {
                kept.put(language, text.strip());
            }
        });
        this.texts = kept;
    }

    public static LocalizedText of(String en, String fr, String ar) {
        return new LocalizedText(Map.of(Language.EN, en, Language.FR, fr, Language.AR, ar));
    }

    /** The same words in every language: codes, proper names. */
    public static LocalizedText same(String text) {
        return of(text, text, text);
    }

    @JsonCreator
    public static LocalizedText fromCodes(Map<String, String> byCode) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        byCode.forEach((code, text) -> texts.put(Language.require(code), text));
        return new LocalizedText(texts);
    }

    @JsonValue
    public Map<String, String> byCode() {
        Map<String, String> byCode = new LinkedHashMap<>();
        texts.forEach((language, text) -> byCode.put(language.code(), text));
        return byCode;
    }

    /** The text in this language, else in the first language that has one, else "". */
    public String in(Language language) {
        String own = texts.get(language);
        return own != null ? own : texts.values().stream().findFirst().orElse("");
    }

    /** The language that {@link #in} answers in: pages mark foreign words with it. */
    public Language languageOf(Language wanted) {
        return texts.containsKey(wanted) || texts.isEmpty()
                ? wanted
                : texts.keySet().iterator().next();
    }

    public boolean has(Language language) {
        return texts.containsKey(language);
    }

    /** The text in exactly this language, or "": for editing forms. */
    public String exactly(Language language) {
        return texts.getOrDefault(language, "");
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    public Map<Language, String> all() {
        return Map.copyOf(texts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LocalizedText that && texts.equals(that.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    @Override
    public String toString() {
        return texts.toString();
    }
}

package org.rivages.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rivages.shared.Language;

/**
 * What one thesaurus says, made ready for the words of texts.
 *
 * @param names per language: criterion and value → the concepts that mean it, in words
 * @param longest the words of the longest label in any language
 */
record Meanings(
        Map<Language, Map<String, String>> names, Map<Language, Concepts> concepts, int longest) {

    static Meanings of(Thesaurus thesaurus, BiFunction<Language, String, List<String>> stems) {
        Map<Language, Map<String, String>> names = new EnumMap<>(Language.class);
        Map<Language, Concepts> concepts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            names.put(language, thesaurus.names(language));
            concepts.put(
                    language, concepts(thesaurus, language, text -> stems.apply(language, text)));
        }
        int longest = concepts.values().stream().mapToInt(Concepts::longest).max().orElse(0);
        return new Meanings(names, concepts, longest);
    }

    private static Concepts concepts(
            Thesaurus thesaurus, Language language, Function<String, List<String>> stems) {
        Set<String> small =
                SearchText.SMALL.stream()
                        .flatMap(word -> stems.apply(word).stream())
                        .collect(Collectors.toSet());
        Concepts named = new Concepts(small);
        for (Thesaurus.Concept concept : thesaurus.concepts()) {
            concept.labels()
                    .getOrDefault(language, List.of())
                    .forEach(label -> named.add(stems.apply(label), concept.code()));
        }
        return named;
    }

    Concepts in(Language language) {
        return Objects.requireNonNull(concepts.get(language));
    }

    /** "" for a value that no concept means. */
    String name(Language language, String value) {
        return Objects.requireNonNull(names.get(language)).getOrDefault(value, "");
    }
}

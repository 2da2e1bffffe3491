package org.rivages.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.rivages.shared.Language;

/**
 * What the themes of a network are called in each language. A word for a concept in one language
 * finds the records that name it in another. The one that comes with the program is {@link
 * #shipped}; an index takes any, by {@link ThesaurusSource}, and is built anew when it changes.
 */
public record Thesaurus(List<Concept> concepts) {
    public static final Thesaurus EMPTY = new Thesaurus(List.of());

    /**
     * One meaning.
     *
     * @param code small letters and hyphens
     * @param values criterion and value that say the same: {@code theme/water}
     * @param labels words and phrases that mean it, per language; the first is its name
     */
    public record Concept(String code, Set<String> values, Map<Language, List<String>> labels) {}

    public static Thesaurus shipped() {
        try (InputStream file = Thesaurus.class.getResourceAsStream("thesaurus.tsv")) {
            return read(
                    new String(
                            Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param table a line per concept: code, values, then the labels in the order of {@link
     *     Language}, with a bar between labels; a language without a column has none; lines with #
     *     are passed over
     * @throws IllegalArgumentException when a line has no labels at all
     */
    public static Thesaurus read(String table) {
        List<Concept> concepts = new ArrayList<>();
        for (String line : table.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(line.split("\t", -1));
            if (cells.size() < 3) {
                throw new IllegalArgumentException("not a line of a thesaurus: " + line);
            }
            Map<Language, List<String>> labels = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                int column = 2 + language.ordinal();
                labels.put(
                        language,
                        column < cells.size() ? parts(cells.get(column), "\\|") : List.of());
            }
            concepts.add(new Concept(cells.get(0), Set.copyOf(parts(cells.get(1), " ")), labels));
        }
        return new Thesaurus(concepts);
    }

    private static List<String> parts(String cell, String separator) {
        return cell.isBlank() ? List.of() : List.of(cell.strip().split(separator));
    }

    /** Criterion and value → the names of the concepts that mean it, one after the other. */
    Map<String, String> names(Language language) {
        Map<String, String> names = new HashMap<>();
        for (Concept concept : concepts) {
            List<String> labels = concept.labels().getOrDefault(language, List.of());
            if (!labels.isEmpty()) {
                concept.values()
                        .forEach(value ->
                                names.merge(value, labels.getFirst() + ". ", String::concat));
            }
        }
        return names;
    }
}

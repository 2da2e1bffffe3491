package org.rivages.directory;

import java.util.List;
import org.rivages.shared.Language;

/**
 * A neutral sign in place of a logo: one to three letters and one of six tints, always the same for
 * the same organisation.
 */
public record Monogram(String letters, int tint) {
    private static final int TINTS = 6;
    private static final List<String> SMALL_WORDS =
            List.of(
                    "of", "the", "and", "for", "in", "de", "du", "des", "la", "le", "les", "et",
                    "d", "l", "à");

    public static Monogram of(OrganisationSummary one, Language language) {
        return new Monogram(
                letters(one, language), Math.floorMod(one.slug().hashCode(), TINTS) + 1);
    }

    private static String letters(OrganisationSummary one, Language language) {
        String acronym = one.acronym();
        if (!acronym.isEmpty()
                && acronym.length() <= 6
                && acronym.chars().allMatch(c -> c < 0x250)) {
            return acronym.length() <= 4 ? acronym : acronym.substring(0, 2);
        }
        StringBuilder letters = new StringBuilder();
        for (String word : one.name().in(language).split("[\\s’'\\-]+")) {
            if (word.isEmpty() || SMALL_WORDS.contains(word)) {
                continue;
            }
            String bare =
                    language == Language.AR ? word.replaceFirst("^(ال|لل|وال)(?=..)", "") : word;
            if (!bare.isEmpty()
                    && Character.isLetter(bare.codePointAt(0))
                    && letters.codePointCount(0, letters.length()) < 2) {
                letters.appendCodePoint(Character.toUpperCase(bare.codePointAt(0)));
            }
        }
        // Arabic letters would join into a word; a thin gap keeps them apart
        return language == Language.AR
                ? String.join("\u200c", letters.codePoints().mapToObj(Character::toString).toList())
                : letters.toString();
    }
}

package org.rivages.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as a person typed it, taken apart: quoted phrases and words. Any text is fine: what cannot
 * be a word is passed over, and no sign has a meaning but the quotation marks.
 *
 * @param phrases what stands in quotes, to be found word by word in this order
 * @param words the other words
 * @param open the last word is perhaps not finished yet
 */
record SearchText(List<String> phrases, List<String> words, boolean open) {
    /** What is looked at of a long text. */
    static final int MOST_LETTERS = 400;

    static final int MOST_WORDS = 16;

    private static final Pattern QUOTED = Pattern.compile("[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]");

    /** Words that say nothing by themselves, as the unstemmed field keeps them. */
    static final Set<String> SMALL =
            Set.of(
                    "a", "an", "the", "of", "and", "or", "in", "on", "to", "for", "with", "by",
                    "at", "from", "de", "du", "des", "la", "le", "les", "et", "ou", "en", "au",
                    "aux", "un", "une", "pour", "dans", "sur", "par", "في", "من", "علي", "الي",
                    "عن", "و", "او", "مع");

    static SearchText of(String typed, Analysis analysis) {
        String text =
                typed.substring(
                        0,
                        typed.offsetByCodePoints(
                                0,
                                Math.min(MOST_LETTERS, typed.codePointCount(0, typed.length()))));
        List<String> phrases = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(text);
        StringBuilder rest = new StringBuilder();
        while (quoted.find()) {
            if (phrases.size() < MOST_WORDS
                    && !analysis.words(Analysis.PLAIN, quoted.group(1)).isEmpty()) {
                phrases.add(quoted.group(1));
            }
            quoted.appendReplacement(rest, " ");
        }
        quoted.appendTail(rest);
        List<String> words = analysis.rawWords(rest.toString()).stream().limit(MOST_WORDS).toList();
        List<String> telling = words.stream().filter(word -> !isSmall(word, analysis)).toList();
        boolean open =
                !rest.isEmpty()
                        && Character.isLetterOrDigit(rest.codePointBefore(rest.length()))
                        && !words.isEmpty()
                        && (telling.isEmpty() || telling.getLast().equals(words.getLast()));
        return new SearchText(
                phrases, telling.isEmpty() && phrases.isEmpty() ? words : telling, open);
    }

    private static boolean isSmall(String word, Analysis analysis) {
        return analysis.words(Analysis.PLAIN, word).stream().allMatch(SMALL::contains);
    }

    boolean isEmpty() {
        return phrases.isEmpty() && words.isEmpty();
    }
}

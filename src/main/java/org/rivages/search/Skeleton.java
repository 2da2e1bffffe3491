package org.rivages.search;

import java.util.Map;

/**
 * What is left of a name when one hears it in Latin or in Arabic letters: its consonants, those
 * that the other script confuses as one. صفاقس and Sfax are both {@code sfks}. A key carries the
 * script that it was made from, so that a word meets only names of the other script.
 */
final class Skeleton {
    private static final Map<Character, String> ARABIC =
            Map.ofEntries(
                    Map.entry('ب', "b"),
                    Map.entry('پ', "b"),
                    Map.entry('ت', "t"),
                    Map.entry('ط', "t"),
                    Map.entry('ث', "t"),
                    Map.entry('ج', "j"),
                    Map.entry('ح', "h"),
                    Map.entry('ه', "h"),
                    Map.entry('خ', "x"),
                    Map.entry('د', "d"),
                    Map.entry('ض', "d"),
                    Map.entry('ذ', "d"),
                    Map.entry('ر', "r"),
                    Map.entry('ز', "s"),
                    Map.entry('ظ', "s"),
                    Map.entry('س', "s"),
                    Map.entry('ص', "s"),
                    Map.entry('ش', "c"),
                    Map.entry('غ', "k"),
                    Map.entry('ف', "f"),
                    Map.entry('ڤ', "f"),
                    Map.entry('ق', "k"),
                    Map.entry('ك', "k"),
                    Map.entry('گ', "k"),
                    Map.entry('ل', "l"),
                    Map.entry('م', "m"),
                    Map.entry('ن', "n"));

    private static final Map<String, String> PAIRS =
            Map.of(
                    "kh", "x", "gh", "k", "sh", "c", "ch", "c", "dj", "j", "dh", "d", "th", "t",
                    "ph", "f", "ck", "k");

    private static final Map<Character, String> LATIN =
            Map.ofEntries(
                    Map.entry('b', "b"),
                    Map.entry('p', "b"),
                    Map.entry('t', "t"),
                    Map.entry('j', "j"),
                    Map.entry('h', "h"),
                    Map.entry('d', "d"),
                    Map.entry('r', "r"),
                    Map.entry('z', "s"),
                    Map.entry('s', "s"),
                    Map.entry('f', "f"),
                    Map.entry('v', "f"),
                    Map.entry('q', "k"),
                    Map.entry('k', "k"),
                    Map.entry('x', "ks"),
                    Map.entry('l', "l"),
                    Map.entry('m', "m"),
                    Map.entry('n', "n"));

    private Skeleton() {}

    /**
     * The key of a word as it stands in a name, "" when it has fewer consonants.
     *
     * @param word as the unstemmed fields keep it
     */
    static String of(String word, int least) {
        String bare = isArabic(word) ? arabic(word) : latin(word);
        return bare.length() < least ? "" : (isArabic(word) ? "a" : "l") + bare;
    }

    /** The key under which the same name stands in the other script, "" for none. */
    static String other(String word, int least) {
        String key = of(word, least);
        return key.isEmpty() ? "" : (key.charAt(0) == 'a' ? "l" : "a") + key.substring(1);
    }

    private static boolean isArabic(String word) {
        return !word.isEmpty()
                && Character.UnicodeScript.of(word.codePointAt(0))
                        == Character.UnicodeScript.ARABIC;
    }

    private static String arabic(String word) {
        StringBuilder bare = new StringBuilder();
        // what was a ta marbuta is not heard
        int end = word.endsWith("ه") ? word.length() - 1 : word.length();
        for (int i = 0; i < end; i++) {
            bare.append(ARABIC.getOrDefault(word.charAt(i), ""));
        }
        return bare.toString();
    }

    private static String latin(String word) {
        StringBuilder bare = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            boolean last = i + 1 == word.length();
            String pair = last ? "" : PAIRS.getOrDefault(word.substring(i, i + 2), "");
            if (!pair.isEmpty()) {
                bare.append(pair);
                i++;
            } else if ((letter == 'c' || letter == 'g') && !last) {
                boolean soft = "eiy".indexOf(word.charAt(i + 1)) >= 0;
                bare.append(soft ? (letter == 'c' ? "s" : "j") : "k");
            } else if (letter == 'c' || letter == 'g') {
                bare.append('k');
            } else if (!(last && letter == 'h') && !(i > 0 && word.charAt(i - 1) == letter)) {
                bare.append(LATIN.getOrDefault(letter, ""));
            }
        }
        return bare.toString();
    }
}

package org.rivages.directory;

import java.util.EnumMap;
import java.util.Map;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;

/** The beginning of a description, without its Markdown, for lists. */
final class Summaries {
    private static final int MOST = 420;

    private Summaries() {}

    static LocalizedText of(LocalizedText description) {
        Map<Language, String> all = new EnumMap<>(Language.class);
        description.all().forEach((language, text) -> all.put(language, beginning(text)));
        return new LocalizedText(all);
    }

    /** The first paragraph, cut at a word when it is long. */
    static String beginning(String markdown) {
        String plain =
                markdown.split("\n\\s*\n", 2)[0]
                        .replaceAll("!?\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                        .replaceAll("(?m)^\\s{0,3}(#{1,6}|>|[-*+]|\\d+[.)])\\s+", "")
                        .replaceAll("[*_`]{1,3}", "")
                        .replaceAll("\\s+", " ")
                        .strip();
        if (plain.length() <= MOST) {
            return plain;
        }
        int space = plain.lastIndexOf(' ', MOST);
        return plain.substring(0, space < MOST / 2 ? MOST : space) + " …";
    }
}

package org.rivages.selection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a letter with placeholders in braces. Filled in one pass, so a name that holds braces
 * stays what it is.
 */
final class LetterText {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}\\n]{1,40})}");

    /** What every letter knows. */
    static final Set<String> EVERYWHERE =
            new LinkedHashSet<>(
                    List.of("name", "call", "number", "link", "places", "applications", "network"));

    /** What only a letter to the reserve knows, and only where ranks are told. */
    static final String RANK = "rank";

    private LetterText() {}

    /** Placeholders of the text that such a letter does not know, as they are written. */
    static List<String> unknown(String text, Outcome outcome, boolean tellsRank) {
        List<String> unknown = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1);
            boolean rank = name.equals(RANK) && outcome == Outcome.RESERVE && tellsRank;
            if (!rank && !EVERYWHERE.contains(name)) {
                unknown.add(matcher.group());
            }
        }
        // a brace that opens or closes nothing is a placeholder that somebody broke
        String rest = PLACEHOLDER.matcher(text).replaceAll("");
        if (rest.indexOf('{') >= 0) {
            unknown.add("{");
        } else if (rest.indexOf('}') >= 0) {
            unknown.add("}");
        }
        return unknown;
    }

    static boolean has(String text, String placeholder) {
        return text.contains("{" + placeholder + "}");
    }

    static String fill(String text, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                values.getOrDefault(found.group(1), found.group())));
    }
}

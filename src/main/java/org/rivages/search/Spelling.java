package org.rivages.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;

/**
 * What was perhaps meant, in the spelling of the records that were found: the reader may see them,
 * so that a suggestion tells of nothing else.
 */
final class Spelling {
    /** What is looked at of one text of one record. */
    private static final int MOST_LETTERS = 4_000;

    private final Analysis analysis;

    Spelling(Analysis analysis) {
        this.analysis = analysis;
    }

    /** The text with its misspelt words as the records write them; "" when there is no better. */
    String suggestion(String typed, List<SearchDocument> hits) {
        List<Analysis.Placed> words =
                analysis.placed(typed).stream().limit(SearchText.MOST_WORDS).toList();
        Map<String, String> known = known(hits);
        StringBuilder better = new StringBuilder(typed);
        boolean changed = false;
        for (int i = words.size() - 1; i >= 0; i--) {
            Analysis.Placed word = words.get(i);
            boolean open = i == words.size() - 1 && word.end() == typed.length();
            if (!isKnown(word.plain(), known.keySet(), open)) {
                String nearest = nearest(word.plain(), known, open);
                if (!nearest.isEmpty()) {
                    better.replace(word.start(), word.end(), nearest);
                    changed = true;
                }
            }
        }
        return changed ? better.toString() : "";
    }

    private boolean isKnown(String word, Set<String> known, boolean open) {
        if (known.contains(word)
                || open && known.stream().anyMatch(other -> other.startsWith(word))) {
            return true;
        }
        Set<List<String>> stems = stems(word);
        return known.stream()
                .filter(other -> Distance.isOne(word, other, false))
                .anyMatch(other -> stems(other).stream().anyMatch(stems::contains));
    }

    private Set<List<String>> stems(String word) {
        Set<List<String>> stems = new java.util.HashSet<>();
        for (Language language : Language.values()) {
            stems.add(analysis.stems(language, word));
        }
        return stems;
    }

    /** The first in the order of the hits. */
    private static String nearest(String word, Map<String, String> known, boolean open) {
        for (Map.Entry<String, String> each : known.entrySet()) {
            if (word.length() >= LuceneText.LEAST_FORGIVEN
                    && Distance.isOne(word, each.getKey(), open)) {
                return each.getValue();
            }
        }
        return "";
    }

    /** The words of the hits, each with its first spelling. */
    private Map<String, String> known(List<SearchDocument> hits) {
        Map<String, String> known = new LinkedHashMap<>();
        for (SearchDocument hit : hits) {
            List<String> texts = new ArrayList<>(hit.names());
            for (LocalizedText each : List.of(hit.title(), hit.summary(), hit.text())) {
                texts.addAll(each.all().values());
            }
            for (String text : texts) {
                String cut = text.substring(0, Math.min(MOST_LETTERS, text.length()));
                analysis.placed(cut)
                        .forEach(word ->
                                known.putIfAbsent(
                                        word.plain(), cut.substring(word.start(), word.end())));
            }
        }
        return known;
    }
}

package org.rivages.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.springframework.stereotype.Component;

/** Shows where a record says what was typed: a part of its texts with the words marked. */
@Component
public final class Excerpts {
    /** What is looked at of one text. */
    private static final int MOST_LETTERS = 6_000;

    /** Words shown at most, and before the first marked one. */
    private static final int SHOWN = 36;

    private static final int BEFORE = 8;

    private final Analysis analysis;

    Excerpts(Analysis analysis) {
        this.analysis = analysis;
    }

    /**
     * A part of a text.
     *
     * @param language of the text
     * @param pieces one after the other; empty when nothing of the texts was meant
     */
    public record Excerpt(Language language, List<Piece> pieces) {}

    /**
     * @param marked it is what was typed
     */
    public record Piece(String text, boolean marked) {}

    /**
     * @param record one of the hits of the question, for the reader who asked
     * @param close the words were taken with one wrong letter
     */
    public Excerpt of(SearchDocument record, SearchQuery query, boolean close) {
        SearchText typed = SearchText.of(query.text(), analysis);
        List<Language> languages = new ArrayList<>(List.of(query.language()));
        for (Language language : Language.values()) {
            if (language != query.language()) {
                languages.add(language);
            }
        }
        for (Language language : languages) {
            Wanted wanted = new Wanted(typed, language, close);
            for (LocalizedText each : List.of(record.summary(), record.text())) {
                String text = cut(each.exactly(language));
                List<Analysis.Placed> words = analysis.placed(text);
                BitSet marked = wanted.marks(text, words);
                if (!marked.isEmpty()) {
                    return new Excerpt(language, pieces(text, words, marked));
                }
            }
        }
        return new Excerpt(query.language(), List.of());
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= MOST_LETTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_LETTERS));
    }

    /** What is to be marked in texts of one language. */
    private final class Wanted {
        private final Language language;
        private final boolean close;
        private final Set<String> plain = new HashSet<>();
        private final Set<String> stems = new HashSet<>();
        private final Set<String> concepts = new HashSet<>();
        private String beginning = "";

        Wanted(SearchText typed, Language language, boolean close) {
            this.language = language;
            this.close = close;
            List<String> words = typed.words();
            words.forEach(word -> {
                plain.addAll(analysis.words(Analysis.PLAIN, word));
                stems.addAll(analysis.stems(language, word));
            });
            typed.phrases().forEach(phrase -> plain.addAll(analysis.words(Analysis.PLAIN, phrase)));
            for (int from = 0; from < words.size(); from++) {
                int most = Math.min(words.size(), from + analysis.longestConcept());
                for (int to = from + 1; to <= most; to++) {
                    concepts.addAll(analysis.concepts(words.subList(from, to)));
                }
            }
            if (typed.open() && !words.isEmpty()) {
                beginning = String.join("", analysis.words(Analysis.PLAIN, words.getLast()));
            }
        }

        /** Which of the words of the text are meant. */
        BitSet marks(String text, List<Analysis.Placed> words) {
            List<String> stemmed = analysis.stems(language, text);
            BitSet marks = new BitSet();
            for (int i = 0; i < words.size(); i++) {
                if (isMeant(words.get(i).plain())
                        || stemmed.size() == words.size() && stems.contains(stemmed.get(i))) {
                    marks.set(i);
                }
            }
            if (!concepts.isEmpty() && stemmed.size() == words.size()) {
                markConcepts(stemmed, marks);
            }
            return marks;
        }

        private boolean isMeant(String word) {
            return plain.contains(word)
                    || beginning.length() > 1 && word.startsWith(beginning)
                    || close && plain.stream().anyMatch(each -> Distance.isOne(each, word, false));
        }

        private void markConcepts(List<String> stemmed, BitSet marks) {
            for (int from = 0; from < stemmed.size(); from++) {
                int most = Math.min(stemmed.size(), from + analysis.longestConcept());
                for (int to = from + 1; to <= most; to++) {
                    if (analysis.named(language, stemmed.subList(from, to)).stream()
                            .anyMatch(concepts::contains)) {
                        marks.set(from, to);
                    }
                }
            }
        }
    }

    private static List<Piece> pieces(String text, List<Analysis.Placed> words, BitSet marked) {
        int first = Math.max(0, marked.nextSetBit(0) - BEFORE);
        int last = Math.min(words.size(), first + SHOWN) - 1;
        int at = first == 0 ? 0 : words.get(first).start();
        int end = last == words.size() - 1 ? text.length() : words.get(last).end();
        List<Piece> pieces = new ArrayList<>();
        StringBuilder open = new StringBuilder(first == 0 ? "" : "… ");
        for (int i = first; i <= last; i++) {
            if (marked.get(i)) {
                Analysis.Placed word = words.get(i);
                open.append(text, at, word.start());
                flush(pieces, open);
                pieces.add(new Piece(text.substring(word.start(), word.end()), true));
                at = word.end();
            }
        }
        open.append(text, at, end).append(end == text.length() ? "" : " …");
        flush(pieces, open);
        return pieces;
    }

    private static void flush(List<Piece> pieces, StringBuilder open) {
        if (!open.isEmpty()) {
            pieces.add(new Piece(open.toString(), false));
            open.setLength(0);
        }
    }
}

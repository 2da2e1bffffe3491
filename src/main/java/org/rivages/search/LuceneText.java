package org.rivages.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.rivages.shared.Language;

/** A typed text as a Lucene query: every word in some field of some language, whole names first. */
final class LuceneText {
    static final String WHOLE = "whole";

    private static final Query NOTHING = new MatchNoDocsQuery("no words");
    private static final int LEAST_PREFIX = 2;
    static final int LEAST_FORGIVEN = 4;

    /** In longer words nobody looks for one wrong letter, and it would cost too much. */
    private static final int MOST_FORGIVEN = 32;

    static final int SHORT_SOUND = 3;
    private static final int SOUND = 4;
    private static final float OWN_LANGUAGE = 1.3f;
    private static final float CONCEPT = 0.9f;

    private final Analysis analysis;

    LuceneText(Analysis analysis) {
        this.analysis = analysis;
    }

    /**
     * What a text finds.
     *
     * @param found which records; to be asked without scores
     * @param ranked the same records with the weight of each way to find them
     */
    record Meaning(Query found, Query ranked) {}

    /**
     * @param close takes words that differ by one letter, too
     */
    Meaning meaning(String typed, Language language, boolean close) {
        SearchText text = SearchText.of(typed, analysis);
        if (text.isEmpty()) {
            return new Meaning(NOTHING, NOTHING);
        }
        BooleanQuery.Builder found = new BooleanQuery.Builder();
        BooleanQuery.Builder ranked = new BooleanQuery.Builder();
        for (String phrase : text.phrases()) {
            Query words = phrase(phrase);
            found.add(words, Occur.MUST);
            ranked.add(words, Occur.MUST);
        }
        for (Run run : runs(text)) {
            found.add(run.any(word -> any(word, run.isOpen(word), close)), Occur.MUST);
            ranked.add(run.best(word -> best(word, language, run.isOpen(word), close)), Occur.MUST);
        }
        ranked.add(boost(new TermQuery(new Term(WHOLE, analysis.whole(typed))), 20), Occur.SHOULD);
        return new Meaning(found.build(), ranked.build());
    }

    /**
     * Words that belong together because they name concepts, or one word alone.
     *
     * @param open the last word is perhaps not finished yet
     */
    private record Run(List<String> words, Set<String> concepts, boolean open) {
        boolean isOpen(String word) {
            return open && words.size() == 1;
        }

        Query any(Function<String, Query> way) {
            Query typed = all(way);
            if (concepts.isEmpty()) {
                return typed;
            }
            BooleanQuery.Builder any = new BooleanQuery.Builder().add(typed, Occur.SHOULD);
            terms().forEach(term -> any.add(new TermQuery(term), Occur.SHOULD));
            return any.build();
        }

        Query best(Function<String, Query> way) {
            Query typed = all(way);
            if (concepts.isEmpty()) {
                return typed;
            }
            List<Query> ways = new ArrayList<>(List.of(typed));
            terms().forEach(term -> ways.add(boost(new TermQuery(term), CONCEPT)));
            return new DisjunctionMaxQuery(ways, 0);
        }

        private Query all(Function<String, Query> way) {
            if (words.size() == 1) {
                return way.apply(words.getFirst());
            }
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            words.forEach(word -> all.add(way.apply(word), Occur.MUST));
            return all.build();
        }

        private List<Term> terms() {
            return concepts.stream()
                    .flatMap(concept ->
                            Arrays.stream(Language.values())
                                    .map(each ->
                                            new Term(
                                                    Analysis.text(each),
                                                    ConceptFilter.MARK + concept)))
                    .toList();
        }
    }

    /** The longest runs that name a concept first, from the left. */
    private List<Run> runs(SearchText text) {
        List<Run> runs = new ArrayList<>();
        List<String> words = text.words();
        for (int from = 0; from < words.size(); ) {
            int to = Math.min(words.size(), from + analysis.longestConcept());
            while (to > from + 1 && analysis.concepts(words.subList(from, to)).isEmpty()) {
                to--;
            }
            to = Math.max(to, from + 1);
            List<String> run = words.subList(from, to);
            runs.add(new Run(run, analysis.concepts(run), text.open() && to == words.size()));
            from = to;
        }
        return runs;
    }

    private Query phrase(String phrase) {
        return new PhraseQuery(
                Analysis.PLAIN, analysis.words(Analysis.PLAIN, phrase).toArray(String[]::new));
    }

    /** A word in the fields that hold all there is. */
    private Query any(String word, boolean open, boolean close) {
        List<Query> ways = new ArrayList<>();
        for (Language each : Language.values()) {
            add(ways, Analysis.text(each), analysis.stems(each, word), 1);
        }
        add(ways, Analysis.PLAIN, word, 1);
        Letters letters = letters(word);
        if (open && letters.number() >= LEAST_PREFIX) {
            ways.add(new PrefixQuery(new Term(Analysis.PLAIN, letters.word())));
        }
        sound(letters, close).ifPresent(ways::add);
        if (close && letters.isForgiven()) {
            ways.add(like(Analysis.PLAIN, letters.word(), open));
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        ways.forEach(way -> any.add(way, Occur.SHOULD));
        return any.build();
    }

    /** A word where it weighs most. */
    private Query best(String word, Language language, boolean open, boolean close) {
        List<Query> ways = new ArrayList<>();
        for (Language each : Language.values()) {
            float own = each == language ? OWN_LANGUAGE : 1;
            add(ways, Analysis.title(each), word, 4 * own);
            add(ways, Analysis.text(each), analysis.stems(each, word), own);
        }
        add(ways, Analysis.NAMES, word, 6);
        add(ways, Analysis.PLAIN, word, 0.8f);
        Letters letters = letters(word);
        if (open && letters.number() >= LEAST_PREFIX) {
            ways.add(constant(new PrefixQuery(new Term(Analysis.NAMES, letters.word())), 1.5f));
            ways.add(constant(new PrefixQuery(new Term(Analysis.PLAIN, letters.word())), 0.3f));
        }
        sound(letters, close).ifPresent(way -> ways.add(constant(way, 1)));
        if (close && letters.isForgiven()) {
            ways.add(constant(like(Analysis.NAMES, letters.word(), open), 0.5f));
            ways.add(constant(like(Analysis.PLAIN, letters.word(), open), 0.1f));
        }
        // a share for the second best way would forbid to skip what cannot come first
        return new DisjunctionMaxQuery(ways, 0);
    }

    /** The same name in the other script; a short one only where nothing else is found. */
    private static Optional<Query> sound(Letters letters, boolean close) {
        String key = Skeleton.other(letters.word(), close ? SHORT_SOUND : SOUND);
        return key.isEmpty()
                ? Optional.empty()
                : Optional.of(new TermQuery(new Term(Analysis.SOUND, key)));
    }

    /**
     * @param word the word as the unstemmed fields keep it
     * @param number of its letters; 0 when it is not one word
     */
    private record Letters(String word, int number) {
        boolean isForgiven() {
            return number >= LEAST_FORGIVEN && number <= MOST_FORGIVEN;
        }
    }

    private Letters letters(String word) {
        List<String> plain = analysis.words(Analysis.PLAIN, word);
        if (plain.size() != 1) {
            return new Letters("", 0);
        }
        String only = plain.getFirst();
        return new Letters(only, only.codePointCount(0, only.length()));
    }

    private void add(List<Query> ways, String field, String word, float weight) {
        add(ways, field, analysis.words(field, word), weight);
    }

    private void add(List<Query> ways, String field, List<String> words, float weight) {
        if (!words.isEmpty()) {
            ways.add(boost(all(field, words), weight));
        }
    }

    private static Query all(String field, List<String> words) {
        if (words.size() == 1) {
            return new TermQuery(new Term(field, words.getFirst()));
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(new TermQuery(new Term(field, word)), Occur.MUST));
        return all.build();
    }

    /**
     * Words that differ by one letter (one more, one less, another, two exchanged). Takes all of
     * them, not the best few: which are among the few would depend on words of records the reader
     * may not see.
     */
    private static Query like(String field, String word, boolean open) {
        Term term = new Term(field, word);
        if (!open) {
            return new FuzzyQuery(term, 1, 0, 50, true, MultiTermQuery.CONSTANT_SCORE_REWRITE);
        }
        return new NearlyQuery(term);
    }

    private static Query boost(Query query, float weight) {
        return new BoostQuery(query, weight);
    }

    private static Query constant(Query query, float weight) {
        return boost(new ConstantScoreQuery(query), weight);
    }
}

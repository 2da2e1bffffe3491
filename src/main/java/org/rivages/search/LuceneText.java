package org.rivages.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.rivages.shared.Language;

/** A typed text as a Lucene query: every word in some field of some language, whole names first. */
final class LuceneText {
    static final String WHOLE = "whole";

    private static final int LEAST_PREFIX = 2;
    private static final int LEAST_FORGIVEN = 4;
    private static final float OWN_LANGUAGE = 1.3f;

    private final Analysis analysis;

    LuceneText(Analysis analysis) {
        this.analysis = analysis;
    }

    /**
     * @param close takes words that differ by one letter, too
     */
    Query query(String typed, Language language, boolean close) {
        if (typed.isBlank()) {
            return new MatchAllDocsQuery();
        }
        SearchText text = SearchText.of(typed, analysis);
        if (text.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String phrase : text.phrases()) {
            all.add(phrase(Analysis.PLAIN, analysis.words(Analysis.PLAIN, phrase)), Occur.MUST);
        }
        for (int i = 0; i < text.words().size(); i++) {
            boolean open = text.open() && i == text.words().size() - 1;
            all.add(word(text.words().get(i), language, open, close), Occur.MUST);
        }
        all.add(boost(new TermQuery(new Term(WHOLE, analysis.whole(typed))), 20), Occur.SHOULD);
        return all.build();
    }

    private Query word(String word, Language language, boolean open, boolean close) {
        List<Query> ways = new ArrayList<>();
        for (Language each : Language.values()) {
            float own = each == language ? OWN_LANGUAGE : 1;
            add(ways, Analysis.title(each), word, 4 * own);
            add(ways, Analysis.text(each), word, own);
        }
        add(ways, Analysis.NAMES, word, 6);
        add(ways, Analysis.PLAIN, word, 0.8f);
        List<String> plain = analysis.words(Analysis.PLAIN, word);
        if (plain.size() == 1) {
            String only = plain.getFirst();
            int letters = only.codePointCount(0, only.length());
            if (open && letters >= LEAST_PREFIX) {
                ways.add(constant(new PrefixQuery(new Term(Analysis.NAMES, only)), 1.5f));
                ways.add(constant(new PrefixQuery(new Term(Analysis.PLAIN, only)), 0.3f));
            }
            if (close && letters >= LEAST_FORGIVEN) {
                ways.add(constant(like(Analysis.NAMES, only, open), 0.5f));
                ways.add(constant(like(Analysis.PLAIN, only, open), 0.1f));
            }
        }
        return new DisjunctionMaxQuery(ways, 0);
    }

    private void add(List<Query> ways, String field, String word, float weight) {
        List<String> words = analysis.words(field, word);
        if (!words.isEmpty()) {
            ways.add(boost(phrase(field, words), weight));
        }
    }

    private static Query phrase(String field, List<String> words) {
        return words.size() == 1
                ? new TermQuery(new Term(field, words.getFirst()))
                : new PhraseQuery(field, words.toArray(String[]::new));
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
        var begins =
                Operations.concatenate(
                        List.of(
                                new LevenshteinAutomata(word, true).toAutomaton(1),
                                Automata.makeAnyString()));
        return new AutomatonQuery(
                term, Operations.determinize(begins, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
    }

    private static Query boost(Query query, float weight) {
        return new BoostQuery(query, weight);
    }

    private static Query constant(Query query, float weight) {
        return boost(new ConstantScoreQuery(query), weight);
    }
}

package org.rivages.search;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/** Words that begin like a word with one wrong letter. */
final class NearlyQuery extends AutomatonQuery {
    NearlyQuery(Term term) {
        super(
                term,
                Operations.determinize(
                        Operations.concatenate(
                                List.of(
                                        new LevenshteinAutomata(term.text(), true).toAutomaton(1),
                                        Automata.makeAnyString())),
                        Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
    }

    Term beginning() {
        return term;
    }
}

package org.rivages.search;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Adds, where words name a concept, the concept itself in the place of the last of them. */
final class ConceptFilter extends TokenFilter {
    /** No word begins so. */
    static final String MARK = "#";

    private final Supplier<Concepts> known;
    private Concepts concepts;
    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<String> last = new ArrayList<>();
    private final Deque<String> waiting = new ArrayDeque<>();

    /**
     * @param known asked anew for each text
     */
    ConceptFilter(TokenStream input, Supplier<Concepts> known) {
        super(input);
        this.known = known;
        concepts = known.get();
    }

    @Override
    public boolean incrementToken() throws IOException {
        String concept = waiting.poll();
        if (concept != null) {
            word.setEmpty().append(MARK).append(concept);
            step.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        String now = word.toString();
        if (concepts.longest() > 0 && !concepts.isSmall(now)) {
            last.add(now);
            if (last.size() > concepts.longest()) {
                last.removeFirst();
            }
            if (concepts.endsWith(now)) {
                for (int i = 0; i < last.size(); i++) {
                    waiting.addAll(concepts.named(last.subList(i, last.size())));
                }
            }
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        concepts = known.get();
        last.clear();
        waiting.clear();
    }
}

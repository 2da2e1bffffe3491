package org.rivages.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Writes an acronym without its dots: A.V.I.T.E.M. is AVITEM. */
final class DotFilter extends TokenFilter {
    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);

    DotFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        char[] letters = word.buffer();
        int kept = 0;
        for (int i = 0; i < word.length(); i++) {
            if (letters[i] != '.') {
                letters[kept++] = letters[i];
            }
        }
        word.setLength(kept);
        return true;
    }
}

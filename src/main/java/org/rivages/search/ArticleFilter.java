package org.rivages.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes the Arabic article, with the letters that grow onto it, off a word; the rest stays whole.
 */
final class ArticleFilter extends TokenFilter {
    private static final List<String> ARTICLES = List.of("وال", "بال", "كال", "فال", "ال", "لل");
    private static final int LEAST_REST = 2;

    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);

    ArticleFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        for (String article : ARTICLES) {
            int rest = word.length() - article.length();
            if (rest >= LEAST_REST
                    && article.contentEquals(word.subSequence(0, article.length()))) {
                System.arraycopy(word.buffer(), article.length(), word.buffer(), 0, rest);
                word.setLength(rest);
                break;
            }
        }
        return true;
    }
}

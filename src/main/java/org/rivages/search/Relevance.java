package org.rivages.search;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * Weighs a match by how often and in how short a text a word stands, never by how rare it is:
 * rarity is counted over all records, and would let the order of what a reader may see tell of what
 * they may not.
 */
final class Relevance extends BM25Similarity {
    private static final float USUAL_LENGTH = 40;

    @Override
    protected float idf(long documents, long all) {
        return 1;
    }

    @Override
    protected float avgFieldLength(CollectionStatistics statistics) {
        return USUAL_LENGTH;
    }
}

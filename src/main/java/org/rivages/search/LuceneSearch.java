package org.rivages.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Answers one query: hits of the page and all counts, in one pass over the records. */
final class LuceneSearch {
    private final LuceneText texts;

    LuceneSearch(LuceneText texts) {
        this.texts = texts;
    }

    SearchResult search(IndexSearcher searcher, SearchQuery query, Reader reader)
            throws IOException {
        Query found = seen(texts.query(query.text(), query.language(), false), reader);
        boolean close = false;
        if (!query.text().isBlank() && searcher.count(found) == 0) {
            found = seen(texts.query(query.text(), query.language(), true), reader);
            close = searcher.count(found) > 0;
        }
        Tally tally = new Tally(query);
        TopFieldCollector top = top(searcher, query);
        run(searcher, found, tally, top);
        return new SearchResult(
                tally.total(),
                top == null ? List.of() : page(searcher, query, top),
                tally.counts(),
                tally.without(),
                close);
    }

    private static Query seen(Query text, Reader reader) {
        List<BytesRef> marks = reader.marks().stream().map(BytesRef::new).toList();
        return new BooleanQuery.Builder()
                .add(text, Occur.MUST)
                .add(new TermInSetQuery(LuceneDocuments.SEEN, marks), Occur.FILTER)
                .build();
    }

    /** Null when the page lies behind the last record there can be. */
    private static @Nullable TopFieldCollector top(IndexSearcher searcher, SearchQuery query) {
        long before = (query.page() - 1L) * query.size();
        int records = searcher.getIndexReader().numDocs();
        if (query.size() == 0 || before >= records) {
            return null;
        }
        int needed = (int) Math.min(before + query.size(), records);
        return new TopFieldCollectorManager(order(query), needed, null, Integer.MAX_VALUE)
                .newCollector();
    }

    private static Sort order(SearchQuery query) {
        SortField name =
                new SortField(LuceneDocuments.name(query.language()), SortField.Type.STRING);
        SortField path = new SortField(LuceneDocuments.PATH, SortField.Type.STRING);
        return switch (query.sort()) {
            case RELEVANCE ->
                    query.text().isBlank()
                            ? new Sort(name, path)
                            : new Sort(SortField.FIELD_SCORE, name, path);
            case NAME -> new Sort(name, path);
            case DATE -> {
                SortField date = new SortField(LuceneDocuments.DATE, SortField.Type.LONG, true);
                date.setMissingValue(Long.MIN_VALUE);
                yield new Sort(date, name, path);
            }
            case CHANGED ->
                    new Sort(
                            new SortField(LuceneDocuments.CHANGED, SortField.Type.LONG, true),
                            name,
                            path);
        };
    }

    private static void run(
            IndexSearcher searcher, Query found, Tally tally, @Nullable TopFieldCollector top)
            throws IOException {
        ScoreMode mode = top == null ? ScoreMode.COMPLETE_NO_SCORES : top.scoreMode();
        Weight weight = searcher.createWeight(searcher.rewrite(found), mode, 1);
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(segment);
            if (scorer == null) {
                continue;
            }
            LeafCollector collector = top == null ? null : top.getLeafCollector(segment);
            if (collector != null) {
                collector.setScorer(scorer);
            }
            Tally.Leaf leaf = tally.leaf(segment.reader());
            Bits live = segment.reader().getLiveDocs();
            DocIdSetIterator records = scorer.iterator();
            for (int record = records.nextDoc();
                    record != DocIdSetIterator.NO_MORE_DOCS;
                    record = records.nextDoc()) {
                if ((live == null || live.get(record)) && leaf.take(record) && collector != null) {
                    collector.collect(record);
                }
            }
            leaf.close();
        }
    }

    private static List<SearchDocument> page(
            IndexSearcher searcher, SearchQuery query, TopFieldCollector top) throws IOException {
        int before = (query.page() - 1) * query.size();
        List<SearchDocument> hits = new ArrayList<>();
        var stored = searcher.storedFields();
        for (ScoreDoc hit : top.topDocs(before, query.size()).scoreDocs) {
            hits.add(
                    LuceneDocuments.read(
                            stored.document(hit.doc, Set.of(LuceneDocuments.STORED))
                                    .getBinaryValue(LuceneDocuments.STORED)));
        }
        return hits;
    }
}

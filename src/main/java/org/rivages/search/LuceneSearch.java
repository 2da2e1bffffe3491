package org.rivages.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Answers one query: all counts in one pass over the records, then the hits of the page. */
final class LuceneSearch {
    private final LuceneText texts;
    private final Spelling spelling;
    private final Segments segments;

    LuceneSearch(Analysis analysis, Segments segments) {
        texts = new LuceneText(analysis);
        spelling = new Spelling(analysis);
        this.segments = segments;
    }

    SearchResult search(IndexSearcher searcher, SearchQuery query, Reader reader)
            throws IOException {
        boolean typed = !query.text().isBlank();
        LuceneText.Meaning text =
                typed ? texts.meaning(query.text(), query.language(), false) : null;
        Pass pass = new Pass(searcher, query, reader, text);
        boolean close = false;
        if (typed && pass.matched == 0) {
            LuceneText.Meaning like = texts.meaning(query.text(), query.language(), true);
            Pass second = new Pass(searcher, query, reader, like);
            if (second.matched > 0) {
                pass = second;
                text = like;
                close = true;
            }
        }
        List<SearchDocument> hits =
                hits(searcher, query, text == null ? null : text.ranked(), pass);
        return new SearchResult(
                pass.tally.total(),
                hits,
                pass.tally.counts(),
                pass.tally.without(),
                close,
                close ? spelling.suggestion(query.text(), hits) : "");
    }

    /** Everything of one question but the hits. */
    private final class Pass {
        private final SearchQuery query;
        private final Tally tally;
        private final List<@Nullable FixedBitSet> found = new ArrayList<>();
        private final long[] visible = new long[Block.WORDS];
        private final FixedBitSet matches = new FixedBitSet(Block.SIZE);
        private final FixedBitSet near = new FixedBitSet(Block.SIZE);
        private final int[] marks;
        private long matched;

        Pass(
                IndexSearcher searcher,
                SearchQuery query,
                Reader reader,
                LuceneText.@Nullable Meaning text)
                throws IOException {
            this.query = query;
            List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
            for (LeafReaderContext leaf : leaves) {
                prepare(leaf.reader());
            }
            marks = Column.numbers(segments.dictionary(LuceneDocuments.SEEN), reader.marks());
            tally = new Tally(query, segments);
            Weight weight =
                    text == null
                            ? null
                            : searcher.createWeight(
                                    searcher.rewrite(text.found()),
                                    ScoreMode.COMPLETE_NO_SCORES,
                                    1);
            SearchQuery.Near circle = query.near();
            Weight within =
                    circle == null
                            ? null
                            : searcher.createWeight(
                                    searcher.rewrite(
                                            LatLonPoint.newDistanceQuery(
                                                    LuceneDocuments.PLACE,
                                                    circle.latitude(),
                                                    circle.longitude(),
                                                    circle.kilometres() * 1000)),
                                    ScoreMode.COMPLETE_NO_SCORES,
                                    1);
            for (LeafReaderContext leaf : leaves) {
                found.add(run(leaf, weight, within));
            }
        }

        private void prepare(LeafReader leaf) {
            Segment segment = segments.of(leaf);
            for (String criterion : Tally.criteria(query)) {
                segment.column(leaf, LuceneDocuments.criterion(criterion));
            }
            segment.column(leaf, LuceneDocuments.PAIR);
            segment.column(leaf, LuceneDocuments.SEEN);
        }

        private @Nullable FixedBitSet run(
                LeafReaderContext leaf, @Nullable Weight weight, @Nullable Weight within)
                throws IOException {
            LeafReader records = leaf.reader();
            int most = records.maxDoc();
            DocIdSetIterator next = iterator(leaf, weight);
            DocIdSetIterator inside = iterator(leaf, within);
            Segment segment = segments.of(records);
            FixedBitSet all = query.size() == 0 ? null : new FixedBitSet(most);
            long[] bits = matches.getBits();
            for (int from = 0; from < most; from += Block.SIZE) {
                int to = Math.min(from + Block.SIZE, most);
                int block = from >> Block.SHIFT;
                fill(matches, next, from, to);
                let(segment, records, block, from);
                int size = Block.size(bits);
                matched += size;
                if (size > 0 && within != null) {
                    fill(near, inside, from, to);
                    Block.keep(bits, near.getBits());
                    size = Block.size(bits);
                }
                if (size == 0) {
                    continue;
                }
                tally.take(segment, records, block, bits);
                if (all != null) {
                    System.arraycopy(bits, 0, all.getBits(), from >> 6, (to - from + 63) >> 6);
                }
            }
            return all;
        }

        private static DocIdSetIterator iterator(LeafReaderContext leaf, @Nullable Weight weight)
                throws IOException {
            if (weight == null) {
                return DocIdSetIterator.all(leaf.reader().maxDoc());
            }
            Scorer scorer = weight.scorer(leaf);
            return scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
        }

        private static void fill(FixedBitSet bits, DocIdSetIterator next, int from, int to)
                throws IOException {
            bits.clear();
            if (next.docID() < from) {
                next.advance(from);
            }
            if (next.docID() < to) {
                next.intoBitSet(to, bits, from);
            }
        }

        /** Takes away what is deleted and what the reader may not see. */
        private void let(Segment segment, LeafReader records, int block, int from) {
            Bits live = records.getLiveDocs();
            if (live != null) {
                live.applyMask(matches, from);
            }
            segment.column(records, LuceneDocuments.SEEN).any(block, marks, visible);
            Block.keep(matches.getBits(), visible);
        }
    }

    private List<SearchDocument> hits(
            IndexSearcher searcher, SearchQuery query, @Nullable Query text, Pass pass)
            throws IOException {
        long before = (query.page() - 1L) * query.size();
        if (query.size() == 0 || before >= pass.tally.total()) {
            return List.of();
        }
        List<SearchDocument> hits = new ArrayList<>();
        for (int record : new LuceneRanking(segments, query).ranked(searcher, text, pass.found)) {
            hits.add(LuceneDocuments.stored(searcher, record));
        }
        return hits;
    }
}

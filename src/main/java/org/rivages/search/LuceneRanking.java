package org.rivages.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.rivages.search.SearchQuery.Sort;

/** The records of one page, out of those that were found. */
final class LuceneRanking {
    private final Segments segments;
    private final SearchQuery query;
    private final long before;

    LuceneRanking(Segments segments, SearchQuery query) {
        this.segments = segments;
        this.query = query;
        before = (query.page() - 1L) * query.size();
    }

    /** The field with the number that this order goes by. */
    static String field(Sort sort) {
        return switch (sort) {
            case DATE -> LuceneDocuments.DATE;
            case CHANGED -> LuceneDocuments.CHANGED;
            case NAME, RELEVANCE, DISTANCE ->
                    throw new IllegalArgumentException(sort + " has no number");
        };
    }

    /**
     * @param found per segment; null for none
     */
    List<Integer> ranked(
            IndexSearcher searcher, @Nullable Query text, List<@Nullable FixedBitSet> found)
            throws IOException {
        if (query.sort() == Sort.RELEVANCE && text != null) {
            Query wanted =
                    new BooleanQuery.Builder()
                            .add(text, Occur.MUST)
                            .add(new FoundQuery(found), Occur.FILTER)
                            .build();
            return best(searcher, wanted, SortField.FIELD_SCORE);
        }
        SearchQuery.Near near = query.near();
        if (query.sort() == Sort.DISTANCE && near != null) {
            return best(
                    searcher,
                    new FoundQuery(found),
                    LatLonDocValuesField.newDistanceSort(
                            LuceneDocuments.PLACE, near.latitude(), near.longitude()));
        }
        Sort sort =
                switch (query.sort()) {
                    case RELEVANCE, DISTANCE, NAME -> Sort.NAME;
                    case DATE, CHANGED -> query.sort();
                };
        PriorityQueue<Cursor> cursors = new PriorityQueue<>(Comparator.comparing(c -> c.head));
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        boolean alone = leaves.size() == 1;
        for (int i = 0; i < leaves.size(); i++) {
            FixedBitSet bits = found.get(i);
            if (bits != null) {
                Cursor cursor = new Cursor(leaves.get(i), bits, sort, alone);
                if (cursor.advance()) {
                    cursors.add(cursor);
                }
            }
        }
        return merged(cursors);
    }

    private List<Integer> merged(PriorityQueue<Cursor> cursors) throws IOException {
        List<Integer> page = new ArrayList<>();
        for (long i = 0; i < before + query.size() && !cursors.isEmpty(); i++) {
            Cursor first = cursors.remove();
            if (i >= before) {
                page.add(first.record + first.base);
            }
            if (first.advance()) {
                cursors.add(first);
            }
        }
        return page;
    }

    private List<Integer> best(IndexSearcher searcher, Query wanted, SortField first)
            throws IOException {
        var order =
                new org.apache.lucene.search.Sort(
                        first,
                        new SortField(
                                LuceneDocuments.name(query.language()), SortField.Type.STRING),
                        new SortField(LuceneDocuments.PATH, SortField.Type.STRING));
        int needed = (int) Math.min(before + query.size(), searcher.getIndexReader().maxDoc());
        ScoreDoc[] best =
                searcher.search(wanted, new TopFieldCollectorManager(order, needed, null, needed))
                        .scoreDocs;
        return Arrays.stream(best).skip(before).map(hit -> hit.doc).toList();
    }

    /** What orders records of different segments: the number, largest first, then name, address. */
    private record Head(long number, BytesRef name, BytesRef path) implements Comparable<Head> {
        @Override
        public int compareTo(Head other) {
            int order = Long.compare(other.number, number);
            if (order == 0) {
                order = name.compareTo(other.name);
            }
            return order == 0 ? path.compareTo(other.path) : order;
        }
    }

    /** Goes through the found records of one segment in their order. */
    private final class Cursor {
        private final LeafReader reader;
        private final int base;
        private final FixedBitSet bits;
        private final Sort sort;
        private final boolean alone;
        private final int[] order;
        private int place;
        private int record;
        private Head head = new Head(0, new BytesRef(), new BytesRef());

        /**
         * @param alone no other segment needs to be compared with
         */
        Cursor(LeafReaderContext leaf, FixedBitSet bits, Sort sort, boolean alone)
                throws IOException {
            reader = leaf.reader();
            base = leaf.docBase;
            this.bits = bits;
            this.sort = sort;
            this.alone = alone;
            Segment segment = segments.of(reader);
            int size = bits.cardinality();
            order =
                    (long) size * size < (before + query.size()) * reader.maxDoc() / 16
                            ? sorted(segment, size)
                            : segment.order(reader, sort, query.language());
        }

        /** So few that sorting them is quicker than looking for them in the order of all. */
        private int[] sorted(Segment segment, int size) throws IOException {
            int[] ranks = segment.ranks(reader, query.language());
            record Placed(int record, long number, int rank) {}
            List<Placed> few = new ArrayList<>(size);
            NumericDocValues numbers = sort == Sort.NAME ? null : numbers();
            for (int i = bits.nextSetBit(0); i < bits.length(); ) {
                few.add(new Placed(i, number(numbers, i), ranks[i]));
                i = i + 1 < bits.length() ? bits.nextSetBit(i + 1) : DocIdSetIterator.NO_MORE_DOCS;
            }
            few.sort(
                    Comparator.comparingLong(Placed::number)
                            .reversed()
                            .thenComparingInt(Placed::rank));
            return few.stream().mapToInt(Placed::record).toArray();
        }

        private NumericDocValues numbers() throws IOException {
            return DocValues.getNumeric(reader, field(sort));
        }

        private static long number(@Nullable NumericDocValues numbers, int record)
                throws IOException {
            return numbers == null
                    ? 0
                    : numbers.advanceExact(record) ? numbers.longValue() : Long.MIN_VALUE;
        }

        boolean advance() throws IOException {
            while (place < order.length) {
                record = order[place++];
                if (bits.get(record)) {
                    head = alone ? head : head();
                    return true;
                }
            }
            return false;
        }

        private Head head() throws IOException {
            return new Head(
                    number(sort == Sort.NAME ? null : numbers(), record),
                    value(LuceneDocuments.name(query.language())),
                    value(LuceneDocuments.PATH));
        }

        private BytesRef value(String field) throws IOException {
            SortedDocValues values = DocValues.getSorted(reader, field);
            return values.advanceExact(record)
                    ? BytesRef.deepCopyOf(values.lookupOrd(values.ordValue()))
                    : new BytesRef();
        }
    }
}

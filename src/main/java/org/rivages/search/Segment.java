package org.rivages.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.rivages.search.SearchQuery.Sort;
import org.rivages.shared.Language;

/**
 * What is kept in memory of one segment of the index: columns and orders, each made when it is
 * first needed. Deletions are no part of it, so it lives as long as the segment.
 */
final class Segment {
    private final Map<String, Column> columns = new ConcurrentHashMap<>();
    private final Map<Language, Named> names = new ConcurrentHashMap<>();
    private final Map<String, int[]> orders = new ConcurrentHashMap<>();
    private final Function<String, Dictionary> dictionaries;

    Segment(Function<String, Dictionary> dictionaries) {
        this.dictionaries = dictionaries;
    }

    Column column(LeafReader reader, String field) {
        return columns.computeIfAbsent(
                field, f -> read(() -> Column.of(reader, f, dictionaries.apply(f))));
    }

    /**
     * @param order the records by name; ties fall to the address
     * @param ranks the place of each record in it
     */
    private record Named(int[] order, int[] ranks) {}

    private Named named(LeafReader reader, Language language) {
        return names.computeIfAbsent(
                language,
                l -> {
                    int[] order = read(() -> byName(reader, l));
                    return new Named(order, inverse(order));
                });
    }

    /** The place of each record in the order of names. */
    int[] ranks(LeafReader reader, Language language) {
        return named(reader, language).ranks();
    }

    /** The records in this order. */
    int[] order(LeafReader reader, Sort sort, Language language) {
        if (sort == Sort.NAME) {
            return named(reader, language).order();
        }
        return orders.computeIfAbsent(
                sort + "." + language.code(),
                key -> read(() -> byNumber(numbers(reader, sort), named(reader, language))));
    }

    private static int[] byName(LeafReader reader, Language language) throws IOException {
        SortedDocValues names = DocValues.getSorted(reader, LuceneDocuments.name(language));
        SortedDocValues paths = DocValues.getSorted(reader, LuceneDocuments.PATH);
        int[] records = new int[reader.maxDoc()];
        long[] keys = new long[records.length];
        for (int record = 0; record < records.length; record++) {
            int name = names.advanceExact(record) ? names.ordValue() : 0;
            int path = paths.advanceExact(record) ? paths.ordValue() : 0;
            records[path] = record;
            keys[record] = (long) name << 32 | path;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> records[(int) key]).toArray();
    }

    /** Largest number first; ties in the order of names. */
    private static int[] byNumber(long[] numbers, Named names) {
        long[] distinct = Arrays.stream(numbers).sorted().distinct().toArray();
        long[] keys = new long[numbers.length];
        for (int record = 0; record < keys.length; record++) {
            long place = distinct.length - Arrays.binarySearch(distinct, numbers[record]);
            keys[record] = place << 32 | names.ranks()[record];
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> names.order()[(int) key]).toArray();
    }

    private static long[] numbers(LeafReader reader, Sort sort) throws IOException {
        long[] numbers = new long[reader.maxDoc()];
        Arrays.fill(numbers, Long.MIN_VALUE);
        NumericDocValues values = DocValues.getNumeric(reader, LuceneRanking.field(sort));
        for (int record = values.nextDoc();
                record != DocIdSetIterator.NO_MORE_DOCS;
                record = values.nextDoc()) {
            numbers[record] = values.longValue();
        }
        return numbers;
    }

    private static int[] inverse(int[] order) {
        int[] inverse = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            inverse[order[i]] = i;
        }
        return inverse;
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.rivages.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/**
 * The values of one criterion record by record, as numbers of a {@link Dictionary}: for sets of few
 * records. The entries of a record stand at {@code start(record)} up to {@code start(record + 1)}.
 */
final class Numbers {
    private static final char NONE = Character.MAX_VALUE;

    /** Null where no record has more than one value: then a record's entry is its own. */
    private final int @Nullable [] starts;

    private final char @Nullable [] small;
    private final int[] large;

    private Numbers(int @Nullable [] starts, int[] numbers, int most) {
        this.starts = starts;
        if (most < NONE) {
            small = new char[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                small[i] = (char) numbers[i];
            }
            large = new int[0];
        } else {
            small = null;
            large = numbers;
        }
    }

    static Numbers of(SortedSetDocValues values, int records, Dictionary dictionary)
            throws IOException {
        int[] numberOf = new int[Math.toIntExact(values.getValueCount())];
        for (int i = 0; i < numberOf.length; i++) {
            numberOf[i] = dictionary.number(values.lookupOrd(i).utf8ToString());
        }
        int[] starts = new int[records + 1];
        int[] numbers = new int[records];
        int filled = 0;
        int last = 0;
        boolean single = true;
        for (int record = values.nextDoc();
                record != DocIdSetIterator.NO_MORE_DOCS;
                record = values.nextDoc()) {
            Arrays.fill(starts, last, record + 1, filled);
            last = record + 1;
            int here = values.docValueCount();
            single &= here == 1;
            if (filled + here > numbers.length) {
                numbers = Arrays.copyOf(numbers, (filled + here) * 2);
            }
            for (int i = 0; i < here; i++) {
                numbers[filled++] = numberOf[(int) values.nextOrd()];
            }
        }
        Arrays.fill(starts, last, records + 1, filled);
        int most = dictionary.size();
        return single
                ? new Numbers(null, spread(starts, numbers, records), most)
                : new Numbers(starts, Arrays.copyOf(numbers, filled), most);
    }

    private static int[] spread(int[] starts, int[] numbers, int records) {
        int[] spread = new int[records];
        for (int record = 0; record < records; record++) {
            spread[record] = starts[record] == starts[record + 1] ? -1 : numbers[starts[record]];
        }
        return spread;
    }

    int start(int record) {
        return starts == null ? record : starts[record];
    }

    /** The value of an entry; negative when the record of this entry has none. */
    int at(int entry) {
        if (small == null) {
            return large[entry];
        }
        char number = small[entry];
        return number == NONE ? -1 : number;
    }

    /** Adds {@code step} to the count of each value that the record has. */
    void count(int record, int[] counts, int step) {
        int to = start(record + 1);
        for (int i = start(record); i < to; i++) {
            int value = at(i);
            if (value >= 0) {
                counts[value] += step;
            }
        }
    }
}

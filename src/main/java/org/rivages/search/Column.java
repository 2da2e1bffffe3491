package org.rivages.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/** The values of one criterion in one segment: which are chosen, and how often each was counted. */
final class Column {
    private final SortedSetDocValues values;
    private final boolean chosen;
    private final boolean[] wanted;
    private final int[] counts;
    private long[] here = new long[8];
    private int size;

    Column(SortedSetDocValues values, Set<String> choice) throws IOException {
        this.values = values;
        int all = Math.toIntExact(values.getValueCount());
        chosen = !choice.isEmpty();
        wanted = new boolean[all];
        counts = new int[all];
        for (String value : choice) {
            long number = number(new BytesRef(value));
            if (number >= 0) {
                wanted[(int) number] = true;
            }
        }
    }

    /** The criterion restricts. */
    boolean chosen() {
        return chosen;
    }

    boolean wants(int number) {
        return !chosen || wanted[number];
    }

    /** The number of a value in this segment; negative when it has none. */
    long number(BytesRef value) throws IOException {
        return values.getValueCount() == 0 ? -1 : values.lookupTerm(value);
    }

    /** Goes to the record; whether it has a chosen value, or none need be chosen. */
    boolean holds(int record) throws IOException {
        size = values.advanceExact(record) ? values.docValueCount() : 0;
        if (size > here.length) {
            here = Arrays.copyOf(here, size * 2);
        }
        boolean held = !chosen;
        for (int i = 0; i < size; i++) {
            here[i] = values.nextOrd();
            held |= wanted[(int) here[i]];
        }
        return held;
    }

    /** Counts each value of the record gone to. */
    void count() {
        for (int i = 0; i < size; i++) {
            counts[(int) here[i]]++;
        }
    }

    void count(int number) {
        counts[number]++;
    }

    void addTo(Map<String, Integer> all) throws IOException {
        for (int number = 0; number < counts.length; number++) {
            if (counts[number] > 0) {
                all.merge(values.lookupOrd(number).utf8ToString(), counts[number], Integer::sum);
            }
        }
    }
}

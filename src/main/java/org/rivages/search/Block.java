package org.rivages.search;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which of 65,536 neighbouring records have which values of one criterion. A value of many records
 * is kept as a set of bits, one of few as a list. What is asked is a set of bits of {@link #WORDS}
 * words; records are counted from the first of the block.
 */
final class Block {
    static final int SHIFT = 16;
    static final int SIZE = 1 << SHIFT;
    static final int WORDS = SIZE / 64;

    /** From this many records on, intersecting bits is quicker than going through a list. */
    private static final int DENSE = 512;

    /** What it costs to look at a record of a list, in looks at a word of bits (measured). */
    private static final double LISTED = 2;

    /** What it costs to count a value of a record from the column, in the same measure. */
    private static final double STEP = 4;

    private final int records;
    private final int entries;
    private final int[] values;
    private final Members[] members;
    private final double costOfSets;

    private Block(int records, int[] values, Members[] members) {
        this.records = records;
        this.values = values;
        this.members = members;
        entries = Arrays.stream(members).mapToInt(Members::size).sum();
        costOfSets = Arrays.stream(members).mapToDouble(Members::cost).sum();
    }

    /** The records that have one value. */
    private sealed interface Members {
        int size();

        double cost();

        void put(int record);

        void addTo(long[] bits);

        /** How many of them are asked for. */
        int common(long[] asked);
    }

    private static final class Many implements Members {
        private final long[] bits = new long[WORDS];
        private final int size;

        Many(int size) {
            this.size = size;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public double cost() {
            return WORDS;
        }

        @Override
        public void put(int record) {
            bits[record >> 6] |= 1L << record;
        }

        @Override
        public void addTo(long[] others) {
            for (int i = 0; i < WORDS; i++) {
                others[i] |= bits[i];
            }
        }

        @Override
        public int common(long[] asked) {
            int common = 0;
            for (int i = 0; i < WORDS; i++) {
                common += Long.bitCount(asked[i] & bits[i]);
            }
            return common;
        }
    }

    private static final class Few implements Members {
        private final char[] list;
        private int filled;

        Few(int size) {
            list = new char[size];
        }

        @Override
        public int size() {
            return list.length;
        }

        @Override
        public double cost() {
            return LISTED * list.length;
        }

        @Override
        public void put(int record) {
            list[filled++] = (char) record;
        }

        @Override
        public void addTo(long[] bits) {
            for (char record : list) {
                bits[record >> 6] |= 1L << record;
            }
        }

        @Override
        public int common(long[] asked) {
            int common = 0;
            for (char record : list) {
                common += (int) (asked[record >> 6] >>> record) & 1;
            }
            return common;
        }
    }

    /**
     * @param column the values of the records
     * @param first the first record
     * @param records how many there are
     * @param most above the largest number of a value
     */
    static Block of(Numbers column, int first, int records, int most) {
        int[] sizes = new int[most];
        for (int record = first; record < first + records; record++) {
            column.count(record, sizes, 1);
        }
        Members[] membersOf = new Members[most];
        int[] values = IntStream.range(0, most).filter(value -> sizes[value] > 0).toArray();
        for (int value : values) {
            int size = sizes[value];
            membersOf[value] = size >= DENSE ? new Many(size) : new Few(size);
        }
        for (int record = 0; record < records; record++) {
            int to = column.start(first + record + 1);
            for (int i = column.start(first + record); i < to; i++) {
                if (column.at(i) >= 0) {
                    membersOf[column.at(i)].put(record);
                }
            }
        }
        return new Block(
                records,
                values,
                Arrays.stream(values).mapToObj(v -> membersOf[v]).toArray(Members[]::new));
    }

    /** Adds the records that have this value. */
    void addTo(long[] bits, int value) {
        int place = Arrays.binarySearch(values, value);
        if (place >= 0) {
            members[place].addTo(bits);
        }
    }

    /** Counts the values of the records asked for, in the cheapest of the ways there are. */
    void count(long[] asked, int size, Numbers column, int first, int[] counts) {
        if (size == 0 || entries == 0) {
            return;
        }
        double perRecord = STEP * entries / records + 1;
        double some = size * perRecord;
        double others = (records - size) * perRecord + values.length;
        if (some <= Math.min(others, costOfSets)) {
            countSome(asked, 0, column, first, counts, 1);
        } else if (others <= costOfSets) {
            for (int i = 0; i < values.length; i++) {
                counts[values[i]] += members[i].size();
            }
            if (size < records) {
                countSome(asked, -1, column, first, counts, -1);
            }
        } else {
            for (int i = 0; i < values.length; i++) {
                counts[values[i]] += members[i].common(asked);
            }
        }
    }

    /**
     * @param flip -1 to take the records that are not asked for
     */
    private void countSome(
            long[] asked, long flip, Numbers column, int first, int[] counts, int step) {
        for (int i = 0; i << 6 < records; i++) {
            long word = asked[i] ^ flip;
            if (i == records >> 6) {
                word &= (1L << records) - 1;
            }
            while (word != 0) {
                column.count(first + (i << 6) + Long.numberOfTrailingZeros(word), counts, step);
                word &= word - 1;
            }
        }
    }

    static int size(long[] bits) {
        int size = 0;
        for (int i = 0; i < WORDS; i++) {
            size += Long.bitCount(bits[i]);
        }
        return size;
    }

    /** Keeps what is in both. */
    static void keep(long[] bits, long[] other) {
        for (int i = 0; i < WORDS; i++) {
            bits[i] &= other[i];
        }
    }
}

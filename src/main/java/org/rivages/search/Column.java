package org.rivages.search;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;

/** The values of one criterion in one segment, laid out for counting. */
final class Column {
    private final Dictionary dictionary;
    private final Numbers numbers;
    private final Block[] blocks;

    private Column(Dictionary dictionary, Numbers numbers, Block[] blocks) {
        this.dictionary = dictionary;
        this.numbers = numbers;
        this.blocks = blocks;
    }

    static Column of(LeafReader reader, String field, Dictionary dictionary) throws IOException {
        int records = reader.maxDoc();
        Numbers numbers = Numbers.of(DocValues.getSortedSet(reader, field), records, dictionary);
        Block[] blocks = new Block[(records + Block.SIZE - 1) >> Block.SHIFT];
        int most = dictionary.size();
        for (int i = 0; i < blocks.length; i++) {
            int first = i << Block.SHIFT;
            blocks[i] = Block.of(numbers, first, Math.min(Block.SIZE, records - first), most);
        }
        return new Column(dictionary, numbers, blocks);
    }

    /** Makes {@code bits} the records of a block that have one of these values. */
    void any(int block, int[] values, long[] bits) {
        java.util.Arrays.fill(bits, 0, Block.WORDS, 0);
        for (int value : values) {
            blocks[block].addTo(bits, value);
        }
    }

    void count(int block, long[] asked, int size, int[] counts) {
        blocks[block].count(asked, size, numbers, block << Block.SHIFT, counts);
    }

    Numbers numbers() {
        return numbers;
    }

    Dictionary dictionary() {
        return dictionary;
    }

    static int[] numbers(Dictionary dictionary, Set<String> values) {
        return values.stream().mapToInt(dictionary::known).filter(number -> number >= 0).toArray();
    }
}

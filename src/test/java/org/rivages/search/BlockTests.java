package org.rivages.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counting over more than one block, with values of many, of few and of no records. */
class BlockTests {
    private static final int RECORDS = Block.SIZE + 5000;

    /** How many of a thousand records are asked for. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 300, 700, 990, 999, 1000})
    void countsEveryWayAsOneWouldByHand(int share) throws IOException {
        Random random = new Random(share);
        for (int most : List.of(1, 3)) {
            List<TreeSet<String>> values = values(random, most);
            Dictionary dictionary = new Dictionary();
            FixedBitSet asked = new FixedBitSet(RECORDS);
            Map<String, Integer> expected = new TreeMap<>();
            for (int record = 0; record < RECORDS; record++) {
                if (random.nextInt(1000) < share) {
                    asked.set(record);
                    values.get(record).forEach(value -> expected.merge(value, 1, Integer::sum));
                }
            }
            assertThat(counted(column(values, dictionary), dictionary, asked)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void findsTheRecordsOfAValue(int most) throws IOException {
        List<TreeSet<String>> values = values(new Random(most), most);
        Dictionary dictionary = new Dictionary();
        Column column = column(values, dictionary);
        for (String value : List.of("v0", "v7", "v60", "nowhere")) {
            int found = 0;
            long[] bits = new long[Block.WORDS];
            for (int block = 0; block < 2; block++) {
                column.any(block, Column.numbers(dictionary, java.util.Set.of(value)), bits);
                found += Block.size(bits);
            }
            assertThat(found)
                    .isEqualTo((int) values.stream().filter(of -> of.contains(value)).count());
        }
    }

    private static Map<String, Integer> counted(
            Column column, Dictionary dictionary, FixedBitSet asked) {
        int[] counts = new int[dictionary.size()];
        for (int block = 0; block << Block.SHIFT < RECORDS; block++) {
            long[] bits = new long[Block.WORDS];
            int from = block * Block.WORDS;
            System.arraycopy(
                    asked.getBits(),
                    from,
                    bits,
                    0,
                    Math.min(Block.WORDS, asked.getBits().length - from));
            column.count(block, bits, Block.size(bits), counts);
        }
        Map<String, Integer> counted = new TreeMap<>();
        for (int value = 0; value < counts.length; value++) {
            if (counts[value] != 0) {
                counted.put(dictionary.value(value), counts[value]);
            }
        }
        return counted;
    }

    /** Small numbers are frequent, large ones rare; some records have none. */
    private static List<TreeSet<String>> values(Random random, int most) {
        List<TreeSet<String>> values = new ArrayList<>();
        for (int record = 0; record < RECORDS; record++) {
            TreeSet<String> here = new TreeSet<>();
            for (int i = random.nextInt(most + 1); i > 0; i--) {
                here.add("v" + (int) Math.min(80, Math.abs(random.nextGaussian() * 20)));
            }
            values.add(here);
        }
        return values;
    }

    private static Column column(List<TreeSet<String>> values, Dictionary dictionary)
            throws IOException {
        try (Directory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
                for (TreeSet<String> here : values) {
                    Document document = new Document();
                    here.forEach(value ->
                            document.add(new SortedSetDocValuesField("c", new BytesRef(value))));
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                LeafReader only = reader.leaves().getFirst().reader();
                return Column.of(only, "c", dictionary);
            }
        }
    }
}

package org.rivages.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReader;

/** The memberships of records in one question: each a class in a network. */
final class Pairs {
    private final Tally.Criterion network;
    private final Tally.Criterion held;
    private final int[] networkOf;
    private final int[] classOf;
    private final BitSet networks = new BitSet();
    private final BitSet classes = new BitSet();

    Pairs(Dictionary pairs, Tally.Criterion network, Tally.Criterion held) {
        this.network = network;
        this.held = held;
        boolean needed = network.isChosen() || held.isChosen();
        networkOf = new int[needed ? pairs.size() : 0];
        classOf = new int[networkOf.length];
        for (int number = 0; number < networkOf.length; number++) {
            String pair = pairs.value(number);
            int slash = pair.indexOf('/');
            networkOf[number] = network.dictionary().known(pair.substring(0, slash));
            classOf[number] = held.dictionary().known(pair.substring(slash + 1));
        }
        Arrays.stream(network.wanted()).forEach(networks::set);
        Arrays.stream(held.wanted()).forEach(classes::set);
    }

    Column column(Segment segment, LeafReader reader) {
        return segment.column(reader, LuceneDocuments.PAIR);
    }

    /** Those of a chosen class in a chosen network. */
    int[] wanted() {
        return IntStream.range(0, networkOf.length)
                .filter(pair -> networks.get(networkOf[pair]) && classes.get(classOf[pair]))
                .toArray();
    }

    /** Counts, over these records, the networks in which a chosen class is held. */
    void countNetworks(Segment segment, LeafReader reader, int block, long[] records) {
        count(segment, reader, block, records, classOf, classes, networkOf, network.counts());
    }

    /** Counts, over these records, the classes that are held in a chosen network. */
    void countClasses(Segment segment, LeafReader reader, int block, long[] records) {
        count(segment, reader, block, records, networkOf, networks, classOf, held.counts());
    }

    private void count(
            Segment segment,
            LeafReader reader,
            int block,
            long[] records,
            int[] bound,
            BitSet wanted,
            int[] counted,
            int[] counts) {
        Numbers numbers = column(segment, reader).numbers();
        int[] last = new int[counts.length];
        Arrays.fill(last, -1);
        for (int i = 0; i < Block.WORDS; i++) {
            for (long word = records[i]; word != 0; word &= word - 1) {
                int record = (block << Block.SHIFT) + (i << 6) + Long.numberOfTrailingZeros(word);
                int to = numbers.start(record + 1);
                for (int entry = numbers.start(record); entry < to; entry++) {
                    int pair = numbers.at(entry);
                    if (pair >= 0 && wanted.get(bound[pair]) && last[counted[pair]] != record) {
                        last[counted[pair]] = record;
                        counts[counted[pair]]++;
                    }
                }
            }
        }
    }
}

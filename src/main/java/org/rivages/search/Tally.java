package org.rivages.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReader;

/**
 * Counts every criterion, block by block, over what text and permission let through. A criterion's
 * own choice does not bind its counts. Network and class are judged together: the class must be
 * held in the network.
 */
final class Tally {
    private final List<Criterion> plain = new ArrayList<>();
    private final List<Criterion> chosen = new ArrayList<>();
    private final Criterion network;
    private final Criterion held;
    private final Pairs pairs;
    private final boolean membership;
    private final List<long[]> filters = new ArrayList<>();
    private final List<long[]> before = new ArrayList<>();
    private final long[] open = new long[Block.WORDS];
    private final long[] rest = new long[Block.WORDS];
    private final long[] ofNetwork = new long[Block.WORDS];
    private final long[] ofClass = new long[Block.WORDS];
    private final long[] member = new long[Block.WORDS];
    private final Map<String, Long> without = new LinkedHashMap<>();
    private long total;

    /**
     * @param segments with the columns of all segments that will be counted
     */
    Tally(SearchQuery query, Segments segments) {
        for (String name : criteria(query)) {
            Criterion criterion = new Criterion(name, query, segments);
            plain.add(criterion);
            if (criterion.isChosen()) {
                without.put(name, 0L);
            }
        }
        network = take(SearchQuery.NETWORK);
        held = take(SearchQuery.CLASS);
        pairs = new Pairs(segments.dictionary(LuceneDocuments.PAIR), network, held);
        membership = network.isChosen() || held.isChosen();
        for (Criterion criterion : plain) {
            if (criterion.isChosen()) {
                chosen.add(criterion);
                filters.add(new long[Block.WORDS]);
                before.add(new long[Block.WORDS]);
            }
        }
    }

    /** The criteria that a query counts: the usual ones and its own. */
    static List<String> criteria(SearchQuery query) {
        List<String> names = new ArrayList<>(SearchQuery.CRITERIA);
        query.criteria().keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(names::add);
        return names;
    }

    private Criterion take(String name) {
        Criterion found =
                plain.stream()
                        .filter(criterion -> criterion.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        plain.remove(found);
        return found;
    }

    long total() {
        return total;
    }

    Map<String, Long> without() {
        return without;
    }

    Map<String, Map<String, Integer>> counts() {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        for (Criterion criterion : plain) {
            counts.put(criterion.name(), criterion.found());
        }
        counts.put(network.name(), network.found());
        counts.put(held.name(), held.found());
        return counts;
    }

    /**
     * Counts one block.
     *
     * @param bits the records that text and permission let through; afterwards those of them that
     *     meet all criteria
     */
    void take(Segment segment, LeafReader reader, int block, long[] bits) {
        if (chosen.isEmpty() && !membership) {
            int size = Block.size(bits);
            countFull(segment, reader, block, bits, size);
            return;
        }
        System.arraycopy(bits, 0, open, 0, Block.WORDS);
        if (membership) {
            findMembers(segment, reader, block);
            Block.keep(bits, member);
        }
        for (int i = 0; i < chosen.size(); i++) {
            System.arraycopy(bits, 0, before.get(i), 0, Block.WORDS);
            chosen.get(i)
                    .column(segment, reader)
                    .any(block, chosen.get(i).wanted(), filters.get(i));
            Block.keep(bits, filters.get(i));
            Block.keep(open, filters.get(i));
        }
        int full = Block.size(bits);
        countFull(segment, reader, block, bits, full);
        countSides(segment, reader, block, full);
        if (membership) {
            countMembership(segment, reader, block, full);
        }
    }

    private void countFull(Segment segment, LeafReader reader, int block, long[] bits, int size) {
        total += size;
        for (Criterion criterion : plain) {
            if (!criterion.isChosen()) {
                criterion.count(segment, reader, block, bits, size);
            }
        }
        if (!membership) {
            network.count(segment, reader, block, bits, size);
            held.count(segment, reader, block, bits, size);
        }
    }

    /** Each chosen criterion over what all others let through. */
    private void countSides(Segment segment, LeafReader reader, int block, int full) {
        Arrays.fill(rest, -1);
        for (int i = chosen.size() - 1; i >= 0; i--) {
            long[] side = before.get(i);
            Block.keep(side, rest);
            int size = Block.size(side);
            chosen.get(i).count(segment, reader, block, side, size);
            without.merge(chosen.get(i).name(), (long) size - full, Long::sum);
            Block.keep(rest, filters.get(i));
        }
    }

    private void findMembers(Segment segment, LeafReader reader, int block) {
        Arrays.fill(member, -1);
        if (network.isChosen()) {
            network.column(segment, reader).any(block, network.wanted(), ofNetwork);
            Block.keep(member, ofNetwork);
        }
        if (held.isChosen()) {
            held.column(segment, reader).any(block, held.wanted(), ofClass);
            Block.keep(member, ofClass);
        }
        if (network.isChosen() && held.isChosen()) {
            pairs.column(segment, reader).any(block, pairs.wanted(), rest);
            Block.keep(member, rest);
        }
    }

    private void countMembership(Segment segment, LeafReader reader, int block, int full) {
        if (held.isChosen()) {
            System.arraycopy(open, 0, rest, 0, Block.WORDS);
            Block.keep(rest, ofClass);
            pairs.countNetworks(segment, reader, block, rest);
        } else {
            System.arraycopy(open, 0, rest, 0, Block.WORDS);
            network.count(segment, reader, block, open, Block.size(open));
        }
        if (network.isChosen()) {
            without.merge(network.name(), (long) Block.size(rest) - full, Long::sum);
            Block.keep(open, ofNetwork);
            pairs.countClasses(segment, reader, block, open);
        } else {
            held.count(segment, reader, block, open, Block.size(open));
        }
        if (held.isChosen()) {
            without.merge(held.name(), (long) Block.size(open) - full, Long::sum);
        }
    }

    /** One criterion of one question. */
    static final class Criterion {
        private final String name;
        private final String field;
        private final Dictionary dictionary;
        private final boolean isChosen;
        private final int[] wanted;
        private final int[] counts;

        Criterion(String name, SearchQuery query, Segments segments) {
            this.name = name;
            field = LuceneDocuments.criterion(name);
            dictionary = segments.dictionary(field);
            isChosen = !query.values(name).isEmpty();
            wanted = Column.numbers(dictionary, query.values(name));
            counts = new int[dictionary.size()];
        }

        String name() {
            return name;
        }

        Dictionary dictionary() {
            return dictionary;
        }

        boolean isChosen() {
            return isChosen;
        }

        int[] wanted() {
            return wanted;
        }

        int[] counts() {
            return counts;
        }

        Column column(Segment segment, LeafReader reader) {
            return segment.column(reader, field);
        }

        void count(Segment segment, LeafReader reader, int block, long[] asked, int size) {
            column(segment, reader).count(block, asked, size, counts);
        }

        Map<String, Integer> found() {
            Map<String, Integer> found = new TreeMap<>();
            for (int value = 0; value < counts.length; value++) {
                if (counts[value] > 0) {
                    found.put(dictionary.value(value), counts[value]);
                }
            }
            return found;
        }
    }
}

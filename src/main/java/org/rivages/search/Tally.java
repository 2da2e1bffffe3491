package org.rivages.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;

/**
 * Counts every criterion in one pass over what text and permission let through. A record that fails
 * no criterion counts everywhere; one that fails exactly one counts for that one, whose own choice
 * does not bind its counts. Network and class are judged together: the class must be held in the
 * network.
 */
final class Tally {
    private final SearchQuery query;
    private final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
    private final Map<String, Long> without = new LinkedHashMap<>();
    private long total;

    Tally(SearchQuery query) {
        this.query = query;
        SearchQuery.CRITERIA.forEach(criterion -> counts.put(criterion, new TreeMap<>()));
        query.criteria()
                .keySet()
                .forEach(criterion -> {
                    counts.putIfAbsent(criterion, new TreeMap<>());
                    without.put(criterion, 0L);
                });
    }

    Map<String, Map<String, Integer>> counts() {
        return counts;
    }

    private Map<String, Integer> countsOf(String criterion) {
        return Objects.requireNonNull(counts.get(criterion));
    }

    Map<String, Long> without() {
        return without;
    }

    long total() {
        return total;
    }

    Leaf leaf(LeafReader reader) throws IOException {
        return new Leaf(reader);
    }

    /** One segment of the index; records come in ascending order. */
    final class Leaf {
        private final Map<String, Column> plain = new LinkedHashMap<>();
        private final Column network;
        private final Column held;
        private final Pairs pairs;

        private Leaf(LeafReader reader) throws IOException {
            for (String criterion : counts.keySet()) {
                plain.put(criterion, column(reader, criterion));
            }
            plain.keySet().removeAll(Set.of(SearchQuery.NETWORK, SearchQuery.CLASS));
            network = column(reader, SearchQuery.NETWORK);
            held = column(reader, SearchQuery.CLASS);
            pairs = new Pairs(DocValues.getSortedSet(reader, LuceneDocuments.PAIR), network, held);
        }

        private Column column(LeafReader reader, String criterion) throws IOException {
            return new Column(
                    DocValues.getSortedSet(reader, LuceneDocuments.criterion(criterion)),
                    query.values(criterion));
        }

        /** Counts the record; true when it fails no criterion. */
        boolean take(int record) throws IOException {
            String failed = null;
            for (Map.Entry<String, Column> each : plain.entrySet()) {
                if (!each.getValue().holds(record)) {
                    if (failed != null) {
                        return false;
                    }
                    failed = each.getKey();
                }
            }
            boolean ofNetwork = network.holds(record);
            boolean ofClass = held.holds(record);
            pairs.load(record);
            boolean member =
                    ofNetwork && ofClass && (!network.chosen() || !held.chosen() || pairs.hold());
            if (failed != null) {
                if (member) {
                    Objects.requireNonNull(plain.get(failed)).count();
                    without.merge(failed, 1L, Long::sum);
                }
                return false;
            }
            countMembership(ofNetwork, ofClass, member);
            if (member) {
                total++;
                plain.values().forEach(Column::count);
            }
            return member;
        }

        private void countMembership(boolean ofNetwork, boolean ofClass, boolean member) {
            if (ofClass) {
                if (held.chosen()) {
                    pairs.countNetworks();
                } else {
                    network.count();
                }
                if (!member) {
                    without.merge(SearchQuery.NETWORK, 1L, Long::sum);
                }
            }
            if (ofNetwork) {
                if (network.chosen()) {
                    pairs.countClasses();
                } else {
                    held.count();
                }
                if (!member) {
                    without.merge(SearchQuery.CLASS, 1L, Long::sum);
                }
            }
        }

        /** Adds this segment's counts to those of all. */
        void close() throws IOException {
            for (Map.Entry<String, Column> each : plain.entrySet()) {
                each.getValue().addTo(countsOf(each.getKey()));
            }
            network.addTo(countsOf(SearchQuery.NETWORK));
            held.addTo(countsOf(SearchQuery.CLASS));
        }
    }
}

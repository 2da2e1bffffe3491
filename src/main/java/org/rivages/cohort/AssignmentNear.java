package org.rivages.cohort;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The pairs that are worth a look while prices move little: those whose value is less than {@code
 * width} under the least value that their application holds. The others lose at least that much, so
 * nothing is forgotten as long as no longer way is asked for.
 *
 * @param start row → its first place in {@code pair}
 * @param pair numbers of pairs in the whole network, ascending
 */
record AssignmentNear(long width, int[] start, int[] pair) {
    /** Wider than any way. */
    static final long ALL = Long.MAX_VALUE / 4;

    static AssignmentNear all(AssignmentNetwork network) {
        return new AssignmentNear(
                ALL, network.start(), IntStream.range(0, network.column().length).toArray());
    }

    /** These pairs as a network; the limits stay those of the whole. */
    AssignmentNetwork of(AssignmentNetwork whole) {
        int[] row = new int[pair.length];
        int[] column = new int[pair.length];
        int[] gain = new int[pair.length];
        for (int a = 0; a < pair.length; a++) {
            row[a] = whole.row()[pair[a]];
            column[a] = whole.column()[pair[a]];
            gain[a] = whole.gain()[pair[a]];
        }
        return new AssignmentNetwork(
                whole.applications(),
                whole.reviewers(),
                whole.wanted(),
                start,
                row,
                column,
                gain,
                whole.least(),
                whole.most(),
                whole.base());
    }

    static AssignmentNear within(long width, AssignmentNetwork network, long[] price, int weight) {
        int[] start = new int[network.rows() + 1];
        int[] pair = new int[Math.min(network.column().length, 1 << 16)];
        long[] best = new long[Arrays.stream(network.wanted()).max().orElse(0)];
        int size = 0;
        for (int i = 0; i < network.rows(); i++) {
            long least = leastHeld(network, price, weight, i, best);
            for (int a = network.start()[i]; a < network.start()[i + 1]; a++) {
                if (value(network, price, weight, a) > least - width) {
                    if (size == pair.length) {
                        pair = Arrays.copyOf(pair, 2 * size);
                    }
                    pair[size++] = a;
                }
            }
            start[i + 1] = size;
        }
        return new AssignmentNear(width, start, Arrays.copyOf(pair, size));
    }

    private static long value(AssignmentNetwork network, long[] price, int weight, int pair) {
        return (long) weight * network.gain()[pair] - price[network.column()[pair]];
    }

    /** An application holds its best pairs, so this is the value of the last of them. */
    private static long leastHeld(
            AssignmentNetwork network, long[] price, int weight, int i, long[] best) {
        int wanted = network.wanted()[i];
        int size = 0;
        for (int a = network.start()[i]; wanted > 0 && a < network.start()[i + 1]; a++) {
            long value = value(network, price, weight, a);
            if (size == wanted && value <= best[size - 1]) {
                continue;
            }
            int at = size < wanted ? size++ : size - 1;
            for (; at > 0 && best[at - 1] < value; at--) {
                best[at] = best[at - 1];
            }
            best[at] = value;
        }
        return size == 0 ? 0 : best[size - 1];
    }
}

package org.rivages.cohort;

import java.util.Arrays;

/** Which pairs are made at the moment, seen from both sides. */
final class AssignmentHoldings {
    private final AssignmentNetwork network;
    private final boolean[] held;

    /** Reviewer → the pairs they hold, in no order. */
    private final int[][] pairs;

    private final int[] load;

    /** Pair → where it stands among those of its reviewer. */
    private final int[] place;

    AssignmentHoldings(AssignmentNetwork network) {
        this.network = network;
        held = new boolean[network.column().length];
        place = new int[held.length];
        pairs = new int[network.columns()][16];
        load = new int[network.columns()];
    }

    boolean held(int pair) {
        return held[pair];
    }

    int load(int reviewer) {
        return load[reviewer];
    }

    int pair(int reviewer, int at) {
        return pairs[reviewer][at];
    }

    void take(int pair) {
        int j = network.column()[pair];
        if (load[j] == pairs[j].length) {
            pairs[j] = Arrays.copyOf(pairs[j], 2 * load[j]);
        }
        place[pair] = load[j];
        pairs[j][load[j]++] = pair;
        held[pair] = true;
    }

    /** An application passes from the reviewer of one of its pairs to that of another. */
    void move(int from, int to) {
        int j = network.column()[from];
        int last = pairs[j][--load[j]];
        pairs[j][place[from]] = last;
        place[last] = place[from];
        held[from] = false;
        take(to);
    }

    /** Each application its pairs of the highest value: affinity less price. */
    void fillByValue(long[] price, int weight) {
        for (int i = 0; i < network.rows(); i++) {
            int wanted = network.wanted()[i];
            long[] best = new long[wanted];
            int[] pair = new int[wanted];
            int size = 0;
            for (int a = network.start()[i]; wanted > 0 && a < network.start()[i + 1]; a++) {
                long value = (long) weight * network.gain()[a] - price[network.column()[a]];
                if (size == wanted && value <= best[size - 1]) {
                    continue;
                }
                int at = size < wanted ? size++ : size - 1;
                for (; at > 0 && best[at - 1] < value; at--) {
                    best[at] = best[at - 1];
                    pair[at] = pair[at - 1];
                }
                best[at] = value;
                pair[at] = a;
            }
            for (int k = 0; k < size; k++) {
                take(pair[k]);
            }
        }
    }

    /** Each application, the hardest first, the reviewers with the most room. */
    void fillByRoom() {
        int[] order = hardestFirst();
        for (int i : order) {
            for (int k = 0; k < network.wanted()[i]; k++) {
                int best = -1;
                long bestRoom = 0;
                for (int a = network.start()[i]; a < network.start()[i + 1]; a++) {
                    if (held[a]) {
                        continue;
                    }
                    int j = network.column()[a];
                    long room = ((long) network.most()[j] - load[j]) * 1_000_000;
                    room = load[j] < network.least()[j] ? room + (1L << 50) : room;
                    room /= Math.max(1, network.most()[j]);
                    if (best < 0 || room > bestRoom) {
                        best = a;
                        bestRoom = room;
                    }
                }
                take(best);
            }
        }
    }

    private int[] hardestFirst() {
        long[] keyed = new long[network.rows()];
        for (int i = 0; i < keyed.length; i++) {
            keyed[i] = (long) (network.start()[i + 1] - network.start()[i]) << 32 | i;
        }
        Arrays.sort(keyed);
        int[] order = new int[keyed.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) keyed[i];
        }
        return order;
    }
}

package org.rivages.cohort;

/**
 * Prices to begin with: in a fixed number of rounds, whoever is wanted by more applications than
 * they can take grows dearer, and whoever by fewer grows cheaper, by steps that grow while they go
 * one way and shrink when they turn. Only a guess; the flow makes it exact.
 */
final class AssignmentPrices {
    private static final int ROUNDS = 60;

    /** So many applications are enough to see a tendency. */
    private static final int SAMPLE = 2_000;

    private AssignmentPrices() {}

    static long[] guess(AssignmentNetwork network) {
        int m = network.columns();
        double[] price = new double[m];
        double first = spread(network) / 16.0;
        double[] step = new double[m];
        java.util.Arrays.fill(step, first);
        int[] before = new int[m];
        for (int round = 0; round < ROUNDS && first > 0; round++) {
            int stride = round < 40 ? Math.max(1, network.rows() / SAMPLE) : 1;
            int[] demand = demand(network, price, stride);
            for (int j = 0; j < m; j++) {
                long wanted = (long) demand[j] * stride;
                int way =
                        wanted > network.most()[j] ? 1 : wanted < network.least()[j] ? 1 : 0;
                way = way == 1 && wanted < network.least()[j] ? -1 : way;
                way = way == 0 && price[j] > 0 && wanted < network.most()[j] ? -1 : way;
                step[j] *= way * before[j] > 0 ? 1.3 : way * before[j] < 0 ? 0.5 : 1;
                before[j] = way;
                double next = price[j] + way * step[j];
                price[j] = network.least()[j] == 0 || price[j] > 0 ? Math.max(0, next) : next;
            }
        }
        long[] whole = new long[m];
        for (int j = 0; j < m; j++) {
            whole[j] = Math.round(price[j]);
        }
        return whole;
    }

    private static int spread(AssignmentNetwork network) {
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        for (int gain : network.gain()) {
            low = Math.min(low, gain);
            high = Math.max(high, gain);
        }
        return network.gain().length == 0 ? 0 : high - low;
    }

    private static int[] demand(AssignmentNetwork network, double[] price, int stride) {
        int[] demand = new int[price.length];
        for (int i = 0; i < network.rows(); i += stride) {
            int wanted = network.wanted()[i];
            double[] best = new double[wanted];
            int[] who = new int[wanted];
            int size = 0;
            for (int a = network.start()[i]; wanted > 0 && a < network.start()[i + 1]; a++) {
                int j = network.column()[a];
                double value = network.gain()[a] - price[j];
                if (size == wanted && value <= best[size - 1]) {
                    continue;
                }
                int at = size < wanted ? size++ : size - 1;
                for (; at > 0 && best[at - 1] < value; at--) {
                    best[at] = best[at - 1];
                    who[at] = who[at - 1];
                }
                best[at] = value;
                who[at] = j;
            }
            for (int k = 0; k < size; k++) {
                demand[who[k]]++;
            }
        }
        return demand;
    }
}

package org.rivages.cohort;

/**
 * Prices to begin with: in a fixed number of rounds, whoever is wanted by more applications than
 * they can take grows dearer, and whoever by fewer grows cheaper. Only a guess; the flow makes
 * them exact.
 */
final class AssignmentPrices {
    private static final int ROUNDS = 40;

    private AssignmentPrices() {}

    static long[] guess(AssignmentNetwork network) {
        int m = network.columns();
        double[] price = new double[m];
        double step = spread(network) / 4.0;
        for (int round = 0; round < ROUNDS && step > 0; round++) {
            int[] demand = demand(network, price);
            for (int j = 0; j < m; j++) {
                int most = Math.max(1, network.most()[j]);
                double over = (demand[j] - most) / (double) most;
                if (over < 0 && demand[j] < network.least()[j]) {
                    over = (demand[j] - network.least()[j]) / (double) network.least()[j];
                    price[j] += step * over;
                } else {
                    price[j] += step * Math.min(over, 2);
                    price[j] = Math.max(0, price[j]);
                }
            }
            step *= 0.88;
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

    private static int[] demand(AssignmentNetwork network, double[] price) {
        int[] demand = new int[price.length];
        for (int i = 0; i < network.rows(); i++) {
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

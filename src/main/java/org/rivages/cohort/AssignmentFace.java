package org.rivages.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All assignments whose loads are as even as possible, told by the load prices of one of them:
 * pairs cheaper than an application's dearest one are in all of them, dearer ones in none, and a
 * load is one that its price allows.
 *
 * @param within what is still open
 * @param fixed pairs that all of them have
 * @param open the pairs of {@code within}, as the whole network numbers them
 */
record AssignmentFace(AssignmentNetwork within, List<Integer> fixed, int[] open) {

    static AssignmentFace of(AssignmentNetwork network, AssignmentFlow even, long[] price) {
        int pairs = network.column().length;
        boolean[] held = even.held();
        boolean[] open = new boolean[pairs];
        List<Integer> fixed = new ArrayList<>();
        int[] given = new int[network.columns()];
        int[] wanted = network.wanted().clone();
        for (int i = 0; i < network.rows(); i++) {
            long dearest = Long.MIN_VALUE;
            for (int a = network.start()[i]; a < network.start()[i + 1]; a++) {
                dearest = held[a] ? Math.max(dearest, price[network.column()[a]]) : dearest;
            }
            for (int a = network.start()[i]; a < network.start()[i + 1]; a++) {
                long own = price[network.column()[a]];
                open[a] = own == dearest;
                if (own < dearest) {
                    fixed.add(a);
                    given[network.column()[a]]++;
                    wanted[i]--;
                }
            }
        }
        int[] least = new int[given.length];
        int[] most = new int[given.length];
        for (int j = 0; j < given.length; j++) {
            // the k-th review costs 2 (base + k) - 1
            int base = network.base()[j];
            long below = Math.floorDiv(price[j], 2) - base;
            long upTo = Math.floorDiv(price[j] + 1, 2) - base;
            int low = network.least()[j];
            int high = network.most()[j];
            least[j] = (int) Math.max(low, Math.min(high, below)) - given[j];
            most[j] = (int) Math.max(low, Math.min(high, upTo)) - given[j];
            least[j] = Math.max(0, least[j]);
        }
        int[] numbers = new int[pairs];
        int size = 0;
        for (int a = 0; a < pairs; a++) {
            if (open[a]) {
                numbers[size++] = a;
            }
        }
        return new AssignmentFace(
                network.with(wanted, least, most, network.base(), a -> open[a]),
                fixed,
                Arrays.copyOf(numbers, size));
    }
}

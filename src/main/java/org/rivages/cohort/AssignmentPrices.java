package org.rivages.cohort;

/**
 * Prices to begin with: those of every fourth application among reviewers with a fourth of the
 * room, which are found in the same way. Only a guess; the flow makes it exact.
 */
final class AssignmentPrices {
    private static final int PART = 4;

    /** So few applications are solved from nothing. */
    private static final int FEW = 200;

    private AssignmentPrices() {}

    static long[] guess(AssignmentNetwork network) {
        if (network.rows() < FEW * PART) {
            return new long[network.columns()];
        }
        long all = 0;
        long some = 0;
        for (int i = 0; i < network.rows(); i++) {
            all += network.wanted()[i];
            some += i % PART == 0 ? network.wanted()[i] : 0;
        }
        int[] least = new int[network.columns()];
        int[] most = new int[network.columns()];
        for (int j = 0; j < most.length; j++) {
            least[j] = share(network.least()[j], some, all, j, false);
            most[j] = share(network.most()[j], some, all, j, true);
        }
        AssignmentNetwork part = network.everyPart(PART, least, most);
        AssignmentFlow flow = new AssignmentFlow(part, 1, false, guess(part));
        // without room it stops early, and its prices are a guess all the same
        flow.solve();
        return flow.prices();
    }

    /**
     * Rounded one way for some reviewers and the other way for others, so that the sum is right.
     */
    private static int share(int limit, long some, long all, int which, boolean up) {
        long scaled = limit * some + (which * 0x9E3779B9L & 0xFFFF) * all / 0x10000;
        int share = (int) (scaled / Math.max(1, all));
        return up ? Math.max(1, share) : share;
    }
}

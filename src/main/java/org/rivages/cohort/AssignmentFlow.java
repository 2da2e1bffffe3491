package org.rivages.cohort;

import java.util.Arrays;

/**
 * Minimum-cost flow from applications to reviewers by the primal-dual method, on the reviewers
 * alone: each application always holds its best pairs at the present prices, and moving one of them
 * from one reviewer to another is an arc between the two. A phase finds the nearest reviewer with
 * room, raises the prices by that distance, and moves applications along arcs without loss. Prices
 * and losses are integers.
 *
 * <p>One more node, {@link #market}, stands for everything that reviewers do not have to take.
 */
final class AssignmentFlow {
    private static final long FAR = AssignmentNear.ALL;
    private static final long FIRST_WIDTH = 16;

    private final AssignmentNetwork whole;
    private final boolean even;
    private final int weight;
    private final int market;
    private final long[] price;

    /** How much load goes with the price: a reviewer who holds more has one to give away. */
    private final int[] sold;

    /** The pairs that are worth a look while prices move little. */
    private AssignmentNear near;

    /** Those pairs as a network of their own. */
    private AssignmentNetwork network;

    private AssignmentHoldings holdings;

    /** By how much prices have risen since the near pairs were gathered, at most. */
    private long risen;

    private final long[] distance;
    private final boolean[] settled;

    /** Arcs of the nearest way; of equal ways the shortest counts. */
    private final int[] level;

    /** From here no way was found in this pass, or one is being looked for. */
    private final boolean[] vain;

    private final int[] pointer;
    private final int[] inner;

    /**
     * @param weight 1, or 0 when only the loads matter
     * @param even whether the k-th review of a reviewer costs 2k − 1
     * @param start prices to begin with; good ones make it quick, any are right; without weight all
     *     must be equal
     */
    AssignmentFlow(AssignmentNetwork network, int weight, boolean even, long[] start) {
        this.whole = network;
        this.network = network;
        this.weight = weight;
        this.even = even;
        market = network.columns();
        price = Arrays.copyOf(start, market + 1);
        sold = new int[market];
        distance = new long[market + 1];
        settled = new boolean[market + 1];
        vain = new boolean[market + 1];
        level = new int[market + 1];
        pointer = new int[market + 1];
        inner = new int[market + 1];
        holdings = new AssignmentHoldings(network);
        if (weight == 0) {
            holdings.fillByRoom(even);
            near = AssignmentNear.all(network);
        } else {
            holdings.fillByValue(price, weight);
            near = AssignmentNear.within(FIRST_WIDTH, network, price, weight);
            focus(AssignmentNear.all(network));
        }
        for (int j = 0; j < market; j++) {
            sold[j] = clamp(holdings.load(j), cheapest(j), dearest(j));
        }
    }

    /** Goes over to the near pairs from those of before. */
    private void focus(AssignmentNear before) {
        boolean[] held = new boolean[whole.column().length];
        for (int a = 0; a < before.pair().length; a++) {
            held[before.pair()[a]] = holdings.held(a);
        }
        network = near.of(whole);
        holdings = new AssignmentHoldings(network);
        for (int a = 0; a < near.pair().length; a++) {
            if (held[near.pair()[a]]) {
                holdings.take(a);
            }
        }
        risen = 0;
    }

    private static int clamp(int value, int low, int high) {
        return Math.max(low, Math.min(high, value));
    }

    /** What the next review of this reviewer costs. */
    private long cost(int reviewer, int load) {
        return even ? 2L * (network.base()[reviewer] + load) - 1 : 0;
    }

    /** The least load that the price allows. */
    private int cheapest(int j) {
        int low = network.least()[j];
        int high = network.most()[j];
        if (!even) {
            return price[j] > 0 ? high : low;
        }
        long below = Math.floorDiv(price[j], 2) - network.base()[j];
        return (int) Math.max(low, Math.min(high, below));
    }

    private int dearest(int j) {
        int low = network.least()[j];
        int high = network.most()[j];
        if (!even) {
            return price[j] < 0 ? low : high;
        }
        long upTo = Math.floorDiv(price[j] + 1, 2) - network.base()[j];
        return (int) Math.max(low, Math.min(high, upTo));
    }

    /** True when every load is within its limits, and then the holdings are optimal. */
    boolean solve() {
        while (anyExcess()) {
            long reach = search();
            if (reach >= near.width() - risen && near.width() < FAR) {
                widen();
                continue;
            }
            if (reach == FAR) {
                return false;
            }
            for (int v = 0; v <= market; v++) {
                price[v] += Math.max(0, reach - distance[v]);
            }
            risen += reach;
            move();
        }
        return true;
    }

    /** A pair that is not near loses at least the width, less what the prices have risen. */
    private void widen() {
        long width = near.width() > 1L << 22 ? FAR : near.width() * 2;
        AssignmentNear before = near;
        near = AssignmentNear.within(width, whole, price, weight);
        focus(before);
    }

    private int excess(int v) {
        if (v < market) {
            return holdings.load(v) - sold[v];
        }
        int all = 0;
        for (int j = 0; j < market; j++) {
            all += sold[j] - holdings.load(j);
        }
        return all;
    }

    private boolean anyExcess() {
        for (int v = 0; v <= market; v++) {
            if (excess(v) > 0) {
                return true;
            }
        }
        return false;
    }

    // ---- distances

    /** Dijkstra from all who hold too much; the distance of the nearest who holds too little. */
    private long search() {
        for (int v = 0; v <= market; v++) {
            distance[v] = excess(v) > 0 ? 0 : FAR;
            level[v] = 0;
            settled[v] = false;
        }
        while (true) {
            int nearest = -1;
            for (int v = 0; v <= market; v++) {
                if (!settled[v] && (nearest < 0 || nearer(distance[v], level[v], nearest))) {
                    nearest = v;
                }
            }
            if (nearest < 0 || distance[nearest] >= FAR) {
                return FAR;
            }
            if (excess(nearest) < 0) {
                return distance[nearest];
            }
            settled[nearest] = true;
            if (nearest == market) {
                relaxMarket();
            } else {
                relax(nearest);
            }
        }
    }

    private boolean nearer(long reached, int hops, int v) {
        return reached < distance[v] || reached == distance[v] && hops < level[v];
    }

    private void reach(int v, long reached, int hops) {
        if (nearer(reached, hops, v)) {
            distance[v] = reached;
            level[v] = hops;
        }
    }

    private void relax(int u) {
        int[] column = network.column();
        int[] gain = network.gain();
        int hops = level[u] + 1;
        for (int h = 0; h < holdings.load(u); h++) {
            int pair = holdings.pair(u, h);
            int row = network.row()[pair];
            long from = distance[u] + (long) weight * gain[pair] - price[u];
            for (int a = network.start()[row]; a < network.start()[row + 1]; a++) {
                int v = column[a];
                long reached = from - (long) weight * gain[a] + price[v];
                if (nearer(reached, hops, v) && !holdings.held(a)) {
                    distance[v] = reached;
                    level[v] = hops;
                }
            }
        }
        if (sold[u] < network.most()[u]) {
            reach(
                    market,
                    distance[u] + cost(u, sold[u] + 1) + price[market] - price[u],
                    level[u] + 1);
        }
    }

    private void relaxMarket() {
        for (int v = 0; v < market; v++) {
            if (sold[v] > network.least()[v]) {
                reach(
                        v,
                        distance[market] - cost(v, sold[v]) + price[v] - price[market],
                        level[market] + 1);
            }
        }
    }

    // ---- moves without loss

    /**
     * One pass: as much as depth-first ways can move. What it misses, because a way was once in
     * vain, the next search finds at distance 0.
     */
    private void move() {
        Arrays.fill(vain, false);
        Arrays.fill(pointer, 0);
        Arrays.fill(inner, -1);
        for (int v = 0; v <= market; v++) {
            while (excess(v) > 0 && push(v)) {}
        }
    }

    private boolean takes(int v) {
        return sold[v] < network.most()[v] && cost(v, sold[v] + 1) == price[v] - price[market];
    }

    private boolean gives(int v) {
        return sold[v] > network.least()[v] && cost(v, sold[v]) == price[v] - price[market];
    }

    /** Without values a great many ways are equal, and the short ones are quick to go. */
    private boolean onward(int u, int v) {
        return !vain[v] && (weight > 0 || level[v] == level[u] + 1);
    }

    /** One unit from here to somebody who holds too little. */
    private boolean push(int u) {
        if (excess(u) < 0) {
            return true;
        }
        vain[u] = true;
        boolean done = u == market ? pushMarket() : pushPair(u) || pushToMarket(u);
        vain[u] = !done;
        return done;
    }

    private boolean pushPair(int u) {
        int[] column = network.column();
        int[] gain = network.gain();
        for (; pointer[u] < holdings.load(u); pointer[u]++, inner[u] = -1) {
            int pair = holdings.pair(u, pointer[u]);
            int row = network.row()[pair];
            int end = network.start()[row + 1];
            long value = (long) weight * gain[pair] - price[u];
            for (int a = Math.max(inner[u], network.start()[row]); a < end; a++) {
                int v = column[a];
                if (onward(u, v)
                        && (long) weight * gain[a] - price[v] == value
                        && !holdings.held(a)
                        && push(v)) {
                    holdings.move(pair, a);
                    inner[u] = -1;
                    return true;
                }
                inner[u] = a + 1;
            }
        }
        return false;
    }

    private boolean pushToMarket(int u) {
        if (onward(u, market) && takes(u) && push(market)) {
            sold[u]++;
            return true;
        }
        return false;
    }

    private boolean pushMarket() {
        for (; pointer[market] < market; pointer[market]++) {
            int v = pointer[market];
            if (onward(market, v) && gives(v) && push(v)) {
                sold[v]--;
                return true;
            }
        }
        return false;
    }

    // ---- the answer

    /** Pair of the whole network → whether it is made. */
    boolean[] held() {
        boolean[] held = new boolean[whole.column().length];
        for (int a = 0; a < near.pair().length; a++) {
            held[near.pair()[a]] = holdings.held(a);
        }
        return held;
    }

    int load(int reviewer) {
        return holdings.load(reviewer);
    }

    /** Prices relative to the market: who could take more at no cost has none. */
    long[] prices() {
        long[] prices = new long[market];
        for (int j = 0; j < market; j++) {
            prices[j] = price[j] - price[market];
        }
        return prices;
    }

    /** After a failed {@link #solve}: whether those who hold too much can pass anything here. */
    boolean reached(int reviewer) {
        return distance[reviewer] < FAR;
    }

    boolean marketReached() {
        return distance[market] < FAR;
    }
}

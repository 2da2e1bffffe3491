package org.rivages.cohort;

import java.util.Arrays;

/**
 * Minimum-cost flow from applications to reviewers by the primal-dual method, on the reviewers
 * alone: each application always holds its best pairs at the present prices, and moving one of them
 * from one reviewer to another is an arc between the two. A phase finds the nearest reviewer with
 * room, raises the prices by that distance, and moves as many applications as the arcs without loss
 * allow. Prices and losses are integers.
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
    private final int[] level;
    private final int[] pointer;
    private final int[] inner;

    /**
     * @param weight 1, or 0 when only the loads matter
     * @param even whether the k-th review of a reviewer costs 2k − 1
     * @param start prices to begin with; good ones make it quick, any are right
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
        level = new int[market + 1];
        pointer = new int[market + 1];
        inner = new int[market + 1];
        holdings = new AssignmentHoldings(network);
        if (weight == 0 && !even) {
            holdings.fillByRoom();
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
            while (layers()) {
                for (int v = 0; v <= market; v++) {
                    while (excess(v) > 0 && push(v)) {}
                }
            }
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
            settled[v] = false;
        }
        while (true) {
            int nearest = -1;
            for (int v = 0; v <= market; v++) {
                if (!settled[v] && (nearest < 0 || distance[v] < distance[nearest])) {
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

    private void reach(int v, long reached) {
        if (reached < distance[v]) {
            distance[v] = reached;
        }
    }

    private void relax(int u) {
        int[] column = network.column();
        int[] gain = network.gain();
        for (int h = 0; h < holdings.load(u); h++) {
            int pair = holdings.pair(u, h);
            int row = network.row()[pair];
            long from = distance[u] + (long) weight * gain[pair] - price[u];
            for (int a = network.start()[row]; a < network.start()[row + 1]; a++) {
                int v = column[a];
                long reached = from - (long) weight * gain[a] + price[v];
                if (reached < distance[v] && !holdings.held(a)) {
                    distance[v] = reached;
                }
            }
        }
        if (sold[u] < network.most()[u]) {
            reach(market, distance[u] + cost(u, sold[u] + 1) + price[market] - price[u]);
        }
    }

    private void relaxMarket() {
        for (int v = 0; v < market; v++) {
            if (sold[v] > network.least()[v]) {
                reach(v, distance[market] - cost(v, sold[v]) + price[v] - price[market]);
            }
        }
    }

    // ---- moves without loss

    private boolean layers() {
        Arrays.fill(level, -1);
        Arrays.fill(pointer, 0);
        Arrays.fill(inner, -1);
        int[] queue = new int[market + 1];
        int end = 0;
        for (int v = 0; v <= market; v++) {
            if (excess(v) > 0) {
                level[v] = 0;
                queue[end++] = v;
            }
        }
        int last = Integer.MAX_VALUE;
        for (int at = 0; at < end && level[queue[at]] < last; at++) {
            int u = queue[at];
            int before = end;
            end = u == market ? spreadMarket(queue, end) : spread(u, queue, end);
            for (int k = before; k < end; k++) {
                if (excess(queue[k]) < 0) {
                    last = level[queue[k]];
                }
            }
        }
        return last != Integer.MAX_VALUE;
    }

    private int spread(int u, int[] queue, int size) {
        int end = size;
        for (int h = 0; h < holdings.load(u); h++) {
            int pair = holdings.pair(u, h);
            int row = network.row()[pair];
            for (int a = network.start()[row]; a < network.start()[row + 1]; a++) {
                int v = network.column()[a];
                if (level[v] < 0 && free(pair, a)) {
                    level[v] = level[u] + 1;
                    queue[end++] = v;
                }
            }
        }
        if (level[market] < 0 && takes(u)) {
            level[market] = level[u] + 1;
            queue[end++] = market;
        }
        return end;
    }

    private int spreadMarket(int[] queue, int size) {
        int end = size;
        for (int v = 0; v < market; v++) {
            if (level[v] < 0 && gives(v)) {
                level[v] = level[market] + 1;
                queue[end++] = v;
            }
        }
        return end;
    }

    /** Whether an application can pass from one pair to another without loss. */
    private boolean free(int held, int other) {
        return !holdings.held(other)
                && (long) weight * network.gain()[held] - price[network.column()[held]]
                        == (long) weight * network.gain()[other] - price[network.column()[other]];
    }

    private boolean takes(int v) {
        return sold[v] < network.most()[v] && cost(v, sold[v] + 1) == price[v] - price[market];
    }

    private boolean gives(int v) {
        return sold[v] > network.least()[v] && cost(v, sold[v]) == price[v] - price[market];
    }

    /** One unit from here to somebody who holds too little, along the layers. */
    private boolean push(int u) {
        if (excess(u) < 0) {
            return true;
        }
        if (u == market) {
            return pushMarket();
        }
        for (; pointer[u] < holdings.load(u); pointer[u]++, inner[u] = -1) {
            int pair = holdings.pair(u, pointer[u]);
            int row = network.row()[pair];
            int end = network.start()[row + 1];
            for (int a = Math.max(inner[u], network.start()[row]); a < end; a++) {
                int v = network.column()[a];
                if (level[v] == level[u] + 1 && free(pair, a) && push(v)) {
                    holdings.move(pair, a);
                    inner[u] = -1;
                    return true;
                }
                inner[u] = a + 1;
            }
        }
        if (level[market] == level[u] + 1 && takes(u) && push(market)) {
            sold[u]++;
            return true;
        }
        return false;
    }

    private boolean pushMarket() {
        for (; pointer[market] < market; pointer[market]++) {
            int v = pointer[market];
            if (level[v] == level[market] + 1 && gives(v) && push(v)) {
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

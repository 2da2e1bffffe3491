package org.rivages.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Assigns reviewers to applications, exactly. The answer depends on the ids, never on the order of
 * the input; each answer carries a proof that {@link AssignmentChecker} verifies without this
 * class.
 */
public final class AssignmentSolver {
    private final AssignmentProblem problem;
    private final AssignmentNetwork network;

    private AssignmentSolver(AssignmentProblem problem) {
        this.problem = problem;
        network = AssignmentNetwork.of(problem);
    }

    public static AssignmentOutcome solve(AssignmentProblem problem) {
        return new AssignmentSolver(problem).solve();
    }

    private AssignmentOutcome solve() {
        AssignmentOutcome.Shortage shortage = shortage(network);
        if (shortage != null) {
            return new AssignmentOutcome.Impossible(shortage);
        }
        return switch (problem.aim()) {
            case TOTAL -> total(network, null, null);
            case WORST_PAIR -> worstPair();
            case EVEN_LOADS -> evenLoads();
        };
    }

    /** Why it cannot be done, or null where it can. */
    private static AssignmentOutcome.@Nullable Shortage shortage(AssignmentNetwork network) {
        AssignmentOutcome.Shortage plain = AssignmentCut.plain(network);
        if (plain != null) {
            return plain;
        }
        AssignmentFlow flow =
                new AssignmentFlow(network, 0, false, new long[network.columns() + 1]);
        return flow.solve() ? null : AssignmentCut.of(network, flow);
    }

    private AssignmentOutcome total(
            AssignmentNetwork within,
            @Nullable Integer worst,
            AssignmentOutcome.@Nullable Shortage better) {
        AssignmentFlow flow = best(within);
        List<Integer> pairs = new ArrayList<>();
        boolean[] held = flow.held();
        for (int a = 0; a < held.length; a++) {
            if (held[a]) {
                pairs.add(a);
            }
        }
        return assigned(
                within,
                pairs,
                new AssignmentOutcome.Proof(named(flow.prices()), Map.of(), worst, better));
    }

    private static AssignmentFlow best(AssignmentNetwork within) {
        AssignmentFlow flow = new AssignmentFlow(within, 1, false, AssignmentPrices.guess(within));
        if (!flow.solve()) {
            throw new IllegalStateException("no room although there is");
        }
        return flow;
    }

    // ---- the worst pair first

    /** The answer is most often near the first bound, so the steps down from it start small. */
    private AssignmentOutcome worstPair() {
        if (Arrays.stream(network.wanted()).allMatch(wanted -> wanted == 0)) {
            return total(network, null, null);
        }
        int[] gains = differentGains();
        int bound = Arrays.binarySearch(gains, worstAlone());
        int possible = 0;
        int beyond = bound + 1;
        AssignmentOutcome.Shortage better =
                shortage(beyond < gains.length ? above(gains[beyond]) : network.only(_ -> false));
        for (int step = 1; possible + 1 < beyond; step *= 2) {
            int middle = Math.max((possible + beyond) >>> 1, bound + 1 - step);
            AssignmentOutcome.Shortage shortage = shortage(above(gains[middle]));
            if (shortage == null) {
                possible = middle;
            } else {
                beyond = middle;
                better = shortage;
            }
        }
        return total(above(gains[possible]), gains[possible], better);
    }

    private int[] differentGains() {
        int[] gains = network.gain().clone();
        Arrays.sort(gains);
        int size = 0;
        for (int gain : gains) {
            if (size == 0 || gains[size - 1] != gain) {
                gains[size++] = gain;
            }
        }
        return Arrays.copyOf(gains, size);
    }

    /** The worst pair if every application had its best reviewers: no assignment does better. */
    private int worstAlone() {
        int worst = Integer.MAX_VALUE;
        for (int i = 0; i < network.rows(); i++) {
            if (network.wanted()[i] > 0) {
                int[] own =
                        Arrays.copyOfRange(
                                network.gain(), network.start()[i], network.start()[i + 1]);
                Arrays.sort(own);
                worst = Math.min(worst, own[own.length - network.wanted()[i]]);
            }
        }
        return worst;
    }

    private AssignmentNetwork above(int least) {
        return network.only(a -> network.gain()[a] >= least);
    }

    // ---- even loads first

    private AssignmentOutcome evenLoads() {
        AssignmentFlow flow = new AssignmentFlow(network, 0, true, meanLoad());
        if (!flow.solve()) {
            throw new IllegalStateException("no room although there is");
        }
        long[] load = flow.prices();
        AssignmentFace face = AssignmentFace.of(network, flow, load);
        AssignmentNetwork within = face.within();
        AssignmentFlow inFace = best(within);
        List<Integer> pairs = new ArrayList<>(face.fixed());
        boolean[] held = inFace.held();
        for (int a = 0; a < held.length; a++) {
            if (held[a]) {
                pairs.add(face.open()[a]);
            }
        }
        return assigned(
                network,
                pairs,
                new AssignmentOutcome.Proof(named(inFace.prices()), named(load), null, null));
    }

    /** What one more review costs at the mean load. */
    private long[] meanLoad() {
        int columns = Math.max(1, network.columns());
        long all =
                (long) Arrays.stream(network.wanted()).sum() + Arrays.stream(network.base()).sum();
        long[] price = new long[network.columns() + 1];
        Arrays.fill(price, 0, network.columns(), 2 * (all / columns) + 1);
        return price;
    }

    // ---- the answer

    private Map<String, Long> named(long[] prices) {
        Map<String, Long> named = new TreeMap<>();
        for (int j = 0; j < prices.length; j++) {
            named.put(network.reviewers().get(j), prices[j]);
        }
        return named;
    }

    private AssignmentOutcome assigned(
            AssignmentNetwork within, List<Integer> pairs, AssignmentOutcome.Proof proof) {
        Map<String, List<String>> reviewers = new HashMap<>();
        for (var application : problem.applications()) {
            reviewers.put(application.id(), new ArrayList<>(application.kept()));
        }
        long total = 0;
        for (int a : pairs) {
            String application = within.applications().get(within.row()[a]);
            reviewers
                    .getOrDefault(application, List.of())
                    .add(within.reviewers().get(within.column()[a]));
            total += within.gain()[a];
        }
        reviewers.values().forEach(Collections::sort);
        return new AssignmentOutcome.Assigned(new TreeMap<>(reviewers), total, proof);
    }
}

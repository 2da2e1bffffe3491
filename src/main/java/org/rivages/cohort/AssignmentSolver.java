package org.rivages.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
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

    private AssignmentOutcome worstPair() {
        int[] gains = IntStream.of(network.gain()).sorted().distinct().toArray();
        if (Arrays.stream(network.wanted()).allMatch(wanted -> wanted == 0)) {
            return total(network, null, null);
        }
        int possible = 0;
        int beyond = gains.length;
        AssignmentOutcome.Shortage better = shortage(network.only(_ -> false));
        while (possible + 1 < beyond) {
            int middle = (possible + beyond) >>> 1;
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

    private AssignmentNetwork above(int least) {
        return network.only(a -> network.gain()[a] >= least);
    }

    // ---- even loads first

    private AssignmentOutcome evenLoads() {
        AssignmentFlow flow = new AssignmentFlow(network, 0, true, new long[network.columns() + 1]);
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

package org.rivages.cohort;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Makes a {@link AssignmentOutcome.Shortage} out of what a failed search could reach, as small as
 * leaving out one after another makes it.
 */
final class AssignmentCut {
    private final AssignmentNetwork network;

    /** Whether the smaller side is made of applications, else of reviewers. */
    private final boolean ofApplications;

    private final boolean[] in;

    /** How many of the chosen side each on the other side is paired with. */
    private final int[] paired;

    private int wanted;
    private int possible;

    private AssignmentCut(AssignmentNetwork network, boolean ofApplications, boolean[] in) {
        this.network = network;
        this.ofApplications = ofApplications;
        this.in = in;
        paired = new int[ofApplications ? network.columns() : network.rows()];
        for (int a = 0; a < network.column().length; a++) {
            if (in[chosen(a)]) {
                paired[other(a)]++;
            }
        }
        for (int k = 0; k < in.length; k++) {
            wanted += in[k] ? wants(k) : 0;
        }
        for (int k = 0; k < paired.length; k++) {
            possible += Math.min(paired[k], can(k));
        }
    }

    /** What stands in the way, before any search: too few pairs of one, or of one reviewer. */
    static AssignmentOutcome.@org.jspecify.annotations.Nullable Shortage plain(
            AssignmentNetwork network) {
        for (int i = 0; i < network.rows(); i++) {
            if (network.start()[i + 1] - network.start()[i] < network.wanted()[i]) {
                return alone(network, true, i);
            }
        }
        for (int j = 0; j < network.columns(); j++) {
            if (network.most()[j] < network.least()[j]) {
                return alone(network, false, j);
            }
        }
        return null;
    }

    private static AssignmentOutcome.Shortage alone(
            AssignmentNetwork network, boolean ofApplications, int which) {
        boolean[] in = new boolean[ofApplications ? network.rows() : network.columns()];
        in[which] = true;
        return new AssignmentCut(network, ofApplications, in).told();
    }

    /** After a search that found no room for what some reviewers hold too much. */
    static AssignmentOutcome.Shortage of(AssignmentNetwork network, AssignmentFlow failed) {
        boolean ofApplications = !failed.marketReached();
        boolean[] in = new boolean[ofApplications ? network.rows() : network.columns()];
        if (ofApplications) {
            boolean[] held = failed.held();
            for (int a = 0; a < held.length; a++) {
                in[network.row()[a]] |= held[a] && failed.reached(network.column()[a]);
            }
        } else {
            for (int j = 0; j < in.length; j++) {
                in[j] = !failed.reached(j);
            }
        }
        AssignmentCut cut = new AssignmentCut(network, ofApplications, in);
        cut.shrink();
        return cut.told();
    }

    private int chosen(int pair) {
        return ofApplications ? network.row()[pair] : network.column()[pair];
    }

    private int other(int pair) {
        return ofApplications ? network.column()[pair] : network.row()[pair];
    }

    private int wants(int k) {
        return ofApplications ? network.wanted()[k] : network.least()[k];
    }

    private int can(int k) {
        return ofApplications ? network.most()[k] : network.wanted()[k];
    }

    private int[][] pairsOfChosen() {
        int[] size = new int[in.length];
        for (int a = 0; a < network.column().length; a++) {
            size[chosen(a)]++;
        }
        int[][] pairs = new int[in.length][];
        Arrays.setAll(pairs, k -> new int[in[k] ? size[k] : 0]);
        Arrays.fill(size, 0);
        for (int a = 0; a < network.column().length; a++) {
            int k = chosen(a);
            if (in[k]) {
                pairs[k][size[k]++] = a;
            }
        }
        return pairs;
    }

    /** Leaves out what the proof does not need, those with the most choice first. */
    private void shrink() {
        int[][] pairs = pairsOfChosen();
        int[] order =
                IntStream.range(0, in.length)
                        .filter(k -> in[k])
                        .boxed()
                        .sorted(Comparator.comparingInt(k -> -pairs[k].length))
                        .mapToInt(k -> k)
                        .toArray();
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (int k : order) {
                if (in[k] && without(k, pairs[k])) {
                    smaller = true;
                }
            }
        }
    }

    private boolean without(int k, int[] pairs) {
        int lost = 0;
        for (int a : pairs) {
            int o = other(a);
            lost += paired[o] <= can(o) ? 1 : 0;
        }
        if (wanted - wants(k) <= possible - lost) {
            return false;
        }
        for (int a : pairs) {
            paired[other(a)]--;
        }
        wanted -= wants(k);
        possible -= lost;
        in[k] = false;
        return true;
    }

    private AssignmentOutcome.Shortage told() {
        Set<String> applications = new TreeSet<>();
        Set<String> reviewers = new TreeSet<>();
        for (int k = 0; k < in.length; k++) {
            if (in[k]) {
                (ofApplications ? applications : reviewers).add(name(ofApplications, k));
            }
        }
        for (int k = 0; k < paired.length; k++) {
            if (paired[k] > 0) {
                (ofApplications ? reviewers : applications).add(name(!ofApplications, k));
            }
        }
        return ofApplications
                ? new AssignmentOutcome.TooFewReviewers(applications, reviewers, wanted, possible)
                : new AssignmentOutcome.TooFewApplications(
                        reviewers, applications, wanted, possible);
    }

    private String name(boolean application, int k) {
        return application ? network.applications().get(k) : network.reviewers().get(k);
    }
}

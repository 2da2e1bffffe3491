package org.rivages.cohort;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answer to an {@link AssignmentProblem}, with its proof. */
public sealed interface AssignmentOutcome {

    /**
     * @param reviewers application → its reviewers in the order of their ids, the kept ones
     *     included
     * @param total affinity of the new pairs
     */
    record Assigned(Map<String, List<String>> reviewers, long total, Proof proof)
            implements AssignmentOutcome {}

    record Impossible(Shortage shortage) implements AssignmentOutcome {}

    /** Why no assignment can exist, as one count that anybody can repeat. */
    sealed interface Shortage {
        int wanted();

        int possible();
    }

    /**
     * These applications together want more new reviews than all who may read them can take: each
     * reviewer as many as their limit leaves, and each application once. Without any one of the
     * applications the count would prove nothing.
     *
     * @param reviewers who may still read any of them
     */
    record TooFewReviewers(
            Set<String> applications, Set<String> reviewers, int wanted, int possible)
            implements Shortage {}

    /**
     * These reviewers must together get more new reviews than the applications that they may read
     * can give: each application to so many of them as it wants. Without any one of the reviewers
     * the count would prove nothing.
     *
     * @param applications that any of them may read
     */
    record TooFewApplications(
            Set<String> reviewers, Set<String> applications, int wanted, int possible)
            implements Shortage {}

    /**
     * Prices that bound the aim from above by plain sums: whatever is assigned, the total is at
     * most the sum over the applications of their best values (affinity less price) plus the sum
     * over the reviewers of price times load. {@link AssignmentChecker} repeats it.
     *
     * @param prices reviewer → price in affinity; who could take more costs nothing
     * @param loads reviewer → price in squared load; empty unless the aim is even loads
     * @param worst the lowest affinity of a new pair, where the aim is the worst pair and there is
     *     a new pair
     * @param better why no assignment has a better worst pair; null where every pair has this
     *     affinity at most or there is no new pair
     */
    record Proof(
            Map<String, Long> prices,
            Map<String, Long> loads,
            @Nullable Integer worst,
            @Nullable Shortage better) {}
}

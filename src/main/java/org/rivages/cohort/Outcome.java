package org.rivages.cohort;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a {@link Problem}. */
public sealed interface Outcome {
    /**
     * The one best cohort.
     *
     * @param cohort ids, ascending
     * @param values what is reached, one for every aim in its order
     */
    record Optimal(List<String> cohort, List<AimValue> values, Certificate certificate)
            implements Outcome {
        public Optimal {
            cohort = List.copyOf(cohort);
            values = List.copyOf(values);
        }
    }

    /**
     * No cohort keeps all rules.
     *
     * @param rules ids of rules that cannot hold together, in the order of the problem; each of
     *     them is needed for that: without any one of them the others can hold. Empty when there
     *     are fewer candidates than places.
     */
    record Infeasible(List<String> rules, Repair repair, Certificate certificate)
            implements Outcome {
        public Infeasible {
            rules = List.copyOf(rules);
        }
    }

    /**
     * The work that was allowed did not reach a proof.
     *
     * @param best the best cohort so far, ids ascending, which keeps the rules; null for none
     * @param values of {@code best}, one for every aim; empty for none
     * @param open the aim that is not proven yet; null for feasibility itself or the last draw
     * @param bound no cohort that reaches the earlier aims does better than this in the open aim;
     *     without meaning where {@code open} is null
     */
    record Interrupted(
            @Nullable List<String> best, List<AimValue> values, @Nullable Aim open, long bound)
            implements Outcome {}
}

package org.rivages.cohort;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to a {@link Problem} in the modes lottery and tie band. */
public sealed interface LotteryOutcome {

    /**
     * A cohort drawn by fair chances.
     *
     * @param cohort ids, ascending
     * @param chances candidate → the chance to be drawn
     */
    record Drawn(List<String> cohort, Map<String, Fraction> chances, Certificate certificate)
            implements LotteryOutcome {
        public Drawn {
            cohort = List.copyOf(cohort);
            chances = Map.copyOf(chances);
        }
    }

    /**
     * No draw: the rules cannot hold together, or the allowed work ended.
     *
     * @param outcome infeasible or interrupted
     */
    record NotDrawn(Outcome outcome) implements LotteryOutcome {}

    /**
     * Why the chances are what they are, and that no others are fairer.
     *
     * @param merit tie band: the outcome whose aims every drawn cohort reaches, proven as for
     *     merit; null in a lottery
     * @param cohorts ids, ascending, of cohorts that keep the rules
     * @param tickets how many of all tickets each of these cohorts holds
     * @param levels the lowest chances first
     */
    record Certificate(
            Outcome.@Nullable Optimal merit,
            List<List<String>> cohorts,
            List<BigInteger> tickets,
            List<Level> levels) {
        public Certificate {
            cohorts = cohorts.stream().map(List::copyOf).toList();
            tickets = List.copyOf(tickets);
            levels = List.copyOf(levels);
        }
    }

    /**
     * The chances of some cannot be higher while nobody with lower chances loses: however the
     * weights of a cohort are summed up, they come to {@code most} at the most.
     *
     * @param weights of each member of a class of equals, told by its first id; others weigh
     *     nothing
     * @param proof that no cohort weighs {@code most + 1}
     */
    record Level(Map<String, Long> weights, long most, Proof proof) {
        public Level {
            weights = Map.copyOf(weights);
        }
    }
}

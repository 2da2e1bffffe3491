package org.rivages.selection;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rivages.cohort.Fraction;
import org.rivages.cohort.LotteryChecker;
import org.rivages.cohort.LotteryOutcome;
import org.rivages.cohort.LotterySolver;
import org.rivages.cohort.Problem;
import org.rivages.cohortfiles.DrawWriter;

/**
 * A class drawn by lot, with everybody's chance. Nothing leaves that the {@link LotteryChecker} has
 * not accepted, except what calls itself interrupted.
 */
final class Draw implements Answer {
    private final Problem problem;
    private final LotteryOutcome outcome;

    /**
     * People with the same chance.
     *
     * @param drawn how many of them are in the class
     */
    record Chance(Fraction chance, int people, int drawn) {}

    Draw(Problem problem) {
        this.problem = problem;
        outcome = LotterySolver.solve(problem, Solved.PROPOSAL);
        boolean unproven =
                outcome
                        instanceof
                        LotteryOutcome.NotDrawn(org.rivages.cohort.Outcome.Interrupted _);
        if (!unproven
                && !(LotteryChecker.check(problem, outcome)
                        instanceof LotteryChecker.Finding.Holds)) {
            throw new IllegalStateException("the engine's own proof of a draw does not hold");
        }
    }

    @Override
    public Problem problem() {
        return problem;
    }

    LotteryOutcome outcome() {
        return outcome;
    }

    @Override
    public @Nullable List<String> proven() {
        return outcome instanceof LotteryOutcome.Drawn drawn ? drawn.cohort() : null;
    }

    @Override
    public void write(OutputStream out, List<String> reserve) {
        DrawWriter.write(out, problem, outcome);
    }

    /** The best chance first; who has none is left out. */
    static List<Chance> chances(LotteryOutcome.Drawn drawn) {
        Set<String> in = new HashSet<>(drawn.cohort());
        Map<Fraction, int[]> counts = new HashMap<>();
        drawn.chances()
                .forEach((id, chance) -> {
                    int[] count = counts.computeIfAbsent(chance, _ -> new int[2]);
                    count[0]++;
                    count[1] += in.contains(id) ? 1 : 0;
                });
        List<Chance> all = new ArrayList<>();
        counts.forEach((chance, count) -> {
            if (chance.signum() > 0) {
                all.add(new Chance(chance, count[0], count[1]));
            }
        });
        all.sort(Comparator.comparing(Chance::chance).reversed());
        return all;
    }
}

package org.rivages.cohort;

/** The heaviest cohort that keeps the rules and, in the tie band, reaches every aim. */
final class LotteryStage implements Stage {
    private final Stage allowed;
    private final long[] weights;

    /**
     * @param allowed tells which cohorts keep rules and aims
     * @param weights of the candidates
     */
    LotteryStage(Stage allowed, long[] weights) {
        this.allowed = allowed;
        this.weights = weights;
    }

    @Override
    public Model model() {
        return allowed.model();
    }

    @Override
    public long cost(int candidate) {
        return weights[candidate];
    }

    @Override
    public long helperCost(int helper) {
        return 0;
    }

    @Override
    public long value(int[] cohort) {
        if (allowed.value(cohort) == NOT_ALLOWED) {
            return NOT_ALLOWED;
        }
        long sum = 0;
        for (int i : cohort) {
            sum += weights[i];
        }
        return sum;
    }
}

package org.rivages.cohort;

/** No aim at all: whether there is any cohort. */
record Feasible(Model model) implements Stage {
    @Override
    public long cost(int candidate) {
        return 0;
    }

    @Override
    public long helperCost(int helper) {
        return 0;
    }

    @Override
    public long value(int[] cohort) {
        return model.keeps(cohort) ? 0 : NOT_ALLOWED;
    }
}

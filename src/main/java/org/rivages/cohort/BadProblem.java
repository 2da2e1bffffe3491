package org.rivages.cohort;

import java.util.List;

/** Thrown by {@link Problem}: every fault that was found. Contradictory rules are no fault. */
public final class BadProblem extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    BadProblem(List<Fault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}

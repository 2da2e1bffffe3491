package org.rivages.cohort;

import java.util.List;

/**
 * The smallest change that makes the rules possible.
 *
 * <p>Moving a minimum or maximum of a quota or a group cap by one person costs one (an
 * <i>each</i> rule is one rule: its bound moves for all values at once). Doing without an include,
 * an exclude, a mutual exclusion or a threshold costs one. The sum is the smallest there is. Only
 * when there are fewer candidates than places the number of places is lowered, to the number of
 * candidates, and the rest is counted with it.
 *
 * @param total what the changes cost together, without those of the places
 * @param proven false when the allowed work ended before the smallest was proven; the changes still
 *     make the rules possible
 * @param cohort ids, ascending, of one cohort that keeps the rules as changed
 */
public record Repair(List<Change> changes, long total, boolean proven, List<String> cohort) {
    public Repair {
        changes = List.copyOf(changes);
        cohort = List.copyOf(cohort);
    }

    public enum Kind {
        /** The minimum, in persons, comes down. */
        MINIMUM,
        /** The maximum, in persons, goes up. */
        MAXIMUM,
        /** The rule is left out. */
        DROP,
        /** The number of places comes down; {@link Change#rule()} is "". */
        PLACES
    }

    /**
     * @param from persons; 0 for {@link Kind#DROP}
     * @param to persons; 0 for {@link Kind#DROP}
     */
    public record Change(String rule, Kind kind, long from, long to) {}
}

package org.rivages.reviews;

import java.util.List;
import java.util.UUID;

/** What came of dealing the applications of a call to its jurors. */
public sealed interface Dealt {
    /**
     * @param added reviews that are new
     * @param least load of the least loaded juror, the finished reviews included
     * @param most load of the most loaded juror
     */
    record Done(int added, int least, int most) implements Dealt {}

    /** Nothing was changed. */
    record Impossible(List<Shortage> shortages) implements Dealt {}

    /**
     * Why it cannot be done: these applications together want so many reviews, these are all the
     * jurors who may read any of them, and together they can take fewer.
     *
     * @param applications their numbers
     */
    record Shortage(List<String> applications, List<UUID> jurors, int wanted, int possible) {}
}

package org.rivages.reviews;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rivages.calls.CallId;

/**
 * How the applications of a call are read.
 *
 * @param perApplication how many jurors read each application
 * @param blind names and organisations are hidden from jurors
 * @param othersAfterOwn a juror sees the others' reviews of an application after finishing their
 *     own; otherwise never
 * @param due the day by which reviews are wanted
 * @param version for the optimistic lock of the desk
 */
public record Panel(
        CallId call,
        ScoreGrid grid,
        int perApplication,
        boolean blind,
        boolean othersAfterOwn,
        @Nullable LocalDate due,
        int version) {}

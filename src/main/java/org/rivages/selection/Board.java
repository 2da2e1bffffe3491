package org.rivages.selection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rivages.calls.CallId;

/**
 * The state of a call's choice.
 *
 * @param version counts every change, for the lock against two tabs
 * @param exception why it was closed although a rule is not kept or places are left; "" for neither
 * @param proposedAt when the engine was first asked
 * @param tellsRank whether people on the reserve are told their rank
 */
public record Board(
        CallId call,
        BoardState state,
        int version,
        String exception,
        boolean tellsRank,
        Letters letters,
        @Nullable Instant proposedAt,
        @Nullable Instant closedAt,
        @Nullable Instant releasedAt) {}

package org.rivages.selection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.applications.ApplicationId;

/**
 * What the committee has picked for one application.
 *
 * @param rank on the reserve, from 1; null elsewhere
 * @param reason the committee's words, or ""
 */
record Pick(
        ApplicationId application,
        PickState state,
        @Nullable Integer rank,
        String reason,
        UUID by) {}

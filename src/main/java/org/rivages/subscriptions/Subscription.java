package org.rivages.subscriptions;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.follow.FollowedSearches.Followed;
import org.rivages.shared.Language;

/**
 * A search that somebody follows and has confirmed.
 *
 * @param person with whose rights it is asked; null for what everybody sees
 * @param language of a reader without account; a person's own counts for theirs
 * @param toldAt when the reader was told last, or confirmed
 * @param seen what matched then; null until it is known
 * @param dueAt the next digest
 */
record Subscription(
        UUID id,
        String address,
        @Nullable UUID person,
        Followed followed,
        Rhythm rhythm,
        Language language,
        ZoneId zone,
        Instant confirmedAt,
        Instant toldAt,
        @Nullable Seen seen,
        Instant dueAt) {}

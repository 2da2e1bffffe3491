package org.rivages.subscriptions;

import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.follow.FollowedSearches.Followed;
import org.rivages.shared.Language;

/**
 * What somebody asked for and has not confirmed yet.
 *
 * @param person who was signed in with this very address; null otherwise
 */
record Wish(
        UUID id,
        String address,
        @Nullable UUID person,
        Followed followed,
        Rhythm rhythm,
        Language language,
        ZoneId zone) {}

package org.rivages.participation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.applications.ApplicationId;
import org.rivages.calls.CallId;
import org.rivages.shared.LocalizedText;

/**
 * A place offered to one person.
 *
 * @param person null only for somebody without a mail address: the desk answers for them
 * @param reserveRank the rank on the reserve from which they came; null for the selected
 * @param reason why this person from the reserve, as the selection said
 * @param answerBy the offer ends then
 */
public record Place(
        PlaceId id,
        CallId call,
        ApplicationId application,
        @Nullable UUID person,
        @Nullable Integer reserveRank,
        LocalizedText reason,
        PlaceState state,
        Instant offeredAt,
        Instant answerBy,
        @Nullable Instant answeredAt,
        String answerReason) {

    /** An offer can be answered until its date; afterwards it has expired, noted or not. */
    boolean open(Instant now) {
        return state == PlaceState.OFFERED && now.isBefore(answerBy);
    }
}

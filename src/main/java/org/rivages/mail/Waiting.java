package org.rivages.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.Language;

/**
 * A letter that this worker has claimed.
 *
 * @param attempt which attempt this is, from 1; also proves that the claim is still ours
 * @param body as stored, with the places of late texts
 * @param stop where one POST ends such letters, with the places of late texts
 */
record Waiting(
        long id,
        UUID uid,
        int attempt,
        @Nullable UUID about,
        String address,
        Language language,
        String subject,
        String body,
        @Nullable String stop) {

    /** The same letter as it leaves. */
    Waiting saying(String finalBody, @Nullable String finalStop) {
        return new Waiting(
                id, uid, attempt, about, address, language, subject, finalBody, finalStop);
    }
}

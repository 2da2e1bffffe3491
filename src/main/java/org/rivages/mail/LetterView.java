package org.rivages.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.Language;

/**
 * A letter as the desk sees it. Late texts are not in it: they were never stored.
 *
 * @param state waiting, sent or failed
 * @param attempts how often it was offered to the mail server
 * @param lastError what the mail server said last, in its own words
 * @param due when a waiting letter is tried again
 */
public record LetterView(
        UUID uid,
        String kind,
        String address,
        Language language,
        String subject,
        String body,
        String state,
        int attempts,
        @Nullable String lastError,
        Instant createdAt,
        @Nullable Instant sentAt,
        Instant due) {

    public LetterText text() {
        return LetterText.of(body);
    }
}

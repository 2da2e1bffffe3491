package org.rivages.calls;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;

/**
 * A question that somebody asked about a call.
 *
 * @param question as it was asked
 * @param publicQuestion as the secretariat publishes it, without anything personal
 */
public record CallQuestion(
        UUID id,
        CallId call,
        UUID asker,
        Language language,
        String question,
        Instant askedAt,
        State state,
        LocalizedText publicQuestion,
        LocalizedText answer,
        @Nullable Instant answeredAt) {
    public enum State {
        WAITING,
        /** Published with its answer. */
        ANSWERED,
        /** Answered to the asker only. */
        DECLINED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}

package org.rivages.applications;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.calls.Answers;
import org.rivages.calls.CallId;
import org.rivages.shared.Language;

/**
 * An application as its row has it. What is being written ({@code answers}, {@code version}) and
 * what was sent are two things: a version that was sent counts until a newer one is sent.
 *
 * @param version counts the saves; 0 when nothing was saved yet
 * @param sentVersion counts what was sent; 0 when nothing was
 * @param sentAnswersVersion the save that was sent last; null when none was
 */
record Application(
        ApplicationId id,
        CallId call,
        @Nullable UUID person,
        String number,
        ApplicationState state,
        Channel channel,
        Language language,
        Answers answers,
        int version,
        int sentVersion,
        @Nullable Integer sentAnswersVersion,
        @Nullable Instant sentAt,
        String name,
        String email,
        Instant changedAt) {

    /** How it reached us. */
    enum Channel {
        ONLINE,
        PAPER,
        IMPORT;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Channel ofCode(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }

    boolean changedSinceSent() {
        return sentAnswersVersion != null && sentAnswersVersion != version;
    }

    /** The same with its present text as the version that counts. */
    Application asSent(String givenNumber, ApplicationState now, Instant at, Language spoken) {
        return new Application(
                id,
                call,
                person,
                givenNumber,
                now,
                channel,
                spoken,
                answers,
                version,
                sentVersion + 1,
                version,
                at,
                name,
                email,
                at);
    }

    /** Sent, and not declined, refused or taken back already. */
    boolean withdrawable() {
        return switch (state) {
            case SUBMITTED,
                    PIECES_REQUESTED,
                    ELIGIBLE,
                    NOT_ELIGIBLE,
                    SELECTED,
                    RESERVE,
                    CONFIRMED ->
                    true;
            case DRAFT, REFUSED, DECLINED, WITHDRAWN -> false;
        };
    }

    /** This very text was sent already: sending it again changes nothing. */
    boolean sentAs(int asked) {
        return state.sent() && sentAnswersVersion != null && sentAnswersVersion == asked;
    }

    /** Its writer may still change the text: nothing was decided, nothing taken back. */
    boolean writable() {
        return state == ApplicationState.DRAFT || ApplicationState.IN_SCREENING.contains(state);
    }
}

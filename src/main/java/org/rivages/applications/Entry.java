package org.rivages.applications;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.calls.Answers;
import org.rivages.calls.CallId;
import org.rivages.shared.Language;

/**
 * An application that reached the network otherwise than through its own form, entered for
 * somebody.
 *
 * @param email "" when they have none; then {@code way} is paper and nobody can sign in to it
 * @param answers without uploads; checked as those of everybody, but may be incomplete
 * @param by who enters it; null when the program itself does
 */
public record Entry(
        CallId call,
        Way way,
        String name,
        String email,
        Language language,
        Instant receivedAt,
        Answers answers,
        List<EnteredFile> files,
        @Nullable UUID by) {

    public enum Way {
        /** On paper; the person gets a receipt by mail where there is an address. */
        PAPER,
        /** From another system, or a demonstration: no letter is sent. */
        IMPORT
    }

    /**
     * @param field key of the form's upload
     */
    public record EnteredFile(String field, String name, InputStream content) {}
}

package org.rivages.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.Language;

/**
 * One letter to one person, in words ready to read. Build subject and body from messages in the
 * recipient's language; addresses in it are absolute ({@code Links.absolute}).
 *
 * @param kind what it is, a message key: {@code mail.kind.receipt}; groups letters at the desk
 * @param about the record it is about, or null
 * @param to the address
 * @param recipient the person, or null when unknown
 * @param body plain text, lines of any length; may hold one late text (see {@link LateText}) as
 *     {@code {{name}}}
 * @param key the same key is stored only once: repeating an action sends no second letter
 * @param confidential not shown at the desk, only counted: it tells what its reader follows
 * @param stop an address that ends letters like this one by a single POST (RFC 8058), or a late
 *     text as {@code {{name}}}; null where they cannot be ended
 */
public record Letter(
        String kind,
        @Nullable UUID about,
        String to,
        @Nullable UUID recipient,
        Language language,
        String subject,
        String body,
        String key,
        boolean confidential,
        @Nullable String stop) {

    /** A letter that the desk may read and that nobody can unsubscribe from. */
    public Letter(
            String kind,
            @Nullable UUID about,
            String to,
            @Nullable UUID recipient,
            Language language,
            String subject,
            String body,
            String key) {
        this(kind, about, to, recipient, language, subject, body, key, false, null);
    }
}

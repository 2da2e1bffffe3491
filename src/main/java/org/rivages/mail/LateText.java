package org.rivages.mail;

import java.util.UUID;

/**
 * A text that is made only when its letter leaves, and is kept nowhere: a sign-in link. The outbox
 * stores {@code {{name}}} instead, so nobody who reads the outbox can sign in as the recipient.
 */
public interface LateText {
    String name();

    /**
     * @param about the record of the letter
     */
    String make(UUID about, String to);
}

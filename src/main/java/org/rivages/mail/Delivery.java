package org.rivages.mail;

import java.time.Instant;

/** Where letters go: a mail server, the mailbox of the demonstration, or nowhere. */
sealed interface Delivery permits SmtpDelivery, DemoMailbox, NoDelivery {

    /** What became of one attempt. */
    sealed interface Outcome {
        /** Somebody has taken responsibility for the letter. */
        record Accepted() implements Outcome {}

        /** It will never be taken: there is no such mailbox, or the letter itself is refused. */
        record Refused(String reason) implements Outcome {}

        /** Not now; perhaps later. */
        record Later(String reason) implements Outcome {}

        /** Nobody to give it to; says nothing about this letter. */
        record Unreachable(String reason) implements Outcome {}
    }

    /** False when letters only wait. */
    boolean delivers();

    /**
     * @param letter as it leaves, late texts filled in: neither stored nor logged
     * @param date the time on our clock, for the Date header
     */
    Outcome deliver(Waiting letter, Instant date);

    /** After a round of letters: connections may be closed. */
    default void rest() {}
}

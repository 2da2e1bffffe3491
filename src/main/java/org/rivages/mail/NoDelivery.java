package org.rivages.mail;

import java.time.Instant;

/** No mail server is set: letters wait, and the desk says so. */
final class NoDelivery implements Delivery {
    @Override
    public boolean delivers() {
        return false;
    }

    @Override
    public Outcome deliver(Waiting letter, Instant date) {
        return new Outcome.Unreachable("no mail server is set");
    }
}

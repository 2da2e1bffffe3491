package org.rivages.mail;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The demonstration without a mail server: letters are delivered to a page on this machine. A
 * letter with a late text is kept whole only in memory, until the program ends.
 */
final class DemoMailbox implements Delivery {
    private final Map<UUID, String> whole = new ConcurrentHashMap<>();

    @Override
    public boolean delivers() {
        return true;
    }

    @Override
    public Outcome deliver(Waiting letter, Instant date) {
        whole.put(letter.uid(), letter.body());
        return new Outcome.Accepted();
    }

    /** The letter as it left, or null when that was before this program started. */
    @Nullable String bodyOf(UUID uid) {
        return whole.get(uid);
    }
}

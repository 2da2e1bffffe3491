package org.rivages.search;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * A number that grows whenever something public changed: once when this program commits a change,
 * and once when the index has taken in changes, of whichever copy of the program. A page made while
 * it had one value may be kept for as long as it has that value.
 */
@Component
public class ContentVersion {
    private final AtomicLong version = new AtomicLong();

    public long now() {
        return version.get();
    }

    void bump() {
        version.incrementAndGet();
    }
}

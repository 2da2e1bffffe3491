package org.rivages.platform;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * What must be complete before {@code /health} says up. A room names its part while the program
 * starts and reports it when done; the parts are a few words such as {@code search index}.
 */
@Component
public class Readiness {

    private final Set<String> missing = new TreeSet<>();

    /** From a constructor or a start-up method: health waits for this part. */
    public synchronized void expect(String part) {
        missing.add(part);
    }

    /** The part is complete. */
    public synchronized void done(String part) {
        missing.remove(part);
    }

    /** Nothing is awaited any more: what reads the index on its own may begin. */
    public synchronized boolean complete() {
        return missing.isEmpty();
    }

    synchronized Set<String> missing() {
        return new TreeSet<>(missing);
    }
}

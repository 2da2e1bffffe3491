package org.rivages.shared;

/** What was asked for is not there, or must not be known to be there. Becomes the 404 page. */
public final class NotFound extends RuntimeException {
    public NotFound(String what) {
        super(what);
    }
}

package org.rivages.calls;

import java.util.UUID;

/** A call. */
public record CallId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}

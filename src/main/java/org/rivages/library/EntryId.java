package org.rivages.library;

import java.util.UUID;

/** One entry of the library. */
public record EntryId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}

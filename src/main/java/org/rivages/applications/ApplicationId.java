package org.rivages.applications;

import java.util.UUID;

/** One person's application to one call. */
public record ApplicationId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}

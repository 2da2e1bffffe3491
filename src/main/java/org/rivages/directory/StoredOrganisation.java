package org.rivages.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * An organisation with the state of its record.
 *
 * @param version counts the edits; an edit names the version that it started from
 * @param archivedAt since when it is out of sight; null while it is shown
 */
public record StoredOrganisation(
        Organisation organisation,
        int version,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant archivedAt,
        String archiveReason) {

    public boolean archived() {
        return archivedAt != null;
    }

    /** When it was last known to be right: confirmed, or first written. */
    public LocalDate lastKnown() {
        LocalDate confirmed = organisation.confirmedOn();
        return confirmed != null ? confirmed : createdAt.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Nobody confirmed it for a year. */
    public boolean stale(Instant now) {
        return Staleness.stale(lastKnown(), now);
    }
}

package org.rivages.library;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.LocalizedText;

/**
 * A practice, a lesson, a benchmark or a study.
 *
 * @param confirmedOn when the city last said that it is still so; null for never
 * @param publishedAt when it first became public; null when it never was
 * @param version counts the changes of its content
 * @param changedAt of its content or its state
 */
public record Entry(
        EntryId id,
        EntryContent content,
        EntryState state,
        @Nullable LocalDate confirmedOn,
        @Nullable Instant publishedAt,
        int version,
        Instant changedAt) {

    public EntryKind kind() {
        return content.kind();
    }

    public String slug() {
        return content.slug();
    }

    public LocalizedText title() {
        return content.title();
    }

    public boolean isPublic() {
        return state == EntryState.PUBLISHED;
    }

    /** Its address without the language. */
    public String path() {
        return "/library/" + content.slug();
    }

    /** Nobody confirmed it for a year, nor was it published since. */
    public boolean isStale(LocalDate today) {
        LocalDate known = confirmedOn;
        if (known == null && publishedAt != null) {
            known = publishedAt.atZone(java.time.ZoneOffset.UTC).toLocalDate();
        }
        return isPublic() && known != null && !known.isAfter(today.minusYears(1));
    }
}

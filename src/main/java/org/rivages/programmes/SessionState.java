package org.rivages.programmes;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.LocalizedText;

/**
 * The part of a session whose changes need a reason and are announced.
 *
 * @param date null while there is none
 * @param place empty while there is none
 * @param country ISO 3166 alpha-2, or null
 */
public record SessionState(
        SessionStatus status,
        @Nullable FuzzyDate date,
        LocalizedText place,
        @Nullable String country) {

    /** Tentative without a place or a date. */
    @JsonIgnore
    public boolean isToBeConfirmed() {
        return status == SessionStatus.TENTATIVE && (date == null || place.isEmpty());
    }

    /** The day is known, not only the month or the year. */
    @JsonIgnore
    public boolean hasExactDays() {
        return date != null && date.grain() == FuzzyDate.Grain.DAY;
    }
}

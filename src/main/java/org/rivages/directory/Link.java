package org.rivages.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.LocalizedText;

/**
 * A public address of an organisation.
 *
 * @param label what stands behind it; empty for the organisation's own site
 * @param seen when and how exactly it was seen somewhere; null when nobody noted it
 * @param checkedOn when somebody of the secretariat opened it; null when nobody did
 */
public record Link(
        String url,
        LocalizedText label,
        LinkState state,
        @Nullable FuzzyDate seen,
        @Nullable LocalDate checkedOn) {

    /** The address as people say it: {@code avecnet.net}. */
    public String shown() {
        return url.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    }
}

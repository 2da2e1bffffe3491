package org.rivages.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.LocalizedText;

/**
 * What somebody said of an organisation: often a figure, never without a source. Shown with its
 * age.
 *
 * @param value the figure as printed large; "" for a statement in words
 * @param text what the figure counts, or the statement
 * @param asOf the date that the source gives it for; null when the source does not say
 * @param source as one would cite it
 * @param sourceUrl "" for none
 * @param checked when somebody last read it in the source, as exactly as was noted; null when not
 *     noted
 * @param dispute why it is doubted, shown beside it; empty exactly when it is not disputed
 */
public record Claim(
        UUID id,
        String value,
        LocalizedText text,
        @Nullable FuzzyDate asOf,
        String source,
        String sourceUrl,
        @Nullable FuzzyDate checked,
        LocalizedText dispute) {

    public boolean disputed() {
        return !dispute.isEmpty();
    }
}

package org.rivages.programmes;

import java.time.Instant;
import java.util.List;
import org.rivages.shared.LocalizedText;

/**
 * A series of editions.
 *
 * @param rationale why it exists; Markdown, like objectives and audience
 * @param source where these texts come from and of when they are: "as published for 2020"
 * @param languages BCP 47 tags
 * @param themes codes of the directory's list
 * @param published false for a draft, which only the desk shows, with all its editions
 * @param version counts the saves, so that nobody overwrites unseen
 */
public record Programme(
        ProgrammeId id,
        String slug,
        LocalizedText name,
        LocalizedText summary,
        LocalizedText rationale,
        LocalizedText objectives,
        LocalizedText audience,
        LocalizedText source,
        List<String> languages,
        List<String> themes,
        List<Partner> partners,
        boolean published,
        int version,
        Instant changedAt) {

    /** Its address without the language. */
    public String path() {
        return "/programmes/" + slug;
    }
}

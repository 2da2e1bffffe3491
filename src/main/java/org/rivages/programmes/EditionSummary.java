package org.rivages.programmes;

import org.rivages.shared.LocalizedText;

/**
 * An edition as other rooms see it.
 *
 * @param programme for permission checks: roles are held per programme
 * @param published false for a draft, which only the desk shows
 */
public record EditionSummary(
        EditionId id,
        ProgrammeId programme,
        String programmeSlug,
        LocalizedText programmeName,
        String slug,
        LocalizedText title,
        int year,
        boolean published) {

    /** Its address without the language. */
    public String path() {
        return "/programmes/" + programmeSlug + "/" + slug;
    }
}

package org.rivages.programmes;

import java.time.Instant;
import java.util.List;
import org.rivages.shared.LocalizedText;

/**
 * One run of a programme, with its sessions.
 *
 * @param about Markdown
 * @param source where the texts come from and of when they are
 * @param partners its own; empty when they are those of the programme
 * @param published whether the edition itself is; see {@link #isPublic}
 * @param programmePublished whether its programme is
 */
public record Edition(
        EditionId id,
        ProgrammeId programme,
        String programmeSlug,
        LocalizedText programmeName,
        String slug,
        int year,
        LocalizedText title,
        LocalizedText summary,
        LocalizedText about,
        LocalizedText source,
        List<Partner> partners,
        boolean published,
        boolean programmePublished,
        int version,
        Instant changedAt) {

    public boolean isPublic() {
        return published && programmePublished;
    }

    public String path() {
        return toSummary().path();
    }

    public EditionSummary toSummary() {
        return new EditionSummary(
                id, programme, programmeSlug, programmeName, slug, title, year, isPublic());
    }
}

package org.rivages.programmes;

import java.util.List;
import org.rivages.shared.LocalizedText;

/** What is written about a programme; see {@link Programme} for the fields. */
public record ProgrammeContent(
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
        boolean published) {}

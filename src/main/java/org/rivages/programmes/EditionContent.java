package org.rivages.programmes;

import java.util.List;
import org.rivages.shared.LocalizedText;

/** What is written about an edition; see {@link Edition} for the fields. */
public record EditionContent(
        String slug,
        int year,
        LocalizedText title,
        LocalizedText summary,
        LocalizedText about,
        LocalizedText source,
        List<Partner> partners,
        boolean published) {}

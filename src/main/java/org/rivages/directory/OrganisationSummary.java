package org.rivages.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;

/**
 * What others need to name an organisation and lead to it.
 *
 * @param nativeName its name in its own language; "" when the same or not known
 * @param acronym the first of its acronyms; "" for none
 * @param country ISO 3166 alpha-2; null when not known
 * @param place the town of its seat; empty when not known
 * @param lat degrees, WGS 84; null together with lon
 */
public record OrganisationSummary(
        OrganisationId id,
        String slug,
        LocalizedText name,
        String nativeName,
        String acronym,
        OrganisationKind kind,
        @Nullable String country,
        LocalizedText place,
        @Nullable Double lat,
        @Nullable Double lon) {

    /** Its address without the language. */
    public String path() {
        return "/organisations/" + slug;
    }

    public UUID uuid() {
        return id.value();
    }

    /** "Agency for … (AVITEM)": the name, with the acronym when it does not stand in it already. */
    public String label(Language language) {
        String own = name.in(language);
        return acronym.isEmpty() || own.contains(acronym) ? own : own + " (" + acronym + ")";
    }
}

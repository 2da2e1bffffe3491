package org.rivages.library;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rivages.directory.OrganisationId;
import org.rivages.programmes.SessionId;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;

/**
 * What is written about an entry.
 *
 * @param slug the last part of its address; stays once it was published
 * @param parts in Markdown; those of the kind, as far as they are written
 * @param source where the words and figures come from; never empty where there are results
 * @param link the document itself, elsewhere; "" for none
 * @param organisation whose practice or study it is; null when it is nobody's in particular
 * @param session at which it was learned; null when it comes from elsewhere
 * @param date when it was done, or when the document appeared; null when not known
 * @param languages of the document behind the link, BCP 47
 * @param themes codes of {@link org.rivages.directory.Themes}
 * @param sdgs 1 to 17
 * @param reusedBy who did the same since
 */
public record EntryContent(
        EntryKind kind,
        String slug,
        LocalizedText title,
        LocalizedText summary,
        Map<EntryPart, LocalizedText> parts,
        LocalizedText source,
        String link,
        @Nullable OrganisationId organisation,
        @Nullable SessionId session,
        @Nullable FuzzyDate date,
        List<String> languages,
        List<String> themes,
        List<Integer> sdgs,
        List<OrganisationId> reusedBy) {

    public EntryContent {
        Map<EntryPart, LocalizedText> kept = new EnumMap<>(EntryPart.class);
        for (EntryPart part : kind.parts()) {
            LocalizedText text = parts.getOrDefault(part, LocalizedText.EMPTY);
            if (!text.isEmpty()) {
                kept.put(part, text);
            }
        }
        parts = kept;
        languages = List.copyOf(languages);
        themes = List.copyOf(themes);
        sdgs = List.copyOf(sdgs);
        reusedBy = List.copyOf(reusedBy);
    }

    public LocalizedText part(EntryPart part) {
        return parts.getOrDefault(part, LocalizedText.EMPTY);
    }

    /** The organisations that it speaks of. */
    Set<OrganisationId> named() {
        Set<OrganisationId> named = new LinkedHashSet<>(reusedBy);
        if (organisation != null) {
            named.add(organisation);
        }
        return named;
    }

    /** Figures that nobody can look up are not shown. */
    boolean lacksSource() {
        return !part(EntryPart.RESULTS).isEmpty() && source.isEmpty();
    }

    /** In which of our languages its page can be read. */
    Set<Language> written() {
        Set<Language> written = EnumSet.noneOf(Language.class);
        for (Language language : Language.values()) {
            if (title.has(language)
                    && parts.values().stream().allMatch(text -> text.has(language))) {
                written.add(language);
            }
        }
        return written;
    }

    EntryContent slug(String other) {
        return new EntryContent(
                kind,
                other,
                title,
                summary,
                parts,
                source,
                link,
                organisation,
                session,
                date,
                languages,
                themes,
                sdgs,
                reusedBy);
    }
}

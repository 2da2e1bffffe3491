package org.rivages.library;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rivages.programmes.SessionId;
import org.rivages.shared.LocalizedText;

/** Entries for tests. */
final class Entries {
    private Entries() {}

    static EntryContent practice(String slug, String title, Map<EntryPart, LocalizedText> parts) {
        return practice(slug, LocalizedText.same(title), parts, null);
    }

    /**
     * With a source, and no document behind it.
     *
     * @param session at which it was learned
     */
    static EntryContent practice(
            String slug,
            LocalizedText title,
            Map<EntryPart, LocalizedText> parts,
            @Nullable SessionId session) {
        return new EntryContent(
                EntryKind.PRACTICE,
                slug,
                title,
                LocalizedText.EMPTY,
                parts,
                LocalizedText.same("Made up for a test."),
                "",
                null,
                session,
                null,
                List.of(),
                List.of("water"),
                List.of(6),
                List.of());
    }
}

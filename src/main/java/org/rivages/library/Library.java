package org.rivages.library;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** The front door for those who ask. Writing goes by {@link EditLibrary}. */
@Component
public class Library {
    private final EntryStore entries;

    Library(EntryStore entries) {
        this.entries = entries;
    }

    /** In any state: whoever shows it to the public asks {@link Entry#isPublic}. */
    public Optional<Entry> entry(String slug) {
        return entries.bySlug(slug);
    }

    public Optional<Entry> entry(EntryId id) {
        return entries.entry(id);
    }
}

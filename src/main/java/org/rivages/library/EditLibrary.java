package org.rivages.library;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.audit.AuditTrail;
import org.rivages.search.SearchChanges;
import org.rivages.shared.NotFound;
import org.rivages.shared.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the library. Who may do so is checked by the page that calls; {@code by} is null when the
 * program itself acts.
 */
@Component
public class EditLibrary {
    private final EntryStore entries;
    private final ReviewTrail trail;
    private final AuditTrail audit;
    private final SearchChanges searchChanges;
    private final Now now;

    EditLibrary(
            EntryStore entries,
            ReviewTrail trail,
            AuditTrail audit,
            SearchChanges searchChanges,
            Now now) {
        this.entries = entries;
        this.trail = trail;
        this.audit = audit;
        this.searchChanges = searchChanges;
        this.now = now;
    }

    /**
     * A new draft.
     *
     * @throws IllegalArgumentException for results without a source
     */
    @Transactional
    public Edited create(EntryContent content, @Nullable UUID by) {
        requireSource(content);
        Instant at = now.instant();
        Optional<EntryId> id = entries.insert(content, at);
        if (id.isEmpty()) {
            return new Edited.SlugTaken();
        }
        trail.add(id.get(), new EntryStep(StepKind.CREATED, at, by, "", null));
        audit.record(
                by,
                "library.entry-created",
                id.get().value(),
                Map.of("slug", content.slug(), "kind", content.kind().code()));
        searchChanges.changed(content.kind().code(), id.get().value());
        return new Edited.Saved(id.get());
    }

    /**
     * The address stays once the entry was public.
     *
     * @param version the one that the writer saw
     * @throws IllegalArgumentException for results without a source, or another kind
     */
    @Transactional
    public Edited save(EntryId id, int version, EntryContent content, @Nullable UUID by) {
        requireSource(content);
        Entry before = locked(id);
        if (before.kind() != content.kind()) {
            throw new IllegalArgumentException("an entry keeps its kind");
        }
        EntryContent kept = before.publishedAt() == null ? content : content.slug(before.slug());
        if (before.version() != version) {
            // a second click of the same save changes nothing
            return before.version() == version + 1 && before.content().equals(kept)
                    ? new Edited.Saved(id)
                    : new Edited.Stale(before.version());
        }
        if (before.content().equals(kept)) {
            return new Edited.Saved(id);
        }
        Instant at = now.instant();
        if (!entries.update(id, kept, at)) {
            return new Edited.SlugTaken();
        }
        trail.add(id, new EntryStep(StepKind.CHANGED, at, by, "", null));
        audit.record(by, "library.entry-changed", id.value(), Map.of("slug", kept.slug()));
        searchChanges.changed(kept.kind().code(), id.value());
        return new Edited.Saved(id);
    }

    /**
     * Takes a step on the way to the public, or back.
     *
     * @param day for {@link StepKind#CONFIRMED}: when the city said so
     */
    @Transactional
    public Stepped step(
            EntryId id, StepKind kind, String comment, @Nullable LocalDate day, @Nullable UUID by) {
        Entry before = locked(id);
        Optional<EntryState> after = before.state().after(kind);
        if (after.isEmpty()) {
            return already(before, kind)
                    ? new Stepped.Already()
                    : new Stepped.NotFromHere(before.state());
        }
        if (kind == StepKind.CONFIRMED && day != null && day.equals(before.confirmedOn())) {
            return new Stepped.Already();
        }
        if (after.get() == EntryState.PUBLISHED && before.content().parts().isEmpty()) {
            return new Stepped.NothingWritten();
        }
        Instant at = now.instant();
        entries.state(id, after.get(), day == null ? before.confirmedOn() : day, at);
        trail.add(id, new EntryStep(kind, at, by, comment, day));
        audit.record(
                by,
                "library.entry-" + kind.code(),
                id.value(),
                comment.isEmpty()
                        ? Map.of("slug", before.slug())
                        : Map.of("slug", before.slug(), "reason", comment));
        searchChanges.changed(before.kind().code(), id.value());
        return new Stepped.Taken();
    }

    private static boolean already(Entry entry, StepKind kind) {
        return switch (kind) {
            case SENT -> entry.state() == EntryState.IN_REVIEW;
            case PUBLISHED -> entry.state() == EntryState.PUBLISHED;
            case WITHDRAWN -> entry.state() == EntryState.WITHDRAWN;
            case CREATED, CHANGED, RETURNED, CONFIRMED -> false;
        };
    }

    private Entry locked(EntryId id) {
        return entries.locked(id).orElseThrow(() -> new NotFound("entry " + id));
    }

    private static void requireSource(EntryContent content) {
        if (content.lacksSource()) {
            throw new IllegalArgumentException("results need their source");
        }
    }
}

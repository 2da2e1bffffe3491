package org.rivages.thesaurus;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.audit.AuditTrail;
import org.rivages.search.Thesaurus;
import org.rivages.search.Thesaurus.Concept;
import org.rivages.shared.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes concepts. The same change asked twice is made once. */
@Component
class Records {
    /** So many the search holds in memory without harm. */
    private static final int MOST = 3_000;

    private final ConceptStore store;
    private final AuditTrail audit;

    Records(ConceptStore store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    /** A house that never had a thesaurus begins with this one. */
    @Transactional
    void begin(Thesaurus first) {
        if (store.lock() > 0) {
            return;
        }
        for (Concept concept : first.concepts()) {
            store.put(new Kept(UUID.randomUUID(), concept, 1, false), null, "");
        }
        store.grow();
    }

    @Transactional
    Saving add(Concept typed, @Nullable UUID author, String reason) {
        store.lock();
        Kept there = store.byCode(typed.code()).orElse(null);
        if (there != null) {
            return there.concept().equals(typed) && !there.removed()
                    ? new Saving.Saved(typed.code())
                    : new Saving.CodeTaken();
        }
        if (store.all().size() >= MOST) {
            return new Saving.Full();
        }
        return put(
                new Kept(UUID.randomUUID(), typed, 1, false),
                "thesaurus.concept-added",
                author,
                reason);
    }

    /**
     * @param from the version that was edited
     */
    @Transactional
    Saving edit(Concept typed, int from, @Nullable UUID author, String reason) {
        store.lock();
        Kept now = require(typed.code());
        if (now.concept().equals(typed)) {
            return new Saving.Saved(typed.code());
        }
        if (now.version() != from || now.removed()) {
            return new Saving.Overtaken(now);
        }
        return put(
                new Kept(now.id(), typed, from + 1, false),
                "thesaurus.concept-edited",
                author,
                reason);
    }

    /** Takes it out of the search, or brings it back. */
    @Transactional
    void remove(String code, boolean removed, @Nullable UUID author, String reason) {
        store.lock();
        Kept now = require(code);
        if (now.removed() != removed) {
            put(
                    new Kept(now.id(), now.concept(), now.version() + 1, removed),
                    removed ? "thesaurus.concept-removed" : "thesaurus.concept-restored",
                    author,
                    reason);
        }
    }

    private Kept require(String code) {
        return store.byCode(code).orElseThrow(() -> new NotFound("concept"));
    }

    private Saving put(Kept kept, String action, @Nullable UUID author, String reason) {
        store.put(kept, author, reason);
        store.grow();
        audit.record(
                author,
                action,
                kept.id(),
                Map.of("code", kept.concept().code(), "version", kept.version()));
        return new Saving.Saved(kept.concept().code());
    }
}

package org.rivages.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
 * Writes records: each edit keeps the old version, says who and why, and is refused when it started
 * from a version that is no longer the newest.
 */
@Component
public class Records {
    static final String KIND = "organisation";

    private final OrganisationStore organisations;
    private final VersionStore versions;
    private final AuditTrail audit;
    private final SearchChanges changes;
    private final Now now;

    Records(
            OrganisationStore organisations,
            VersionStore versions,
            AuditTrail audit,
            SearchChanges changes,
            Now now) {
        this.organisations = organisations;
        this.versions = versions;
        this.audit = audit;
        this.changes = changes;
        this.now = now;
    }

    public Optional<StoredOrganisation> record(OrganisationId id) {
        return organisations.byId(id);
    }

    /**
     * Stores several new organisations that may name each other.
     *
     * @param author null when the program itself acts
     */
    @Transactional
    public void addAll(List<Organisation> all, @Nullable UUID author, String reason) {
        for (Organisation organisation : all) {
            if (!(add(organisation, author, reason) instanceof Saving.Saved)) {
                throw new IllegalArgumentException("not added: " + organisation.slug());
            }
        }
    }

    @Transactional
    public Saving add(Organisation organisation, @Nullable UUID author, String reason) {
        if (organisations.slugTaken(organisation.slug(), organisation.id())) {
            return new Saving.SlugTaken(organisation.slug());
        }
        Instant at = now.instant();
        organisations.insert(organisation, at);
        versions.add(organisation, 1, author, reason, at);
        tell(organisation.id(), author, "directory.organisation-added", Map.of("reason", reason));
        return new Saving.Saved(organisation.id(), organisation.slug(), 1);
    }

    /**
     * @param from the version that the edit started from
     */
    @Transactional
    public Saving edit(Organisation organisation, int from, UUID author, String reason) {
        StoredOrganisation before = locked(organisation.id());
        if (before.version() != from) {
            return new Saving.Overtaken(before);
        }
        if (organisations.slugTaken(organisation.slug(), organisation.id())) {
            return new Saving.SlugTaken(organisation.slug());
        }
        if (organisation.equals(before.organisation())) {
            return new Saving.Saved(organisation.id(), organisation.slug(), from);
        }
        List<UUID> told = new ArrayList<>(organisations.participants(organisation.id()));
        store(organisation, before, author, reason);
        tell(
                organisation.id(),
                author,
                "directory.organisation-edited",
                Map.of("version", from + 1, "reason", reason));
        if (!before.organisation().slug().equals(organisation.slug())) {
            told.forEach(member -> changes.changed(KIND, member));
        }
        return new Saving.Saved(organisation.id(), organisation.slug(), from + 1);
    }

    /** Somebody read the record and says that all of it is right today. */
    @Transactional
    public void confirm(OrganisationId id, UUID author, String reason) {
        StoredOrganisation before = locked(id);
        LocalDate today = now.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate();
        if (!today.equals(before.organisation().confirmedOn())) {
            store(before.organisation().confirmed(today), before, author, reason);
            tell(id, author, "directory.organisation-confirmed", Map.of());
        }
    }

    /** Takes it out of sight, everywhere but at the desk; what others say of it stays. */
    @Transactional
    public void archive(OrganisationId id, UUID author, String reason) {
        StoredOrganisation before = locked(id);
        if (!before.archived()) {
            Instant at = now.instant();
            organisations.archive(id, at, reason, before.version() + 1);
            versions.add(before.organisation(), before.version() + 1, author, reason, at);
            tell(id, author, "directory.organisation-archived", Map.of("reason", reason));
        }
    }

    @Transactional
    public void restore(OrganisationId id, UUID author, String reason) {
        StoredOrganisation before = locked(id);
        if (before.archived()) {
            organisations.archive(id, null, "", before.version() + 1);
            versions.add(
                    before.organisation(), before.version() + 1, author, reason, now.instant());
            tell(id, author, "directory.organisation-restored", Map.of("reason", reason));
        }
    }

    private StoredOrganisation locked(OrganisationId id) {
        return organisations.locked(id).orElseThrow(() -> new NotFound(KIND));
    }

    private void store(Organisation after, StoredOrganisation before, UUID author, String reason) {
        Instant at = now.instant();
        int version = before.version() + 1;
        organisations.update(after, before.organisation().slug(), version, at);
        versions.add(after, version, author, reason, at);
    }

    private void tell(
            OrganisationId id, @Nullable UUID author, String action, Map<String, ?> details) {
        audit.record(author, action, id.value(), details);
        changes.changed(KIND, id.value());
    }
}

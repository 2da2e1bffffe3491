package org.rivages.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The front door: who an organisation is. Archived organisations are still answered by id, because
 * what they did stays true, but are not suggested or listed.
 */
@Component
public class Directory {
    private final SummaryStore summaries;
    private final OrganisationStore organisations;

    Directory(SummaryStore summaries, OrganisationStore organisations) {
        this.summaries = summaries;
        this.organisations = organisations;
    }

    /** Everything that its profile tells, also of an archived one: ask {@code archived()}. */
    public Optional<StoredOrganisation> whole(String slug) {
        return organisations.bySlug(slug);
    }

    /** The present slug of what once stood here. */
    public Optional<String> movedTo(String formerSlug) {
        return organisations.movedTo(formerSlug);
    }

    public Optional<OrganisationSummary> organisation(OrganisationId id) {
        return Optional.ofNullable(summaries.byIds(List.of(id)).get(id));
    }

    /** By its present slug; an archived organisation is not answered. */
    public Optional<OrganisationSummary> organisation(String slug) {
        return summaries.bySlug(slug);
    }

    /** Those that exist of these. */
    public Map<OrganisationId, OrganisationSummary> organisations(Collection<OrganisationId> ids) {
        return summaries.byIds(ids);
    }

    /** Whether there is such an organisation, not archived. */
    public boolean exists(OrganisationId id) {
        return summaries.exists(id);
    }

    /** All of them by English name: what a select offers. */
    public List<OrganisationSummary> all() {
        return summaries.all();
    }

    /** Organisations that have a member or are of the kind network. */
    public List<OrganisationSummary> networks() {
        return summaries.networks();
    }

    /**
     * Organisations with a name, native name, former name or acronym that holds these words,
     * whatever their case and accents; the shortest names first.
     */
    public List<OrganisationSummary> suggest(String text, int limit) {
        String plain = Spoken.plain(text);
        return plain.isEmpty() ? List.of() : summaries.suggest(plain, limit);
    }
}

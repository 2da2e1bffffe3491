package org.rivages.library;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Allow;
import org.rivages.directory.Directory;
import org.rivages.directory.OrganisationId;
import org.rivages.directory.OrganisationSummary;
import org.rivages.follow.Listing;
import org.rivages.follow.Results;
import org.rivages.follow.ResultsView;
import org.rivages.programmes.EditionSummary;
import org.rivages.programmes.Programmes;
import org.rivages.programmes.SessionSummary;
import org.rivages.shared.NotFound;
import org.rivages.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What everybody reads of the library. */
@Controller
@Allow(Allow.Who.EVERYBODY)
public class LibraryPages {
    private final EntryStore entries;
    private final LibraryRules rules;
    private final Directory directory;
    private final Programmes programmes;
    private final Results results;

    LibraryPages(
            EntryStore entries,
            LibraryRules rules,
            Directory directory,
            Programmes programmes,
            Results results) {
        this.entries = entries;
        this.rules = rules;
        this.directory = directory;
        this.programmes = programmes;
        this.results = results;
    }

    /**
     * An entry with whom and what it names.
     *
     * @param session null when there is none, or none that is public
     * @param edition of that session
     */
    public record EntryView(
            Entry entry,
            @Nullable OrganisationSummary organisation,
            @Nullable SessionSummary session,
            @Nullable EditionSummary edition,
            List<OrganisationSummary> reusedBy,
            boolean stale) {

        /** Where the document lies: the host of the link. */
        public String host() {
            return URI.create(entry.content().link()).getHost();
        }

        public LocalDate changed() {
            return entry.changedAt().atZone(ZoneOffset.UTC).toLocalDate();
        }
    }

    @GetMapping("/{lang}/library")
    ModelAndView list(Page page, @RequestParam MultiValueMap<String, String> params) {
        ResultsView found = results.of(page, Listing.LIBRARY, params);
        ModelAndView view = page.view("org/rivages/library/library", "results", found);
        view.setStatus(found.status());
        return view;
    }

    @GetMapping("/{lang}/library/{slug:[^.]+}")
    ModelAndView entry(Page page, @PathVariable String slug) {
        Entry entry = entries.bySlug(slug).orElseThrow(() -> new NotFound("entry"));
        boolean writer = rules.reads(page.viewer(), entry);
        if (!entry.isPublic() && !writer) {
            if (entry.state() == EntryState.WITHDRAWN) {
                throw new ResponseStatusException(HttpStatus.GONE);
            }
            throw new NotFound("entry");
        }
        return page.view("org/rivages/library/entry", "view", view(page, entry), "writer", writer);
    }

    private EntryView view(Page page, Entry entry) {
        EntryContent content = entry.content();
        Optional<SessionSummary> session =
                Optional.ofNullable(content.session()).flatMap(programmes::session);
        Optional<EditionSummary> edition =
                session.flatMap(one -> programmes.edition(one.edition()))
                        .filter(EditionSummary::published);
        OrganisationId organisation = content.organisation();
        Map<OrganisationId, OrganisationSummary> reusedBy =
                directory.organisations(content.reusedBy());
        return new EntryView(
                entry,
                organisation == null ? null : directory.organisation(organisation).orElse(null),
                edition.isPresent() ? session.orElseThrow() : null,
                edition.orElse(null),
                content.reusedBy().stream()
                        .flatMap(id -> Optional.ofNullable(reusedBy.get(id)).stream())
                        .toList(),
                entry.isStale(LibrarySections.today(page)));
    }
}

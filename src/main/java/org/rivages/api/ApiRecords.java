package org.rivages.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.rivages.access.Allow;
import org.rivages.calls.Calls;
import org.rivages.directory.Directory;
import org.rivages.directory.StoredOrganisation;
import org.rivages.library.Entry;
import org.rivages.library.EntryState;
import org.rivages.library.Library;
import org.rivages.programmes.Edition;
import org.rivages.programmes.Programmes;
import org.rivages.programmes.Session;
import org.rivages.shared.NotFound;
import org.rivages.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Single records with all that their pages tell. */
@RestController
@Allow(Allow.Who.EVERYBODY)
class ApiRecords {
    private static final String JSON = "application/json";

    private final Directory directory;
    private final Programmes programmes;
    private final Calls calls;
    private final Library library;
    private final OrganisationJson organisations;
    private final ProgrammeJson programmeJson;
    private final CallJson callJson;
    private final LibraryJson libraryJson;

    ApiRecords(
            Directory directory,
            Programmes programmes,
            Calls calls,
            Library library,
            OrganisationJson organisations,
            ProgrammeJson programmeJson,
            CallJson callJson,
            LibraryJson libraryJson) {
        this.directory = directory;
        this.programmes = programmes;
        this.calls = calls;
        this.library = library;
        this.organisations = organisations;
        this.programmeJson = programmeJson;
        this.callJson = callJson;
        this.libraryJson = libraryJson;
    }

    @GetMapping(value = "/api/v1/organisations/{slug}", produces = JSON)
    ResponseEntity<byte[]> organisation(
            Page page, HttpServletRequest request, @PathVariable String slug) {
        Optional<StoredOrganisation> found = directory.whole(slug);
        if (found.isEmpty()) {
            String now = directory.movedTo(slug).orElseThrow(() -> new NotFound("organisation"));
            return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                    .location(URI.create(Body.ROOT + "/organisations/" + now))
                    .build();
        }
        if (found.get().archived()) {
            throw new Refused(Problem.GONE, "");
        }
        return Answers.json(request, organisations.of(found.get()));
    }

    @GetMapping(value = "/api/v1/programmes/{programme}", produces = JSON)
    ResponseEntity<byte[]> programme(
            HttpServletRequest request, @PathVariable("programme") String slug) {
        return Answers.json(
                request,
                programmeJson.of(
                        programmes.published(slug).orElseThrow(() -> new NotFound("programme"))));
    }

    @GetMapping(value = "/api/v1/programmes/{programme}/{edition}", produces = JSON)
    ResponseEntity<byte[]> edition(
            HttpServletRequest request,
            @PathVariable String programme,
            @PathVariable String edition) {
        return Answers.json(request, programmeJson.of(published(programme, edition)));
    }

    @GetMapping(value = "/api/v1/programmes/{programme}/{edition}/{session}", produces = JSON)
    ResponseEntity<byte[]> session(
            HttpServletRequest request,
            @PathVariable String programme,
            @PathVariable String edition,
            @PathVariable("session") String slug) {
        Edition of = published(programme, edition);
        Session session =
                programmes.whole(of).stream()
                        .filter(one -> one.slug().equals(slug))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("session"));
        return Answers.json(request, programmeJson.of(of, session));
    }

    private Edition published(String programme, String edition) {
        return programmes.published(programme, edition).orElseThrow(() -> new NotFound("edition"));
    }

    @GetMapping(value = "/api/v1/calls/{slug}", produces = JSON)
    ResponseEntity<byte[]> call(Page page, HttpServletRequest request, @PathVariable String slug) {
        return Answers.json(request, callJson.of(calls.published(slug), page.now()));
    }

    @GetMapping(value = "/api/v1/library/{slug}", produces = JSON)
    ResponseEntity<byte[]> entry(HttpServletRequest request, @PathVariable String slug) {
        Entry entry = library.entry(slug).orElseThrow(() -> new NotFound("entry"));
        if (entry.state() == EntryState.WITHDRAWN) {
            throw new Refused(Problem.GONE, "");
        }
        if (!entry.isPublic()) {
            throw new NotFound("entry");
        }
        return Answers.json(request, libraryJson.of(entry));
    }
}

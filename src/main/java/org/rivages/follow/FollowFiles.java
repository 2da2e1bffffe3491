package org.rivages.follow;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rivages.access.Allow;
import org.rivages.search.SearchIndex;
import org.rivages.search.SearchQuery.Sort;
import org.rivages.search.SearchResult;
import org.rivages.shared.Json;
import org.rivages.site.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/**
 * Every list with its parameters as data, spreadsheet, feed and calendar. A reader who sends back
 * the tag of what it has gets nothing but "not modified".
 */
@Controller
@Allow(Allow.Who.EVERYBODY)
class FollowFiles {
    private static final int PAGE = 50;
    private static final int MOST_ROWS = 10_000;

    private final Results results;
    private final SearchIndex index;
    private final ValueWords values;
    private final AtomFile atom;
    private final Calendars calendars;

    FollowFiles(
            Results results,
            SearchIndex index,
            ValueWords values,
            AtomFile atom,
            Calendars calendars) {
        this.results = results;
        this.index = index;
        this.values = values;
        this.atom = atom;
        this.calendars = calendars;
    }

    private enum Form {
        JSON("application/json", PAGE),
        CSV("text/csv;charset=UTF-8", MOST_ROWS),
        ATOM("application/atom+xml;charset=UTF-8", PAGE),
        ICS("text/calendar;charset=UTF-8", MOST_ROWS);

        private final String type;
        private final int size;

        Form(String type, int size) {
            this.type = type;
            this.size = size;
        }

        Set<String> kinds(Listing listing) {
            return switch (this) {
                case JSON, CSV -> listing.kinds();
                case ATOM -> listing.feedKinds();
                case ICS -> listing.calendarKinds();
            };
        }

        Asked ordered(Asked asked) {
            return switch (this) {
                case JSON, CSV -> asked;
                case ATOM -> asked.sort() == null ? asked.sort(Sort.CHANGED) : asked;
                case ICS -> asked.sort(Sort.DATE);
            };
        }
    }

    @GetMapping("/{lang}/{list:search|organisations|programmes|calls}.{suffix:json|csv|atom|ics}")
    ResponseEntity<byte[]> file(
            Page page,
            @PathVariable String list,
            @PathVariable String suffix,
            @RequestParam MultiValueMap<String, String> params,
            WebRequest request) {
        Listing listing = Listing.valueOf(list.toUpperCase(Locale.ROOT));
        Form form = Form.valueOf(suffix.toUpperCase(Locale.ROOT));
        Asked asked = results.read(params);
        if (!asked.problems().isEmpty()) {
            return problem(page, asked.problems());
        }
        SearchResult result =
                results.search(page, listing, form.kinds(listing), form.ordered(asked), form.size);
        if (!result.available()) {
            return unavailable(page);
        }
        Follower follower =
                new Follower(
                        page,
                        listing,
                        asked,
                        result,
                        Follower.title(page, listing, asked, values),
                        form.size);
        byte[] body =
                switch (form) {
                    case JSON -> JsonFile.write(follower);
                    case CSV -> CsvFile.write(follower);
                    case ATOM -> atom.write(follower);
                    case ICS ->
                            calendars.write(
                                    page.words(),
                                    follower.title(),
                                    listing.path() + asked.page(1).address(),
                                    follower.records());
                };
        return answer(page, listing, form, body, request);
    }

    private ResponseEntity<byte[]> answer(
            Page page, Listing listing, Form form, byte[] body, WebRequest request) {
        String tag = "W/\"" + hash(body) + "\"";
        boolean known = request.checkNotModified(tag, index.changedAt().toEpochMilli());
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                        .eTag(tag)
                        .lastModified(index.changedAt())
                        .cacheControl(
                                page.viewer().signedIn()
                                        ? CacheControl.noCache().cachePrivate()
                                        : CacheControl.noCache().cachePublic())
                        .header("Vary", "Cookie")
                        .header("Content-Type", form.type);
        if (form == Form.CSV) {
            String name = listing.word() + "-" + page.language().code() + ".csv";
            answer.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        }
        return known ? answer.build() : answer.body(body);
    }

    /** What of the address could not be read, in the reader's language (RFC 9457). */
    private static ResponseEntity<byte[]> problem(Page page, List<String> problems) {
        return problem(
                page,
                HttpStatus.BAD_REQUEST,
                page.t("site.error.bad-request.title"),
                String.join(" ", problems.stream().map(page::t).toList()));
    }

    /** An empty file would tell a follower that everything is gone. */
    private static ResponseEntity<byte[]> unavailable(Page page) {
        return problem(
                page,
                HttpStatus.SERVICE_UNAVAILABLE,
                page.t("follow.search"),
                page.t("follow.unavailable"));
    }

    private static ResponseEntity<byte[]> problem(
            Page page, HttpStatus status, String title, String detail) {
        Map<String, Object> body =
                Map.of("status", status.value(), "title", title, "detail", detail);
        return ResponseEntity.status(status)
                .header("Content-Type", "application/problem+json")
                .header("Content-Language", page.language().code())
                .body(Json.mapper().writeValueAsBytes(body));
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.rivages.follow;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rivages.access.Allow;
import org.rivages.search.SearchIndex;
import org.rivages.search.SearchResult;
import org.rivages.shared.Json;
import org.rivages.site.Links;
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
    /** A change that the same second still may follow cannot be told by a date of whole seconds. */
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Results results;
    private final SearchIndex index;
    private final ValueWords values;
    private final AtomFile atom;
    private final JsonFeedFile jsonFeed;
    private final Calendars calendars;
    private final WebSub webSub;
    private final Links links;

    FollowFiles(
            Results results,
            SearchIndex index,
            ValueWords values,
            AtomFile atom,
            JsonFeedFile jsonFeed,
            Calendars calendars,
            WebSub webSub,
            Links links) {
        this.results = results;
        this.index = index;
        this.values = values;
        this.atom = atom;
        this.jsonFeed = jsonFeed;
        this.calendars = calendars;
        this.webSub = webSub;
        this.links = links;
    }

    @GetMapping(
            "/{lang}/{list:search|organisations|programmes|calls|library}.{suffix:atom|jsonfeed|ics|csv|xlsx|json}")
    ResponseEntity<byte[]> file(
            Page page,
            @PathVariable String list,
            @PathVariable String suffix,
            @RequestParam MultiValueMap<String, String> params,
            WebRequest request) {
        Listing listing = Listing.valueOf(list.toUpperCase(Locale.ROOT));
        FollowForm form = FollowForm.of(suffix);
        Asked asked = results.read(params);
        if (!asked.problems().isEmpty()) {
            return problem(page, asked.refusals());
        }
        SearchResult result =
                results.search(
                        page, listing, form.kinds(listing), form.ordered(asked), form.size());
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
                        form.size());
        String hub = webSub.hub(follower, form);
        return answer(follower, form, hub, body(follower, form, hub), request);
    }

    private byte[] body(Follower follower, FollowForm form, String hub) {
        Page page = follower.page();
        return switch (form) {
            case JSON -> JsonFile.write(follower);
            case CSV -> CsvFile.write(Table.of(follower));
            case XLSX ->
                    XlsxFile.write(
                            Table.of(follower),
                            page.t("follow.title." + follower.listing().word()),
                            page.language().direction().equals("rtl"));
            case ATOM -> atom.write(follower, hub);
            case JSONFEED -> jsonFeed.write(follower, hub);
            case ICS ->
                    calendars.write(
                            page.words(),
                            follower.title(),
                            follower.listing().path() + follower.asked().page(1).address(),
                            follower.records());
        };
    }

    private ResponseEntity<byte[]> answer(
            Follower follower, FollowForm form, String hub, byte[] body, WebRequest request) {
        Page page = follower.page();
        boolean visitor = !page.viewer().signedIn();
        String tag = "W/\"" + hash(body) + "\"";
        Instant changed = index.changedAt();
        boolean dated = visitor && changed.plus(SECOND).isBefore(page.now());
        boolean known =
                dated
                        ? request.checkNotModified(tag, changed.toEpochMilli())
                        : request.checkNotModified(tag);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                        .eTag(tag)
                        .cacheControl(
                                visitor
                                        ? CacheControl.noCache().cachePublic()
                                        : CacheControl.noCache().cachePrivate())
                        .header("Vary", "Cookie")
                        .header("Content-Type", form.contentType());
        if (dated) {
            answer.lastModified(changed);
        }
        if (!hub.isEmpty()) {
            String self = links.base() + follower.path(form.suffix(), 1);
            answer.header("Link", "<" + hub + ">; rel=\"hub\"", "<" + self + ">; rel=\"self\"");
        }
        if (follower.hasNext()) {
            int next = follower.asked().page() + 1;
            answer.header("Link", "<" + follower.path(form.suffix(), next) + ">; rel=\"next\"");
        }
        if (form.isDownload()) {
            String name =
                    follower.listing().word() + "-" + page.language().code() + "." + form.suffix();
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
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header("Retry-After", "60");
        }
        return answer.header("Content-Type", "application/problem+json")
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

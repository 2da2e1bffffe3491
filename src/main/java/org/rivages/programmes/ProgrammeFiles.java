package org.rivages.programmes;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.rivages.access.Allow;
import org.rivages.follow.Calendars;
import org.rivages.shared.Json;
import org.rivages.site.Page;
import org.rivages.site.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/** Programmes, editions and sessions as calendars and as data. */
@Controller
@Allow(Allow.Who.EVERYBODY)
class ProgrammeFiles {
    private final SeenByReader seen;
    private final EditionStore editions;
    private final SessionStore sessions;
    private final SessionDocuments documents;
    private final SessionViews views;
    private final Calendars calendars;

    ProgrammeFiles(
            SeenByReader seen,
            EditionStore editions,
            SessionStore sessions,
            SessionDocuments documents,
            SessionViews views,
            Calendars calendars) {
        this.seen = seen;
        this.editions = editions;
        this.sessions = sessions;
        this.documents = documents;
        this.views = views;
        this.calendars = calendars;
    }

    @GetMapping("/{lang}/programmes/{programme}.{suffix:ics|json}")
    ResponseEntity<byte[]> programme(
            Page page,
            @PathVariable("programme") String slug,
            @PathVariable String suffix,
            WebRequest request) {
        Programme programme = seen.programme(page, slug);
        List<Edition> all =
                editions.editions(programme.id()).stream().filter(Edition::isPublic).toList();
        if (suffix.equals("json")) {
            Map<String, Object> data =
                    record(page, "programme", programme.path(), page.t(programme.name()));
            data.put("summary", page.t(programme.summary()));
            data.put("languages", programme.languages());
            data.put("themes", programme.themes());
            data.put("partners", partners(programme.partners(), page.words()));
            data.put("editions", all.stream().map(edition -> json(page, edition)).toList());
            return answer(page, suffix, Json.mapper().writeValueAsBytes(data), request);
        }
        List<Session> listed =
                all.stream().flatMap(edition -> sessions.sessions(edition.id()).stream()).toList();
        return calendar(page, page.t(programme.name()), programme.path(), listed, request);
    }

    @GetMapping("/{lang}/programmes/{programme}/{edition}.{suffix:ics|json}")
    ResponseEntity<byte[]> edition(
            Page page,
            @PathVariable("programme") String programme,
            @PathVariable("edition") String slug,
            @PathVariable String suffix,
            WebRequest request) {
        Edition edition = seen.edition(page, programme, slug);
        if (suffix.equals("json")) {
            return answer(
                    page, suffix, Json.mapper().writeValueAsBytes(json(page, edition)), request);
        }
        return calendar(
                page,
                page.t(edition.title()),
                edition.path(),
                sessions.sessions(edition.id()),
                request);
    }

    @GetMapping("/{lang}/programmes/{programme}/{edition}/{session}.{suffix:ics|json}")
    ResponseEntity<byte[]> session(
            Page page,
            @PathVariable("programme") String programme,
            @PathVariable("edition") String editionSlug,
            @PathVariable("session") String slug,
            @PathVariable String suffix,
            WebRequest request) {
        Edition edition = seen.edition(page, programme, editionSlug);
        Session session = seen.session(edition, slug);
        if (suffix.equals("json")) {
            return answer(
                    page,
                    suffix,
                    Json.mapper().writeValueAsBytes(json(page, session, true)),
                    request);
        }
        return calendar(page, page.t(session.title()), session.path(), List.of(session), request);
    }

    private ResponseEntity<byte[]> calendar(
            Page page, String name, String path, List<Session> listed, WebRequest request) {
        return answer(
                page,
                "ics",
                calendars.write(
                        page.words(),
                        name,
                        path,
                        listed.stream().map(documents::document).toList()),
                request);
    }

    private static ResponseEntity<byte[]> answer(
            Page page, String suffix, byte[] body, WebRequest request) {
        CRC32C sum = new CRC32C();
        sum.update(body);
        String tag = "W/\"" + HexFormat.of().toHexDigits(sum.getValue()) + body.length + "\"";
        String type = suffix.equals("ics") ? "text/calendar;charset=UTF-8" : "application/json";
        boolean known = request.checkNotModified(tag);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(known ? 304 : 200)
                        .eTag(tag)
                        .cacheControl(
                                page.viewer().signedIn()
                                        ? CacheControl.noCache().cachePrivate()
                                        : CacheControl.noCache().cachePublic())
                        .header("Vary", "Cookie")
                        .header("Content-Type", type);
        return known ? answer.build() : answer.body(body);
    }

    // ---- as data

    private static Map<String, Object> record(Page page, String kind, String path, String title) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", kind);
        data.put("url", page.url(path));
        data.put("title", title);
        return data;
    }

    private Map<String, Object> json(Page page, Edition edition) {
        Map<String, Object> data = record(page, "edition", edition.path(), page.t(edition.title()));
        data.put("year", edition.year());
        data.put("summary", page.t(edition.summary()));
        data.put("partners", partners(edition.partners(), page.words()));
        data.put("changed", edition.changedAt().toString());
        data.put(
                "sessions",
                sessions.sessions(edition.id()).stream()
                        .map(session -> json(page, session, false))
                        .toList());
        return data;
    }

    private Map<String, Object> json(Page page, Session session, boolean withHistory) {
        SessionViews.Row row = views.rows(List.of(session), page.words()).getFirst();
        SessionState state = session.state();
        Map<String, Object> data = record(page, "session", session.path(), page.t(session.title()));
        data.put("status", state.isToBeConfirmed() ? "to-be-confirmed" : state.status().code());
        data.put("date", state.date());
        data.put("dateText", row.date());
        data.put("place", page.t(state.place()));
        data.put("country", state.country());
        data.put("zone", session.zone().getId());
        data.put("host", row.host() == null ? null : page.url(row.host().path()));
        data.put("sequence", session.sequence());
        data.put("changed", session.changedAt().toString());
        if (withHistory) {
            data.put(
                    "history",
                    sessions.history(session.id()).stream()
                            .map(change -> json(page, change))
                            .toList());
        }
        return data;
    }

    private static Map<String, Object> json(Page page, SessionChange change) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("sequence", change.sequence());
        data.put("at", change.at().toString());
        data.put("change", ChangeWords.text(change.before(), change.after(), page.words()));
        data.put("reason", page.t(change.reason()));
        return data;
    }

    private List<Map<String, String>> partners(List<Partner> partners, Words words) {
        return views.partners(partners, words).stream()
                .map(partner ->
                        Map.of(
                                "name", partner.name(),
                                "url", "/" + words.language().code() + partner.path(),
                                "roles", partner.roles()))
                .toList();
    }
}

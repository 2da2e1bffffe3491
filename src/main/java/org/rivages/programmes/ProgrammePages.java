package org.rivages.programmes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rivages.access.Allow;
import org.rivages.follow.Listing;
import org.rivages.follow.Results;
import org.rivages.follow.ResultsView;
import org.rivages.shared.FuzzyDate;
import org.rivages.site.Page;
import org.rivages.site.Words;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What everybody reads of programmes, editions and sessions. */
@Controller
@Allow(Allow.Who.EVERYBODY)
public class ProgrammePages {
    private final ProgrammeStore programmes;
    private final EditionStore editions;
    private final SessionStore sessions;
    private final SessionViews views;
    private final EditionParts parts;
    private final EventData events;
    private final SeenByReader seen;
    private final Results results;

    ProgrammePages(
            ProgrammeStore programmes,
            EditionStore editions,
            SessionStore sessions,
            SessionViews views,
            EditionParts parts,
            EventData events,
            SeenByReader seen,
            Results results) {
        this.programmes = programmes;
        this.editions = editions;
        this.sessions = sessions;
        this.views = views;
        this.parts = parts;
        this.events = events;
        this.seen = seen;
        this.results = results;
    }

    /**
     * An edition as a line of a list.
     *
     * @param where the places of its sessions, and when
     */
    public record EditionRow(Edition edition, String places, String when, String counts) {}

    /** A programme as a row of the list. */
    public record ProgrammeRow(Programme programme, List<EditionRow> editions, String partners) {}

    /** A change of a session, in words. */
    public record ChangeRow(SessionChange change, String text, String day) {}

    @GetMapping("/{lang}/programmes")
    ModelAndView list(Page page, @RequestParam MultiValueMap<String, String> params) {
        ResultsView found = results.of(page, Listing.PROGRAMMES, params);
        List<ProgrammeRow> rows =
                found.documents().stream()
                        .flatMap(hit -> programmes.programme(new ProgrammeId(hit.id())).stream())
                        .map(programme -> row(page, programme))
                        .toList();
        ModelAndView view =
                page.view("org/rivages/programmes/programmes", "results", found, "rows", rows);
        view.setStatus(found.status());
        return view;
    }

    private ProgrammeRow row(Page page, Programme programme) {
        List<String> partners =
                views.partners(programme.partners(), page.words()).stream()
                        .map(SessionViews.PartnerRow::name)
                        .toList();
        return new ProgrammeRow(
                programme, editionRows(page, programme.id()), page.words().list(partners));
    }

    @GetMapping("/{lang}/programmes/{programme:[^.]+}")
    ModelAndView programme(Page page, @PathVariable("programme") String slug) {
        Programme programme = seen.programme(page, slug);
        return page.view(
                "org/rivages/programmes/programme",
                "programme",
                programme,
                "editions",
                editionRows(page, programme.id()),
                "partners",
                views.partners(programme.partners(), page.words()));
    }

    @GetMapping("/{lang}/programmes/{programme}/{edition:[^.]+}")
    ModelAndView edition(
            Page page,
            @PathVariable("programme") String programmeSlug,
            @PathVariable("edition") String slug) {
        Edition edition = seen.edition(page, programmeSlug, slug);
        Programme programme = programmes.programme(edition.programme()).orElseThrow();
        List<SessionViews.Row> rows = views.rows(sessions.sessions(edition.id()), page.words());
        EditionParts.Parts added = parts.of(page, edition.toSummary());
        List<Partner> partners =
                edition.partners().isEmpty() ? programme.partners() : edition.partners();
        List<EditionRow> others =
                editionRows(page, programme.id()).stream()
                        .filter(row -> !row.edition().id().equals(edition.id()))
                        .toList();
        return page.view(
                "org/rivages/programmes/edition",
                "programme",
                programme,
                "edition",
                edition,
                "rows",
                rows,
                "facts",
                facts(page, programme, rows, added.facts()),
                "strip",
                views.strip(rows, added.marks(), page.words()),
                "parts",
                added,
                "partners",
                views.partners(partners, page.words()),
                "others",
                others,
                "data",
                events.edition(page.words(), edition, rows));
    }

    @GetMapping("/{lang}/programmes/{programme}/{edition}/{session:[^.]+}")
    ModelAndView session(
            Page page,
            @PathVariable("programme") String programmeSlug,
            @PathVariable("edition") String editionSlug,
            @PathVariable("session") String slug) {
        Edition edition = seen.edition(page, programmeSlug, editionSlug);
        Session session = seen.session(edition, slug);
        SessionViews.Row row = views.rows(List.of(session), page.words()).getFirst();
        List<ChangeRow> history =
                sessions.history(session.id()).stream()
                        .map(c -> changeRow(c, session, page))
                        .toList();
        List<SessionViews.Row> siblings =
                views.rows(
                        sessions.sessions(edition.id()).stream()
                                .filter(other -> !other.id().equals(session.id()))
                                .toList(),
                        page.words());
        return page.view(
                "org/rivages/programmes/session",
                "edition",
                edition,
                "row",
                row,
                "history",
                history,
                "siblings",
                siblings,
                "data",
                events.session(page.words(), edition, row),
                "passed",
                ProgrammeSections.isUnsettled(session.state(), ProgrammeSections.today(page)));
    }

    static ChangeRow changeRow(SessionChange change, Session session, Page page) {
        return new ChangeRow(
                change,
                ChangeWords.text(change.before(), change.after(), page.words()),
                page.words().day(change.at().atZone(session.zone()).toLocalDate()));
    }

    // ---- in words

    private List<EditionRow> editionRows(Page page, ProgrammeId programme) {
        return editions.editions(programme).stream()
                .filter(Edition::isPublic)
                .map(edition -> editionRow(edition, page.words()))
                .toList();
    }

    private EditionRow editionRow(Edition edition, Words words) {
        List<Session> all = sessions.sessions(edition.id());
        List<String> places =
                all.stream()
                        .map(session -> session.state().place())
                        .filter(place -> !place.isEmpty())
                        .map(words::get)
                        .distinct()
                        .toList();
        Map<String, Integer> counted = new LinkedHashMap<>();
        all.forEach(
                session -> counted.merge(SessionViews.statusKey(session.state()), 1, Integer::sum));
        List<String> counts = new ArrayList<>();
        counted.forEach(
                (key, n) -> counts.add(words.get(key.replace(".status.", ".count."), "n", n)));
        return new EditionRow(
                edition,
                words.list(places),
                runs(all, words),
                String.join(words.get("programmes.comma"), counts));
    }

    private static List<EditionHighlights.Fact> facts(
            Page page,
            Programme programme,
            List<SessionViews.Row> rows,
            List<EditionHighlights.Fact> added) {
        Words words = page.words();
        List<EditionHighlights.Fact> facts = new ArrayList<>();
        String runs = runs(rows.stream().map(SessionViews.Row::session).toList(), words);
        if (!runs.isEmpty()) {
            facts.add(new EditionHighlights.Fact(page.t("programmes.fact.runs"), runs));
        }
        facts.addAll(added);
        if (!programme.languages().isEmpty()) {
            facts.add(
                    new EditionHighlights.Fact(
                            page.t("programmes.fact.languages"),
                            words.list(
                                    programme.languages().stream()
                                            .map(words::languageName)
                                            .toList())));
        }
        List<String> places =
                rows.stream()
                        .map(row -> row.session().state().place())
                        .filter(place -> !place.isEmpty())
                        .map(words::get)
                        .distinct()
                        .toList();
        if (!places.isEmpty()) {
            facts.add(
                    new EditionHighlights.Fact(
                            page.t("programmes.fact.where"), words.list(places)));
        }
        return facts;
    }

    /** From the first month to the last; by the year when one session is known no better. */
    private static String runs(List<Session> all, Words words) {
        List<FuzzyDate> dates = new ArrayList<>();
        for (Session session : all) {
            FuzzyDate date = session.state().date();
            if (date != null && session.state().status() != SessionStatus.CANCELLED) {
                dates.add(date);
            }
        }
        if (dates.isEmpty()) {
            return "";
        }
        int grain = dates.stream().anyMatch(d -> d.grain() == FuzzyDate.Grain.YEAR) ? 4 : 7;
        String from =
                dates.stream()
                        .map(FuzzyDate::start)
                        .min(Comparator.naturalOrder())
                        .orElseThrow()
                        .toString()
                        .substring(0, grain);
        String to =
                dates.stream()
                        .map(FuzzyDate::end)
                        .max(Comparator.naturalOrder())
                        .orElseThrow()
                        .toString()
                        .substring(0, grain);
        return words.date(FuzzyDate.of(from + "/" + to));
    }
}

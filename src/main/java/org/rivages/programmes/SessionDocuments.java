package org.rivages.programmes;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rivages.directory.Directory;
import org.rivages.directory.OrganisationSummary;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchSource;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.site.Texts;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;

/** Sessions as the search, the feeds and the calendars know them. */
@Component
class SessionDocuments implements SearchSource {
    private final ProgrammeStore programmes;
    private final EditionStore editions;
    private final SessionStore sessions;
    private final ProgrammeCriteria criteria;
    private final Directory directory;
    private final Texts texts;

    SessionDocuments(
            ProgrammeStore programmes,
            EditionStore editions,
            SessionStore sessions,
            ProgrammeCriteria criteria,
            Directory directory,
            Texts texts) {
        this.programmes = programmes;
        this.editions = editions;
        this.sessions = sessions;
        this.criteria = criteria;
        this.directory = directory;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return "session";
    }

    @Override
    public Optional<SearchDocument> document(UUID id) {
        return sessions.session(new SessionId(id)).map(this::document);
    }

    @Override
    public void each(Consumer<SearchDocument> consumer) {
        for (Edition edition : editions.editions()) {
            sessions.sessions(edition.id()).forEach(session -> consumer.accept(document(session)));
        }
    }

    SearchDocument document(Session session) {
        Edition edition = editions.edition(session.edition()).orElseThrow();
        Programme programme = programmes.programme(edition.programme()).orElseThrow();
        SessionState state = session.state();
        OrganisationSummary host =
                session.host() == null ? null : directory.organisation(session.host()).orElse(null);
        Map<String, Set<String>> values = criteria.of(programme, edition);
        values.put("country", state.country() == null ? Set.of() : Set.of(state.country()));
        values.put("status", statuses(state));
        return new SearchDocument(
                kind(),
                session.id().value(),
                session.path(),
                inEach(words -> title(session, edition, words)),
                inEach(words -> summary(state, words)),
                inEach(words -> text(session, edition, host, words)),
                host == null || host.acronym().isEmpty() ? List.of() : List.of(host.acronym()),
                values,
                Set.of(),
                dates(edition, state),
                state.date(),
                place(host),
                columns(state),
                criteria.seenBy(edition.isPublic()),
                criteria.programme(edition),
                session.changedAt(),
                change(session),
                event(session));
    }

    private static String title(Session session, Edition edition, Words words) {
        return words.get(
                "programmes.session-of",
                "session",
                words.get(session.title()),
                "programme",
                words.get(edition.programmeName()),
                "year",
                String.valueOf(edition.year()));
    }

    private static String summary(SessionState state, Words words) {
        StringBuilder summary = new StringBuilder(words.get(SessionViews.statusKey(state)));
        String date = SessionViews.date(state, words);
        summary.append(" · ").append(date.isEmpty() ? words.get("site.date.unset") : date);
        String where = SessionViews.where(state, words);
        summary.append(" · ").append(where.isEmpty() ? words.get("programmes.place-unset") : where);
        return summary.toString();
    }

    private static String text(
            Session session, Edition edition, @Nullable OrganisationSummary host, Words words) {
        return words.get(session.about())
                + "\n"
                + words.get(edition.title())
                + "\n"
                + (host == null ? "" : words.get(host.name()));
    }

    /** To be confirmed is a kind of tentative. */
    private static Set<String> statuses(SessionState state) {
        Set<String> statuses = new LinkedHashSet<>();
        statuses.add(state.status().code());
        if (state.isToBeConfirmed()) {
            statuses.add("to-be-confirmed");
        }
        return statuses;
    }

    /** The year of the edition too, so that a session without a date is found by it. */
    private static List<FuzzyDate> dates(Edition edition, SessionState state) {
        return state.date() == null
                ? List.of(ProgrammeCriteria.year(edition))
                : List.of(state.date());
    }

    private static SearchDocument.@Nullable Place place(@Nullable OrganisationSummary host) {
        return host == null || host.lat() == null || host.lon() == null
                ? null
                : new SearchDocument.Place(host.lat(), host.lon());
    }

    private static LinkedHashMap<String, String> columns(SessionState state) {
        LinkedHashMap<String, String> columns = new LinkedHashMap<>();
        columns.put("country", state.country() == null ? "" : state.country());
        columns.put("date", state.date() == null ? "" : state.date().edtf());
        columns.put("status", state.status().code());
        return columns;
    }

    private LocalizedText change(Session session) {
        return sessions.lastChange(session.id())
                .filter(SessionChange::announced)
                .map(change -> ChangeWords.announcement(change, texts))
                .orElse(LocalizedText.EMPTY);
    }

    private SearchDocument.Event event(Session session) {
        return new SearchDocument.Event(
                "session-" + session.id().value(),
                icalendarStatus(session.state()),
                session.sequence(),
                inEach(words -> SessionViews.where(session.state(), words)),
                session.changedAt());
    }

    /** A moved session is as sure as its new place and days. */
    static String icalendarStatus(SessionState state) {
        return switch (state.status()) {
            case TENTATIVE -> "TENTATIVE";
            case CONFIRMED, HELD -> "CONFIRMED";
            case MOVED ->
                    state.hasExactDays() && !state.place().isEmpty() ? "CONFIRMED" : "TENTATIVE";
            case CANCELLED -> "CANCELLED";
        };
    }

    private LocalizedText inEach(Function<Words, String> say) {
        Map<Language, String> said = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            said.put(language, say.apply(texts.in(language)));
        }
        return new LocalizedText(said);
    }
}

package org.rivages.programmes;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchSource;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.LocalizedText;
import org.springframework.stereotype.Component;

/** Editions as the search knows them. */
@Component
class EditionDocuments implements SearchSource {
    private final ProgrammeStore programmes;
    private final EditionStore editions;
    private final SessionStore sessions;
    private final ProgrammeCriteria criteria;

    EditionDocuments(
            ProgrammeStore programmes,
            EditionStore editions,
            SessionStore sessions,
            ProgrammeCriteria criteria) {
        this.programmes = programmes;
        this.editions = editions;
        this.sessions = sessions;
        this.criteria = criteria;
    }

    @Override
    public String kind() {
        return "edition";
    }

    @Override
    public Optional<SearchDocument> document(UUID id) {
        return editions.edition(new EditionId(id)).map(this::document);
    }

    @Override
    public void each(Consumer<SearchDocument> consumer) {
        editions.editions().forEach(edition -> consumer.accept(document(edition)));
    }

    private SearchDocument document(Edition edition) {
        Programme programme = programmes.programme(edition.programme()).orElseThrow();
        List<Session> all = sessions.sessions(edition.id());
        Map<String, Set<String>> values = criteria.of(programme, edition);
        values.put("country", countries(all));
        return new SearchDocument(
                kind(),
                edition.id().value(),
                edition.path(),
                edition.title(),
                edition.summary(),
                edition.about(),
                List.of(),
                values,
                Set.of(),
                dates(edition, all),
                ProgrammeCriteria.year(edition),
                null,
                columns(values, String.valueOf(edition.year())),
                criteria.seenBy(edition.isPublic()),
                criteria.programme(edition),
                edition.changedAt(),
                LocalizedText.EMPTY,
                null);
    }

    static Set<String> countries(List<Session> sessions) {
        Set<String> countries = new TreeSet<>();
        for (Session session : sessions) {
            if (session.state().country() != null) {
                countries.add(session.state().country());
            }
        }
        return countries;
    }

    static List<FuzzyDate> dates(Edition edition, List<Session> sessions) {
        Set<FuzzyDate> dates = new LinkedHashSet<>();
        dates.add(ProgrammeCriteria.year(edition));
        for (Session session : sessions) {
            if (session.state().date() != null) {
                dates.add(session.state().date());
            }
        }
        return List.copyOf(dates);
    }

    static LinkedHashMap<String, String> columns(Map<String, Set<String>> values, String date) {
        LinkedHashMap<String, String> columns = new LinkedHashMap<>();
        columns.put("country", String.join(" ", values.getOrDefault("country", Set.of())));
        columns.put("date", date);
        columns.put("status", "");
        return columns;
    }
}

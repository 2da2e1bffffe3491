package org.rivages.programmes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchSource;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.springframework.stereotype.Component;

/**
 * Programmes as the search knows them: with the countries and years of all their public editions.
 */
@Component
class ProgrammeDocuments implements SearchSource {
    private final ProgrammeStore programmes;
    private final EditionStore editions;
    private final SessionStore sessions;
    private final ProgrammeCriteria criteria;

    ProgrammeDocuments(
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
        return "programme";
    }

    @Override
    public Optional<SearchDocument> document(UUID id) {
        return programmes.programme(new ProgrammeId(id)).map(this::document);
    }

    @Override
    public void each(Consumer<SearchDocument> consumer) {
        programmes.programmes().forEach(programme -> consumer.accept(document(programme)));
    }

    private SearchDocument document(Programme programme) {
        Set<String> countries = new TreeSet<>();
        List<FuzzyDate> dates = new ArrayList<>();
        for (Edition edition : editions.editions(programme.id())) {
            if (edition.isPublic()) {
                List<Session> all = sessions.sessions(edition.id());
                countries.addAll(EditionDocuments.countries(all));
                dates.addAll(EditionDocuments.dates(edition, all));
            }
        }
        Map<String, Set<String>> values = criteria.of(programme, null);
        values.put("country", countries);
        return new SearchDocument(
                kind(),
                programme.id().value(),
                programme.path(),
                programme.name(),
                programme.summary(),
                joined(programme),
                List.of(),
                values,
                Set.of(),
                dates.stream().distinct().toList(),
                latest(dates),
                null,
                EditionDocuments.columns(values, span(dates)),
                criteria.seenBy(programme.published()),
                programme.published() ? null : programme.id().value(),
                programme.changedAt(),
                LocalizedText.EMPTY,
                null);
    }

    private static LocalizedText joined(Programme programme) {
        Map<Language, String> joined = new java.util.EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            joined.put(
                    language,
                    String.join(
                            "\n",
                            programme.rationale().exactly(language),
                            programme.objectives().exactly(language),
                            programme.audience().exactly(language)));
        }
        return new LocalizedText(joined);
    }

    private static @Nullable FuzzyDate latest(List<FuzzyDate> dates) {
        return dates.stream().max(java.util.Comparator.comparing(FuzzyDate::end)).orElse(null);
    }

    private static String span(List<FuzzyDate> dates) {
        int first = dates.stream().mapToInt(date -> date.start().getYear()).min().orElse(0);
        int last = dates.stream().mapToInt(date -> date.end().getYear()).max().orElse(0);
        return first == 0 ? "" : FuzzyDate.of("%04d/%04d".formatted(first, last)).edtf();
    }
}

package org.rivages.library;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Role;
import org.rivages.directory.Directory;
import org.rivages.directory.OrganisationId;
import org.rivages.directory.OrganisationSummary;
import org.rivages.programmes.Programmes;
import org.rivages.programmes.SessionSummary;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchSource;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.site.Texts;
import org.rivages.site.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Entries as the search, the feeds and the spreadsheets know them. */
@Component
class EntryDocuments {
    private final EntryStore entries;
    private final ReviewTrail trail;
    private final LibraryRules rules;
    private final Directory directory;
    private final Programmes programmes;
    private final Texts texts;

    EntryDocuments(
            EntryStore entries,
            ReviewTrail trail,
            LibraryRules rules,
            Directory directory,
            Programmes programmes,
            Texts texts) {
        this.entries = entries;
        this.trail = trail;
        this.rules = rules;
        this.directory = directory;
        this.programmes = programmes;
        this.texts = texts;
    }

    /** Each kind of entry is a kind of record of its own. */
    @Configuration
    static class Sources {
        @Bean
        SearchSource practices(EntryDocuments documents) {
            return documents.source(EntryKind.PRACTICE);
        }

        @Bean
        SearchSource lessons(EntryDocuments documents) {
            return documents.source(EntryKind.LESSON);
        }

        @Bean
        SearchSource benchmarks(EntryDocuments documents) {
            return documents.source(EntryKind.BENCHMARK);
        }

        @Bean
        SearchSource studies(EntryDocuments documents) {
            return documents.source(EntryKind.STUDY);
        }
    }

    private SearchSource source(EntryKind kind) {
        return new SearchSource() {
            @Override
            public String kind() {
                return kind.code();
            }

            @Override
            public Optional<SearchDocument> document(UUID id) {
                return entries.entry(new EntryId(id)).map(EntryDocuments.this::of);
            }

            @Override
            public void each(Consumer<SearchDocument> consumer) {
                entries.entries(kind).forEach(entry -> consumer.accept(of(entry)));
            }
        };
    }

    private SearchDocument of(Entry entry) {
        EntryContent content = entry.content();
        Map<OrganisationId, OrganisationSummary> named = directory.organisations(content.named());
        OrganisationSummary own =
                content.organisation() == null ? null : named.get(content.organisation());
        Map<String, Set<String>> values = criteria(content, own);
        return new SearchDocument(
                entry.kind().code(),
                entry.id().value(),
                entry.path(),
                content.title(),
                content.summary(),
                text(content, named.values().stream().map(OrganisationSummary::name).toList()),
                named.values().stream()
                        .map(OrganisationSummary::acronym)
                        .filter(acronym -> !acronym.isEmpty())
                        .sorted()
                        .toList(),
                values,
                Set.of(),
                content.date() == null ? List.of() : List.of(content.date()),
                content.date(),
                own == null || own.lat() == null || own.lon() == null
                        ? null
                        : new SearchDocument.Place(own.lat(), own.lon()),
                columns(content, values),
                entry.isPublic() ? Set.of() : Set.of(Role.SECRETARIAT, Role.PROGRAMME_MANAGER),
                entry.isPublic() ? null : rules.programme(content.session()),
                entry.changedAt(),
                change(entry),
                null);
    }

    private Map<String, Set<String>> criteria(
            EntryContent content, @Nullable OrganisationSummary own) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        String country = own == null ? countryOfSession(content) : own.country();
        values.put("country", country == null ? Set.of() : Set.of(country));
        values.put("theme", new TreeSet<>(content.themes()));
        values.put(
                "sdg",
                content.sdgs().stream()
                        .map(String::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new)));
        Set<String> languages = new TreeSet<>(content.languages());
        content.written().forEach(language -> languages.add(language.code()));
        values.put("language", languages);
        return values;
    }

    /** Also of a session that is not yet public: a country gives nothing of it away. */
    private @Nullable String countryOfSession(EntryContent content) {
        return content.session() == null
                ? null
                : programmes.session(content.session()).map(SessionSummary::country).orElse(null);
    }

    /** With the name of its kind: people type "good practices water". */
    private LocalizedText text(EntryContent content, List<LocalizedText> names) {
        Map<Language, String> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            List<String> pieces = new ArrayList<>();
            pieces.add(texts.in(language).get("follow.kind." + content.kind().code()));
            content.parts().values().forEach(part -> pieces.add(part.exactly(language)));
            pieces.add(content.source().exactly(language));
            names.forEach(name -> pieces.add(name.in(language)));
            all.put(
                    language,
                    pieces.stream()
                            .filter(piece -> !piece.isEmpty())
                            .collect(Collectors.joining("\n")));
        }
        return new LocalizedText(all);
    }

    private static LinkedHashMap<String, String> columns(
            EntryContent content, Map<String, Set<String>> values) {
        LinkedHashMap<String, String> columns = new LinkedHashMap<>();
        columns.put("country", String.join(" ", Objects.requireNonNull(values.get("country"))));
        columns.put("date", content.date() == null ? "" : content.date().edtf());
        columns.put("language", String.join(" ", Objects.requireNonNull(values.get("language"))));
        return columns;
    }

    /** What feeds and digests tell of it: the last that was done with it in public. */
    private LocalizedText change(Entry entry) {
        if (!entry.isPublic()) {
            return LocalizedText.EMPTY;
        }
        EntryStep last = trail.of(entry.id()).getFirst();
        Map<Language, String> said = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Words words = texts.in(language);
            LocalDate day = last.day();
            said.put(
                    language,
                    words.get(
                            "library.change." + last.kind().code(),
                            "day",
                            day == null ? "" : words.day(day)));
        }
        return new LocalizedText(said);
    }
}

package org.rivages.directory;

import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchQuery;
import org.rivages.search.SearchSource;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.site.Texts;
import org.springframework.stereotype.Component;

/** Organisations as the search knows them. */
@Component
class OrganisationSource implements SearchSource {
    private final OrganisationStore organisations;
    private final SummaryStore summaries;
    private final Texts texts;

    OrganisationSource(OrganisationStore organisations, SummaryStore summaries, Texts texts) {
        this.organisations = organisations;
        this.summaries = summaries;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return Records.KIND;
    }

    @Override
    public Optional<SearchDocument> document(UUID id) {
        return organisations
                .byId(new OrganisationId(id))
                .filter(stored -> !stored.archived())
                .map(this::document);
    }

    @Override
    public void each(Consumer<SearchDocument> consumer) {
        organisations.all().stream()
                .filter(stored -> !stored.archived())
                .map(this::document)
                .forEach(consumer);
    }

    private SearchDocument document(StoredOrganisation stored) {
        Organisation one = stored.organisation();
        Map<OrganisationId, OrganisationSummary> networks =
                summaries.byIds(
                        Stream.concat(
                                        one.memberships().stream().map(Membership::network),
                                        one.mandates().stream().map(Mandate::network))
                                .collect(Collectors.toSet()));
        return new SearchDocument(
                kind(),
                one.id().value(),
                one.summary().path(),
                one.names().name(),
                Summaries.of(one.description()),
                words(one, networks),
                List.copyOf(one.names().all()),
                criteria(one, networks),
                pairs(one, networks),
                dates(one),
                one.founded(),
                place(one.seat()),
                columns(one),
                Set.of(),
                stored.changedAt(),
                change(stored),
                null);
    }

    private static Map<String, Set<String>> criteria(
            Organisation one, Map<OrganisationId, OrganisationSummary> networks) {
        Map<String, Set<String>> criteria = new LinkedHashMap<>();
        criteria.put("type", Set.of(one.kind().code()));
        if (one.seat().country() != null) {
            criteria.put("country", Set.of(one.seat().country()));
        }
        CitySize.of(one.seat().inhabitants())
                .ifPresent(size -> criteria.put(SearchQuery.INHABITANTS, Set.of(size.code())));
        criteria.put("theme", Set.copyOf(one.themes()));
        criteria.put("sdg", one.sdgs().stream().map(String::valueOf).collect(Collectors.toSet()));
        criteria.put("network", all(one.memberships(), m -> slug(m.network(), networks)));
        criteria.put("class", all(one.memberships(), m -> m.memberClass().code()));
        criteria.put("status", all(one.memberships(), m -> m.state().code()));
        criteria.put("role", all(one.mandates(), m -> m.office().code()));
        criteria.values().removeIf(Set::isEmpty);
        return criteria;
    }

    private static <T> Set<String> all(List<T> parts, java.util.function.Function<T, String> code) {
        return parts.stream().map(code).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String slug(
            OrganisationId network, Map<OrganisationId, OrganisationSummary> networks) {
        return Objects.requireNonNull(networks.get(network)).slug();
    }

    private static Set<String> pairs(
            Organisation one, Map<OrganisationId, OrganisationSummary> networks) {
        return all(
                one.memberships(), m -> slug(m.network(), networks) + "/" + m.memberClass().code());
    }

    private static List<FuzzyDate> dates(Organisation one) {
        Stream<@Nullable FuzzyDate> founded = Stream.of(one.founded());
        Stream<@Nullable FuzzyDate> belonging =
                one.memberships().stream().flatMap(m -> Stream.of(m.since(), m.until()));
        Stream<@Nullable FuzzyDate> offices =
                one.mandates().stream().flatMap(m -> Stream.of(m.since(), m.until()));
        return Stream.of(founded, belonging, offices)
                .flatMap(dates -> dates)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    private static SearchDocument.@Nullable Place place(Seat seat) {
        Double latitude = seat.latitude();
        Double longitude = seat.longitude();
        return latitude == null || longitude == null
                ? null
                : new SearchDocument.Place(latitude, longitude);
    }

    private static LinkedHashMap<String, String> columns(Organisation one) {
        LinkedHashMap<String, String> columns = new LinkedHashMap<>();
        columns.put("acronym", one.names().acronym());
        columns.put("type", one.kind().code());
        columns.put("country", Objects.requireNonNullElse(one.seat().country(), ""));
        FuzzyDate founded = one.founded();
        columns.put("founded", founded == null ? "" : founded.edtf());
        columns.put("place", one.seat().place().exactly(Language.EN));
        columns.put("native_name", one.names().nativeName());
        Integer inhabitants = one.seat().inhabitants();
        columns.put("inhabitants", inhabitants == null ? "" : inhabitants.toString());
        return columns;
    }

    /**
     * Everything else that one may look for: claims, themes, places, networks, in each language.
     */
    private LocalizedText words(
            Organisation one, Map<OrganisationId, OrganisationSummary> networks) {
        Map<Language, String> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            var words = texts.in(language);
            StringBuilder text = new StringBuilder(one.description().exactly(language));
            one.claims().forEach(claim -> text.append('\n').append(claim.text().exactly(language)));
            one.themes().forEach(theme -> text.append('\n').append(words.get(Themes.key(theme))));
            networks.values().forEach(network -> text.append('\n').append(network.label(language)));
            text.append('\n').append(one.seat().place().exactly(language));
            text.append('\n').append(one.foundedBy().exactly(language));
            text.append('\n').append(one.legalForm().exactly(language));
            String country = one.seat().country();
            if (country != null) {
                text.append('\n').append(words.country(country));
            }
            all.put(language, text.toString());
        }
        return new LocalizedText(all);
    }

    /** "Added on 22 November 2026." The reasons of the staff stay at the desk. */
    private LocalizedText change(StoredOrganisation stored) {
        String key = stored.version() == 1 ? "directory.change.added" : "directory.change.edited";
        Map<Language, String> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(
                    language,
                    texts.in(language)
                            .get(
                                    key,
                                    "date",
                                    texts.in(language)
                                            .day(
                                                    stored.changedAt()
                                                            .atZone(ZoneOffset.UTC)
                                                            .toLocalDate())));
        }
        return new LocalizedText(all);
    }
}

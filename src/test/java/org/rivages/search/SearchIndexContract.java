package org.rivages.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rivages.search.SearchExamples.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rivages.access.Role;
import org.rivages.access.Viewer;
import org.rivages.search.SearchQuery.Sort;
import org.rivages.shared.Language;

/** What every index must do, whatever stands behind it. */
abstract class SearchIndexContract {
    private static final String[] WORDS = {
        "xarafoq", "bomitul", "gykevas", "wondupi", "tsehrom", "fjulabe"
    };

    /** A new, empty index. */
    abstract FedIndex empty();

    final FedIndex index(SearchDocument... records) {
        return index(List.of(records));
    }

    final FedIndex index(List<SearchDocument> records) {
        FedIndex index = empty();
        index.rebuild(records::forEach, new Position("test", 1, Instant.EPOCH));
        return index;
    }

    static List<String> found(FedIndex index, String text) {
        return found(index, SearchQuery.all(Language.EN).text(text).sort(Sort.RELEVANCE));
    }

    static List<String> found(FedIndex index, SearchQuery query) {
        return found(index, query, Reader.VISITOR);
    }

    static List<String> found(FedIndex index, SearchQuery query, Reader reader) {
        SearchResult result = index.search(query, reader);
        assertThat(result.available()).isTrue();
        return result.hits().stream()
                .map(hit -> hit.path().substring(hit.path().lastIndexOf('/') + 1))
                .toList();
    }

    // ---- words

    @Test
    void findsAnAcronymInAnyCaseAndWithDots() {
        FedIndex index =
                index(
                        record("avitem")
                                .title("Agency for Sustainable Cities", "Agence", "وكالة")
                                .name("AViTeM")
                                .build(),
                        record("other").build());
        for (String typed :
                List.of("AVITEM", "AViTeM", "avitem", "A.V.I.T.E.M.", "avit", " Avitem ")) {
            assertThat(found(index, typed)).as(typed).containsExactly("avitem");
        }
    }

    @Test
    void putsTheRecordThatIsCalledSoFirst() {
        FedIndex index =
                index(
                        record("about")
                                .title("Letters to MedCities about MedCities", "b", "ب")
                                .text("MedCities MedCities MedCities MedCities", "", "")
                                .build(),
                        record("medcities")
                                .title("Mediterranean Cities Network", "a", "ا")
                                .name("MedCities")
                                .build());
        assertThat(found(index, "medcities")).containsExactly("medcities", "about");
    }

    @Test
    void forgivesArabicDiacriticsHamzaTaMarbutaArticleAndDigits() {
        FedIndex index =
                index(
                        record("agency")
                                .title("a", "a", "وكالة المدن والأقاليم المتوسطية المستدامة")
                                .build(),
                        record("year").title("b", "b", "مؤتمر سنة ٢٠٢٠ لهيئة الأمم").build());
        for (String typed :
                List.of(
                        "وكالة",
                        "وكاله",
                        "الوكالة",
                        "وَكَالَة",
                        "الاقاليم",
                        "اقاليم",
                        "أقاليم",
                        "متوسطية",
                        "المتوسطيه",
                        "وكا",
                        "المستدا")) {
            assertThat(found(index, typed)).as(typed).containsExactly("agency");
        }
        for (String typed :
                List.of("2020", "٢٠٢٠", "۲۰۲۰", "مؤتمر", "موتمر", "الهيئة", "هييه", "الأُمَم")) {
            assertThat(found(index, typed)).as(typed).containsExactly("year");
        }
    }

    @Test
    void forgivesFrenchAccentsElisionAndEndings() {
        FedIndex index =
                index(
                        record("workshop")
                                .title("a", "Ateliers métropolitains de l’eau et de l'énergie", "ا")
                                .build(),
                        record("other").title("b", "Réseau", "ب").build());
        for (String typed :
                List.of(
                        "métropolitain",
                        "METROPOLITAINE",
                        "atelier",
                        "eau",
                        "l'eau",
                        "l’énergie",
                        "energies",
                        "d'énergie",
                        "métrop")) {
            assertThat(found(index, typed)).as(typed).containsExactly("workshop");
        }
    }

    @Test
    void forgivesEnglishEndings() {
        FedIndex index =
                index(
                        record("a")
                                .title(
                                        "Planning of metropolitan areas: the city's objectives",
                                        "",
                                        "")
                                .build());
        for (String typed :
                List.of(
                        "plan",
                        "plans",
                        "area",
                        "cities",
                        "objective",
                        "the planning of an area")) {
            assertThat(found(index, typed)).as(typed).containsExactly("a");
        }
    }

    @Test
    void forgivesOneWrongLetterAndSaysSo() {
        FedIndex index = index(record("casablanca").build(), record("tangier").build());
        for (String typed :
                List.of(
                        "casablanka",
                        "csablanca",
                        "casabalnca",
                        "caseablanca",
                        "casablnca",
                        "xasablanca",
                        "casabkan")) {
            SearchResult result =
                    index.search(SearchQuery.all(Language.EN).text(typed), Reader.VISITOR);
            assertThat(result.total()).as(typed).isEqualTo(1);
            assertThat(result.close()).as(typed).isTrue();
        }
        assertThat(found(index, "casaplanga")).isEmpty();
        assertThat(
                        index.search(
                                        SearchQuery.all(Language.EN).text("casablanca"),
                                        Reader.VISITOR)
                                .close())
                .isFalse();
    }

    @Test
    void takesWrongLettersOnlyWhereNothingIsSpelledRight() {
        FedIndex index = index(record("nice").build(), record("mice").build());
        assertThat(found(index, "nice")).containsExactly("nice");
    }

    @Test
    void findsTheWordsOfAnyLanguageAndTheCountryOfACode() {
        FedIndex index =
                index(
                        record("sfax").title("Sfax", "Sfax", "صفاقس").with("country", "TN").build(),
                        record("arles").with("country", "FR").build());
        for (String typed : List.of("صفاقس", "Tunisie", "tunisia", "تونس")) {
            assertThat(found(index, typed)).as(typed).containsExactly("sfax");
        }
    }

    @Test
    void takesQuotedWordsInTheirOrderAndUnbalancedQuotesAsNothing() {
        FedIndex index =
                index(
                        record("a").title("From projects to action", "", "").build(),
                        record("b").title("Action on projects", "", "").build());
        assertThat(found(index, "\"projects to action\"")).containsExactly("a");
        assertThat(found(index, "« projects to action »")).containsExactly("a");
        assertThat(found(index, "\"project to action\"")).isEmpty();
        assertThat(found(index, "\"projects action")).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void answersWhateverIsTyped() {
        FedIndex index = index(record("a").title("A * place? (really) [x] \\ +", "", "").build());
        for (String typed :
                List.of(
                        "*",
                        "?*",
                        "a*",
                        "/.*/",
                        "(a AND",
                        "[a TO",
                        "\\",
                        "\u0000\u0001",
                        "ًٌٍ",
                        "the of",
                        "\"",
                        "\"\"",
                        "~",
                        "a~2",
                        "\uD83D",
                        "ؐ",
                        "و",
                        "....",
                        "x".repeat(10_000),
                        "mot ".repeat(2_500),
                        "\"a\" ".repeat(2_500),
                        "\u202eabc\u202c")) {
            for (Language language : Language.values()) {
                SearchQuery query = SearchQuery.all(language).text(typed);
                assertThat(index.search(query, Reader.VISITOR).available()).as(typed).isTrue();
            }
        }
        assertThat(found(index, "the")).isEmpty();
        assertThat(found(index, "***")).isEmpty();
        assertThat(found(index, "   ")).containsExactly("a");
    }

    // ---- criteria

    @Test
    void wantsTheClassInTheVeryNetwork() {
        FedIndex index =
                index(
                        record("both")
                                .member("avec", "associate")
                                .member("euromed", "full")
                                .build(),
                        record("full")
                                .member("avec", "full")
                                .member("medcities", "associate")
                                .build());
        SearchQuery query =
                SearchQuery.all(Language.EN)
                        .with("network", Set.of("avec"))
                        .with("class", Set.of("associate"));
        assertThat(found(index, query)).containsExactly("both");
        SearchResult result = index.search(query, Reader.VISITOR);
        assertThat(result.counts().get("network")).isEqualTo(Map.of("avec", 1, "medcities", 1));
        assertThat(result.counts().get("class")).isEqualTo(Map.of("associate", 1, "full", 1));
        assertThat(result.without()).isEqualTo(Map.of("network", 1L, "class", 1L));
    }

    @Test
    void takesEveryYearThatADateTouches() {
        FedIndex index =
                index(
                        record("range").date("2019-11/2021-02").build(),
                        record("day").date("2018-05-03").build());
        for (String year : List.of("2019", "2020", "2021")) {
            assertThat(found(index, SearchQuery.all(Language.EN).with("year", Set.of(year))))
                    .containsExactly("range");
        }
        assertThat(index.search(SearchQuery.all(Language.EN), Reader.VISITOR).counts().get("year"))
                .isEqualTo(Map.of("2018", 1, "2019", 1, "2020", 1, "2021", 1));
    }

    @Test
    void findsWhatIsNearAndSortsByDistance() {
        FedIndex index =
                index(
                        record("tunis").at(36.80, 10.18).with("country", "TN").build(),
                        record("bizerte").at(37.27, 9.87).with("country", "TN").build(),
                        record("palermo").at(38.12, 13.36).with("country", "IT").build(),
                        record("nowhere").with("country", "TN").build());
        SearchQuery near =
                SearchQuery.all(Language.EN)
                        .near(new SearchQuery.Near(37.0, 10.0, 100))
                        .sort(Sort.DISTANCE);
        assertThat(found(index, near)).containsExactly("tunis", "bizerte");
        SearchResult result = index.search(near, Reader.VISITOR);
        assertThat(result.counts().get("country")).isEqualTo(Map.of("TN", 2));
        assertThat(found(index, near.near(new SearchQuery.Near(37.3, 9.9, 500))))
                .containsExactly("bizerte", "tunis", "palermo");
        assertThat(found(index, near.text("bizerte"))).containsExactly("bizerte");
        assertThat(found(index, near.near(null))).hasSize(4);
    }

    @Test
    void foldsCountriesIntoTheirSubRegions() {
        FedIndex index =
                index(
                        record("ma").with("country", "MA").build(),
                        record("tn").with("country", "TN").build(),
                        record("fr").with("country", "FR").build(),
                        record("odd").with("country", "ZZ", "nowhere").build());
        SearchQuery africa = SearchQuery.all(Language.EN).with("region", Set.of("015"));
        assertThat(found(index, africa)).containsExactly("ma", "tn");
        assertThat(index.search(africa, Reader.VISITOR).counts().get("region"))
                .isEqualTo(Map.of("015", 2, "155", 1));
    }

    @Property(tries = 40)
    void countsAsOneWouldByHand(@ForAll long seed) {
        Random random = new Random(seed);
        List<SearchDocument> corpus = corpus(random, 60);
        FedIndex index = index(corpus);
        List<Viewer.Grant> grants =
                random.nextBoolean()
                        ? List.of()
                        : List.of(new Viewer.Grant(any(random, Role.values()), programme(random)));
        Reader reader = Reader.of(new Viewer(null, "", "", grants));
        Oracle oracle = new Oracle(corpus, reader);
        for (int i = 0; i < 12; i++) {
            SearchQuery query = question(random);
            SearchResult result = index.search(query, reader);
            assertThat(result.total()).as("%s", query).isEqualTo(oracle.total(query));
            assertThat(result.counts()).as("%s", query).isEqualTo(oracle.counts(query));
            assertThat(result.without()).as("%s", query).isEqualTo(oracle.without(query));
        }
    }

    @Property(tries = 20)
    void staysRightWhileRecordsChange(@ForAll long seed) {
        Random random = new Random(seed);
        Map<UUID, SearchDocument> corpus = new LinkedHashMap<>();
        FedIndex index = index(List.of());
        for (int round = 0; round < 5; round++) {
            Map<String, Optional<SearchDocument>> batch = new LinkedHashMap<>();
            for (SearchDocument record : corpus(random, 12)) {
                SearchDocument before = corpus.remove(record.id());
                if (before != null) {
                    batch.put(before.kind() + "/" + before.id(), Optional.empty());
                }
                if (random.nextInt(4) > 0) {
                    corpus.put(record.id(), record);
                    batch.put(record.kind() + "/" + record.id(), Optional.of(record));
                }
            }
            index.apply(batch, new Position("test", 2 + round, Instant.EPOCH));
            Oracle oracle = new Oracle(List.copyOf(corpus.values()), Reader.VISITOR);
            SearchQuery query = question(random);
            assertThat(index.search(query, Reader.VISITOR).total()).isEqualTo(oracle.total(query));
            assertThat(index.search(query, Reader.VISITOR).counts())
                    .isEqualTo(oracle.counts(query));
        }
    }

    private static List<SearchDocument> corpus(Random random, int size) {
        List<SearchDocument> corpus = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            SearchExamples record =
                    record("r" + i)
                            .kind(any(random, "organisation", "session", "call"))
                            .text(
                                    any(random, WORDS) + " " + any(random, WORDS),
                                    any(random, WORDS),
                                    any(random, WORDS))
                            .with("country", any(random, "MA", "TN", "FR"))
                            .with("country", any(random, "MA", "TN", "FR", "LB"))
                            .with("theme", any(random, "water", "mobility", "heritage"))
                            .with("status", any(random, "held", "tentative"))
                            .date(
                                    any(
                                            random,
                                            "2018",
                                            "2019-11/2020-02",
                                            "2020-03-04",
                                            "2018/2020"));
            for (int m = random.nextInt(4); m > 0; m--) {
                record.member(
                        any(random, "avec", "euromed", "medcities"),
                        any(random, "full", "associate", "partner"));
            }
            if (random.nextInt(3) == 0) {
                record.seenBy(any(random, Role.values()), Role.ADMINISTRATOR);
                UUID programme = programme(random);
                if (programme != null) {
                    record.of(programme);
                }
            }
            corpus.add(record.build());
        }
        return corpus;
    }

    private static SearchQuery question(Random random) {
        SearchQuery query =
                SearchQuery.all(any(random, Language.values())).page(1, random.nextInt(30));
        if (random.nextInt(3) == 0) {
            query = query.text(any(random, WORDS) + " ");
        }
        query = maybe(random, query, "country", "MA", "TN", "FR", "LB", "ZZ");
        query = maybe(random, query, "network", "avec", "euromed", "medcities");
        query = maybe(random, query, "class", "full", "associate", "partner");
        query = maybe(random, query, "year", "2018", "2019", "2020");
        query = maybe(random, query, "kind", "organisation", "session", "call");
        return maybe(random, query, "theme", "water", "mobility", "heritage");
    }

    private static SearchQuery maybe(
            Random random, SearchQuery query, String criterion, String... values) {
        if (random.nextInt(3) > 0) {
            return query;
        }
        return query.with(
                criterion, new HashSet<>(List.of(any(random, values), any(random, values))));
    }

    @SafeVarargs
    private static <T> T any(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    // ---- who may see what

    @Test
    void tellsNobodyOfWhatTheyMayNotSee() {
        UUID mine = UUID.randomUUID();
        SearchDocument open =
                record("open")
                        .text("harbour", "port", "ميناء")
                        .with("theme", "water")
                        .date("2020")
                        .build();
        SearchDocument secret =
                record("zsecret")
                        .title("Classified harbourmaster", "Confidentiel", "سري")
                        .summary("harbour classified", "secret", "سر")
                        .text("harbour harbour classified", "port", "ميناء")
                        .name("ZZTOP")
                        .name("زتمرك")
                        .at(10, 10)
                        .with("theme", "water", "hidden-theme")
                        .with("country", "ZZ")
                        .with("status", "hidden-status")
                        .with("role", "hidden-role")
                        .with("language", "tlh")
                        .with("type", "hidden-type")
                        .member("hidden-network", "hidden-class")
                        .date("1999")
                        .changedAt("2030-01-01T00:00:00Z")
                        .seenBy(Role.SECRETARIAT, Role.PROGRAMME_MANAGER)
                        .of(mine)
                        .build();
        FedIndex index = index(open, secret);
        FedIndex without = index(open);
        List<Reader> strangers =
                new ArrayList<>(
                        List.of(
                                Reader.VISITOR,
                                reader(Role.PROGRAMME_MANAGER, UUID.randomUUID()),
                                reader(Role.HOST_COORDINATOR, mine)));
        for (Role role : Role.values()) {
            if (role != Role.SECRETARIAT && role != Role.PROGRAMME_MANAGER) {
                strangers.add(reader(role, null));
                strangers.add(reader(role, mine));
            }
        }
        for (Reader reader : strangers) {
            for (String text :
                    List.of(
                            "",
                            "harbour",
                            "classified",
                            "clasified",
                            "zztop",
                            "harb",
                            "\"harbour classified\"",
                            "harbormaster",
                            "zztob",
                            "سري",
                            "ZZTAMRK",
                            "كلاسيفيد",
                            "ميناء")) {
                for (Sort sort : Sort.values()) {
                    SearchQuery query = SearchQuery.all(Language.EN).text(text).sort(sort);
                    assertThat(index.search(query, reader))
                            .as("%s %s", text, reader)
                            .isEqualTo(without.search(query, reader));
                    SearchQuery near = query.near(new SearchQuery.Near(10, 10, 50));
                    assertThat(index.search(near, reader)).isEqualTo(without.search(near, reader));
                    SearchQuery probing = query.with("country", Set.of("ZZ"));
                    assertThat(index.search(probing, reader))
                            .isEqualTo(without.search(probing, reader));
                }
            }
        }
        for (Reader reader :
                List.of(reader(Role.SECRETARIAT, null), reader(Role.PROGRAMME_MANAGER, mine))) {
            assertThat(found(index, SearchQuery.all(Language.EN).text("classified"), reader))
                    .containsExactly("zsecret");
        }
    }

    @Test
    void ordersWhatIsOpenAlikeWhateverIsHidden() {
        List<SearchDocument> open = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            open.add(
                    record("r" + i)
                            .title("water" + " port".repeat(i % 5) + " quay".repeat(i % 3), "", "")
                            .build());
        }
        List<SearchDocument> all = new ArrayList<>(open);
        for (int i = 0; i < 200; i++) {
            all.add(
                    record("s" + i)
                            .title("port port quay " + "long ".repeat(50), "", "")
                            .seenBy(Role.ADMINISTRATOR)
                            .build());
        }
        SearchQuery query =
                SearchQuery.all(Language.EN).text("water port").sort(Sort.RELEVANCE).page(1, 30);
        assertThat(found(index(all), query)).isEqualTo(found(index(open), query));
    }

    private static Reader reader(Role role, @Nullable UUID programme) {
        return Reader.of(
                new Viewer(UUID.randomUUID(), "", "", List.of(new Viewer.Grant(role, programme))));
    }

    private static @Nullable UUID programme(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> new UUID(0, 1);
            default -> new UUID(0, 2);
        };
    }

    // ---- order and pages

    @Test
    void sortsNamesAsEachLanguageDoes() {
        FedIndex index =
                index(
                        record("e").title("Zadar", "Écija", "ب").build(),
                        record("f").title("amman", "Fès", "أ").build(),
                        record("d").title("Ólbia", "Digne", "ة").build());
        assertThat(found(index, SearchQuery.all(Language.EN))).containsExactly("f", "d", "e");
        assertThat(found(index, SearchQuery.all(Language.FR))).containsExactly("d", "e", "f");
        assertThat(found(index, SearchQuery.all(Language.AR))).containsExactly("f", "e", "d");
    }

    @Test
    void sortsByDateAndByChangeLatestFirst() {
        FedIndex index =
                index(
                        record("old").date("2018-05").changedAt("2026-01-03T00:00:00Z").build(),
                        record("new").date("2027").changedAt("2026-01-01T00:00:00Z").build(),
                        record("none").changedAt("2026-01-02T00:00:00Z").build());
        assertThat(found(index, SearchQuery.all(Language.EN).sort(Sort.DATE)))
                .containsExactly("new", "old", "none");
        assertThat(found(index, SearchQuery.all(Language.EN).sort(Sort.CHANGED)))
                .containsExactly("old", "none", "new");
    }

    @Test
    void showsEveryRecordOnExactlyOnePage() {
        List<SearchDocument> records = new ArrayList<>();
        for (int i = 0; i < 47; i++) {
            records.add(record("r" + i).title("Same name", "", "").build());
        }
        FedIndex index = index(records);
        List<String> all = new ArrayList<>();
        for (int page = 1; page <= 5; page++) {
            all.addAll(found(index, SearchQuery.all(Language.EN).page(page, 10)));
        }
        assertThat(all).hasSize(47).doesNotHaveDuplicates();
        SearchResult far =
                index.search(SearchQuery.all(Language.EN).page(1_000_000_000, 20), Reader.VISITOR);
        assertThat(far.hits()).isEmpty();
        assertThat(far.total()).isEqualTo(47);
    }

    @Test
    void givesBackTheRecordAsItWasHandedOver() {
        SearchDocument record =
                record("a")
                        .title("A", "B", "ج")
                        .with("country", "MA")
                        .member("avec", "full")
                        .date("2020-10/2020-11")
                        .column("founded", "1999")
                        .name("ABC")
                        .seenBy(Role.REVIEWER)
                        .of(new UUID(3, 4))
                        .build();
        assertThat(
                        index(record)
                                .search(
                                        SearchQuery.all(Language.EN),
                                        reader(Role.REVIEWER, new UUID(3, 4)))
                                .hits())
                .containsExactly(record);
    }

    @Test
    void remembersItsPositionWithItsRecords() {
        FedIndex index = index(record("a").build());
        Position position = new Position("db", 77, Instant.parse("2026-05-01T10:00:00Z"));
        index.apply(Map.of("organisation/" + SearchExamples.id("a"), Optional.empty()), position);
        assertThat(index.position()).isEqualTo(position);
        assertThat(found(index, "")).isEmpty();
    }
}

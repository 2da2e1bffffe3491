package org.rivages.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rivages.search.SearchExamples.record;

import java.time.Instant;
import java.util.List;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rivages.search.Excerpts.Piece;
import org.rivages.search.SearchQuery.Sort;
import org.rivages.shared.Language;

/** Names between scripts, meanings between languages, what was meant, and where it stands. */
class LanguageTests {
    private final Excerpts excerpts = new Excerpts(SearchExamples.ANALYSIS);

    private static FedIndex index(SearchDocument... records) {
        FedIndex index =
                new LuceneIndex(
                        SearchExamples.ANALYSIS,
                        new ByteBuffersDirectory(),
                        new ByteBuffersDirectory());
        index.rebuild(List.of(records)::forEach, new Position("test", 1, Instant.EPOCH));
        return index;
    }

    @ParameterizedTest
    @CsvSource({
        "Sfax,صفاقس",
        "Kairouan,القيروان",
        "Marrakech,مراكش",
        "Hammamet,الحمّامات",
        "Nouakchott,نواكشوط",
        "Casablanca,كازابلانكا",
        "Mahdia,المهدية"
    })
    void findsANameThatIsWrittenInTheOtherScript(String latin, String arabic) {
        FedIndex index =
                index(
                        record("latin").title(latin, "", "").build(),
                        record("other").title("Zagreb", "", "موستار").build());
        assertThat(SearchIndexContract.found(index, arabic + " ")).containsExactly("latin");
        FedIndex other =
                index(
                        record("arabic").title("", "", arabic).build(),
                        record("other").title("Zagreb", "", "موستار").build());
        assertThat(SearchIndexContract.found(other, latin + " ")).containsExactly("arabic");
    }

    @Test
    void doesNotTakeAWordOfTheSameScriptForASound() {
        FedIndex index = index(record("port").title("Sofia Kisas", "", "").build());
        assertThat(SearchIndexContract.found(index, "sfks ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "déchets",
        "ordures ménagères",
        "waste",
        "garbage",
        "القمامة",
        "نفايات",
        "collecte des déchets"
    })
    void findsAnArabicPracticeByTheWordsOfAnyLanguage(String typed) {
        FedIndex index =
                index(
                        record("practice")
                                .title("", "", "فرز النفايات المنزلية في الحي القديم")
                                .build(),
                        record("other").title("Tramway", "Tramway", "ترامواي").build());
        assertThat(SearchIndexContract.found(index, typed)).containsExactly("practice");
    }

    @Test
    void findsARecordOfAThemeByAnyOfItsWords() {
        FedIndex index =
                index(
                        record("a").with("theme", "water").build(),
                        record("b").with("sdg", "13").build());
        assertThat(SearchIndexContract.found(index, "مياه")).containsExactly("a");
        assertThat(SearchIndexContract.found(index, "wastewater")).containsExactly("a");
        assertThat(SearchIndexContract.found(index, "changement climatique")).containsExactly("b");
    }

    @Test
    void putsTheTypedWordBeforeItsMeaning() {
        FedIndex index =
                index(
                        record("meaning").title("Gestion des ordures", "", "").build(),
                        record("word").text("La collecte, et les déchets", "", "").build());
        assertThat(
                        SearchIndexContract.found(
                                index,
                                SearchQuery.all(Language.EN).text("ordures ").sort(Sort.RELEVANCE)))
                .startsWith("meaning");
    }

    @Test
    void findsBrokenPluralsOfTheThesaurus() {
        FedIndex index = index(record("a").title("", "", "شبكة مدن المتوسط").build());
        assertThat(SearchIndexContract.found(index, "مدينة")).containsExactly("a");
        assertThat(SearchIndexContract.found(index, "شبكات")).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource({
        "casablanka,Casablanca",
        "Casabalnca,Casablanca",
        "casabkan,Casablanca",
        "workshop in casablanka,workshop in Casablanca",
        "صفاكس,صفاقس"
    })
    void saysWhatWasPerhapsMeant(String typed, String meant) {
        FedIndex index =
                index(
                        record("a").title("Workshops in Casablanca", "", "ورشة في صفاقس").build(),
                        record("b").title("Tangier", "", "").build());
        SearchResult result =
                index.search(SearchQuery.all(Language.EN).text(typed), Reader.VISITOR);
        assertThat(result.suggestion()).isEqualTo(meant);
    }

    @Test
    void suggestsNothingWhereTheSpellingIsKnown() {
        FedIndex index = index(record("a").title("Workshops in Casablanca", "", "").build());
        for (String typed : List.of("casablanca", "workshop", "qqqqqqqq", "")) {
            SearchResult result =
                    index.search(SearchQuery.all(Language.EN).text(typed), Reader.VISITOR);
            assertThat(result.suggestion()).as(typed).isEmpty();
        }
    }

    @Test
    void marksWhatWasTypedInItsInflectionAndItsMeaning() {
        SearchDocument record =
                record("a")
                        .summary(
                                "Cities sort their waste.",
                                "Les villes trient leurs ordures ménagères.",
                                "المدن تفرز النفايات.")
                        .build();
        assertThat(marked(record, "city", Language.EN)).containsExactly("Cities");
        assertThat(marked(record, "déchets", Language.FR)).containsExactly("ordures", "ménagères");
        assertThat(marked(record, "garbage", Language.AR)).containsExactly("النفايات");
        assertThat(marked(record, "vill", Language.FR)).containsExactly("villes");
        assertThat(marked(record, "\"leurs ordures\"", Language.FR))
                .containsExactly("leurs", "ordures");
    }

    @Test
    void showsTheTextAsItStandsAroundTheFirstMark() {
        String text = "word ".repeat(60) + "harbour " + "word ".repeat(60);
        SearchDocument record = record("a").text(text, "", "").build();
        List<Piece> pieces =
                excerpts.of(record, SearchQuery.all(Language.EN).text("harbour "), false).pieces();
        assertThat(pieces).hasSize(3);
        assertThat(pieces.get(0).text()).startsWith("… word").hasSizeLessThan(60);
        assertThat(pieces.get(1)).isEqualTo(new Piece("harbour", true));
        assertThat(pieces.get(2).text()).endsWith(" …");
        assertThat(text).contains(pieces.get(2).text().replace(" …", ""));
    }

    @Test
    void takesTheTextOfAnotherLanguageWhereTheOwnSaysNothing() {
        SearchDocument record = record("a").summary("Nothing.", "", "ميناء طنجة").build();
        assertThat(
                        excerpts.of(record, SearchQuery.all(Language.EN).text("ميناء "), false)
                                .language())
                .isEqualTo(Language.AR);
    }

    private List<String> marked(SearchDocument record, String typed, Language language) {
        return excerpts.of(record, SearchQuery.all(language).text(typed), false).pieces().stream()
                .filter(Piece::marked)
                .map(Piece::text)
                .toList();
    }
}

package org.rivages.follow;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rivages.shared.Json;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;
import tools.jackson.databind.JsonNode;

@RivagesTest
class FollowFilesIT {
    private static final List<String> LISTS =
            Arrays.stream(Listing.values()).map(list -> list.path().substring(1)).toList();

    private final Visitor visitor = new Visitor();

    private static JsonNode json(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return Json.mapper().readTree(answer.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ar"})
    void givesEveryListInEveryForm(String language) throws Exception {
        for (String list : LISTS) {
            String path = "/" + language + "/" + list;
            assertThat(visitor.raw(path + ".json").header("Content-Type"))
                    .startsWith("application/json");
            Answer csv = visitor.raw(path + ".csv");
            assertThat(csv.header("Content-Type")).startsWith("text/csv");
            assertThat(CSVFormat.RFC4180.parse(new StringReader(csv.text())).getRecords())
                    .isNotEmpty();
            Answer atom = visitor.raw(path + ".atom");
            assertThat(atom.header("Content-Type")).startsWith("application/atom+xml");
            assertThat(AtomRules.broken(atom.text())).as(path).isEmpty();
            new SyndFeedInput().build(new StringReader(atom.text()));
            Answer ics = visitor.raw(path + ".ics");
            assertThat(ics.header("Content-Type")).startsWith("text/calendar");
            assertThat(Biweekly.parse(ics.text()).all()).as(path).hasSize(1);
        }
    }

    @Test
    void tellsTheAssociateMembersAsDataWithPathsWithoutAHost() {
        JsonNode list = json(visitor.raw("/fr/organisations.json?network=avec&class=associate"));
        assertThat(list.get("total").asInt()).isEqualTo(8);
        assertThat(list.get("next").isNull()).isTrue();
        assertThat(list.get("items"))
                .hasSize(8)
                .allSatisfy(item -> {
                    assertThat(item.get("kind").asString()).isEqualTo("organisation");
                    assertThat(item.get("url").asString()).startsWith("/fr/organisations/");
                    assertThat(item.get("title").asString()).isNotBlank();
                });
        assertThat(list.get("facets").get("class").get(0).get("value").asString())
                .isEqualTo("associate");
        assertThat(list.get("facets").get("class").get(0).get("count").asInt()).isEqualTo(8);
    }

    @Test
    void countsInEachFacetWhatChoosingItGives() {
        JsonNode all = json(visitor.raw("/en/search.json?kind=organisation&country=MA"));
        for (JsonNode country : all.get("facets").get("country")) {
            JsonNode one =
                    json(
                            visitor.raw(
                                    "/en/search.json?kind=organisation&country="
                                            + country.get("value").asString()));
            assertThat(one.get("total").asInt()).isEqualTo(country.get("count").asInt());
        }
        for (JsonNode type : all.get("facets").get("type")) {
            JsonNode one =
                    json(
                            visitor.raw(
                                    "/en/search.json?kind=organisation&country=MA&type="
                                            + type.get("value").asString()));
            assertThat(one.get("total").asInt()).isEqualTo(type.get("count").asInt());
        }
    }

    @Test
    void beginsTheSpreadsheetOfOrganisationsAsPromised() throws Exception {
        Answer csv = visitor.raw("/en/organisations.csv");
        assertThat(csv.text()).startsWith("slug,name,acronym,type,country,founded");
        List<CSVRecord> rows =
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(new StringReader(csv.text()))
                        .getRecords();
        assertThat(rows)
                .anySatisfy(row -> {
                    assertThat(row.get("slug")).isEqualTo("avitem");
                    assertThat(row.get("acronym")).isEqualToIgnoringCase("avitem");
                    assertThat(row.get("country")).isEqualTo("FR");
                    assertThat(row.get("founded")).isEqualTo("2012");
                });
        assertThat(rows.size())
                .isEqualTo(json(visitor.raw("/en/organisations.json")).get("total").asInt());
    }

    @Test
    void keepsTheHeaderOfASpreadsheetWithoutRows() {
        Answer csv = visitor.raw("/en/organisations.csv?country=AQ");
        assertThat(csv.text()).startsWith("slug,name,acronym,type,country,founded");
        assertThat(csv.text().strip().lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"json", "csv", "atom", "jsonfeed", "ics", "xlsx"})
    void saysThatNothingHasChanged(String suffix) {
        Answer first = visitor.raw("/en/organisations." + suffix);
        assertThat(first.header("ETag")).isNotBlank();
        assertThat(first.header("Last-Modified")).isNotBlank();
        Answer again =
                visitor.raw("/en/organisations." + suffix, "If-None-Match", first.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(
                        visitor.raw("/en/organisations." + suffix, "If-None-Match", "W/\"other\"")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void pagesWithoutLosingOrDoublingARecord() throws FeedException {
        Set<String> seen = new HashSet<>();
        List<String> all = new ArrayList<>();
        String path = "/en/search.json?sort=name";
        for (int page = 0; page < 100 && path != null; page++) {
            JsonNode list = json(visitor.raw(path));
            list.get("items")
                    .forEach(item -> {
                        seen.add(item.get("url").asString());
                        all.add(item.get("url").asString());
                    });
            path = list.get("next").isNull() ? null : list.get("next").asString();
        }
        assertThat(all)
                .hasSameSizeAs(seen)
                .hasSize(json(visitor.raw("/en/search.json")).get("total").asInt());
    }

    @Test
    void givesEachEntryOfAFeedOneIdForAllFeeds() throws Exception {
        var everything =
                new SyndFeedInput()
                        .build(
                                new StringReader(
                                        visitor.raw("/en/search.atom?kind=organisation").text()));
        var organisations =
                new SyndFeedInput()
                        .build(new StringReader(visitor.raw("/en/organisations.atom").text()));
        assertThat(organisations.getEntries()).isNotEmpty();
        assertThat(everything.getEntries().stream().map(entry -> entry.getUri()).toList())
                .containsExactlyInAnyOrderElementsOf(
                        organisations.getEntries().stream().map(entry -> entry.getUri()).toList());
    }

    @Test
    void writesCalendarsThatASecondProgramReads() {
        ICalendar calendar =
                Biweekly.parse(visitor.raw("/ar/search.ics?kind=session&kind=call").text()).first();
        assertThat(calendar.getEvents())
                .isNotEmpty()
                .allSatisfy(event -> {
                    assertThat(event.getUid().getValue()).isNotBlank();
                    assertThat(event.getStatus()).isNotNull();
                    assertThat(event.getSequence()).isNotNull();
                    assertThat(event.getDateStart()).isNotNull();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "year=abc",
                "year=20",
                "page=0",
                "page=-1",
                "page=x",
                "page=99999999999",
                "sort=price",
                "country=%3Cscript%3E",
                "theme=%00"
            })
    void answersWhatItCannotReadInTheReadersLanguage(String query) {
        for (String language : List.of("en", "fr", "ar")) {
            Answer page = visitor.get("/" + language + "/search?" + query);
            assertThat(page.status()).as(query).isEqualTo(400);
            assertThat(page.page().select("p.note.err")).as(query).hasSize(1);
            assertThat(page.page().select("html").attr("lang")).isEqualTo(language);
            for (String suffix : List.of("json", "csv", "atom", "jsonfeed", "ics", "xlsx")) {
                Answer file = visitor.raw("/" + language + "/search." + suffix + "?" + query);
                assertThat(file.status()).as(query).isEqualTo(400);
                assertThat(file.header("Content-Type")).isEqualTo("application/problem+json");
                assertThat(Json.mapper().readTree(file.text()).get("detail").asString())
                        .isNotBlank();
            }
        }
    }

    @Test
    void answersWhateverStrangersType() {
        for (String typed :
                List.of(
                        "\"",
                        "\"abc",
                        "***",
                        "a*",
                        "the of",
                        "في",
                        "ًٌٍ",
                        "(",
                        "a AND (b OR",
                        "/.*/",
                        "<script>alert(1)</script>",
                        "\u202egnp",
                        "🌊",
                        "\\",
                        "%",
                        "+",
                        "'",
                        "x".repeat(300))) {
            for (String language : List.of("en", "fr", "ar")) {
                Answer page = visitor.get("/" + language + "/search?q=" + encode(typed));
                assertThat(page.status()).as(typed).isEqualTo(200);
                assertThat(page.text())
                        .doesNotContain("<script>alert")
                        .doesNotContain("at org.rivages");
                assertThat(visitor.raw("/" + language + "/search.json?q=" + encode(typed)).status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void saysThatAVeryLongTextWasCut() {
        for (String typed : List.of("x".repeat(10_000), "مدينة ".repeat(1_600))) {
            Answer page = visitor.get("/ar/search?q=" + encode(typed));
            assertThat(page.status()).isEqualTo(400);
            assertThat(page.page().select("html").attr("lang")).isEqualTo("ar");
            assertThat(page.page().select("p.note.err")).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "country=ZZ",
                "network=nowhere",
                "year=0001",
                "kind=unicorn",
                "page=1000000000",
                "q=zzzzqqqq",
                "unknown=1",
                "country=FR&country=FR"
            })
    void findsNothingForCodesThatNobodyKnowsAndSaysSo(String query) {
        Answer page = visitor.get("/en/search?" + query);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("#found")).hasSize(1);
        assertThat(json(visitor.raw("/en/search.json?" + query)).get("total").asInt())
                .isNotNegative();
    }

    @Test
    void survivesFiveHundredCriteriaAndBrokenUtf8() {
        String many =
                "country=" + String.join("&country=", java.util.Collections.nCopies(500, "FR"));
        assertThat(visitor.get("/en/search?" + many).status()).isEqualTo(400);
        assertThat(visitor.get("/fr/search?q=%ff%fe%c3").status()).isIn(200, 400);
        assertThat(visitor.get("/fr/search?country=%ff").status()).isEqualTo(400);
    }

    @Test
    void knowsNoOtherSuffix() {
        assertThat(visitor.raw("/en/search.exe").status()).isEqualTo(404);
        assertThat(visitor.raw("/en/nothing.json").status()).isEqualTo(404);
        assertThat(visitor.raw("/xx/search.json").status()).isEqualTo(404);
    }

    @Test
    void showsDraftsToNobodyOutside() {
        JsonNode outside = json(visitor.raw("/en/search.json"));
        JsonNode inside = json(Visitor.signedIn("secretariat@demo.example").raw("/en/search.json"));
        assertThat(inside.get("total").asInt())
                .isGreaterThanOrEqualTo(outside.get("total").asInt());
        assertThat(outside.toString()).doesNotContain("\"draft\"");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package org.rivages.follow;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.validate.ValidationResult;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rivages.shared.Json;
import org.rivages.shared.Language;
import org.rivages.support.RivagesTest;
import org.rivages.support.TestServer;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;
import tools.jackson.databind.JsonNode;

/** Each form of each list before a judge that did not write it. */
@RivagesTest
class FollowFormsIT {
    private static final Schema JSON_FEED = schema("json-feed-1.1.schema.json");
    private static final Schema LIST = schema("list.schema.json");

    private final Visitor visitor = new Visitor();

    private static Schema schema(String name) {
        try (InputStream schema =
                Objects.requireNonNull(FollowFormsIT.class.getResourceAsStream(name))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(
                            new String(schema.readAllBytes(), StandardCharsets.UTF_8),
                            InputFormat.JSON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyListIsAValidJsonFeed(Language language) {
        for (Listing listing : Listing.values()) {
            String path = "/" + language.code() + listing.path() + ".jsonfeed";
            Answer answer = visitor.raw(path);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("application/feed+json");
            assertThat(JSON_FEED.validate(answer.text(), InputFormat.JSON)).as(path).isEmpty();
            JsonNode feed = Json.mapper().readTree(answer.text());
            assertThat(feed.get("feed_url").asString()).isEqualTo(TestServer.base() + path);
            assertThat(feed.get("language").asString()).isEqualTo(language.code());
            assertThat(feed.get("items")).as(path).isNotEmpty();
            assertThat(visitor.get(feed.get("items").get(0).get("url").asString()).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void theJudgeOfJsonFeedsKnowsABrokenOne() {
        String good = visitor.raw("/en/calls.jsonfeed").text();
        assertThat(JSON_FEED.validate(good, InputFormat.JSON)).isEmpty();
        for (String bad :
                List.of(
                        good.replace("version/1.1", "version/2"),
                        good.replace("\"content_text\"", "\"content\""),
                        good.replace("\"date_modified\":\"", "\"date_modified\":\"on "),
                        good.replace("\"feed_url\":\"http", "\"feed_url\":\""))) {
            assertThat(bad).isNotEqualTo(good);
            assertThat(JSON_FEED.validate(bad, InputFormat.JSON)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPageOfEveryListAsDataIsAsItsSchemaSays(Language language) {
        for (Listing listing : Listing.values()) {
            String next = "/" + language.code() + listing.path() + ".json";
            int pages = 0;
            while (next != null) {
                Answer answer = visitor.raw(next);
                assertThat(answer.status()).as(next).isEqualTo(200);
                assertThat(broken(answer.text())).as(next).isEmpty();
                JsonNode list = Json.mapper().readTree(answer.text());
                next = list.get("next").isNull() ? null : list.get("next").asString();
                pages++;
            }
            assertThat(pages).isBetween(1, 50);
        }
    }

    private static List<Error> broken(String list) {
        return LIST.validate(
                list,
                InputFormat.JSON,
                context -> context.executionConfig(how -> how.formatAssertionsEnabled(true)));
    }

    @Test
    void theSchemaOfListsKnowsABrokenOne() {
        String good = visitor.raw("/en/organisations.json").text();
        assertThat(broken(good)).isEmpty();
        for (String bad :
                List.of(
                        good.replace("\"total\":", "\"count\":"),
                        good.replace("\"title\":\"", "\"name\":\""),
                        good.replace("\"url\":\"/", "\"url\":\"http://localhost/"),
                        good.replace("\"changed\":\"", "\"changed\":\"on "),
                        good.replace("\"country\":[", "\"land\":["))) {
            assertThat(bad).isNotEqualTo(good);
            assertThat(broken(bad)).isNotEmpty();
        }
    }

    /** The same records, counts and facets, whether one asks the page or the API. */
    @Test
    void theDataOfThePageAndOfTheApiAreOne() {
        String question = "kind=organisation&country=MA&country=FR&sort=name";
        JsonNode page = Json.mapper().readTree(visitor.raw("/en/search.json?" + question).text());
        JsonNode api = Json.mapper().readTree(visitor.raw("/api/v1/search?" + question).text());
        assertThat(page.get("items")).isNotEmpty();
        assertThat(page.get("total")).isEqualTo(api.get("total"));
        assertThat(page.get("facets")).isEqualTo(api.get("facets"));
        for (int i = 0; i < page.get("items").size(); i++) {
            JsonNode one = page.get("items").get(i);
            JsonNode same = api.get("items").get(i);
            assertThat(one.get("url")).isEqualTo(same.at("/links/pages/en"));
            for (String field : List.of("kind", "slug", "memberships", "changed", "date")) {
                assertThat(one.get(field)).as(field).isEqualTo(same.get(field));
            }
            assertThat(one.get("names")).isEqualTo(same.get("otherNames"));
            assertThat(one.get("title")).isEqualTo(same.at("/name/en"));
            assertThat(one.get("country")).isEqualTo(same.at("/criteria/country"));
        }
    }

    @Test
    void bothFeedsTellTheSameUnderTheSameIds() {
        List<String> ids = new ArrayList<>();
        String next = "/en/search.jsonfeed?kind=organisation&kind=session";
        for (int page = 0; page < 50 && next != null; page++) {
            JsonNode feed = Json.mapper().readTree(visitor.raw(next).text());
            feed.get("items").forEach(item -> ids.add(item.get("id").asString()));
            next = feed.has("next_url") ? feed.get("next_url").asString() : null;
        }
        List<String> atom = new ArrayList<>();
        String link = "/en/search.atom?kind=organisation&kind=session";
        for (int page = 0; page < 50 && link != null; page++) {
            var feed =
                    org.jsoup.Jsoup.parse(
                            visitor.raw(link).text(), "", org.jsoup.parser.Parser.xmlParser());
            feed.select("entry > id").forEach(id -> atom.add(id.text()));
            Element after = feed.selectFirst("feed > link[rel=next]");
            link = after == null ? null : after.attr("href");
        }
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates().containsExactlyElementsOf(atom);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theWorkbookSaysWhatTheTextFileSays(Language language) throws IOException {
        for (Listing listing : Listing.values()) {
            String path = "/" + language.code() + listing.path();
            List<CSVRecord> rows =
                    CSVFormat.RFC4180
                            .parse(new StringReader(visitor.raw(path + ".csv").text()))
                            .getRecords();
            Answer answer = visitor.raw(path + ".xlsx");
            assertThat(answer.header("Content-Type")).isEqualTo(FollowForm.XLSX.type());
            assertThat(answer.header("Content-Disposition"))
                    .isEqualTo(
                            "attachment; filename=\""
                                    + listing.word()
                                    + "-"
                                    + language.code()
                                    + ".xlsx\"");
            XSSFSheet sheet = XlsxFileTests.read(answer.response().body());
            assertThat(sheet.isRightToLeft()).isEqualTo(language == Language.AR);
            assertThat(sheet.getLastRowNum()).isEqualTo(rows.size() - 1);
            for (int i = 0; i < rows.size(); i++) {
                assertThat(XlsxFileTests.texts(sheet, i)).as(path).isEqualTo(rows.get(i).toList());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void twoProgramsReadTheSameCalendar(Language language) throws IOException, ParserException {
        for (Listing listing : Listing.values()) {
            String path = "/" + language.code() + listing.path() + ".ics";
            String text = visitor.raw(path).text();
            var first = new CalendarBuilder().build(new StringReader(text));
            ValidationResult judged = first.validate();
            assertThat(judged.getEntries()).as(path).isEmpty();
            var second = Biweekly.parse(text).first();
            assertThat(second.getEvents().stream().map(event -> event.getUid().getValue()).toList())
                    .as(path)
                    .doesNotHaveDuplicates()
                    .isEqualTo(
                            first.getComponents("VEVENT").stream()
                                    .map(event -> event.getProperty("UID").orElseThrow().getValue())
                                    .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search?q=a&country=MA", "/organisations", "/programmes", "/calls"})
    void everyListNamesAllItsFormsInItsHeadAndBelowItsRows(String path) {
        for (Language language : Language.values()) {
            Answer page = visitor.get("/" + language.code() + path);
            for (FollowForm form : FollowForm.values()) {
                Element link =
                        page.page()
                                .selectFirst(
                                        "link[rel=alternate][type=" + form.type() + "][title]");
                assertThat(link).as(form + " of " + path).isNotNull();
                String address = Objects.requireNonNull(link).attr("href");
                assertThat(page.page().select("p.files a[href='" + address + "']")).hasSize(1);
                assertThat(visitor.raw(address).header("Content-Type"))
                        .isEqualTo(form.contentType());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FollowForm.class)
    void aReaderIsToldByTagAndByDateThatNothingHasChanged(FollowForm form)
            throws InterruptedException {
        for (String query : List.of("?unknown=tag", "?unknown=date")) {
            Answer first = dated("/fr/search." + form.suffix() + query);
            String path = first.path();
            assertThat(visitor.raw(path, "If-None-Match", first.header("ETag")).status())
                    .isEqualTo(304);
            // kept by the cache of pages and, at another address, made anew
            for (String address : List.of(path, path + "&again=1")) {
                Answer later =
                        visitor.raw(address, "If-Modified-Since", first.header("Last-Modified"));
                assertThat(later.status()).isIn(200, 304);
                if (later.status() == 200) {
                    // another test has changed something meanwhile
                    assertThat(later.header("Last-Modified"))
                            .isNotEqualTo(first.header("Last-Modified"));
                }
                assertThat(
                                visitor.raw(
                                                address,
                                                "If-Modified-Since",
                                                "Sat, 01 Jan 2000 00:00:00 GMT")
                                        .status())
                        .isEqualTo(200);
                assertThat(visitor.raw(address, "If-Modified-Since", "yesterday").status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void aReaderWhoHasSignedInIsNeverAnsweredByDate() {
        Visitor secretariat = Visitor.signedIn("secretariat@demo.example");
        Answer own = secretariat.raw("/en/search.json");
        assertThat(own.header("Cache-Control")).contains("private");
        assertThat(own.header("Last-Modified")).isEmpty();
        assertThat(secretariat.raw("/en/search.json", "If-None-Match", own.header("ETag")).status())
                .isEqualTo(304);
    }

    /** Outlook asks for the head first, and calendar programs accept all sorts of types. */
    @Test
    void answersCalendarProgramsHoweverTheyAsk() throws Exception {
        URI address = URI.create(TestServer.base() + "/en/search.ics?kind=session&kind=call");
        try (HttpClient http = HttpClient.newHttpClient()) {
            var head =
                    http.send(
                            HttpRequest.newBuilder(address).HEAD().build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/calendar");
            assertThat(head.headers().firstValue("ETag")).isPresent();
        }
        for (String accepted : List.of("text/calendar", "*/*", "text/html", "image/png")) {
            Answer answer = visitor.raw(address.toString(), "Accept", accepted);
            assertThat(answer.status()).as(accepted).isEqualTo(200);
            assertThat(answer.text()).startsWith("BEGIN:VCALENDAR\r\n");
        }
    }

    @Test
    void theNextPageStandsInTheHeadersToo() {
        Answer first = visitor.raw("/en/search.json");
        String next = Json.mapper().readTree(first.text()).get("next").asString();
        assertThat(first.header("Link")).isEqualTo("<" + next + ">; rel=\"next\"");
    }

    /** An answer with a date: right after a change there is none. */
    private Answer dated(String path) throws InterruptedException {
        for (int i = 0; i < 40; i++) {
            Answer answer = visitor.raw(path + "&try=" + i);
            if (!answer.header("Last-Modified").isEmpty()) {
                return answer;
            }
            Thread.sleep(250);
        }
        throw new AssertionError("never a Last-Modified: " + path);
    }
}

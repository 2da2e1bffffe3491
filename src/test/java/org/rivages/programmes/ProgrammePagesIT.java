package org.rivages.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rivages.shared.Json;
import org.rivages.support.Chromium;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;
import tools.jackson.databind.JsonNode;

@RivagesTest
class ProgrammePagesIT {
    private static final String WORKSHOPS = "/programmes/metropolitan-workshops";
    private final Visitor visitor = new Visitor();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Tentative | Held | To be confirmed | March 2020 (date to be set)",
                "fr | Provisoire | Tenue | À confirmer | mars 2020 (date à fixer)",
                "ar | مبدئي | انعقد | بانتظار التأكيد | مارس 2020 (التاريخ يُحدَّد لاحقًا)"
            })
    void saysHonestlyHowSureEachSessionIs(
            String lang, String tentative, String held, String open, String date) {
        assertThat(tags(lang, "2020")).containsOnly(tentative).hasSize(3);
        assertThat(tags(lang, "2018")).containsOnly(held).hasSize(3);
        assertThat(tags(lang, "2019")).containsExactly(held, held, open);
        assertThat(visitor.get("/" + lang + WORKSHOPS + "/2020/bologna").words()).contains(date);
    }

    private List<String> tags(String lang, String edition) {
        return visitor.get("/" + lang + WORKSHOPS + "/" + edition)
                .page()
                .select("#sessions .sess .tag")
                .eachText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ar"})
    void everyPageIsValid(String lang) {
        for (String path :
                List.of(
                        WORKSHOPS,
                        WORKSHOPS + "/2019",
                        WORKSHOPS + "/2020",
                        WORKSHOPS + "/2019/beirut",
                        "/programmes/demo-workshops/demo-open",
                        "/programmes/demo-workshops/demo-open/genoa")) {
            Visitor.Answer answer = visitor.get("/" + lang + path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(Chromium.invalid(answer.text())).as(lang + path).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ar"})
    void calendarsReadBackWithAnotherParser(String lang) {
        List<VEvent> events = events("/" + lang + WORKSHOPS + "/2020.ics");
        assertThat(events).hasSize(3);
        String text = visitor.get("/" + lang + WORKSHOPS + "/2020.ics").text();
        assertThat(text)
                .contains("DTSTART;VALUE=DATE:20200301\r\nDTEND;VALUE=DATE:20200401\r\n")
                .contains("DTSTART;VALUE=DATE:20201001\r\nDTEND;VALUE=DATE:20201201\r\n");
        assertThat(events)
                .allSatisfy(
                        event -> assertThat(event.getStatus().getValue()).isEqualTo("TENTATIVE"))
                .allSatisfy(event -> assertThat(event.getLastModified()).isNotNull())
                .allSatisfy(event -> assertThat(event.getSequence().getValue()).isZero());
        assertThat(events("/" + lang + WORKSHOPS + "/2019.ics"))
                .as("Beirut has no date")
                .hasSize(2);
        assertThat(events("/" + lang + WORKSHOPS + "/2019/beirut.ics")).isEmpty();
        assertThat(events("/" + lang + WORKSHOPS + "/2018/tirana.ics"))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED"));
        assertThat(events("/" + lang + WORKSHOPS + ".ics")).hasSize(8);
        assertThat(events("/" + lang + "/programmes.ics").size()).isGreaterThanOrEqualTo(8);
    }

    private List<VEvent> events(String path) {
        Visitor.Answer answer = visitor.get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/calendar");
        return Biweekly.parse(answer.text()).first().getEvents();
    }

    @Test
    void aCalendarThatDidNotChangeIsNotSentAgain() {
        Visitor.Answer first = visitor.raw("/en" + WORKSHOPS + "/2018.ics");
        Visitor.Answer again =
                visitor.raw("/en" + WORKSHOPS + "/2018.ics", "If-None-Match", first.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
    }

    @Test
    void dataForSearchEnginesKeepsAMonthAMonth() {
        JsonNode bologna = data("/en" + WORKSHOPS + "/2020/bologna");
        assertThat(bologna.get("@type").asString()).isEqualTo("EducationEvent");
        assertThat(bologna.get("startDate").asString()).isEqualTo("2020-03");
        assertThat(bologna.get("eventStatus").asString())
                .isEqualTo("https://schema.org/EventScheduled");
        JsonNode genoa = data("/en/programmes/demo-workshops/demo-open/genoa");
        assertThat(genoa.get("eventStatus").asString())
                .isEqualTo("https://schema.org/EventRescheduled");
        assertThat(genoa.has("previousStartDate")).isTrue();
        assertThat(data("/en" + WORKSHOPS + "/2019/beirut").has("startDate")).isFalse();
    }

    private JsonNode data(String path) {
        String json =
                visitor.get(path).page().expectFirst("script[type=application/ld+json]").data();
        return Json.read(json, JsonNode.class);
    }

    @Test
    void editionsAndSessionsAreData() {
        JsonNode edition =
                Json.read(visitor.get("/fr" + WORKSHOPS + "/2020.json").text(), JsonNode.class);
        assertThat(edition.get("kind").asString()).isEqualTo("edition");
        assertThat(edition.get("url").asString()).isEqualTo("/fr" + WORKSHOPS + "/2020");
        assertThat(edition.get("sessions").get(0).get("date").asString()).isEqualTo("2020-03");
        JsonNode beirut =
                Json.read(
                        visitor.get("/en" + WORKSHOPS + "/2019/beirut.json").text(),
                        JsonNode.class);
        assertThat(beirut.get("status").asString()).isEqualTo("to-be-confirmed");
        assertThat(beirut.get("date").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/programmes/nothing",
                "/en/programmes/metropolitan-workshops/1999",
                "/en/programmes/metropolitan-workshops/2020/nowhere",
                "/en/programmes/metropolitan-workshops/2020.csv",
                "/en/programmes/metropolitan-workshops/2020/nowhere.ics",
                "/fr/programmes/metropolitan-workshops/1999.json",
                "/ar/programmes/%3Cscript%3E",
                "/en/programmes/metropolitan-workshops/2020/bologna/more"
            })
    void answersNotFoundForWhatIsNotThere(String path) {
        assertThat(visitor.get(path).status()).isEqualTo(404);
    }

    @Test
    void sessionsAreFoundByStatusCountryAndYear() {
        Visitor.Answer found =
                visitor.get(
                        "/en/search.json?kind=session&status=to-be-confirmed&year=2019&country=LB");
        JsonNode answer = Json.read(found.text(), JsonNode.class);
        assertThat(answer.get("total").asInt()).isEqualTo(1);
        assertThat(answer.get("items").get(0).get("url").asString())
                .isEqualTo("/en" + WORKSHOPS + "/2019/beirut");
    }

    @Test
    void profilesTellWhatAnOrganisationDoesInProgrammes() {
        assertThat(visitor.get("/en/organisations/avitem").words())
                .contains("Metropolitan Workshops")
                .contains("organiser");
        assertThat(visitor.get("/en/organisations/giz").words())
                .contains("Metropolitan Workshops 2019");
        assertThat(visitor.get("/en/organisations/nice").words()).contains("Nice workshop");
    }
}

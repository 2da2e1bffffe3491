package org.rivages.follow;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.property.Transparency;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rivages.search.SearchDocument;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.site.SiteExamples;

/** What we write is read back by another parser. */
class CalendarsTests {
    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000020");
    private static final Instant CHANGED = Instant.parse("2026-11-22T14:05:06.789Z");
    private final Calendars calendars = new Calendars(SiteExamples.links());

    @ParameterizedTest
    @CsvSource({
        "2020-03,20200301,20200401",
        "2020-10/2020-11,20201001,20201201",
        "2020-12/2021-01,20201201,20210201",
        "2024-02,20240201,20240301",
        "2019,20190101,20200101",
        "2018-09-24/2018-09-28,20180924,20180929",
        "2018-12-31,20181231,20190101"
    })
    void takesWholeDaysAndEndsOnTheDayAfter(String date, String start, String end) {
        String text = write(Language.EN, record(date, "TENTATIVE", 0));
        assertThat(text)
                .contains("DTSTART;VALUE=DATE:" + start + "\r\n")
                .contains("DTEND;VALUE=DATE:" + end + "\r\n");
        VEvent event = read(text).getEvents().getFirst();
        assertThat(event.getDateStart().getValue().hasTime()).isFalse();
        assertThat(day(event.getDateStart().getValue())).isEqualTo(start);
        assertThat(day(event.getDateEnd().getValue())).isEqualTo(end);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysInTheReadersLanguageThatTheDateIsToBeSet(Language language) {
        VEvent event =
                read(write(language, record("2020-03", "TENTATIVE", 2))).getEvents().getFirst();
        String words = SiteExamples.words(language).get("site.date.unset");
        assertThat(event.getSummary().getValue())
                .isEqualTo(title().in(language) + " (" + words + ")");
        assertThat(event.getSummary().getLanguage()).isEqualTo(language.code());
        assertThat(event.getTransparency().getValue()).isEqualTo(Transparency.TRANSPARENT);
        assertThat(event.getLocation().getValue()).isEqualTo("Bologna, Italy; Emilia");
        assertThat(event.getDescription().getValue())
                .contains("Moved; \"new\" date, new place\\week")
                .endsWith("http://rivages.test/" + language.code() + "/programmes/p/2020/bologna");
        assertThat(event.getStatus().getValue()).isEqualTo("TENTATIVE");
        assertThat(event.getSequence().getValue()).isEqualTo(2);
        assertThat(event.getUid().getValue()).isEqualTo("session-" + ID);
        assertThat(event.getLastModified().getValue().toInstant())
                .isEqualTo("2026-11-22T14:05:06Z");
        assertThat(event.getDateTimeStamp().getValue().toInstant())
                .isEqualTo("2026-11-22T14:05:06Z");
    }

    @Test
    void givesAnExactSessionNoDoubt() {
        VEvent event =
                read(write(Language.EN, record("2018-09-24/2018-09-28", "CONFIRMED", 0)))
                        .getEvents()
                        .getFirst();
        assertThat(event.getSummary().getValue()).isEqualTo("Bologna, “tests”; 50 % \\ more");
        assertThat(event.getTransparency().getValue()).isEqualTo(Transparency.OPAQUE);
        assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED");
    }

    @Test
    void keepsACancelledSession() {
        VEvent event =
                read(write(Language.FR, record("2020-03", "CANCELLED", 3))).getEvents().getFirst();
        assertThat(event.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(event.getSequence().getValue()).isEqualTo(3);
    }

    @Test
    void leavesOutWhatHasNoDateOrIsNoEvent() {
        assertThat(read(write(Language.EN, record(null, "TENTATIVE", 0))).getEvents()).isEmpty();
        SearchDocument plain = record("2020", "TENTATIVE", 0);
        assertThat(read(write(Language.EN, withEvent(plain, null))).getEvents()).isEmpty();
    }

    @Test
    void writesADeadlineAsAMoment() {
        SearchDocument call =
                withEvent(
                        record("2027-01-31", "CONFIRMED", 0),
                        new SearchDocument.Event(
                                "call-" + ID,
                                "CONFIRMED",
                                0,
                                LocalizedText.EMPTY,
                                CHANGED,
                                Instant.parse("2027-01-31T22:59:00Z")));
        VEvent event = read(write(Language.EN, call)).getEvents().getFirst();
        assertThat(event.getDateStart().getValue().hasTime()).isTrue();
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo("2027-01-31T22:59:00Z");
        assertThat(event.getDateEnd()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void foldsLinesAtSeventyFiveBytes(Language language) {
        String text = write(language, record("2020-03", "TENTATIVE", 0));
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                                .isLessThanOrEqualTo(75));
        assertThat(text).endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void namesTheCalendarAndHowOftenToLook() {
        String text = write(Language.EN, record("2020-03", "TENTATIVE", 0));
        ICalendar calendar = read(text);
        assertThat(calendar.getExperimentalProperty("X-WR-CALNAME").getValue())
                .isEqualTo("Shores\\, and more");
        assertThat(calendar.getNames().getFirst().getValue()).isEqualTo("Shores, and more");
        assertThat(calendar.getRefreshInterval().getValue().toMillis()).isEqualTo(6 * 3600 * 1000);
        assertThat(calendar.getProductId().getValue()).isEqualTo("-//Rivages//Rivages//EN");
        assertThat(write(Language.EN, record("2020-03", "TENTATIVE", 0))).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anEmptyCalendarStillHoldsSomethingAsTheRulesDemand(Language language)
            throws IOException, ParserException {
        String text = write(language);
        var calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate().getEntries()).isEmpty();
        assertThat(text).contains("BEGIN:VTIMEZONE").doesNotContain("BEGIN:VEVENT");
        assertThat(read(text).getEvents()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2018-09-24/2018-09-28,CONFIRMED,OPAQUE,BUSY",
        "2018-09-24/2018-09-28,TENTATIVE,OPAQUE,TENTATIVE",
        "2018-09-24/2018-09-28,CANCELLED,TRANSPARENT,FREE",
        "2020-03,TENTATIVE,TRANSPARENT,FREE",
        "2020-03,CONFIRMED,TRANSPARENT,FREE"
    })
    void blocksNobodysMonthAndTellsOutlookInItsOwnWords(
            String date, String status, String transparency, String outlook) {
        String text = write(Language.EN, record(date, status, 1));
        assertThat(text)
                .contains("\r\nTRANSP:" + transparency + "\r\n")
                .contains("\r\nX-MICROSOFT-CDO-BUSYSTATUS:" + outlook + "\r\n")
                .contains("\r\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE\r\n");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysInTheTitleTooThatASessionIsCancelledForProgramsThatIgnoreTheStatus(Language language) {
        VEvent event =
                read(write(language, record("2018-09-24", "CANCELLED", 4))).getEvents().getFirst();
        assertThat(event.getSummary().getValue())
                .isEqualTo(
                        SiteExamples.words(language)
                                .get("follow.calendar.cancelled", "title", title().in(language)))
                .isNotEqualTo(title().in(language));
    }

    @Test
    void namesNoMethodWhichWouldDemandAnOrganizerAndTurnASubscriptionIntoAnInvitation() {
        String text = write(Language.EN, record("2020-03", "CONFIRMED", 1));
        assertThat(text)
                .doesNotContain("METHOD:")
                .doesNotContain("ORGANIZER")
                .doesNotContain("ATTENDEE");
    }

    @Test
    void beginsWithoutAByteOrderMarkAndEndsEveryLineAsTheRulesSay() {
        String text = write(Language.AR, record("2020-03", "CONFIRMED", 1));
        assertThat(text).startsWith("BEGIN:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    }

    @Test
    void theAddressStandsInTheDescriptionForProgramsThatHideTheProperty() {
        VEvent event =
                read(write(Language.FR, record("2020-03", "CONFIRMED", 1))).getEvents().getFirst();
        assertThat(event.getDescription().getValue()).contains(event.getUrl().getValue());
    }

    @Test
    void aDeadlineIsNoWholeDay() {
        SearchDocument call =
                withEvent(
                        record("2027-01-31", "CONFIRMED", 0),
                        new SearchDocument.Event(
                                "call-" + ID,
                                "CONFIRMED",
                                0,
                                LocalizedText.EMPTY,
                                CHANGED,
                                Instant.parse("2027-01-31T22:59:00Z")));
        String text = write(Language.EN, call);
        assertThat(text)
                .contains("\r\nDTSTART:20270131T225900Z\r\n")
                .contains("\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n")
                .doesNotContain("ALLDAYEVENT")
                .doesNotContain("TZID");
    }

    private String write(Language language, SearchDocument... records) {
        return new String(
                calendars.write(
                        SiteExamples.words(language),
                        "Shores, and more",
                        "/programmes",
                        List.of(records)),
                StandardCharsets.UTF_8);
    }

    private static ICalendar read(String text) {
        List<List<ParseWarning>> warnings = new java.util.ArrayList<>();
        ICalendar calendar = Biweekly.parse(text).warnings(warnings).first();
        assertThat(warnings.stream().flatMap(List::stream)).isEmpty();
        return calendar;
    }

    private static String day(Date date) {
        return LocalDate.ofInstant(date.toInstant(), ZoneId.systemDefault())
                .toString()
                .replace("-", "");
    }

    private static LocalizedText title() {
        return LocalizedText.of(
                "Bologna, “tests”; 50 % \\ more",
                "Bologne, « essais » ; un très long titre qui dépasse à coup sûr la longueur d’une ligne pliée",
                "ورشة بولونيا، عنوان طويل جدًا يتجاوز طول السطر الواحد في ملف التقويم ليُطوى");
    }

    private static SearchDocument record(@Nullable String date, String status, int sequence) {
        FuzzyDate when = date == null ? null : FuzzyDate.of(date);
        return new SearchDocument(
                "session",
                ID,
                "/programmes/p/2020/bologna",
                title(),
                LocalizedText.same("Two\nlines"),
                LocalizedText.EMPTY,
                List.of(),
                Map.of(),
                Set.of(),
                when == null ? List.of() : List.of(when),
                when,
                null,
                new LinkedHashMap<>(),
                Set.of(),
                CHANGED,
                LocalizedText.same("Moved; \"new\" date, new place\\week"),
                new SearchDocument.Event(
                        "session-" + ID,
                        status,
                        sequence,
                        LocalizedText.same("Bologna, Italy; Emilia"),
                        CHANGED));
    }

    private static SearchDocument withEvent(
            SearchDocument d, SearchDocument.@Nullable Event event) {
        return new SearchDocument(
                d.kind(),
                d.id(),
                d.path(),
                d.title(),
                d.summary(),
                d.text(),
                d.names(),
                d.criteria(),
                d.pairs(),
                d.dates(),
                d.when(),
                d.place(),
                d.columns(),
                d.seenBy(),
                d.changedAt(),
                d.change(),
                event);
    }
}

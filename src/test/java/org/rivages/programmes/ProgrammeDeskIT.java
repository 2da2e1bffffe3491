package org.rivages.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rivages.access.Role;
import org.rivages.accounts.Accounts;
import org.rivages.accounts.Person;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.support.Chromium;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RivagesTest
class ProgrammeDeskIT {
    @Autowired Programmes programmes;
    @Autowired EditProgrammes edit;
    @Autowired ChangeSessions changes;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;

    private final Visitor secretariat = new Visitor();
    private final Visitor visitor = new Visitor();
    private String slug = "";
    private ProgrammeId programme = new ProgrammeId(UUID.randomUUID());
    private EditionId edition = new EditionId(UUID.randomUUID());
    private SessionId session = new SessionId(UUID.randomUUID());

    /** A published programme of this test's own, with one session in September. */
    @BeforeEach
    void publish() {
        secretariat.signIn("secretariat@demo.example");
        slug = "desk-" + UUID.randomUUID().toString().substring(0, 8);
        programme = new ProgrammeId(id(edit.create(content(slug, true), null)));
        edition =
                new EditionId(
                        id(
                                edit.create(
                                        programme,
                                        new EditionContent(
                                                "2031",
                                                2031,
                                                text("Edition 2031"),
                                                LocalizedText.EMPTY,
                                                LocalizedText.EMPTY,
                                                LocalizedText.EMPTY,
                                                List.of(),
                                                true),
                                        null,
                                        null)));
        session =
                new SessionId(
                        id(
                                changes.create(
                                        edition,
                                        new SessionContent(
                                                "sfax",
                                                text("Sfax workshop"),
                                                LocalizedText.EMPTY,
                                                null,
                                                java.time.ZoneId.of("Africa/Tunis")),
                                        new SessionState(
                                                SessionStatus.TENTATIVE,
                                                FuzzyDate.of("2031-09"),
                                                text("Sfax"),
                                                "TN"),
                                        null)));
    }

    @Test
    void aChangeIsLookedAtThenAnnouncedWithItsReason() {
        Visitor.Answer form = secretariat.get(desk());
        Visitor.Answer preview =
                secretariat.submit(
                        form,
                        "form.form",
                        Map.of(
                                "status",
                                "MOVED",
                                "date",
                                "2031-10-06/2031-10-10",
                                "reason.en",
                                "The <b>venue</b> is being rebuilt"));
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.words())
                .contains("Tentative → Moved")
                .containsPattern("September 2031 → 6[\\s\\u2009]*–[\\s\\u2009]*10 October 2031")
                .contains("The <b>venue</b> is being rebuilt")
                .contains("Everybody who follows the feed");
        assertThat(page().words()).doesNotContain("Moved");

        Visitor.Answer done = secretariat.submit(preview, "form.form", Map.of("step", "announce"));
        assertThat(done.words()).contains("Changed and announced.").contains("Salma Benhaddou");

        assertThat(page().words())
                .contains("Moved")
                .contains("The <b>venue</b> is being rebuilt")
                .contains("the secretariat")
                .doesNotContain("Salma");
        String calendar = visitor.get(path() + ".ics").text();
        assertThat(calendar)
                .contains("SEQUENCE:1\r\n")
                .contains("STATUS:CONFIRMED\r\n")
                .contains("DTSTART;VALUE=DATE:20311006");
        assertThat(announced()).isEqualTo(1);
    }

    @Test
    void aCancelledSessionStaysInTheCalendarAsCancelled() {
        change(
                new SessionState(
                        SessionStatus.CANCELLED, FuzzyDate.of("2031-09"), text("Sfax"), "TN"));
        assertThat(visitor.get(path() + ".ics").text())
                .contains("STATUS:CANCELLED")
                .contains("SEQUENCE:1");
        assertThat(page().text()).contains("https://schema.org/EventCancelled");
    }

    @Test
    void aChangeWithoutAReasonIsRefusedAndKeepsWhatWasTyped() {
        Visitor.Answer refused =
                secretariat.submit(
                        secretariat.get(desk()),
                        "form.form",
                        Map.of("status", "CONFIRMED", "date", "2031-09-0"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#f-date").val()).isEqualTo("2031-09-0");
        assertThat(refused.words())
                .contains("Please write a date like")
                .contains("in at least one language");
        assertThat(programmes.session(session).orElseThrow().sequence()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | A session can be held only on a day that has come.",
                "fr | Une session ne peut être tenue qu’un jour déjà venu.",
                "ar | لا يكون اللقاء قد انعقد إلا في يوم قد حلّ."
            })
    void anImpossibleChangeSaysWhyInTheReadersLanguage(String lang, String why) {
        Visitor.Answer refused =
                secretariat.submit(
                        secretariat.get(
                                "/" + lang + "/desk/programmes/sessions/" + session.value()),
                        "form.form",
                        Map.of("status", "HELD", "reason.fr", "Fini"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains(why);
        assertThat(Chromium.invalid(refused.text())).isEmpty();
    }

    @Test
    void theSecondOfTwoOfficersSeesThatTheFirstWasFaster() {
        Visitor.Answer form = secretariat.get(desk());
        Visitor.Answer preview =
                secretariat.submit(
                        form, "form.form", Map.of("status", "CONFIRMED", "reason.en", "Agreed"));
        change(
                new SessionState(
                        SessionStatus.TENTATIVE, FuzzyDate.of("2031-11"), text("Sfax"), "TN"));
        Visitor.Answer late = secretariat.submit(preview, "form.form", Map.of("step", "announce"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.words()).contains("Somebody saved this meanwhile");
        assertThat(late.page().select("#f-reason\\.en").text()).isEqualTo("Agreed");
        assertThat(programmes.session(session).orElseThrow().sequence()).isEqualTo(1);
    }

    @Test
    void aDraftEditionIsSeenOnlyByThoseWhoRunIt() {
        Visitor.Answer form =
                secretariat.get("/en/desk/programmes/editions/" + edition.value() + "/edit");
        Map<String, List<String>> fields =
                new HashMap<>(
                        Visitor.fields(
                                (org.jsoup.nodes.FormElement) form.page().selectFirst("form.form"),
                                Map.of()));
        fields.remove("published");
        assertThat(
                        secretariat
                                .post(
                                        "/en/desk/programmes/editions/" + edition.value() + "/edit",
                                        fields)
                                .status())
                .isEqualTo(200);
        assertThat(visitor.get("/en/programmes/" + slug + "/2031").status()).isEqualTo(404);
        assertThat(visitor.get(path()).status()).isEqualTo(404);
        assertThat(visitor.get(path() + ".ics").status()).isEqualTo(404);
        assertThat(visitor.get("/en/programmes/" + slug + ".ics").text()).doesNotContain("Sfax");
        assertThat(secretariat.get("/en/programmes/" + slug + "/2031").words()).contains("Draft");
        change(
                new SessionState(
                        SessionStatus.CONFIRMED, FuzzyDate.of("2031-09"), text("Sfax"), "TN"));
        assertThat(announced()).isZero();
    }

    @Test
    void aNewEditionTakesOverTheSessionsTentativeAndWithoutDates() {
        Visitor.Answer form =
                secretariat.get("/en/desk/programmes/" + programme.value() + "/editions/new");
        assertThat(form.page().select("#f-year").val()).isEqualTo("2032");
        Visitor.Answer done =
                secretariat.submit(
                        form,
                        "form.form",
                        Map.of("title.en", "Edition 2032", "title.ar", "دورة 2032"));
        assertThat(done.words())
                .contains("Edition 2032")
                .contains("Sfax workshop")
                .contains("To be confirmed")
                .contains("Draft");
        Visitor.Answer again =
                secretariat.submit(form, "form.form", Map.of("title.en", "Once more"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.words()).contains("This address is taken already.");
    }

    @Test
    void badInputIsRefusedBesideItsField() {
        Visitor.Answer form = secretariat.get("/en/desk/programmes/new");
        Visitor.Answer refused =
                secretariat.submit(
                        form,
                        "form.form",
                        Map.of(
                                "slug",
                                "Été 2027",
                                "name.en",
                                "x".repeat(201),
                                "theme",
                                "no-such-theme",
                                "partner-0",
                                "not-an-id",
                                "role-1",
                                "HOST"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(
                        refused.page()
                                .select(
                                        "#e-slug, #e-name\\.en, #e-theme, #e-partner-0, #e-partner-1"))
                .hasSize(5);
        assertThat(refused.page().select("#f-slug").val()).isEqualTo("Été 2027");
        Visitor.Answer zone =
                secretariat.submit(
                        secretariat.get(
                                "/en/desk/programmes/editions/"
                                        + edition.value()
                                        + "/sessions/new"),
                        "form.form",
                        Map.of(
                                "title.en",
                                "X",
                                "slug",
                                "x",
                                "zone",
                                "Mars/Olympus",
                                "status",
                                "CONFIRMED",
                                "country",
                                "QQ"));
        assertThat(zone.status()).isEqualTo(422);
        assertThat(zone.words()).contains("There is no such time zone");
        assertThat(zone.page().select("#e-country")).hasSize(1);
    }

    @Test
    void aManagerOfOneProgrammeDoesNotTouchAnother() {
        String email = "manager-" + UUID.randomUUID() + "@demo.example";
        Person person = accounts.welcome(email, "Manager of another", Language.EN);
        accounts.setPassword(person.id(), "rivages demonstration");
        ProgrammeId other =
                new ProgrammeId(
                        id(
                                edit.create(
                                        content(
                                                "other-"
                                                        + UUID.randomUUID()
                                                                .toString()
                                                                .substring(0, 8),
                                                true),
                                        null)));
        accounts.grant(person.id(), Role.PROGRAMME_MANAGER, other.value(), null);
        Visitor manager = Visitor.signedIn(email);
        assertThat(manager.get("/en/desk/programmes").words())
                .doesNotContain(slug)
                .doesNotContain("New programme");
        assertThat(manager.get("/en/desk/programmes/" + other.value()).status()).isEqualTo(200);
        assertThat(manager.get("/en/desk/programmes/" + programme.value()).status()).isEqualTo(403);
        assertThat(manager.get(desk()).status()).isEqualTo(403);
        assertThat(manager.get("/en/desk/programmes/new").status()).isEqualTo(403);
        Map<String, List<String>> fields =
                new HashMap<>(
                        Visitor.fields(
                                (org.jsoup.nodes.FormElement)
                                        manager.get("/en/desk/programmes/" + other.value())
                                                .page()
                                                .selectFirst("form.form"),
                                Map.of()));
        fields.put("status", List.of("CANCELLED"));
        fields.put("reason.en", List.of("Because"));
        fields.put("step", List.of("announce"));
        assertThat(manager.post(desk(), fields).status()).isEqualTo(403);
        assertThat(programmes.session(session).orElseThrow().sequence()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ar"})
    void everyDeskPageIsValid(String lang) {
        for (String path :
                List.of(
                        "",
                        "/new",
                        "/" + programme.value(),
                        "/" + programme.value() + "/editions/new",
                        "/editions/" + edition.value(),
                        "/editions/" + edition.value() + "/edit",
                        "/editions/" + edition.value() + "/sessions/new",
                        "/sessions/" + session.value(),
                        "/sessions/" + session.value() + "/edit")) {
            Visitor.Answer answer = secretariat.get("/" + lang + "/desk/programmes" + path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(Chromium.invalid(answer.text())).as(lang + path).isEmpty();
        }
    }

    @Test
    void halfDaysComeFromExactDaysOnly() {
        assertThat(programmes.halfDays(session)).isEmpty();
        change(
                new SessionState(
                        SessionStatus.CONFIRMED,
                        FuzzyDate.of("2031-09-08/2031-09-10"),
                        text("Sfax"),
                        "TN"));
        assertThat(programmes.halfDays(session))
                .extracting(HalfDay::key)
                .containsExactly(
                        "2031-09-08-am",
                        "2031-09-08-pm",
                        "2031-09-09-am",
                        "2031-09-09-pm",
                        "2031-09-10-am",
                        "2031-09-10-pm");
    }

    private void change(SessionState after) {
        SessionSummary now = programmes.session(session).orElseThrow();
        int version =
                jdbc.sql("select version from programmes.session where id = :id")
                        .param("id", session.value())
                        .query(Integer.class)
                        .single();
        assertThat(changes.change(session, version, after, text("A reason"), null))
                .isEqualTo(new ChangeSessions.Outcome.Changed(session, now.sequence() + 1));
    }

    private long announced() {
        return jdbc.sql(
                        "select count(*) from programmes.session_change where session = :id and announced")
                .param("id", session.value())
                .query(Long.class)
                .single();
    }

    private Visitor.Answer page() {
        return visitor.get(path());
    }

    private String path() {
        return "/en/programmes/" + slug + "/2031/sfax";
    }

    private String desk() {
        return "/en/desk/programmes/sessions/" + session.value();
    }

    private static UUID id(Edited edited) {
        return ((Edited.Saved) edited).id();
    }

    private static LocalizedText text(String text) {
        return LocalizedText.same(text);
    }

    private static ProgrammeContent content(String slug, boolean published) {
        return new ProgrammeContent(
                slug,
                text("Programme " + slug),
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                List.of("fr"),
                List.of("water"),
                List.of(),
                published);
    }
}

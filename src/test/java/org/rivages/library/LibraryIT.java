package org.rivages.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rivages.support.Eventually.until;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rivages.access.Role;
import org.rivages.accounts.Accounts;
import org.rivages.accounts.Person;
import org.rivages.programmes.EditionSummary;
import org.rivages.programmes.Programmes;
import org.rivages.programmes.SessionSummary;
import org.rivages.shared.Json;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.support.Chromium;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What each person reads of the library: pages, search, files and data. */
@RivagesTest
class LibraryIT {
    @Autowired EditLibrary edit;
    @Autowired Library library;
    @Autowired Programmes programmes;
    @Autowired Accounts accounts;

    private final Visitor visitor = new Visitor();

    /** A word that nothing else in the house says. */
    private String word = "";

    private String slug = "";
    private EntryId id = new EntryId(UUID.randomUUID());

    @BeforeEach
    void write() {
        word = "qanat" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        slug = "test-" + UUID.randomUUID().toString().substring(0, 8);
        id =
                created(
                        Entries.practice(
                                slug,
                                new LocalizedText(
                                        Map.of(
                                                Language.EN, "Old wells " + word,
                                                Language.FR, "Vieux puits " + word)),
                                Map.of(
                                        EntryPart.CONTEXT,
                                        LocalizedText.same("Dry <script>alert(1)</script>"),
                                        EntryPart.RESULTS,
                                        new LocalizedText(
                                                Map.of(
                                                        Language.EN,
                                                        "**Twice** the water.",
                                                        Language.AR,
                                                        "ضعف الماء."))),
                                null));
    }

    @AfterEach
    void hide() {
        edit.step(id, StepKind.WITHDRAWN, "end of a test", null, null);
    }

    private EntryId created(EntryContent content) {
        return ((Edited.Saved) edit.create(content, null)).id();
    }

    private static EntryContent renamed(EntryContent content) {
        return Entries.practice(
                content.slug(),
                LocalizedText.same(content.title().in(Language.EN) + ", cleaned"),
                content.parts(),
                null);
    }

    private void publish() {
        assertThat(edit.step(id, StepKind.PUBLISHED, "", null, null))
                .isInstanceOf(Stepped.Taken.class);
    }

    private int found(Visitor who, String list) {
        return new HashSet<>(
                        who.get("/en/" + list + "?q=" + word)
                                .page()
                                .select("main a[href*=/library/" + slug + "]")
                                .eachAttr("href"))
                .size();
    }

    private int told() {
        return json(visitor.raw("/en/library.json?q=" + word)).get("total").asInt();
    }

    private static JsonNode json(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return Json.mapper().readTree(answer.text());
    }

    @Test
    void aDraftIsKnownToThoseWhoWriteAndToNobodyElse() {
        Visitor secretariat = Visitor.signedIn("secretariat@demo.example");
        until(() -> found(secretariat, "library") > 0);
        assertThat(secretariat.get("/en/library/" + slug).words()).contains("Draft:");
        for (Visitor other :
                List.of(
                        visitor,
                        Visitor.signedIn("applicant@demo.example"),
                        Visitor.signedIn("host@demo.example"),
                        Visitor.signedIn("chair@demo.example"))) {
            assertThat(other.get("/en/library/" + slug).status()).isEqualTo(404);
            assertThat(found(other, "search")).isZero();
            assertThat(found(other, "library")).isZero();
            for (String file : List.of("json", "csv", "atom")) {
                Answer list = other.raw("/en/library." + file + "?q=" + word);
                assertThat(list.status()).as(file).isEqualTo(200);
                assertThat(list.text()).as(file).doesNotContain(slug);
            }
        }
        assertThat(visitor.raw("/api/v1/library/" + slug).status()).isEqualTo(404);
        // nor to those who write, where everybody reads the same
        assertThat(secretariat.raw("/api/v1/library/" + slug).status()).isEqualTo(404);
        assertThat(json(secretariat.raw("/api/v1/library?q=" + word)).get("total").asInt())
                .isZero();
    }

    @Test
    void whatIsPublishedIsFoundFollowedAndReadAndGoneWhenItIsWithdrawn() {
        publish();
        until(() -> told() == 1);
        assertThat(found(visitor, "search")).isPositive();
        assertThat(visitor.raw("/en/library.atom?q=" + word).text())
                .contains("/en/library/" + slug)
                .contains("Published in the library.");
        edit.step(id, StepKind.CONFIRMED, "", LocalDate.parse("2026-11-01"), null);
        until(() ->
                visitor.raw("/en/library.atom?q=" + word)
                        .text()
                        .contains("Confirmed by the city on 1 November 2026."));
        Entry entry = library.entry(id).orElseThrow();
        edit.save(id, entry.version(), renamed(entry.content()), null);
        until(() ->
                visitor.raw("/en/library.atom?q=" + word)
                        .text()
                        .contains("Changed in the library."));
        JsonNode data = json(visitor.raw("/api/v1/library/" + slug));
        assertThat(data.at("/kind").asString()).isEqualTo("practice");
        assertThat(data.at("/parts/1/part").asString()).isEqualTo("results");
        assertThat(data.at("/source/en").asString()).isEqualTo("Made up for a test.");
        assertThat(data.at("/confirmedOn").asString()).isEqualTo("2026-11-01");

        edit.step(id, StepKind.WITHDRAWN, "The city asked for it", null, null);
        Answer gone = visitor.get("/en/library/" + slug);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.words()).doesNotContain(word).doesNotContain("The city asked");
        assertThat(visitor.raw("/api/v1/library/" + slug).status()).isEqualTo(410);
        until(() -> told() == 0);
        assertThat(found(visitor, "search")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Old wells | What was done | Results | Source:",
                "fr | Vieux puits | Ce qui a été fait | Résultats | Source",
                "ar | Old wells | ما الذي أُنجز | النتائج | المصدر"
            })
    void isReadInEachLanguageAndSaysWhichOneItIsIn(
            String lang, String title, String absent, String results, String source) {
        publish();
        Answer page = visitor.get("/" + lang + "/library/" + slug);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.words())
                .contains(title)
                .contains(results)
                .contains(source)
                .doesNotContain(absent);
        assertThat(page.page().select(".prose script")).isEmpty();
        assertThat(page.page().select("#h-results + .prose").attr("lang"))
                .isEqualTo(lang.equals("ar") ? "ar" : "en");
        assertThat(page.page().select("#h-results + .prose").attr("dir"))
                .isEqualTo(lang.equals("ar") ? "rtl" : "ltr");
        assertThat(Chromium.invalid(page.text())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ar"})
    void theListNarrowsByKindAndSaysWhenNothingIsLeft(String lang) {
        Answer all = visitor.get("/" + lang + "/library");
        assertThat(all.page().select("a[href*=/library/demo-]").size()).isGreaterThan(4);
        Answer lessons = visitor.get("/" + lang + "/library?kind=lesson");
        assertThat(lessons.page().select("main a[href*=/library/demo-three-sessions]"))
                .isNotEmpty();
        assertThat(lessons.page().select("main a[href*=/library/demo-water]")).isEmpty();
        Answer none = visitor.get("/" + lang + "/library?q=" + word + "&kind=study");
        assertThat(none.status()).isEqualTo(200);
        assertThat(none.page().select("main a[href*=/library/demo-]")).isEmpty();
        for (Answer page : List.of(all, lessons, none)) {
            assertThat(Chromium.invalid(page.text())).isEmpty();
        }
    }

    @Test
    void anEntryOfASessionStandsOnThePageOfItsEdition() {
        assertThat(visitor.get("/en/programmes/demo-workshops/demo-class").words())
                .contains("In the library")
                .contains("Shade for schoolyards before the summer");
        SessionSummary session = sessionOfTheSchoolyards();
        assertThat(visitor.get("/en/library/demo-shaded-schoolyards").page().select("aside a"))
                .anyMatch(link -> link.attr("href").equals("/en" + session.path()));
    }

    @Test
    void aManagerReadsTheDraftsOfTheirOwnProgrammeOnly() {
        SessionSummary session = sessionOfTheSchoolyards();
        EditionSummary edition = programmes.edition(session.edition()).orElseThrow();
        String ofSession = slug + "-session";
        EntryId draft =
                created(
                        Entries.practice(
                                ofSession,
                                LocalizedText.same("Session " + word),
                                Map.of(EntryPart.CONTEXT, LocalizedText.same("Words.")),
                                session.id()));
        Visitor own = manager(edition.programme().value());
        Visitor other = manager(UUID.randomUUID());
        until(() -> found(own, "library") == 2);
        assertThat(own.get("/en/library/" + ofSession).status()).isEqualTo(200);
        assertThat(own.get("/en/desk/library/" + draft).status()).isEqualTo(200);
        assertThat(other.get("/en/library/" + ofSession).status()).isEqualTo(404);
        assertThat(other.get("/en/desk/library/" + draft).status()).isEqualTo(403);
        assertThat(other.get("/en/desk/library?q=" + word).words())
                .contains("Old wells")
                .doesNotContain("Session " + word);
        assertThat(found(other, "library")).isEqualTo(1);
    }

    private SessionSummary sessionOfTheSchoolyards() {
        return library.entry("demo-shaded-schoolyards")
                .map(entry -> entry.content().session())
                .flatMap(programmes::session)
                .orElseThrow();
    }

    private Visitor manager(UUID programme) {
        String email = "manager-" + UUID.randomUUID() + "@demo.example";
        Person person = accounts.welcome(email, "A manager", Language.EN);
        accounts.setPassword(person.id(), "rivages demonstration");
        accounts.grant(person.id(), Role.PROGRAMME_MANAGER, programme, null);
        return Visitor.signedIn(email);
    }
}

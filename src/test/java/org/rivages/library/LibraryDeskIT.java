package org.rivages.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rivages.access.Role;
import org.rivages.accounts.Accounts;
import org.rivages.accounts.Person;
import org.rivages.shared.Language;
import org.rivages.support.Chromium;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An entry from its first line to the public and back, as those at the desk do it. */
@RivagesTest
class LibraryDeskIT {
    private static final String EDIT = "form.broad";
    private static final String STEPS = "form[action$=/steps]";

    @Autowired EditLibrary edit;
    @Autowired Library library;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;

    private final Visitor secretariat = new Visitor();
    private String slug = "";

    @BeforeEach
    void begin() {
        secretariat.signIn("secretariat@demo.example");
        slug = "desk-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @AfterEach
    void hide() {
        library.entry(slug)
                .ifPresent(entry ->
                        edit.step(entry.id(), StepKind.WITHDRAWN, "end of a test", null, null));
    }

    private Answer write(Visitor writer, Map<String, ?> more) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("title.en", "Fountains that are mended " + slug);
        fields.put("slug", slug);
        fields.putAll(more);
        return writer.submit(writer.get("/en/desk/library/new?kind=practice"), EDIT, fields);
    }

    private Entry entry() {
        return library.entry(slug).orElseThrow();
    }

    private String desk() {
        return "/en/desk/library/" + entry().id();
    }

    private Answer step(Visitor who, StepKind kind, Map<String, ?> more) {
        Answer page = who.get(desk());
        Map<String, Object> fields = new HashMap<>(more);
        fields.put("step", kind.code());
        return who.submit(page, STEPS, fields);
    }

    @Test
    void goesFromTheFirstLineToThePublicWithItsTrail() {
        Visitor manager = manager();
        Answer saved = write(manager, Map.of("part-action.en", "Each has a keeper."));
        assertThat(saved.words()).contains("Saved.").contains("Draft").contains("Created");
        assertThat(saved.page().select("button[value=published]")).isEmpty();

        assertThat(step(manager, StepKind.SENT, Map.of()).words())
                .contains("The entry was sent for review.")
                .contains("The secretariat decides what happens next.")
                .contains("Only the secretariat changes an entry");
        assertThat(manager.get(desk()).page().select(EDIT)).isEmpty();
        assertThat(secretariat.get("/en/desk/").words())
                .contains("Library: to review or confirm")
                .contains(slug);

        Answer unsaid = step(secretariat, StepKind.RETURNED, Map.of());
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.page().select("#e-comment").text()).isEqualTo("Please say why.");
        assertThat(step(secretariat, StepKind.RETURNED, Map.of("comment", "No cost yet")).words())
                .contains("The entry was given back.");
        assertThat(manager.get(desk()).words()).contains("No cost yet");
        assertThat(
                        manager.submit(
                                        manager.get(desk()),
                                        EDIT,
                                        Map.of("part-cost.en", "Two keepers."))
                                .words())
                .contains("Saved.");
        step(manager, StepKind.SENT, Map.of());
        assertThat(step(secretariat, StepKind.PUBLISHED, Map.of()).words())
                .contains("The entry is public.");
        assertThat(new Visitor().get("/en/library/" + slug).words())
                .contains("Two keepers.")
                .contains("Not confirmed yet")
                .doesNotContain("No cost yet");

        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (String day : List.of("", "2026", today.plusDays(2).toString(), "yesterday")) {
            Answer refused =
                    step(
                            secretariat,
                            StepKind.CONFIRMED,
                            Map.of("day", day, "comment", "By telephone"));
            assertThat(refused.status()).as(day).isEqualTo(422);
            assertThat(refused.page().select("#e-day")).as(day).hasSize(1);
            assertThat(refused.page().select("#f-comment").val()).isEqualTo("By telephone");
        }
        step(secretariat, StepKind.CONFIRMED, Map.of("day", today.toString()));
        assertThat(entry().confirmedOn()).isEqualTo(today);
        assertThat(trail())
                .isEqualTo(
                        List.of(
                                "CREATED",
                                "SENT",
                                "RETURNED",
                                "CHANGED",
                                "SENT",
                                "PUBLISHED",
                                "CONFIRMED"));
        assertThat(
                        jdbc.sql(
                                        "select count(*) from audit.entry where subject = :id and action like 'library.%'")
                                .param("id", entry().id().value())
                                .query(Long.class)
                                .single())
                .isEqualTo(7);
    }

    private List<@Nullable String> trail() {
        return jdbc.sql("select kind from library.step where entry = :id order by number")
                .param("id", entry().id().value())
                .query(String.class)
                .list();
    }

    @Test
    void badInputIsRefusedBesideItsFieldAndStaysThere() {
        Map<String, String> typed = new HashMap<>();
        typed.put("title.en", "x".repeat(201));
        typed.put("slug", "Été 2027");
        typed.put("part-results.en", "Half the leaks.");
        typed.put("link", "not a link");
        typed.put("organisation", UUID.randomUUID().toString());
        typed.put("session", UUID.randomUUID().toString());
        typed.put("date", "2031-09-0");
        typed.put("theme", "no-such-theme");
        typed.put("sdg", "18");
        typed.put("reused-0", "not-an-id");
        Answer refused = write(secretariat, typed);
        assertThat(refused.status()).isEqualTo(422);
        for (String field :
                List.of(
                        "title\\.en",
                        "slug",
                        "source\\.en",
                        "link",
                        "organisation",
                        "session",
                        "date",
                        "theme",
                        "sdg",
                        "reused-0")) {
            assertThat(refused.page().select("#e-" + field)).as(field).hasSize(1);
        }
        assertThat(refused.page().select("#f-part-results\\.en").text())
                .isEqualTo("Half the leaks.");
        assertThat(refused.page().select("#f-date").val()).isEqualTo("2031-09-0");
        assertThat(refused.page().select("#f-link").val()).isEqualTo("not a link");
        assertThat(library.entry(slug)).isEmpty();
    }

    @Test
    void resultsWithoutASourceAreNotSaved() {
        Answer refused = write(secretariat, Map.of("part-results.en", "Half the leaks."));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("Please say where the results come from.");
        assertThat(library.entry(slug)).isEmpty();
        Answer saved =
                secretariat.submit(refused, EDIT, Map.of("source.fr", "Rapport annuel, 2026"));
        assertThat(saved.words()).contains("Saved.");
        assertThat(entry().content().part(EntryPart.RESULTS).in(Language.EN))
                .isEqualTo("Half the leaks.");
    }

    @Test
    void anAddressIsTakenOnceAndStaysWhenItWasPublic() {
        write(secretariat, Map.of("part-action.en", "Something."));
        Answer taken = write(secretariat, Map.of());
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.page().select("#e-slug").text())
                .isEqualTo("This address is taken already.");
        step(secretariat, StepKind.PUBLISHED, Map.of());
        Answer form = secretariat.get(desk());
        assertThat(form.page().select("#f-slug")).isEmpty();
        secretariat.submit(form, EDIT, Map.of("slug", slug + "-other", "title.en", "Renamed"));
        assertThat(entry().title().in(Language.EN)).isEqualTo("Renamed");
        assertThat(library.entry(slug + "-other")).isEmpty();
    }

    @Test
    void oneOfTwoWhoTakeTheSameAddressInTheSameMomentIsTold() throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 10; round++) {
                String wanted = slug + "-" + round;
                List<Callable<Edited>> saves = new ArrayList<>();
                for (String first : List.of("-a", "-b")) {
                    EntryContent before = Entries.practice(wanted + first, "Draft", Map.of());
                    EntryId id = ((Edited.Saved) edit.create(before, null)).id();
                    saves.add(() -> edit.save(id, 1, before.slug(wanted), null));
                }
                List<Edited> done = new ArrayList<>();
                for (Future<Edited> one : two.invokeAll(saves)) {
                    done.add(one.get());
                }
                assertThat(done).hasAtLeastOneElementOfType(Edited.Saved.class);
                assertThat(done).hasAtLeastOneElementOfType(Edited.SlugTaken.class);
            }
        }
    }

    @Test
    void anEntryWithATitleAloneIsNotPublished() {
        write(secretariat, Map.of());
        Answer refused = step(secretariat, StepKind.PUBLISHED, Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("An entry with a title alone cannot be published.");
        assertThat(new Visitor().get("/en/library/" + slug).status()).isEqualTo(404);
    }

    @Test
    void theSecondOfTwoWritersSeesThatTheFirstWasFaster() {
        write(secretariat, Map.of());
        Answer form = secretariat.get(desk());
        secretariat.submit(secretariat.get(desk()), EDIT, Map.of("summary.en", "The first."));
        Answer late = secretariat.submit(form, EDIT, Map.of("summary.en", "The second."));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.words()).contains("Somebody else saved this entry meanwhile.");
        assertThat(late.page().select("#f-summary\\.en").text()).isEqualTo("The second.");
        assertThat(entry().content().summary().in(Language.EN)).isEqualTo("The first.");
        assertThat(secretariat.submit(late, EDIT, Map.of()).words()).contains("Saved.");
        assertThat(entry().content().summary().in(Language.EN)).isEqualTo("The second.");
    }

    @Test
    void aDoubleClickDoesItOnce() {
        write(secretariat, Map.of("part-action.en", "Something."));
        Answer page = secretariat.get(desk());
        for (int i = 0; i < 2; i++) {
            assertThat(secretariat.submit(page, EDIT, Map.of("summary.en", "Once.")).words())
                    .contains("Saved.");
        }
        for (int i = 0; i < 2; i++) {
            assertThat(secretariat.submit(page, STEPS, Map.of("step", "published")).words())
                    .contains("The entry is public.");
        }
        assertThat(trail()).containsExactly("CREATED", "CHANGED", "PUBLISHED");
        Answer late = secretariat.submit(page, STEPS, Map.of("step", "sent"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.words()).contains("This cannot be done now: Published.");
    }

    @Test
    void othersComeToNoneOfIt() {
        write(secretariat, Map.of("part-action.en", "Something."));
        for (String email :
                List.of(
                        "applicant@demo.example",
                        "chair@demo.example",
                        "juror1@demo.example",
                        "host@demo.example",
                        "admin@demo.example")) {
            Visitor other = Visitor.signedIn(email);
            for (String path :
                    List.of("/en/desk/library", "/en/desk/library/new?kind=lesson", desk())) {
                assertThat(other.get(path).status()).as(email + " " + path).isEqualTo(403);
            }
        }
        assertThat(new Visitor().get(desk()).path()).contains("/sign-in");
        // a manager may not publish, whatever their page offers
        Visitor manager = manager();
        Map<String, List<String>> fields =
                new HashMap<>(
                        Visitor.fields(
                                (FormElement) manager.get(desk()).page().selectFirst(STEPS),
                                Map.of("step", "published")));
        assertThat(manager.post(desk() + "/steps", fields).status()).isEqualTo(403);
        assertThat(entry().state()).isEqualTo(EntryState.DRAFT);
    }

    @Test
    void theListIsNarrowedAndSaysWhenNothingMatches() {
        write(secretariat, Map.of());
        assertThat(secretariat.get("/en/desk/library?q=" + slug + "&state=draft").words())
                .contains("Fountains that are mended " + slug);
        assertThat(secretariat.get("/en/desk/library?q=" + slug + "&kind=study").words())
                .contains("No entry matches.");
        Answer wrong = secretariat.get("/en/desk/library?kind=novel");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(secretariat.get("/en/desk/library/new?kind=novel").status()).isEqualTo(404);
        assertThat(secretariat.get("/en/desk/library/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ar"})
    void everyPageIsValid(String lang) {
        write(secretariat, Map.of("part-action.ar", "لكل نافورة قيّم."));
        for (String path :
                List.of(
                        "",
                        "?q=zzzz",
                        "/new?kind=practice",
                        "/new?kind=lesson",
                        "/new?kind=benchmark",
                        "/new?kind=study",
                        "/" + entry().id())) {
            Answer page = secretariat.get("/" + lang + "/desk/library" + path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(Chromium.invalid(page.text())).as(lang + path).isEmpty();
        }
    }

    private Visitor manager() {
        String email = "manager-" + UUID.randomUUID() + "@demo.example";
        Person person = accounts.welcome(email, "A manager", Language.EN);
        accounts.setPassword(person.id(), "rivages demonstration");
        accounts.grant(person.id(), Role.PROGRAMME_MANAGER, null, null);
        return Visitor.signedIn(email);
    }
}

package org.rivages.thesaurus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rivages.support.Eventually.until;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rivages.search.Thesaurus;
import org.rivages.shared.Json;
import org.rivages.support.Chromium;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The secretariat edits the words of the themes, and the running search follows. */
@RivagesTest
class ThesaurusIT {
    private static final String FORM = "form.form";

    /** Words that nothing else in the house says, and one that stands in a demonstration record. */
    private static final String CODE = "zzz-test";

    private static final String WORD = "qorvaxil";

    @Autowired JdbcClient jdbc;
    @Autowired ConceptStore store;
    @Autowired Records records;

    private final Visitor secretariat = new Visitor();

    @BeforeEach
    void signIn() {
        secretariat.signIn("secretariat@demo.example");
    }

    @AfterEach
    void takeOut() {
        Optional<Kept> kept = store.byCode(CODE);
        if (kept.isPresent()) {
            // an index that is still on its way must not bring the word back for the next test
            if (!kept.get().removed() && kept.get().concept().labels().toString().contains(WORD)) {
                until(() -> total(WORD) > 0);
            }
            records.remove(CODE, true, null, "");
            jdbc.sql(
                            "delete from thesaurus.version v using thesaurus.concept c where v.concept = c.id and c.code = :code")
                    .param("code", CODE)
                    .update();
            jdbc.sql("delete from thesaurus.concept where code = :code")
                    .param("code", CODE)
                    .update();
            until(() -> total(WORD) == 0);
        }
    }

    private Answer add(String labels) {
        return secretariat.submit(
                secretariat.get("/en/desk/thesaurus/new"),
                FORM,
                Map.of("code", CODE, "labels.en", labels, "labels.ar", "وكالة"));
    }

    private static int total(String typed) {
        return Json.mapper()
                .readTree(new Visitor().raw("/en/search.json?q=" + typed).text())
                .path("total")
                .asInt();
    }

    private int versions() {
        return jdbc.sql(
                        "select count(*) from thesaurus.version v join thesaurus.concept c on v.concept = c.id where c.code = :code")
                .param("code", CODE)
                .query(Integer.class)
                .single();
    }

    private List<String> audited() {
        return jdbc.sql("select action from audit.entry where subject = :id order by at")
                .param("id", store.byCode(CODE).orElseThrow().id())
                .query((row, n) -> row.getString("action"))
                .list();
    }

    @Test
    void beginsWithWhatComesWithTheProgramTheGoalsIncluded() {
        Answer list = secretariat.get("/en/desk/thesaurus");
        for (Thesaurus.Concept concept : Thesaurus.shipped().concepts()) {
            assertThat(list.page().select("a[href$=/desk/thesaurus/" + concept.code() + "]"))
                    .as(concept.code())
                    .hasSize(1);
        }
        for (int goal = 1; goal <= 17; goal++) {
            assertThat(list.words()).contains("SDG " + goal + ":");
        }
        assertThat(secretariat.get("/ar/desk/thesaurus?q=eau").page().select("tbody tr"))
                .hasSizeBetween(1, 30);
    }

    @Test
    void theRunningSearchFollowsWhatIsEditedAndRemoved() {
        assertThat(total(WORD)).isZero();
        assertThat(add(WORD).words()).contains("Saved");
        until(() -> total(WORD) > 0);
        Answer page = secretariat.get("/en/desk/thesaurus/" + CODE);
        secretariat.submit(page, "form[action$=/remove]", Map.of());
        until(() -> total(WORD) == 0);
        secretariat.submit(
                secretariat.get("/en/desk/thesaurus/" + CODE), "form[action$=/restore]", Map.of());
        until(() -> total(WORD) > 0);
        assertThat(audited())
                .containsExactly(
                        "thesaurus.concept-added",
                        "thesaurus.concept-removed",
                        "thesaurus.concept-restored");
    }

    @Test
    void keepsEveryVersionAndMakesNoneWhereNothingChanged() {
        add(WORD);
        assertThat(add(WORD).words()).contains("Saved");
        assertThat(versions()).isEqualTo(1);
        Answer page = secretariat.get("/en/desk/thesaurus/" + CODE);
        Map<String, String> change =
                Map.of("labels.fr", WORD + "\n\n  " + WORD + " fr ", "reason", "French, too");
        secretariat.submit(page, FORM, change);
        Answer after = secretariat.submit(page, FORM, change);
        assertThat(after.status()).isEqualTo(200);
        assertThat(versions()).isEqualTo(2);
        assertThat(after.words()).contains("Version 1", "Version 2", "French, too", WORD + " fr");
        assertThat(audited())
                .containsExactly("thesaurus.concept-added", "thesaurus.concept-edited");
    }

    @Test
    void keepsWhatTwoPeopleTypedAtTheSameTime() {
        add(WORD);
        Answer mine = secretariat.get("/en/desk/thesaurus/" + CODE);
        Answer theirs = secretariat.get("/en/desk/thesaurus/" + CODE);
        secretariat.submit(theirs, FORM, Map.of("labels.en", WORD + "\ntheirs"));
        Answer overtaken = secretariat.submit(mine, FORM, Map.of("labels.en", WORD + "\nmine"));
        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(overtaken.page().select("textarea[name=labels.en]").text()).contains("mine");
        assertThat(overtaken.words()).contains("theirs");
        assertThat(secretariat.submit(overtaken, FORM, Map.of()).status()).isEqualTo(200);
        assertThat(versions()).isEqualTo(3);
    }

    @Test
    void saysBesideTheFieldWhatIsWrong() {
        Answer fresh = secretariat.get("/en/desk/thesaurus/new");
        Map<String, Map<String, String>> wrong =
                Map.of(
                        "code", Map.of("code", "No Code!", "labels.en", WORD),
                        "labels.en",
                                Map.of(
                                        "code",
                                        CODE,
                                        "labels.en",
                                        "one two three four five six seven"),
                        "labels.fr", Map.of("code", CODE, "labels.fr", "…"),
                        "labels.ar", Map.of("code", CODE, "labels.ar", "م".repeat(81)),
                        "theme", Map.of("code", CODE, "labels.en", WORD, "theme", "no-theme"),
                        "sdg", Map.of("code", CODE, "labels.en", WORD, "sdg", "18"));
        wrong.forEach((field, typed) -> {
            Answer answer = secretariat.submit(fresh, FORM, typed);
            assertThat(answer.status()).as(field).isEqualTo(422);
            assertThat(answer.page().getElementById("e-" + field)).as(field).isNotNull();
            assertThat(Chromium.invalid(answer.text())).as(field).isEmpty();
        });
        Answer taken = secretariat.submit(fresh, FORM, Map.of("code", "water", "labels.en", WORD));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.page().getElementById("e-code")).isNotNull();
        assertThat(
                        secretariat
                                .submit(fresh, FORM, Map.of("code", CODE))
                                .page()
                                .getElementById("e-labels.en"))
                .isNotNull();
        assertThat(store.byCode(CODE)).isEmpty();
    }

    @Test
    void isTheSecretariatsOnly() {
        for (String other : List.of("admin", "manager", "chair", "juror1", "host", "applicant")) {
            Visitor visitor = Visitor.signedIn(other + "@demo.example");
            assertThat(visitor.raw("/en/desk/thesaurus").status()).as(other).isEqualTo(403);
            assertThat(visitor.raw("/en/desk/thesaurus/water").status()).as(other).isEqualTo(403);
        }
        assertThat(secretariat.raw("/en/desk/thesaurus/no-such-concept").status()).isEqualTo(404);
    }
}

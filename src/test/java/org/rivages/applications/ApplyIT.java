package org.rivages.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rivages.accounts.Accounts;
import org.rivages.accounts.Person;
import org.rivages.calls.Answers;
import org.rivages.calls.CallActs;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.calls.StandardForm;
import org.rivages.programmes.Programmes;
import org.rivages.shared.Language;
import org.rivages.support.Chromium;
import org.rivages.support.Mailbox;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RivagesTest
class ApplyIT {
    @Autowired Calls calls;
    @Autowired CallActs callActs;
    @Autowired StandardForm standard;
    @Autowired Programmes programmes;
    @Autowired Accounts accounts;
    @Autowired ApplicationStore store;
    @Autowired Drafts drafts;
    @Autowired JdbcClient jdbc;

    private CallView call;
    private Person person;
    private Visitor visitor;

    @BeforeEach
    void anOpenCallAndSomebodyWhoApplies() {
        Applying applying = new Applying(calls, callActs, standard, programmes, accounts);
        call = applying.openCall();
        person = applying.person();
        visitor = Visitor.signedIn(person.email());
    }

    private Application application() {
        return store.find(call.id(), person.id()).orElseThrow();
    }

    private int submissions() {
        return jdbc.sql("select count(*) from applications.submission where application = :id")
                .param("id", application().id().value())
                .query(Integer.class)
                .single();
    }

    private void deadlineWas(int minutesAgo) {
        jdbc.sql(
                        "update calls.call set closes = clock_timestamp() - make_interval(mins => :m) where id = :id")
                .param("m", minutesAgo)
                .param("id", call.id().value())
                .update();
    }

    private Answer step(String section) {
        return visitor.get("/en" + call.path() + "/apply/" + section);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ar"})
    void aPersonAppliesWithoutScriptsFromTheFirstStepToTheReceipt(String language) {
        Answer check = Applying.fillIn(visitor, language, call);
        assertThat(Chromium.invalid(check.text())).isEmpty();
        Answer receipt = Applying.send(visitor, check);
        assertThat(receipt.status()).isEqualTo(200);
        assertThat(receipt.path()).endsWith("/application/receipt");
        assertThat(receipt.words()).contains(application().number());
        assertThat(Chromium.invalid(receipt.text())).isEmpty();
        assertThat(application().answers().text("yearsOfExperience")).isEqualTo("8");
        assertThat(Mailbox.await(person.email(), application().number()).text())
                .contains(call.path() + "/application");
        Answer mine = visitor.get("/" + language + "/me");
        assertThat(mine.words()).contains(application().number());
    }

    @Test
    void readingThePagesBeginsNothing() {
        step("you");
        assertThat(store.find(call.id(), person.id())).isEmpty();
    }

    @Test
    void sendingTwiceIsSendingOnce() {
        Answer check = Applying.fillIn(visitor, "en", call);
        Answer first = Applying.send(visitor, check);
        Answer second = Applying.send(visitor, check);
        assertThat(second.words()).contains(application().number());
        assertThat(first.path()).isEqualTo(second.path());
        assertThat(submissions()).isEqualTo(1);
    }

    @Test
    void theSentVersionCountsUntilTheChangedOneIsSent() {
        Applying.send(visitor, Applying.fillIn(visitor, "en", call));
        Applying.save(visitor, step("you"), "save", Map.of("city", "Tunis"));
        assertThat(store.sent(application().id()).orElseThrow().answers().text("city"))
                .isEqualTo("Sfax");
        Applying.send(visitor, visitor.get("/en" + call.path() + "/application/check"));
        assertThat(store.sent(application().id()).orElseThrow().answers().text("city"))
                .isEqualTo("Tunis");
        assertThat(submissions()).isEqualTo(2);
    }

    @Test
    void twoWindowsOnDifferentAnswersAreJoined() {
        Answer one = step("you");
        Answer other = step("you");
        Applying.save(visitor, one, "save", Map.of("city", "Sfax"));
        Applying.save(visitor, other, "save", Map.of("firstName", "Nadia"));
        assertThat(application().answers().text("city")).isEqualTo("Sfax");
        assertThat(application().answers().text("firstName")).isEqualTo("Nadia");
    }

    @Test
    void twoWindowsOnTheSameAnswerAskAndLoseNothing() {
        Answer one = step("motivation");
        Answer other = step("motivation");
        Applying.save(visitor, one, "save", Map.of("project", "A park along the river"));
        Answer merge = Applying.save(visitor, other, "save", Map.of("project", "A covered market"));
        assertThat(merge.path()).contains("/merge/");
        assertThat(merge.words()).contains("A park along the river").contains("A covered market");
        assertThat(Chromium.invalid(merge.text())).isEmpty();
        visitor.submit(merge, "form.merge", Map.of("take.project", "mine"));
        assertThat(application().answers().text("project")).isEqualTo("A covered market");
    }

    @Test
    void whatWasTypedSurvivesTheEndOfTheSession() {
        Answer page = step("you");
        visitor.expireSession();
        Answer asked = Applying.save(visitor, page, "save", Map.of("city", "Gabès"));
        assertThat(asked.path()).contains("/sign-in");
        visitor.signIn(person.email());
        Answer parked = visitor.get("/en/sign-in/parked");
        Answer saved = visitor.submit(parked, "form[action*=/apply/]", Map.of());
        assertThat(saved.status()).isEqualTo(200);
        assertThat(application().answers().text("city")).isEqualTo("Gabès");
    }

    @Test
    void overlongTextIsKeptAndSaidToBeTooLong() {
        String text = "word ".repeat(500).strip();
        Answer page = Applying.save(visitor, step("motivation"), "save", Map.of("project", text));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("textarea[name=project]").text()).isEqualTo(text);
        assertThat(page.page().select("#e-project")).isNotEmpty();
        assertThat(application().answers().text("project")).isEqualTo(text);
    }

    @Test
    void aZipCalledPdfIsRefusedAndTheRestIsKept() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("evil.exe"));
            out.write(1);
        }
        Answer page =
                visitor.submit(
                        step("documents"),
                        "form#apply",
                        Map.of("do", "next"),
                        List.of(
                                new Visitor.Upload(
                                        "cv", "cv.pdf", "application/pdf", zip.toByteArray()),
                                new Visitor.Upload(
                                        "motivationLetter",
                                        "m.pdf",
                                        "application/pdf",
                                        Applying.PDF)));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#e-cv").text()).contains("cv.pdf");
        assertThat(application().answers().files("cv")).isEmpty();
        assertThat(application().answers().files("motivationLetter")).hasSize(1);
    }

    @Test
    void markupIsWordsAndNothingElse() {
        Answer page =
                Applying.save(
                        visitor, step("you"), "save", Map.of("city", "<script>alert(1)</script>"));
        assertThat(page.text()).doesNotContain("<script>alert");
        assertThat(page.page().select("input[name=city]").attr("value")).contains("<script>");
    }

    @Test
    void silentGraceLetsTheLastClickIn() {
        Answer check = Applying.fillIn(visitor, "en", call);
        deadlineWas(5);
        assertThat(Applying.send(visitor, check).path()).endsWith("/receipt");
    }

    @Test
    void afterTheGraceNothingIsSentAndNothingIsLost() {
        Answer check = Applying.fillIn(visitor, "en", call);
        Answer open = step("you");
        deadlineWas(16);
        Answer late = Applying.send(visitor, check);
        assertThat(late.status()).isEqualTo(409);
        assertThat(application().state()).isEqualTo(ApplicationState.DRAFT);
        Applying.save(visitor, open, "save", Map.of("city", "Typed too late"));
        assertThat(application().answers().text("city")).isEqualTo("Typed too late");
        assertThat(step("you").words()).contains("The deadline has passed");
    }

    @Test
    void withdrawingAsksFirstAndCanBeTakenUpAgain() {
        Applying.send(visitor, Applying.fillIn(visitor, "en", call));
        String own = "/en" + call.path() + "/application";
        visitor.submit(visitor.get(own + "/withdraw"), "form[action$=/withdraw]", Map.of());
        assertThat(application().state()).isEqualTo(ApplicationState.WITHDRAWN);
        visitor.submit(visitor.get(own), "form[action$=/take-up]", Map.of());
        assertThat(application().state()).isEqualTo(ApplicationState.DRAFT);
    }

    @Test
    void somebodyElsesDocumentIsNotThere() {
        Applying.fillIn(visitor, "en", call);
        UUID file = application().answers().files("cv").getFirst();
        String path = "/en" + call.path() + "/application/files/" + file;
        assertThat(visitor.get(path).header("content-disposition")).startsWith("attachment");
        Person other = new Applying(calls, callActs, standard, programmes, accounts).person();
        Visitor stranger = Visitor.signedIn(other.email());
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(
                        stranger.get(
                                        "/en/desk/calls/"
                                                + call.slug()
                                                + "/applications/"
                                                + application().id())
                                .status())
                .isEqualTo(403);
        assertThat(new Visitor().get(path).path()).contains("/sign-in");
    }

    @Test
    void switchingTheLanguageKeepsWhatIsTyped() {
        Answer french = Applying.save(visitor, step("you"), "lang.fr", Map.of("city", "Bizerte"));
        assertThat(french.path()).startsWith("/fr/");
        assertThat(french.page().select("input[name=city]").attr("value")).isEqualTo("Bizerte");
    }

    @Test
    void autosaveAnswersWithTheNewVersionAnd401WithoutASession() {
        Answer page = step("you");
        var fields =
                Visitor.fields(
                        (org.jsoup.nodes.FormElement) page.page().selectFirst("form#apply"),
                        Map.of("city", "Oujda"));
        String path = "/en" + call.path() + "/apply/you/autosave";
        Answer saved = visitor.postRaw(path, fields);
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.page().expectFirst("[data-version]").attr("data-version")).isEqualTo("1");
        visitor.expireSession();
        assertThat(visitor.postRaw(path, fields).status()).isEqualTo(401);
        assertThat(application().answers().text("city")).isEqualTo("Oujda");
    }

    @Test
    void manySavesAtOnceMakeOneApplication() throws Exception {
        var section = calls.form(call.id()).section("you").orElseThrow();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Saving>> saves =
                    java.util.stream.IntStream.range(0, 8)
                            .<Callable<Saving>>mapToObj(i ->
                                    () ->
                                            drafts.save(
                                                    call,
                                                    person.id(),
                                                    Language.FR,
                                                    new Drafts.Sent(
                                                            section,
                                                            Answers.NONE.with("city", "Sfax"),
                                                            0,
                                                            "tab",
                                                            List.of(),
                                                            null)))
                            .toList();
            for (var done : threads.invokeAll(saves)) {
                assertThat(done.get()).isInstanceOf(Saving.Saved.class);
            }
        }
        assertThat(store.of(person.id())).hasSize(1);
        assertThat(application().version()).isEqualTo(1);
    }
}

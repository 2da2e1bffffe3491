package org.rivages.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rivages.accounts.Accounts;
import org.rivages.programmes.Programmes;
import org.rivages.shared.Conflict;
import org.rivages.shared.LocalizedText;
import org.rivages.support.Mailbox;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RivagesTest
class CallDeskIT {
    private static final String SECRETARIAT = "secretariat@demo.example";

    @Autowired Calls calls;
    @Autowired CallActs acts;
    @Autowired EditTerms editTerms;
    @Autowired StandardForm standard;
    @Autowired Programmes programmes;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;

    private UUID officer() {
        return accounts.person(SECRETARIAT).orElseThrow().id();
    }

    /** A call of the demonstration edition of its own, closing in so many days. */
    private CallView call(boolean announced) {
        var edition = programmes.edition("demo-workshops", "demo-open").orElseThrow();
        Instant now = Instant.now();
        CallView call =
                new CallView(
                        new CallId(UUID.randomUUID()),
                        edition.programme(),
                        edition.id(),
                        "t-" + UUID.randomUUID(),
                        LocalizedText.of("A test call", "Un appel d’essai", "دعوة تجريبية"),
                        LocalizedText.EMPTY,
                        LocalizedText.EMPTY,
                        10,
                        List.of(new LanguageNeed("fr", LanguageLevel.C1)),
                        now.minus(Duration.ofDays(1)),
                        now.plus(Duration.ofDays(5)),
                        null,
                        CallExamples.TUNIS,
                        15,
                        3,
                        null,
                        null,
                        null,
                        null,
                        true,
                        1,
                        1,
                        now);
        acts.create(call, standard.terms(edition.id(), 10, 3), officer());
        if (announced) {
            assertThat(acts.announce(call.id(), officer()))
                    .isInstanceOf(CallActs.Announcing.Announced.class);
        }
        return calls.call(call.id()).orElseThrow();
    }

    private static String desk(CallView call) {
        return "/desk/calls/" + call.slug();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ar"})
    void aNewCallGoesFromTheStandardFormToThePublicPage(String language) {
        Visitor officer = Visitor.signedIn(SECRETARIAT);
        String edition =
                programmes
                        .edition("demo-workshops", "demo-open")
                        .orElseThrow()
                        .id()
                        .value()
                        .toString();
        String slug = "n-" + UUID.randomUUID();
        String desk = "/" + language + "/desk/calls/" + slug;
        Answer created =
                officer.submit(
                        officer.get("/" + language + "/desk/calls/new"),
                        "form[method=post]",
                        Map.of("edition", edition, "title." + language, "Essai <b>", "slug", slug));
        assertThat(created.path()).startsWith(desk + "/settings");
        assertThat(new Visitor().get("/" + language + "/calls/" + slug).status()).isEqualTo(404);

        Answer past =
                officer.submit(created, "form[method=post]", settings("2001-01-01", "2001-02-01"));
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.page().select("input[name=places]").attr("value")).isEqualTo("12");
        Answer saved =
                officer.submit(past, "form[method=post]", settings("2026-01-01", "2199-03-14"));
        assertThat(saved.status()).as(saved.words()).isEqualTo(200);

        Answer announced = officer.submit(officer.get(desk), "form[action$=/announce]", Map.of());
        assertThat(announced.status()).as(announced.words()).isEqualTo(200);
        Answer page = new Visitor().get("/" + language + "/calls/" + slug);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("h1").text()).isEqualTo("Essai <b>");
        assertThat(new Visitor().get("/" + language + "/calls").words()).contains("Essai <b>");
    }

    private static Map<String, String> settings(String opens, String closes) {
        return Map.of(
                "places",
                "12",
                "zone",
                "Africa/Tunis",
                "opensDate",
                opens,
                "opensTime",
                "09:00",
                "closesDate",
                closes,
                "closesTime",
                "23:59",
                "languages",
                "fr C1");
    }

    @Test
    void aPublicCallsTermsNeverChangeSilently() {
        CallView call = call(true);
        Visitor officer = Visitor.signedIn(SECRETARIAT);
        Answer edit = officer.get("/en" + desk(call) + "/criteria/language");
        Answer saved =
                officer.submit(
                        edit,
                        "form[action$=/criteria/language]",
                        Map.of("language", "fr", "least", "B2"));
        assertThat(saved.status()).isEqualTo(200);
        assertThat(calls.criteria(call.id()).toString()).contains("C1").doesNotContain("B2");
        assertThat(new Visitor().get("/en/calls/" + call.slug()).words()).contains("at least C1");

        Answer without =
                officer.submit(officer.get("/en" + desk(call)), "form[action$=/publish]", Map.of());
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.words()).contains("Please give a reason");
        Answer published =
                officer.submit(
                        without,
                        "form[action$=/publish]",
                        Map.of("termsReason.en", "Level was too high"));
        assertThat(published.status()).isEqualTo(200);
        Answer page = new Visitor().get("/en/calls/" + call.slug());
        assertThat(page.words())
                .contains("at least B2")
                .contains("Level was too high")
                .contains("Version 2");
        assertThat(calls.criteria(call.id(), 1).toString()).contains("C1");
        assertThat(audited(call, "calls.terms-published")).isTrue();
    }

    @Test
    void answersGivenUnderASealAreNotUnsealed() {
        CallView call = call(true);
        Visitor officer = Visitor.signedIn(SECRETARIAT);
        String field = desk(call) + "/form/fields/" + AnswerKeys.GENDER;
        Answer edited =
                officer.submit(
                        officer.get("/fr" + field),
                        "form[action$=/fields/" + AnswerKeys.GENDER + "]",
                        Map.of("sealed", ""));
        assertThat(edited.status()).as(edited.words()).isEqualTo(200);
        Answer refused =
                officer.submit(
                        officer.get("/fr" + desk(call)),
                        "form[action$=/publish]",
                        Map.of("termsReason.fr", "Pour voir"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("elle le reste");
        assertThat(calls.form(call.id()).field(AnswerKeys.GENDER).orElseThrow().sealed()).isTrue();
    }

    @Test
    void theDatabaseItselfRefusesToChangePublishedTerms() {
        CallView call = call(true);
        assertThatThrownBy(() ->
                        jdbc.sql("update calls.terms set criteria = '[]' where call = :call")
                                .param("call", call.id().value())
                                .update())
                .hasMessageContaining("never change");
    }

    private boolean audited(CallView call, String action) {
        return jdbc.sql(
                                "select count(*) from audit.entry where subject = :call and action = :action")
                        .param("call", call.id().value())
                        .param("action", action)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void aDeadlineMovesOnlyToALaterMomentAndWithAReason() {
        CallView call = call(true);
        Visitor officer = Visitor.signedIn(SECRETARIAT);
        Answer page = officer.get("/fr" + desk(call));
        Map<String, String> earlier =
                Map.of("closesDate", "2020-01-01", "closesTime", "12:00", "reason.fr", "Plus tôt");
        assertThat(officer.submit(page, "form[action$=/extend]", earlier).status()).isEqualTo(422);
        Map<String, String> silent = Map.of("closesDate", "2199-01-01", "closesTime", "12:00");
        assertThat(officer.submit(page, "form[action$=/extend]", silent).status()).isEqualTo(422);
        assertThat(calls.call(call.id()).orElseThrow().closes()).isEqualTo(call.closes());

        Map<String, String> later = new HashMap<>(silent);
        later.put("reason.fr", "Une panne chez nous");
        assertThat(officer.submit(page, "form[action$=/extend]", later).status()).isEqualTo(200);
        assertThat(calls.call(call.id()).orElseThrow().closes())
                .isEqualTo(Instant.parse("2199-01-01T11:00:00Z"));
        assertThat(new Visitor().get("/fr/calls/" + call.slug()).words())
                .contains("Une panne chez nous");
        assertThat(audited(call, "calls.deadline-extended")).isTrue();
    }

    @Test
    void twoEditorsDoNotOverwriteEachOther() {
        CallView call = call(false);
        Visitor officer = Visitor.signedIn(SECRETARIAT);
        Answer first = officer.get("/en" + desk(call) + "/settings");
        assertThat(officer.submit(first, "form[method=post]", Map.of("places", "11")).status())
                .isEqualTo(200);
        assertThat(officer.submit(first, "form[method=post]", Map.of("places", "9")).status())
                .isEqualTo(409);
        assertThat(calls.call(call.id()).orElseThrow().places()).isEqualTo(11);

        Answer texts = officer.get("/en" + desk(call) + "/texts");
        assertThat(
                        officer.submit(
                                        texts,
                                        "form[method=post]",
                                        Map.of("selectionRule.en", "one"))
                                .status())
                .isEqualTo(200);
        assertThat(
                        officer.submit(
                                        texts,
                                        "form[method=post]",
                                        Map.of("selectionRule.en", "two"))
                                .status())
                .isEqualTo(409);
    }

    @Test
    void theFormIsBuiltWithoutScripts() {
        CallView call = call(false);
        Visitor officer = Visitor.signedIn(SECRETARIAT);
        String base = "/en" + desk(call) + "/form";
        Answer bad =
                officer.submit(
                        officer.get(base + "/fields/new?kind=choice&section=you"),
                        "form[method=post]",
                        Map.of("key", "diet", "label.en", "Diet", "options", "no code here"));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.page().select("textarea[name=options]").text()).isEqualTo("no code here");
        Answer added =
                officer.submit(
                        bad,
                        "form[method=post]",
                        Map.of("options", "all | Everything\nnone | Nothing | Rien"));
        assertThat(added.status()).as(added.words()).isEqualTo(200);
        assertThat(calls.form(call.id()).field("diet")).isPresent();
        assertThat(officer.get(base + "/preview").words()).contains("Diet").contains("Everything");
        Answer removed =
                officer.submit(
                        officer.get(base),
                        "form:has(input[name=key][value=diet]):has(input[name=act][value=remove])",
                        Map.of());
        assertThat(removed.status()).isEqualTo(200);
        assertThat(calls.form(call.id()).field("diet")).isEmpty();
    }

    @Test
    void announcingSaysWhatContradicts() {
        CallView call = call(false);
        Visitor officer = Visitor.signedIn(SECRETARIAT);
        officer.submit(
                officer.get("/en" + desk(call) + "/form"),
                "form:has(input[name=key][value=profession]):has(input[name=act][value=remove])",
                Map.of());
        Answer page = officer.get("/en" + desk(call));
        assertThat(page.words())
                .contains("Nothing in the form is asked for this criterion: Profession");
        assertThat(acts.announce(call.id(), officer()))
                .isInstanceOf(CallActs.Announcing.Refused.class);
        assertThat(calls.call(call.id()).orElseThrow().published()).isFalse();
    }

    @Test
    void aQuestionIsAnsweredInPublicAndByMail() {
        CallView call = call(true);
        Visitor applicant = Visitor.signedIn("applicant@demo.example");
        Answer ask = applicant.get("/fr/calls/" + call.slug() + "/ask");
        assertThat(applicant.submit(ask, "form[action$=/ask]", Map.of("question", " ")).status())
                .isEqualTo(422);
        jdbc.sql("update calls.question set asked_at = asked_at - interval '2 days'").update();
        Answer asked =
                applicant.submit(
                        ask, "form[action$=/ask]", Map.of("question", "Et les frais ? <script>"));
        assertThat(asked.status()).isEqualTo(200);
        assertThat(new Visitor().get("/fr/calls/" + call.slug()).words())
                .doesNotContain("Et les frais");

        Visitor officer = Visitor.signedIn(SECRETARIAT);
        Answer answered =
                officer.submit(
                        officer.get("/fr" + desk(call) + "/questions"),
                        "form[action*=/questions/]",
                        Map.of(
                                "question.fr",
                                "Y a-t-il des frais ?",
                                "answer.fr",
                                "Aucun, **promis**.",
                                "act",
                                "public"));
        assertThat(answered.status()).as(answered.words()).isEqualTo(200);
        assertThat(new Visitor().get("/fr/calls/" + call.slug()).words())
                .contains("Y a-t-il des frais ?")
                .contains("Aucun, promis.");
        assertThat(Mailbox.await("applicant@demo.example", "Un appel d’essai").text())
                .contains("Aucun, **promis**.");
    }

    @Test
    void questionsAreLimitedPerDay() {
        CallView call = call(true);
        String email = "asker-" + UUID.randomUUID() + "@demo.example";
        UUID asker = accounts.welcome(email, "Asker", org.rivages.shared.Language.EN).id();
        accounts.setPassword(asker, "rivages demonstration");
        Visitor visitor = Visitor.signedIn(email);
        Answer ask = visitor.get("/en/calls/" + call.slug() + "/ask");
        for (int i = 0; i < CallQuestions.MOST_A_DAY; i++) {
            assertThat(
                            visitor.submit(ask, "form[action$=/ask]", Map.of("question", "Q" + i))
                                    .status())
                    .isEqualTo(200);
        }
        assertThat(visitor.submit(ask, "form[action$=/ask]", Map.of("question", "Q")).status())
                .isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin@demo.example",
                "chair@demo.example",
                "juror1@demo.example",
                "host@demo.example",
                "applicant@demo.example"
            })
    void onlyThoseWhoRunCallsSeeTheDesk(String email) {
        Visitor visitor = Visitor.signedIn(email);
        for (String path :
                List.of(
                        "",
                        "/new",
                        "/demo-open",
                        "/demo-open/form",
                        "/demo-open/criteria",
                        "/demo-open/questions")) {
            assertThat(visitor.get("/en/desk/calls" + path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void aManagerOfAnotherProgrammeRunsNothingHere() {
        CallView call = call(false);
        String email = "manager-" + UUID.randomUUID() + "@demo.example";
        UUID manager = accounts.welcome(email, "Manager", org.rivages.shared.Language.EN).id();
        accounts.setPassword(manager, "rivages demonstration");
        UUID other = programmes.programme("metropolitan-workshops").orElseThrow().value();
        accounts.grant(manager, org.rivages.access.Role.PROGRAMME_MANAGER, other, null);
        Visitor visitor = Visitor.signedIn(email);
        assertThat(visitor.get("/en/desk/calls").words()).doesNotContain("A test call");
        assertThat(visitor.get("/en" + desk(call)).status()).isEqualTo(403);
        assertThat(visitor.get("/en" + desk(call) + "/form").status()).isEqualTo(403);
    }

    @Test
    void actsInTheWrongStateAreRefused() {
        CallView draft = call(false);
        assertThatThrownBy(() -> acts.archive(draft.id(), officer())).isInstanceOf(Conflict.class);
        CallView open = call(true);
        assertThatThrownBy(() -> acts.startDeciding(open.id(), officer()))
                .isInstanceOf(Conflict.class);
        acts.closeEarly(open.id(), LocalizedText.same("Not needed any more"), officer());
        assertThatThrownBy(() -> acts.startDeciding(open.id(), officer()))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> editTerms.edit(open.id(), 0, terms -> terms, officer()))
                .isInstanceOf(Conflict.class);
        acts.decided(open.id(), officer());
        acts.archive(open.id(), officer());
        acts.archive(open.id(), officer());
        assertThat(calls.call(open.id()).orElseThrow().state(Instant.now()))
                .isEqualTo(CallState.ARCHIVED);
    }

    @Test
    void theRealCallOf2020StandsOnItsEditionsPage() {
        for (String language : List.of("en", "fr", "ar")) {
            Visitor visitor = new Visitor();
            assertThat(visitor.get("/" + language + "/calls/metropolitan-workshops-2020").status())
                    .isEqualTo(200);
            assertThat(
                            visitor.get("/" + language + "/programmes/metropolitan-workshops/2020")
                                    .text())
                    .contains("/" + language + "/calls/metropolitan-workshops-2020");
        }
        assertThat(new Visitor().get("/en/calls/metropolitan-workshops-2020").words())
                .contains("31 January 2020 (hour and time zone not stated)")
                .contains("C1, excellent command")
                .contains("every session");
    }

    @Test
    void unknownCallsAreNotFoundAndFilesAreCheckedByTheirContent() {
        assertThat(new Visitor().get("/en/calls/no-such-call").status()).isEqualTo(404);
        assertThat(new Visitor().get("/en/calls/demo-open/documents/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(new Visitor().get("/en/calls/demo-open/documents/x").status()).isEqualTo(404);
        CallView call = call(false);
        Visitor officer = Visitor.signedIn(SECRETARIAT);
        Answer documents = officer.get("/en" + desk(call) + "/documents");
        Answer refused =
                officer.submit(
                        documents,
                        "form[enctype]",
                        Map.of(),
                        List.of(
                                new Visitor.Upload(
                                        "file",
                                        "cv.pdf",
                                        "application/pdf",
                                        new byte[] {'P', 'K', 3, 4, 0})));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("whatever its name says");
    }
}

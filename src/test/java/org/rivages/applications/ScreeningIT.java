package org.rivages.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rivages.accounts.Accounts;
import org.rivages.accounts.Person;
import org.rivages.calls.CallActs;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.calls.StandardForm;
import org.rivages.programmes.Programmes;
import org.rivages.shared.Language;
import org.rivages.site.Texts;
import org.rivages.support.Chromium;
import org.rivages.support.Mailbox;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RivagesTest
class ScreeningIT {
    @Autowired Calls calls;
    @Autowired CallActs callActs;
    @Autowired StandardForm standard;
    @Autowired Programmes programmes;
    @Autowired Accounts accounts;
    @Autowired ApplicationStore store;
    @Autowired Applications applications;
    @Autowired Texts texts;
    @Autowired JdbcClient jdbc;

    private CallView call;
    private Person person;
    private Visitor applicant;
    private Visitor officer;
    private String list;

    @BeforeEach
    void anApplicationThatWasSent() {
        Applying applying = new Applying(calls, callActs, standard, programmes, accounts);
        call = applying.openCall();
        person = applying.person();
        applicant = Visitor.signedIn(person.email());
        Applying.send(applicant, Applying.fillIn(applicant, "en", call));
        officer = Visitor.signedIn("secretariat@demo.example");
        list = "/en/desk/calls/" + call.slug() + "/applications";
    }

    private Application application() {
        return store.find(call.id(), person.id()).orElseThrow();
    }

    private Answer file() {
        return officer.get(list + "/" + application().id());
    }

    @Test
    void theListFindsByNumberAndStateAndIsValidHtml() {
        String number = application().number();
        assertThat(officer.get(list + "?q=" + number).words()).contains(number);
        assertThat(officer.get(list + "?state=withdrawn").words()).doesNotContain(number);
        assertThat(Chromium.invalid(officer.get(list).text())).isEmpty();
        assertThat(Chromium.invalid(file().text())).isEmpty();
        assertThat(officer.get(list + "?page=1000000000").status()).isEqualTo(404);
    }

    @Test
    void sealedAnswersAreInNothingThatTheDeskOrAJurorReads() {
        String sealed =
                calls.form(call.id()).field("ageBand").orElseThrow().label().in(Language.EN);
        String review =
                applications.forReview(application().id(), false, texts.in(Language.EN)).toString();
        for (String out :
                List.of(
                        officer.get(list).text(),
                        file().text(),
                        officer.get(list + ".csv").text(),
                        review)) {
            assertThat(out)
                    .doesNotContain("60-over")
                    .doesNotContain(sealed)
                    .doesNotContain("ageBand");
        }
        String blind =
                applications.forReview(application().id(), true, texts.in(Language.EN)).toString();
        assertThat(blind)
                .doesNotContain("Nadia")
                .doesNotContain("Atelier Test")
                .doesNotContain("cv.pdf");
        assertThat(applicant.get("/en" + call.path() + "/application").words()).contains(sealed);
    }

    @Test
    void theSpreadsheetHoldsNoFormula() {
        Answer csv = officer.get(list + ".csv");
        assertThat(csv.text()).contains("'=Because");
        assertThat(officer.get(list + ".xlsx").header("content-type")).contains("spreadsheetml");
    }

    @Test
    void overrulingNeedsAReasonAndStays() {
        String form = "form[action$=/overrule]:has(input[value=employer])";
        Answer refused =
                officer.submit(file(), form, Map.of("outcome", "met", "overruleReason", ""));
        assertThat(refused.status()).isEqualTo(422);
        officer.submit(
                file(), form, Map.of("outcome", "met", "overruleReason", "The mayor called."));
        assertThat(file().words()).contains("The mayor called.");
        assertThat(officer.get(list + "?criteria=met").words()).contains(application().number());
    }

    @Test
    void notEligibleNeedsAReasonThatTheApplicantDoesNotSeeYet() {
        String form = "form[action$=/finding]";
        assertThat(officer.submit(file(), form, Map.of("eligible", "no")).status()).isEqualTo(422);
        officer.submit(file(), form, Map.of("eligible", "no", "findingReason", "No French."));
        assertThat(application().state()).isEqualTo(ApplicationState.NOT_ELIGIBLE);
        assertThat(applicant.get("/en" + call.path() + "/application").words())
                .doesNotContain("No French.");
        officer.submit(file(), form, Map.of("eligible", "yes"));
        assertThat(applications.eligible(call.id())).hasSize(1);
    }

    @Test
    void missingPiecesCanBeGivenAfterTheDeadlineAndNothingElse() {
        officer.submit(
                file(),
                "form[action$=/pieces]",
                Map.of(
                        "pieces", "cv",
                        "until", LocalDate.now().plusDays(3).toString(),
                        "note", "Illisible"));
        assertThat(application().state()).isEqualTo(ApplicationState.PIECES_REQUESTED);
        assertThat(Mailbox.await(person.email(), application().number()).subject()).isNotEmpty();
        jdbc.sql(
                        "update calls.call set closes = clock_timestamp() - interval '1 hour' where id = :id")
                .param("id", call.id().value())
                .update();
        var before = store.sent(application().id()).orElseThrow();
        Answer page = applicant.get("/en" + call.path() + "/application/pieces");
        assertThat(page.words()).contains("Illisible");
        applicant.submit(
                page,
                "form[action$=/pieces]",
                Map.of(),
                List.of(new Visitor.Upload("cv", "new.pdf", "application/pdf", Applying.PDF)));
        var after = store.sent(application().id()).orElseThrow();
        assertThat(application().state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(after.answers().files("cv")).isNotEqualTo(before.answers().files("cv"));
        assertThat(after.answers().text("city")).isEqualTo(before.answers().text("city"));
    }

    @Test
    void anApplicationOnPaperMayLackAnAddressAndAnswers() {
        Answer entered =
                officer.submit(
                        officer.get(list + "/paper"),
                        "form[action$=/paper]",
                        Map.of(
                                "receivedOn", LocalDate.now().minusDays(1).toString(),
                                "lastName", "Sans Adresse",
                                "spoken", "fr"));
        assertThat(entered.status()).isEqualTo(200);
        assertThat(entered.words()).contains("On paper").contains("Sans Adresse");
        Answer wrong =
                officer.submit(
                        officer.get(list + "/paper"),
                        "form[action$=/paper]",
                        Map.of("receivedOn", "2999-01-01", "lastName", "X", "spoken", "fr"));
        assertThat(wrong.status()).isEqualTo(422);
    }

    @Test
    void oneRoundOfRemindersWritesOnceToEachDraft() {
        Person slow = new Applying(calls, callActs, standard, programmes, accounts).person();
        Visitor other = Visitor.signedIn(slow.email());
        Applying.save(
                other, other.get("/en" + call.path() + "/apply"), "save", Map.of("city", "Sfax"));
        Answer preview = officer.get(list + "/remind");
        officer.submit(preview, "form[action$=/remind]", Map.of());
        officer.submit(preview, "form[action$=/remind]", Map.of());
        int letters =
                jdbc.sql(
                                "select count(*) from mail.letter where address = :to and kind = 'mail.kind.application-reminder'")
                        .param("to", slow.email())
                        .query(Integer.class)
                        .single();
        assertThat(letters).isEqualTo(1);
    }

    @Test
    void jurorsAndApplicantsHaveNoDeskOfApplications() {
        for (String email : List.of("juror1@demo.example", "chair@demo.example", person.email())) {
            Visitor visitor = Visitor.signedIn(email);
            assertThat(visitor.get(list).status()).isEqualTo(403);
            assertThat(visitor.get(list + ".csv").status()).isEqualTo(403);
        }
    }
}

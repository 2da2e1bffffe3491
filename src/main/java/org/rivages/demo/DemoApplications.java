package org.rivages.demo;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.rivages.accounts.Accounts;
import org.rivages.accounts.Person;
import org.rivages.applications.ApplicationActs;
import org.rivages.applications.ApplicationId;
import org.rivages.applications.Applications;
import org.rivages.applications.Entering;
import org.rivages.applications.Entry;
import org.rivages.calls.AnswerKeys;
import org.rivages.calls.Answers;
import org.rivages.calls.CallTerms;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.calls.Field.Strictness;
import org.rivages.calls.Outcome;
import org.rivages.shared.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 120 invented applications to the closed call {@code demo-class}, screened, and a draft of the
 * demonstration's applicant to the open one. The same every time: drawn from a seed.
 */
@Component
class DemoApplications implements DemoStep {
    private static final long SEED = 20_261_122;
    private static final int APPLICATIONS = 120;

    private final Calls calls;
    private final Applications applications;
    private final ApplicationActs acts;
    private final Accounts accounts;
    private final Now now;

    DemoApplications(
            Calls calls,
            Applications applications,
            ApplicationActs acts,
            Accounts accounts,
            Now now) {
        this.calls = calls;
        this.applications = applications;
        this.acts = acts;
        this.accounts = accounts;
        this.now = now;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    @Transactional
    public void load() {
        CallView closed = calls.call("demo-class").orElseThrow();
        if (!applications.submitted(closed.id()).isEmpty()) {
            return;
        }
        Random random = new Random(SEED);
        CallTerms terms = calls.terms(closed.id());
        DemoApplicant.Maker maker = new DemoApplicant.Maker(random, terms);
        UUID officer = accounts.person("secretariat@demo.example").orElseThrow().id();
        for (int i = 0; i < APPLICATIONS; i++) {
            DemoApplicant one = maker.next(i);
            if (acts.enter(entry(closed, one, i)) instanceof Entering.Entered(var id, _)) {
                screen(id, one, terms, i, officer);
            }
        }
        draft();
    }

    private static Entry entry(CallView call, DemoApplicant one, int i) {
        Instant closes = call.closes();
        Instant opens = call.opens();
        if (closes == null || opens == null) {
            throw new IllegalStateException("the closed call has no dates");
        }
        return new Entry(
                call.id(),
                Entry.Way.IMPORT,
                one.name(),
                one.email(),
                one.language(),
                arrival(opens, closes, i),
                one.answers(),
                one.files().stream()
                        .map(field ->
                                new Entry.EnteredFile(
                                        field,
                                        DemoPdf.name(field),
                                        new ByteArrayInputStream(DemoPdf.of(field))))
                        .toList(),
                null);
    }

    /** Few come early, half of them on the last day, one in the last minutes. */
    private static Instant arrival(Instant opens, Instant closes, int i) {
        double share = 1 - Math.pow(1 - i / (double) APPLICATIONS, 4) * 0.9;
        Duration open = Duration.between(opens, closes);
        return opens.plusSeconds((long) (open.toSeconds() * share)).minusSeconds(180);
    }

    private void screen(ApplicationId id, DemoApplicant one, CallTerms terms, int i, UUID officer) {
        if (i % 40 == 17) {
            acts.withdraw(id, officer);
            return;
        }
        if (!terms.form().check(withFiles(one), Strictness.SUBMISSION).isEmpty()) {
            acts.askForPieces(
                    id,
                    List.of(AnswerKeys.MOTIVATION_LETTER),
                    "La lettre jointe ne s'ouvre pas.",
                    now.instant().plus(Duration.ofDays(7)),
                    officer);
            return;
        }
        List<Outcome> outcomes =
                terms.assess(withFiles(one)).stream().map(found -> found.outcome()).toList();
        if (outcomes.contains(Outcome.NOT_MET)) {
            acts.find(id, false, reason(one, terms), officer);
            return;
        }
        if (outcomes.contains(Outcome.ASK_PERSON)) {
            if (i % 5 == 0) {
                return;
            }
            terms.assess(withFiles(one)).stream()
                    .filter(found -> found.outcome() == Outcome.ASK_PERSON)
                    .forEach(found ->
                            acts.overrule(
                                    id,
                                    found.criterion().id(),
                                    Outcome.MET,
                                    "Confirmé par téléphone avec la personne, note au dossier.",
                                    officer));
        }
        acts.find(id, true, "", officer);
    }

    /** The answers with something in the place of each document: enough for rules. */
    private static Answers withFiles(DemoApplicant one) {
        Answers answers = one.answers();
        for (String field : one.files()) {
            answers = answers.with(field, new UUID(0, 0).toString());
        }
        return answers;
    }

    private static String reason(DemoApplicant one, CallTerms terms) {
        boolean sessions =
                terms.assess(withFiles(one)).stream()
                        .anyMatch(found ->
                                found.outcome() == Outcome.NOT_MET
                                        && found.criterion().id().equals("sessions"));
        return switch (one.language()) {
            case EN ->
                    sessions
                            ? "You cannot attend every session, which the call asks for."
                            : "A criterion of the call is not met by your answers.";
            case FR ->
                    sessions
                            ? "Vous ne pouvez pas suivre toutes les sessions, ce que l'appel demande."
                            : "Un critère de l'appel n'est pas rempli d'après vos réponses.";
            case AR ->
                    sessions
                            ? "لا يمكنك حضور كل اللقاءات، وهو ما تشترطه الدعوة."
                            : "أحد معايير الدعوة غير مستوفى بحسب إجاباتك.";
        };
    }

    /** Half filled in, so that going on with it can be tried. */
    private void draft() {
        CallView open = calls.call("demo-open").orElseThrow();
        Person applicant = accounts.person("applicant@demo.example").orElseThrow();
        if (applications.of(applicant.id(), open.id()).isPresent()) {
            return;
        }
        acts.begin(
                open.id(),
                applicant.id(),
                applicant.language(),
                Answers.NONE
                        .with(AnswerKeys.FIRST_NAME, "Amina")
                        .with(AnswerKeys.LAST_NAME, "Cherif")
                        .with(AnswerKeys.NATIONALITY, "TN")
                        .with(AnswerKeys.COUNTRY, "TN")
                        .with(AnswerKeys.CITY, "Sfax")
                        .with(AnswerKeys.PROFESSION, "urban-planner")
                        .with(AnswerKeys.YEARS_OF_EXPERIENCE, "8")
                        .with(AnswerKeys.ORGANISATION, "Atelier d'urbanisme Jasmin")
                        .with(AnswerKeys.LANGUAGES, List.of("fr=C1", "en=B1", "ar=NATIVE"))
                        .with(
                                AnswerKeys.MOTIVATION,
                                "Notre plan de mobilité est voté depuis trois ans et rien n'a bougé dans les quartiers."));
    }
}

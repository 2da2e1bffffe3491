package org.rivages.applications;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rivages.audit.AuditTrail;
import org.rivages.calls.Answers;
import org.rivages.calls.Assessment;
import org.rivages.calls.CallId;
import org.rivages.calls.CallTerms;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.calls.FieldKind;
import org.rivages.calls.FormSection;
import org.rivages.calls.Outcome;
import org.rivages.shared.Conflict;
import org.rivages.shared.Language;
import org.rivages.shared.NotFound;
import org.rivages.shared.Now;
import org.rivages.site.Texts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door for acts of the secretariat: screening, missing pieces, reminders, paper. Whoever
 * calls has checked the right of the actor for the programme. Each act is one transaction with its
 * trace.
 */
@Component
public class ApplicationActs {
    private final ApplicationStore store;
    private final ScreeningStore screening;
    private final EnterApplication entering;
    private final Drafts drafts;
    private final ApplicationMails mails;
    private final Calls calls;
    private final Texts texts;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Now now;

    ApplicationActs(
            ApplicationStore store,
            ScreeningStore screening,
            EnterApplication entering,
            Drafts drafts,
            ApplicationMails mails,
            Calls calls,
            Texts texts,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Now now) {
        this.store = store;
        this.screening = screening;
        this.entering = entering;
        this.drafts = drafts;
        this.mails = mails;
        this.calls = calls;
        this.texts = texts;
        this.audit = audit;
        this.events = events;
        this.now = now;
    }

    @Transactional
    public Entering enter(Entry entry) {
        return entering.enter(entry);
    }

    /** Begins a draft for a person with these answers, as if they had typed them; at most once. */
    @Transactional
    public void begin(CallId id, UUID person, Language language, Answers answers) {
        CallView call = calls.call(id).orElseThrow(() -> new NotFound("call"));
        if (store.find(id, person).isEmpty()) {
            for (FormSection section : calls.terms(id).form().sections()) {
                int version = store.find(id, person).map(Application::version).orElse(0);
                drafts.save(
                        call,
                        person,
                        language,
                        new Drafts.Sent(section, answers, version, "", List.of(), null));
            }
        }
    }

    /** A person's word against that of a rule; the last one counts, all of them stay. */
    @Transactional
    public void overrule(
            ApplicationId id, String criterion, Outcome outcome, String reason, UUID by) {
        Application application = inScreening(id);
        ApplicationStore.Sent sent = store.sent(id).orElseThrow(() -> new NotFound("application"));
        CallTerms terms = calls.terms(application.call(), sent.terms());
        if (terms.criteria().stream().noneMatch(one -> one.id().equals(criterion))) {
            throw new NotFound("criterion " + criterion);
        }
        if (reason.isBlank() || outcome == Outcome.ASK_PERSON) {
            throw new IllegalArgumentException("an overruling needs met or not met, and a reason");
        }
        screening.overrule(
                id, new ScreeningStore.Overrule(criterion, outcome, reason, by, now.instant()));
        store.facts(id, Facts.of(terms, sent.answers(), assess(id, terms, sent.answers())));
        audit.record(
                by,
                "applications.criterion-overruled",
                id.value(),
                Map.of("criterion", criterion, "outcome", outcome.code()));
    }

    /** What the criteria find, with the last word of people where they spoke. */
    List<Assessment> assess(ApplicationId id, CallTerms terms, Answers answers) {
        Map<String, ScreeningStore.Overrule> overrules = screening.effective(id);
        return terms.assess(answers).stream()
                .map(found -> {
                    ScreeningStore.Overrule word = overrules.get(found.criterion().id());
                    return word == null
                            ? found
                            : new Assessment(
                                    found.criterion(), word.outcome(), true, found.reason());
                })
                .toList();
    }

    /**
     * Finds the application eligible, or not; before the decision this may happen again.
     *
     * @param reason needed when it is not eligible; told to the applicant with the decision
     */
    @Transactional
    public void find(ApplicationId id, boolean eligible, String reason, UUID by) {
        if (!eligible && reason.isBlank()) {
            throw new IllegalArgumentException("not eligible needs a reason");
        }
        Application application = inScreening(id);
        Instant at = now.instant();
        screening.settlePieces(id, at);
        screening.find(id, new ScreeningStore.Finding(eligible, reason, by, at));
        store.state(id, eligible ? ApplicationState.ELIGIBLE : ApplicationState.NOT_ELIGIBLE, at);
        audit.record(by, "applications.screened", id.value(), Map.of("eligible", eligible));
        events.publishEvent(new ApplicationScreened(id, application.call(), eligible));
    }

    /**
     * Asks the applicant for documents until a date of their own, also after the deadline.
     *
     * @param fields keys of uploads of the form
     */
    @Transactional
    public void askForPieces(
            ApplicationId id, List<String> fields, String note, Instant until, UUID by) {
        Application application = inScreening(id);
        Instant at = now.instant();
        CallView call = calls.call(application.call()).orElseThrow();
        CallTerms terms = calls.terms(application.call());
        List<String> asked =
                fields.stream()
                        .filter(key ->
                                terms.form()
                                        .field(key)
                                        .filter(one -> one.kind() instanceof FieldKind.Upload)
                                        .isPresent())
                        .toList();
        if (asked.isEmpty() || !until.isAfter(at)) {
            throw new IllegalArgumentException("documents and a date to come are needed");
        }
        screening.settlePieces(id, at);
        PiecesRequest request =
                new PiecesRequest(UUID.randomUUID(), id, asked, note, until, at, null);
        screening.ask(request, by);
        store.state(id, ApplicationState.PIECES_REQUESTED, at);
        audit.record(
                by,
                "applications.pieces-requested",
                id.value(),
                Map.of("fields", asked, "until", until.toString()));
        mails.pieces(
                call,
                application,
                request,
                asked.stream()
                        .map(key -> terms.form().field(key).orElseThrow().label())
                        .map(label -> texts.in(application.language()).get(label))
                        .toList());
    }

    /**
     * Reminds everybody whose draft is not sent.
     *
     * @param round the same round never writes twice to the same person
     * @return how many letters
     */
    @Transactional
    public int remind(CallId id, UUID round, UUID by) {
        CallView call = calls.call(id).orElseThrow(() -> new NotFound("call"));
        if (!call.accepts(now.instant())) {
            throw new Conflict("applications.conflict.no-reminder");
        }
        List<Application> drafts = store.drafts(id);
        if (screening.remind(round, id, by, drafts.size(), now.instant())) {
            drafts.forEach(draft -> mails.reminder(call, draft, round, store.missing(draft.id())));
            audit.record(
                    by,
                    "applications.drafts-reminded",
                    id.value(),
                    Map.of("letters", drafts.size()));
        }
        return drafts.size();
    }

    /** Takes an application back for somebody who asked for it otherwise. */
    @Transactional
    public void withdraw(ApplicationId id, UUID by) {
        Application application = store.lock(id).orElseThrow(() -> new NotFound("application"));
        if (application.state() == ApplicationState.WITHDRAWN) {
            return;
        }
        if (!application.withdrawable()) {
            throw new Conflict("applications.conflict.not-sent");
        }
        store.state(id, ApplicationState.WITHDRAWN, now.instant());
        audit.record(
                by,
                "applications.withdrawn",
                id.value(),
                Map.of("from", application.state().code()));
        events.publishEvent(new ApplicationWithdrawn(id, application.call()));
    }

    private Application inScreening(ApplicationId id) {
        Application application =
                store.lock(id).orElseThrow(() -> new NotFound("application " + id));
        if (!ApplicationState.IN_SCREENING.contains(application.state())) {
            throw new Conflict("applications.conflict.not-in-screening");
        }
        return application;
    }
}

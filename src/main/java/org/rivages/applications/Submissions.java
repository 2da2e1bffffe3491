package org.rivages.applications;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.audit.AuditTrail;
import org.rivages.calls.Answers;
import org.rivages.calls.Assessment;
import org.rivages.calls.CallTerms;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.calls.Field.Strictness;
import org.rivages.shared.Json;
import org.rivages.shared.Language;
import org.rivages.shared.Now;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sending, sending again, taking back. Received is what the database's clock says inside the
 * transaction, after this application was locked; a second click finds it done and answers the
 * same.
 */
@Component
class Submissions {
    private final ApplicationStore store;
    private final Calls calls;
    private final ApplicationMails mails;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Now now;

    Submissions(
            ApplicationStore store,
            Calls calls,
            ApplicationMails mails,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Now now) {
        this.store = store;
        this.calls = calls;
        this.mails = mails;
        this.audit = audit;
        this.events = events;
        this.now = now;
    }

    /**
     * @param version of the text that the applicant saw when they pressed the button
     */
    @Transactional
    Sending send(CallView call, UUID person, Language language, int version) {
        var found = store.find(call.id(), person);
        if (found.isEmpty()) {
            return new Sending.Shut();
        }
        Application application = store.lock(found.get().id()).orElseThrow();
        if (application.sentAs(version)) {
            return new Sending.Received(application);
        }
        if (!application.writable()) {
            return new Sending.Shut();
        }
        if (application.version() != version) {
            return new Sending.Changed();
        }
        Instant at = now.instant();
        if (!calls.call(call.id()).orElseThrow().accepts(at)) {
            return new Sending.TooLate(at);
        }
        CallTerms terms = calls.terms(call.id());
        int missing = terms.form().check(application.answers(), Strictness.SUBMISSION).size();
        if (missing > 0) {
            return new Sending.Incomplete(missing);
        }
        Answers asked = terms.form().asked(application.answers());
        Application sent =
                receive(application, terms, asked, afterSending(application), at, language, null);
        mails.receipt(call, sent);
        return new Sending.Received(sent);
    }

    /**
     * Screening begins anew; a wish for missing pieces stays until they are given or its date
     * passes.
     */
    private static ApplicationState afterSending(Application application) {
        return application.state() == ApplicationState.PIECES_REQUESTED
                ? ApplicationState.PIECES_REQUESTED
                : ApplicationState.SUBMITTED;
    }

    /**
     * Makes these answers the version that counts. The caller holds the lock.
     *
     * @param enteredBy staff who entered it for the applicant, or null
     */
    Application receive(
            Application application,
            CallTerms terms,
            Answers asked,
            ApplicationState state,
            Instant at,
            Language language,
            @Nullable UUID enteredBy) {
        String number =
                application.number().isEmpty() ? store.nextNumber(at) : application.number();
        Application sent = application.asSent(number, state, at, language);
        List<Assessment> assessments = terms.assess(asked);
        store.send(sent, terms.version(), outcomes(assessments), asked, enteredBy);
        store.facts(sent.id(), Facts.of(terms, asked, assessments));
        audit.record(
                enteredBy == null ? application.person() : enteredBy,
                "applications.submitted",
                sent.id().value(),
                Map.of("version", sent.sentVersion(), "number", number, "terms", terms.version()));
        events.publishEvent(new ApplicationSubmitted(sent.id(), sent.call(), sent.sentVersion()));
        return sent;
    }

    /** Frozen with the version: criterion → what its rule found. */
    private static String outcomes(List<Assessment> assessments) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        assessments.forEach(a -> outcomes.put(a.criterion().id(), a.outcome().code()));
        return Json.write(outcomes);
    }

    /** False when there is nothing to take back any more. */
    @Transactional
    boolean withdraw(CallView call, UUID person) {
        var found = store.find(call.id(), person);
        if (found.isEmpty()) {
            return false;
        }
        Application application = store.lock(found.get().id()).orElseThrow();
        if (application.state() == ApplicationState.WITHDRAWN) {
            return true;
        }
        if (!application.withdrawable()) {
            return false;
        }
        store.state(application.id(), ApplicationState.WITHDRAWN, now.instant());
        audit.record(
                person,
                "applications.withdrawn",
                application.id().value(),
                Map.of("from", application.state().code()));
        events.publishEvent(new ApplicationWithdrawn(application.id(), application.call()));
        mails.withdrawn(call, application);
        return true;
    }

    /** Takes a withdrawn application up again, as a draft, while the call takes applications. */
    @Transactional
    boolean takeUp(CallView call, UUID person) {
        var found = store.find(call.id(), person);
        if (found.isEmpty() || !call.accepts(now.instant())) {
            return false;
        }
        Application application = store.lock(found.get().id()).orElseThrow();
        if (application.state() != ApplicationState.WITHDRAWN) {
            return application.state() == ApplicationState.DRAFT;
        }
        store.state(application.id(), ApplicationState.DRAFT, now.instant());
        audit.record(person, "applications.taken-up", application.id().value(), Map.of());
        return true;
    }
}

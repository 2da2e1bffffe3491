package org.rivages.applications;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.accounts.Accounts;
import org.rivages.accounts.Person;
import org.rivages.applications.ApplyView.CriterionLine;
import org.rivages.calls.CallForm;
import org.rivages.calls.CallTerms;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.calls.FieldKind;
import org.rivages.site.Page;
import org.springframework.stereotype.Component;

/** Gathers what the secretariat reads about one application. Reads only, and nothing sealed. */
@Component
class ApplicationFile {
    private final ApplicationStore store;
    private final UploadStore uploads;
    private final ScreeningStore screening;
    private final ApplicationActs acts;
    private final ApplicationMails mails;
    private final Accounts accounts;
    private final Calls calls;

    ApplicationFile(
            ApplicationStore store,
            UploadStore uploads,
            ScreeningStore screening,
            ApplicationActs acts,
            ApplicationMails mails,
            Accounts accounts,
            Calls calls) {
        this.store = store;
        this.uploads = uploads;
        this.screening = screening;
        this.acts = acts;
        this.mails = mails;
        this.accounts = accounts;
        this.calls = calls;
    }

    FileView view(Page page, CallView call, ApplicationId id) {
        Application application = store.find(id).orElseThrow();
        DeskLine line =
                store.lines(call.id()).stream()
                        .filter(one -> one.summary().id().equals(id))
                        .findFirst()
                        .orElseThrow();
        var sent = store.sent(id);
        List<ScreeningStore.Finding> findings = screening.findings(id);
        Instant at = application.sentAt();
        return new FileView(
                call,
                line,
                at == null ? "" : mails.moment(page.words(), at, call),
                sent.map(one -> sections(page, call, id, one)).orElse(List.of()),
                sent.map(one -> criteria(page, call, id, one)).orElse(List.of()),
                history(page, call, application, findings),
                mails.letters(application),
                uploadLabels(page, calls.form(call.id())),
                ApplicationState.IN_SCREENING.contains(application.state()),
                application.state() == ApplicationState.NOT_ELIGIBLE && !findings.isEmpty()
                        ? findings.getLast().reason()
                        : "");
    }

    private List<AnsweredSection> sections(
            Page page, CallView call, ApplicationId id, ApplicationStore.Sent sent) {
        return new Reading(page.words(), uploads.of(id))
                .sections(calls.form(call.id(), sent.terms()), sent.answers(), Reading.OPEN);
    }

    private List<CriterionLine> criteria(
            Page page, CallView call, ApplicationId id, ApplicationStore.Sent sent) {
        CallTerms terms = calls.terms(call.id(), sent.terms());
        Map<String, String> reasons = new LinkedHashMap<>();
        screening.effective(id).forEach((criterion, word) -> reasons.put(criterion, word.reason()));
        return Journey.criteria(
                page.words(), terms, acts.assess(id, terms, sent.answers()), reasons);
    }

    static Map<String, String> uploadLabels(Page page, CallForm form) {
        Map<String, String> labels = new LinkedHashMap<>();
        form.fields()
                .filter(field -> field.kind() instanceof FieldKind.Upload)
                .forEach(field -> labels.put(field.key(), page.t(field.label())));
        return labels;
    }

    // ---- history

    private record Happened(Instant at, String what, @Nullable UUID who, String note) {}

    private List<FileView.Event> history(
            Page page,
            CallView call,
            Application application,
            List<ScreeningStore.Finding> findings) {
        List<Happened> happened = new ArrayList<>();
        store.submissions(application.id())
                .forEach(one ->
                        happened.add(
                                new Happened(
                                        one.receivedAt(),
                                        page.t("applications.event.sent", "version", one.version()),
                                        one.enteredBy() == null
                                                ? application.person()
                                                : one.enteredBy(),
                                        "")));
        screening
                .overrules(application.id())
                .forEach(one ->
                        happened.add(
                                new Happened(
                                        one.at(),
                                        page.t(
                                                "applications.event.overruled."
                                                        + one.outcome().code()),
                                        one.author(),
                                        one.reason())));
        findings.forEach(one ->
                happened.add(
                        new Happened(
                                one.at(),
                                page.t(
                                        one.eligible()
                                                ? "applications.state.eligible"
                                                : "applications.state.not-eligible"),
                                one.author(),
                                one.reason())));
        screening
                .pieces(application.id())
                .forEach(one ->
                        happened.add(
                                new Happened(
                                        one.at(),
                                        page.t(
                                                "applications.event.pieces",
                                                "until",
                                                mails.moment(page.words(), one.until(), call)),
                                        null,
                                        one.note())));
        happened.sort(Comparator.comparing(Happened::at).reversed());
        Map<UUID, Person> people =
                accounts.people(
                        happened.stream()
                                .map(Happened::who)
                                .filter(who -> who != null)
                                .distinct()
                                .toList());
        return happened.stream()
                .map(one ->
                        new FileView.Event(
                                mails.moment(page.words(), one.at(), call),
                                one.what(),
                                name(people, one.who()),
                                one.note()))
                .toList();
    }

    private static String name(Map<UUID, Person> people, @Nullable UUID who) {
        Person person = who == null ? null : people.get(who);
        return person == null ? "" : person.name().isEmpty() ? person.email() : person.name();
    }
}

package org.rivages.applications;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.accounts.Accounts;
import org.rivages.accounts.Person;
import org.rivages.applications.Application.Channel;
import org.rivages.calls.Answers;
import org.rivages.calls.CallTerms;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.calls.Field;
import org.rivages.calls.Field.Strictness;
import org.rivages.calls.FieldKind;
import org.rivages.files.Files;
import org.rivages.files.Storing;
import org.rivages.shared.NotFound;
import org.rivages.shared.Now;
import org.rivages.site.Form.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Enters an application for somebody: from paper, or from elsewhere. */
@Component
class EnterApplication {
    private final ApplicationStore store;
    private final RevisionStore revisions;
    private final UploadStore uploads;
    private final Submissions submissions;
    private final ApplicationMails mails;
    private final Accounts accounts;
    private final Calls calls;
    private final Files files;
    private final Now now;

    EnterApplication(
            ApplicationStore store,
            RevisionStore revisions,
            UploadStore uploads,
            Submissions submissions,
            ApplicationMails mails,
            Accounts accounts,
            Calls calls,
            Files files,
            Now now) {
        this.store = store;
        this.revisions = revisions;
        this.uploads = uploads;
        this.submissions = submissions;
        this.mails = mails;
        this.accounts = accounts;
        this.calls = calls;
        this.files = files;
        this.now = now;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Entering enter(Entry entry) {
        CallView call = calls.call(entry.call()).orElseThrow(() -> new NotFound("call"));
        CallTerms terms = calls.terms(entry.call());
        Map<String, Problem> problems = wrong(terms, entry.answers());
        if (!problems.isEmpty()) {
            return new Entering.Refused(problems);
        }
        Person person =
                entry.email().isEmpty()
                        ? null
                        : accounts.welcome(entry.email(), entry.name(), entry.language());
        Optional<Application> before =
                person == null ? Optional.empty() : store.find(entry.call(), person.id());
        if (before.isPresent()) {
            return new Entering.AlreadyThere(before.get().id());
        }
        Application fresh = fresh(entry, person);
        store.begin(fresh);
        Application locked = store.lock(fresh.id()).orElse(null);
        if (locked == null) {
            return new Entering.AlreadyThere(
                    store.find(entry.call(), person == null ? fresh.id().value() : person.id())
                            .orElseThrow()
                            .id());
        }
        Answers answers = withFiles(locked.id(), terms, entry, problems);
        if (!problems.isEmpty()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Entering.Refused(problems);
        }
        return receive(call, terms, locked, answers, entry);
    }

    private static Map<String, Problem> wrong(CallTerms terms, Answers answers) {
        Map<String, Problem> problems = new LinkedHashMap<>();
        terms.form()
                .check(answers, Strictness.DRAFT)
                .forEach((field, found) -> problems.put(field, found.getFirst()));
        return problems;
    }

    private Entering receive(
            CallView call, CallTerms terms, Application locked, Answers answers, Entry entry) {
        Instant at = now.instant();
        Answers asked = terms.form().asked(answers);
        store.write(locked.id(), asked, 1, entry.language(), at);
        revisions.add(locked.id(), 1, 0, "", asked, entry.by(), "", at);
        Application written = store.find(locked.id()).orElseThrow();
        Application sent =
                submissions.receive(
                        written,
                        terms,
                        asked,
                        ApplicationState.SUBMITTED,
                        entry.receivedAt(),
                        entry.language(),
                        entry.by());
        if (entry.way() == Entry.Way.PAPER) {
            mails.entered(call, sent, entry.receivedAt());
        }
        return new Entering.Entered(sent.id(), sent.number());
    }

    private Application fresh(Entry entry, @Nullable Person person) {
        return new Application(
                new ApplicationId(UUID.randomUUID()),
                entry.call(),
                person == null ? null : person.id(),
                "",
                ApplicationState.DRAFT,
                entry.way() == Entry.Way.PAPER ? Channel.PAPER : Channel.IMPORT,
                entry.language(),
                Answers.NONE,
                0,
                0,
                null,
                null,
                entry.name(),
                entry.email(),
                now.instant());
    }

    private Answers withFiles(
            ApplicationId id, CallTerms terms, Entry entry, Map<String, Problem> problems) {
        Answers answers = entry.answers();
        for (Entry.EnteredFile file : entry.files()) {
            Field field =
                    terms.form()
                            .field(file.field())
                            .orElseThrow(() -> new NotFound("field " + file.field()));
            if (!(field.kind() instanceof FieldKind.Upload kind)) {
                throw new IllegalArgumentException(file.field() + " takes no file");
            }
            Storing storing =
                    files.store(file.name(), file.content(), kind.types(), kind.mostBytes());
            if (storing instanceof Storing.Stored(var stored)) {
                uploads.add(id, field.key(), stored, entry.receivedAt());
                answers = answers.with(field.key(), List.of(stored.id().toString()));
            } else {
                problems.put(field.key(), UploadProblem.of(storing, file.name()));
            }
        }
        return answers;
    }
}

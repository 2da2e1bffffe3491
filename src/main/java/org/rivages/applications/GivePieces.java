package org.rivages.applications;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rivages.calls.Answers;
import org.rivages.calls.CallTerms;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.calls.Field;
import org.rivages.calls.FieldKind;
import org.rivages.files.Files;
import org.rivages.files.Storing;
import org.rivages.shared.Now;
import org.rivages.site.Form.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The applicant adds the documents that the secretariat asked for, until the date set for them,
 * also after the deadline. They become part of a new version that counts; nothing else changes.
 */
@Component
class GivePieces {
    sealed interface Giving {
        /** Some may be missing still: the request then stays open. */
        record Given(int stillMissing) implements Giving {}

        record Refused(Map<String, Problem> problems) implements Giving {}

        /** Nothing is asked for, or its date has passed. */
        record TooLate() implements Giving {}
    }

    private final ApplicationStore store;
    private final RevisionStore revisions;
    private final UploadStore uploads;
    private final ScreeningStore screening;
    private final Submissions submissions;
    private final ApplicationMails mails;
    private final Calls calls;
    private final Files files;
    private final Now now;

    GivePieces(
            ApplicationStore store,
            RevisionStore revisions,
            UploadStore uploads,
            ScreeningStore screening,
            Submissions submissions,
            ApplicationMails mails,
            Calls calls,
            Files files,
            Now now) {
        this.store = store;
        this.revisions = revisions;
        this.uploads = uploads;
        this.screening = screening;
        this.submissions = submissions;
        this.mails = mails;
        this.calls = calls;
        this.files = files;
        this.now = now;
    }

    @Transactional
    Giving give(CallView call, ApplicationId id, List<Drafts.Upload> given) {
        Application application = store.lock(id).orElseThrow();
        Instant at = now.instant();
        PiecesRequest request = screening.openPieces(id).filter(one -> one.openAt(at)).orElse(null);
        if (request == null || application.state() != ApplicationState.PIECES_REQUESTED) {
            return new Giving.TooLate();
        }
        CallTerms terms = calls.terms(call.id());
        Map<String, Problem> problems = new LinkedHashMap<>();
        Map<String, String> taken = take(id, terms, request, given, at, problems);
        if (taken.isEmpty()) {
            if (problems.isEmpty()) {
                request.fields()
                        .forEach(key ->
                                problems.put(key, new Problem("calls.problem.no-file", Map.of())));
            }
            return new Giving.Refused(problems);
        }
        List<String> missing = stillMissing(id, request);
        if (missing.isEmpty()) {
            screening.settlePieces(id, at);
        }
        receive(call, application, terms, taken, missing.isEmpty(), at);
        return problems.isEmpty() ? new Giving.Given(missing.size()) : new Giving.Refused(problems);
    }

    private Map<String, String> take(
            ApplicationId id,
            CallTerms terms,
            PiecesRequest request,
            List<Drafts.Upload> given,
            Instant at,
            Map<String, Problem> problems) {
        Map<String, String> taken = new LinkedHashMap<>();
        for (Drafts.Upload upload : given) {
            Field field = terms.form().field(upload.field()).orElse(null);
            if (field == null
                    || !request.fields().contains(field.key())
                    || !(field.kind() instanceof FieldKind.Upload kind)) {
                continue;
            }
            try (InputStream in = upload.source().open()) {
                Storing storing = files.store(upload.name(), in, kind.types(), kind.mostBytes());
                if (storing instanceof Storing.Stored(var file)) {
                    uploads.add(id, field.key(), file, at);
                    taken.put(field.key(), file.id().toString());
                } else {
                    problems.put(field.key(), UploadProblem.of(storing, upload.name()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return taken;
    }

    /** Given are those that came after the request. */
    private List<String> stillMissing(ApplicationId id, PiecesRequest request) {
        Map<UUID, DocumentView> all = uploads.of(id);
        List<String> missing = new ArrayList<>(request.fields());
        all.values().stream()
                .filter(one -> !one.at().isBefore(request.at()))
                .forEach(one -> missing.remove(one.field()));
        return missing;
    }

    private void receive(
            CallView call,
            Application application,
            CallTerms terms,
            Map<String, String> taken,
            boolean complete,
            Instant at) {
        boolean changed = application.changedSinceSent();
        Integer sentText = application.sentAnswersVersion();
        Answers counts = store.sent(application.id()).orElseThrow().answers();
        Answers text = application.answers();
        for (Map.Entry<String, String> one : taken.entrySet()) {
            counts = counts.with(one.getKey(), one.getValue());
            text = text.with(one.getKey(), one.getValue());
        }
        int version = application.version() + 1;
        store.write(application.id(), text, version, application.language(), at);
        revisions.add(
                application.id(),
                version,
                application.version(),
                "",
                text,
                application.person(),
                "",
                at);
        Application written = store.find(application.id()).orElseThrow();
        Application sent =
                submissions.receive(
                        written,
                        terms,
                        counts,
                        complete ? ApplicationState.SUBMITTED : ApplicationState.PIECES_REQUESTED,
                        at,
                        application.language(),
                        null);
        if (changed && sentText != null) {
            store.sentText(application.id(), sentText);
        }
        mails.receipt(call, sent);
    }
}

package org.rivages.applications;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.accounts.Accounts;
import org.rivages.accounts.Person;
import org.rivages.applications.Application.Channel;
import org.rivages.audit.AuditTrail;
import org.rivages.calls.Answers;
import org.rivages.calls.CallTerms;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.calls.Field;
import org.rivages.calls.FieldKind;
import org.rivages.calls.FormSection;
import org.rivages.directory.Directory;
import org.rivages.directory.OrganisationSummary;
import org.rivages.files.Files;
import org.rivages.files.Storing;
import org.rivages.shared.Language;
import org.rivages.shared.NotFound;
import org.rivages.shared.Now;
import org.rivages.site.Form.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saves what an applicant types. Lenient: wrong and overlong answers are stored too, and shown as
 * wrong. A save from an old window is joined with what came in between; where both wrote something
 * else, both texts stay until a person chooses.
 */
@Component
class Drafts {
    /**
     * What one window sends of one section.
     *
     * @param base the version that it was opened with
     * @param tab which window, so that one never clashes with itself
     * @param uploads new files
     * @param remove a file to take away, or null
     */
    record Sent(
            FormSection section,
            Answers answers,
            int base,
            String tab,
            List<Upload> uploads,
            @Nullable UUID remove) {}

    /** A file on its way in. */
    record Upload(String field, String name, Source source) {
        interface Source {
            InputStream open() throws IOException;
        }
    }

    private final ApplicationStore store;
    private final RevisionStore revisions;
    private final UploadStore documents;
    private final Calls calls;
    private final Accounts accounts;
    private final Directory directory;
    private final Files files;
    private final AuditTrail audit;
    private final Now now;

    Drafts(
            ApplicationStore store,
            RevisionStore revisions,
            UploadStore documents,
            Calls calls,
            Accounts accounts,
            Directory directory,
            Files files,
            AuditTrail audit,
            Now now) {
        this.store = store;
        this.revisions = revisions;
        this.documents = documents;
        this.calls = calls;
        this.accounts = accounts;
        this.directory = directory;
        this.files = files;
        this.audit = audit;
        this.now = now;
    }

    @Transactional
    Saving save(CallView call, UUID person, Language language, Sent sent) {
        Instant at = now.instant();
        if (store.find(call.id(), person).isEmpty()) {
            if (!call.accepts(at)) {
                return new Saving.NotOpen();
            }
            begin(call, person, language, at);
        }
        Application application = locked(call, person);
        if (!application.writable()) {
            return new Saving.Shut(application);
        }
        Answers mine = named(sent, application.answers());
        Merge merge = merge(application, sent, mine);
        Map<String, Problem> problems = new LinkedHashMap<>();
        Answers joined = withFiles(application, merge.joined(), sent, at, problems);
        Application saved = write(application, joined, language, sent, at);
        if (!merge.clashes().isEmpty()) {
            long waiting =
                    revisions.add(
                            application.id(),
                            null,
                            sent.base(),
                            sent.section().key(),
                            mine,
                            person,
                            sent.tab(),
                            at);
            return new Saving.Clash(saved, waiting);
        }
        return new Saving.Saved(saved, problems);
    }

    /**
     * Stores what a person chose between two texts.
     *
     * @param choices question → {@code mine}, {@code theirs} or nothing, which keeps what stands
     *     there
     * @return false when yet another save came in between: the choice is shown again
     */
    @Transactional
    boolean settle(
            CallView call,
            UUID person,
            Language language,
            FormSection section,
            long waiting,
            int version,
            Map<String, String> choices) {
        Application application = locked(call, person);
        RevisionStore.Revision mine =
                revisions
                        .waiting(application.id(), waiting)
                        .orElseThrow(() -> new NotFound("save " + waiting));
        if (application.version() != version || !application.writable()) {
            return !application.writable();
        }
        Answers chosen = application.answers();
        for (Field field : section.fields()) {
            if ("mine".equals(choices.get(field.key()))
                    && !(field.kind() instanceof FieldKind.Upload)) {
                chosen = chosen.with(field.key(), mine.answers().all(field.key()));
            }
        }
        Sent sent = new Sent(section, chosen, version, mine.tab(), List.of(), null);
        write(application, chosen, language, sent, now.instant());
        return true;
    }

    private void begin(CallView call, UUID person, Language language, Instant at) {
        Person who = accounts.person(person).orElseThrow(() -> new NotFound("person " + person));
        ApplicationId id = new ApplicationId(UUID.randomUUID());
        store.begin(
                new Application(
                        id,
                        call.id(),
                        person,
                        "",
                        ApplicationState.DRAFT,
                        Channel.ONLINE,
                        language,
                        Answers.NONE,
                        0,
                        0,
                        null,
                        null,
                        who.name(),
                        who.email(),
                        at));
        audit.record(person, "applications.begun", id.value(), Map.of("call", call.id().value()));
    }

    private Application locked(CallView call, UUID person) {
        ApplicationId id = store.find(call.id(), person).orElseThrow().id();
        return store.lock(id).orElseThrow();
    }

    // ---- joining

    private Merge merge(Application application, Sent sent, Answers mine) {
        List<Field> typed =
                sent.section().fields().stream()
                        .filter(field -> !(field.kind() instanceof FieldKind.Upload))
                        .toList();
        int base = Math.min(sent.base(), application.version());
        Answers before =
                base == application.version()
                        ? application.answers()
                        : revisions.answers(application.id(), base);
        List<RevisionStore.Revision> since =
                base == application.version() ? List.of() : revisions.since(application.id(), base);
        return Merge.of(
                typed,
                before,
                mine,
                application.answers(),
                field -> onlyBy(sent.tab(), field, before, since));
    }

    /** Whoever changed this field after that version was this very window. */
    private static boolean onlyBy(
            String tab, Field field, Answers before, List<RevisionStore.Revision> since) {
        List<String> last = before.all(field.key());
        for (RevisionStore.Revision revision : since) {
            List<String> next = revision.answers().all(field.key());
            if (!next.equals(last) && !revision.tab().equals(tab)) {
                return false;
            }
            last = next;
        }
        return true;
    }

    /** An organisation that was written as the directory writes it is that organisation. */
    private Answers named(Sent sent, Answers current) {
        Answers named = sent.answers();
        for (Field field : sent.section().fields()) {
            String name = named.text(field.key());
            if (!(field.kind() instanceof FieldKind.Organisation) || name.isEmpty()) {
                continue;
            }
            if (name.equals(current.text(field.key()))) {
                named = named.with(field.key(), current.all(field.key()));
                continue;
            }
            var known =
                    directory.suggest(name, 20).stream()
                            .filter(one -> isCalled(one, name))
                            .findFirst();
            if (known.isPresent()) {
                named = named.with(field.key(), name, known.get().uuid().toString());
            }
        }
        return named;
    }

    private static boolean isCalled(OrganisationSummary organisation, String name) {
        return organisation.acronym().equalsIgnoreCase(name)
                || organisation.nativeName().equalsIgnoreCase(name)
                || Arrays.stream(Language.values())
                        .anyMatch(language ->
                                organisation.label(language).equalsIgnoreCase(name)
                                        || organisation.name().in(language).equalsIgnoreCase(name));
    }

    // ---- files

    private Answers withFiles(
            Application application,
            Answers answers,
            Sent sent,
            Instant at,
            Map<String, Problem> problems) {
        Answers joined = answers;
        for (Field field : sent.section().fields()) {
            if (!(field.kind() instanceof FieldKind.Upload kind)) {
                continue;
            }
            List<UUID> held = new ArrayList<>(joined.files(field.key()));
            if (sent.remove() != null && held.remove(sent.remove())) {
                forget(application.id(), sent.remove());
            }
            for (Upload upload : sent.uploads()) {
                if (upload.field().equals(field.key())) {
                    take(application.id(), field, kind, upload, held, at, problems);
                }
            }
            joined = joined.with(field.key(), held.stream().map(UUID::toString).toList());
        }
        return joined;
    }

    /** Where one file is asked for, a new one takes the place of the old one. */
    private void take(
            ApplicationId application,
            Field field,
            FieldKind.Upload kind,
            Upload upload,
            List<UUID> held,
            Instant at,
            Map<String, Problem> problems) {
        if (kind.mostFiles() > 1 && held.size() >= kind.mostFiles()) {
            problems.put(
                    field.key(),
                    new Problem("calls.problem.too-many-files", Map.of("most", kind.mostFiles())));
            return;
        }
        try (InputStream in = upload.source().open()) {
            Storing storing = files.store(upload.name(), in, kind.types(), kind.mostBytes());
            if (storing instanceof Storing.Stored(var file)) {
                documents.add(application, field.key(), file, at);
                if (kind.mostFiles() == 1) {
                    held.forEach(old -> forget(application, old));
                    held.clear();
                }
                held.add(file.id());
            } else {
                problems.put(field.key(), UploadProblem.of(storing, upload.name()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was never sent is gone; what was sent stays with the version that holds it. */
    private void forget(ApplicationId application, UUID file) {
        if (!documents.wasSent(application, file)) {
            documents.forget(file);
            files.delete(file);
        }
    }

    // ---- writing

    private Application write(
            Application application, Answers joined, Language language, Sent sent, Instant at) {
        if (joined.equals(application.answers())) {
            return application;
        }
        int version = application.version() + 1;
        store.write(application.id(), joined, version, language, at);
        revisions.add(
                application.id(),
                version,
                sent.base(),
                sent.section().key(),
                joined,
                application.person(),
                sent.tab(),
                at);
        if (application.sentVersion() == 0) {
            CallTerms terms = calls.terms(application.call());
            store.facts(application.id(), Facts.of(terms, joined, terms.assess(joined)));
        }
        return store.find(application.id()).orElseThrow();
    }
}

package org.rivages.applications;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rivages.audit.AuditTrail;
import org.rivages.calls.CallForm;
import org.rivages.calls.CallId;
import org.rivages.calls.Calls;
import org.rivages.calls.Field;
import org.rivages.files.Files;
import org.rivages.shared.Conflict;
import org.rivages.shared.NotFound;
import org.rivages.shared.Now;
import org.rivages.site.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door for the rooms that review, choose and receive. Whoever calls has checked that the
 * reader may see this call; sealed answers leave by {@link #sealedValues} alone, which leaves a
 * trace.
 */
@Component
public class Applications {
    private final ApplicationStore store;
    private final UploadStore documents;
    private final Calls calls;
    private final Files files;
    private final AuditTrail audit;
    private final Now now;

    Applications(
            ApplicationStore store,
            UploadStore documents,
            Calls calls,
            Files files,
            AuditTrail audit,
            Now now) {
        this.store = store;
        this.documents = documents;
        this.calls = calls;
        this.files = files;
        this.audit = audit;
        this.now = now;
    }

    public Optional<ApplicationSummary> find(ApplicationId id) {
        return store.summary(id);
    }

    public ApplicationSummary get(ApplicationId id) {
        return find(id).orElseThrow(() -> new NotFound("application " + id));
    }

    /** The one application of this person to this call, a draft too. */
    public Optional<ApplicationSummary> of(UUID person, CallId call) {
        return store.find(call, person).flatMap(found -> store.summary(found.id()));
    }

    /** Everything that was sent and not taken back, whatever screening found, by number. */
    public List<ApplicationSummary> submitted(CallId call) {
        return store.summaries(call, ApplicationState.SENT);
    }

    /** Those that the choice is about: found eligible, decided ones too, by number. */
    public List<ApplicationSummary> eligible(CallId call) {
        return store.summaries(call, ApplicationState.ELIGIBLE_OR_DECIDED);
    }

    /**
     * The version that counts, as a reviewer may read it.
     *
     * @param blind without name, address, employer and uploads, which would give the person away
     */
    public ReviewView forReview(ApplicationId id, boolean blind, Words words) {
        ApplicationSummary summary = get(id);
        ApplicationStore.Sent sent = sent(id);
        CallForm form = calls.form(summary.call(), sent.terms());
        List<AnsweredSection> sections =
                new Reading(words, documents.of(id))
                        .sections(form, sent.answers(), blind ? Reading.BLIND : Reading.OPEN);
        List<DocumentView> all =
                sections.stream()
                        .flatMap(section -> section.fields().stream())
                        .flatMap(field -> field.documents().stream())
                        .toList();
        return new ReviewView(
                id, summary.call(), summary.number(), blind ? null : summary, sections, all);
    }

    /** A file of the version that counts, as an attachment; any other file is not found. */
    public ResponseEntity<byte[]> document(ApplicationId id, UUID file, boolean blind) {
        ApplicationStore.Sent sent = sent(id);
        Predicate<Field> seen = blind ? Reading.BLIND : Reading.OPEN;
        boolean shown =
                calls.form(get(id).call(), sent.terms())
                        .fields()
                        .filter(seen)
                        .anyMatch(field -> sent.answers().files(field.key()).contains(file));
        if (!shown) {
            throw new NotFound("document " + file);
        }
        return files.attachment(file);
    }

    /**
     * What everybody that the choice is about answered to one question, as codes; absent where they
     * left it out. Refuses a sealed question.
     */
    public Map<ApplicationId, List<String>> values(CallId call, String field) {
        if (calls.form(call).field(field).map(Field::sealed).orElse(false)) {
            throw new IllegalArgumentException("sealed: " + field);
        }
        return allValues(call, field);
    }

    /**
     * The same for a sealed question: for the selection engine only, never for a page about one
     * person. Each use stands in the audit trail.
     *
     * @param actor for whom the engine runs
     * @param purpose a code: {@code selection.solve}
     */
    @Transactional
    public Map<ApplicationId, List<String>> sealedValues(
            CallId call, String field, @Nullable UUID actor, String purpose) {
        audit.record(
                actor,
                "applications.sealed-values-used",
                call.value(),
                Map.of("field", field, "purpose", purpose));
        return allValues(call, field);
    }

    private Map<ApplicationId, List<String>> allValues(CallId call, String field) {
        Map<ApplicationId, List<String>> values = new LinkedHashMap<>();
        store.allSent(call, ApplicationState.ELIGIBLE_OR_DECIDED)
                .forEach(sent -> {
                    if (sent.answers().has(field)) {
                        values.put(sent.id(), sent.answers().all(field));
                    }
                });
        return values;
    }

    /**
     * Sets what was decided, once the applicant may know it: their own page shows it from now on.
     * Repeating changes nothing.
     */
    @Transactional
    public void decided(ApplicationId id, Decision decision, @Nullable UUID actor) {
        Application application =
                store.lock(id).orElseThrow(() -> new NotFound("application " + id));
        if (application.state() == decision.state()) {
            return;
        }
        if (!application.state().sent()) {
            throw new Conflict("applications.conflict.not-sent");
        }
        Instant at = now.instant();
        store.state(id, decision.state(), at);
        audit.record(
                actor,
                "applications.decided",
                id.value(),
                Map.of("from", application.state().code(), "to", decision.state().code()));
    }

    private ApplicationStore.Sent sent(ApplicationId id) {
        return store.sent(id).orElseThrow(() -> new NotFound("application " + id + " as sent"));
    }
}

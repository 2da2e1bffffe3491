package org.rivages.calls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rivages.access.Role;
import org.rivages.access.Viewer;
import org.rivages.programmes.EditionId;
import org.rivages.shared.NotFound;
import org.rivages.shared.Now;
import org.springframework.stereotype.Component;

/**
 * The front door for questions: which calls there are, what they ask, what their criteria say of
 * somebody's answers. What changes a call is at {@link CallActs}.
 */
@Component
public class Calls {
    private final CallStore calls;
    private final CallTermsStore terms;
    private final CallDocumentStore documents;
    private final CallHistoryStore history;
    private final Now now;

    Calls(
            CallStore calls,
            CallTermsStore terms,
            CallDocumentStore documents,
            CallHistoryStore history,
            Now now) {
        this.calls = calls;
        this.terms = terms;
        this.documents = documents;
        this.history = history;
        this.now = now;
    }

    /** Also a draft: ask {@link CallView#published} before a visitor sees it. */
    public Optional<CallView> call(CallId id) {
        return calls.byId(id);
    }

    public Optional<CallView> call(String slug) {
        return calls.bySlug(slug);
    }

    /** The call with this slug if visitors may know of it. */
    public CallView published(String slug) {
        return calls.bySlug(slug)
                .filter(CallView::published)
                .orElseThrow(() -> new NotFound("call " + slug));
    }

    /** Drafts too. */
    public List<CallView> ofEdition(EditionId edition) {
        return calls.ofEdition(edition);
    }

    /** Every call, drafts too; for desks, which filter by what their reader may see. */
    public List<CallView> all() {
        return calls.all();
    }

    /** Those that take applications now, the nearest deadline first. */
    public List<CallView> open() {
        Instant at = now.instant();
        return calls.all().stream()
                .filter(call -> call.state(at) == CallState.OPEN)
                .toList()
                .reversed();
    }

    /** What goes with it, for everybody to take. */
    public List<CallDocument> documents(CallId call) {
        return documents.of(call);
    }

    /** What changed in public, the newest first. */
    public List<HistoryEntry> history(CallId call) {
        return history.of(call);
    }

    /** The version in force; for a draft call the one being worked on. */
    public CallTerms terms(CallId call) {
        return terms.current(call).orElseThrow(() -> new NotFound("terms of call " + call));
    }

    public CallTerms terms(CallId call, int version) {
        return terms.version(call, version)
                .orElseThrow(() -> new NotFound("terms " + version + " of call " + call));
    }

    public CallForm form(CallId call) {
        return terms(call).form();
    }

    public CallForm form(CallId call, int version) {
        return terms(call, version).form();
    }

    public List<Criterion> criteria(CallId call) {
        return terms(call).criteria();
    }

    public List<Criterion> criteria(CallId call, int version) {
        return terms(call, version).criteria();
    }

    /** By the version in force. */
    public List<Assessment> assess(CallId call, Answers answers) {
        return terms(call).assess(answers);
    }

    public List<Assessment> assess(CallId call, int version, Answers answers) {
        return terms(call, version).assess(answers);
    }

    /** Whether this reader runs the call: secretariat, or manager of its programme. */
    public static boolean manages(Viewer viewer, CallView call) {
        return viewer.has(Role.SECRETARIAT, call.programme().value())
                || viewer.has(Role.PROGRAMME_MANAGER, call.programme().value());
    }
}

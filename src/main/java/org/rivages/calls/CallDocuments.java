package org.rivages.calls;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rivages.audit.AuditTrail;
import org.rivages.files.Files;
import org.rivages.files.Storing;
import org.rivages.search.SearchChanges;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Documents that go with a call, for everybody to take. */
@Component
class CallDocuments {
    private static final int MOST_BYTES = 10 * 1_048_576;

    private final CallDocumentStore documents;
    private final Files files;
    private final AuditTrail audit;
    private final SearchChanges search;
    private final Now now;

    CallDocuments(
            CallDocumentStore documents,
            Files files,
            AuditTrail audit,
            SearchChanges search,
            Now now) {
        this.documents = documents;
        this.files = files;
        this.audit = audit;
        this.search = search;
        this.now = now;
    }

    List<CallDocument> of(CallId call) {
        return documents.of(call);
    }

    @Transactional
    Storing add(CallView call, String name, InputStream upload, LocalizedText title, UUID by) {
        Storing storing = files.store(name, upload, QuestionPages.DOCUMENT_TYPES, MOST_BYTES);
        if (storing instanceof Storing.Stored(var file)) {
            documents.add(call.id(), file.id(), title, now.instant());
            audit.record(by, "calls.document-added", call.id().value(), Map.of("file", file.id()));
            search.changed("call", call.id().value());
        }
        return storing;
    }

    @Transactional
    void remove(CallView call, UUID id, UUID by) {
        documents
                .remove(call.id(), id)
                .ifPresent(file -> {
                    files.delete(file);
                    audit.record(
                            by, "calls.document-removed", call.id().value(), Map.of("file", file));
                    search.changed("call", call.id().value());
                });
    }
}

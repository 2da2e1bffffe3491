package org.rivages.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rivages.calls.CallDocument;
import org.rivages.calls.CallTerms;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.calls.Criterion;
import org.rivages.calls.HistoryEntry;
import org.rivages.programmes.EditionSummary;
import org.rivages.programmes.Programmes;
import org.rivages.shared.Language;
import org.rivages.shared.NotFound;
import org.rivages.site.Texts;
import org.springframework.stereotype.Component;

/** A call as data. The silent grace after the deadline is not told, here as on its page. */
@Component
class CallJson {
    private final Calls calls;
    private final Programmes programmes;
    private final Texts texts;

    CallJson(Calls calls, Programmes programmes, Texts texts) {
        this.calls = calls;
        this.programmes = programmes;
        this.texts = texts;
    }

    Map<String, @Nullable Object> of(CallView one, Instant now) {
        CallTerms terms = calls.terms(one.id());
        EditionSummary edition =
                programmes.edition(one.edition()).orElseThrow(() -> new NotFound("edition"));
        return Body.record("call", one.id().value(), one.slug(), one.path(), one.title())
                .with("edition", Body.reference(edition.slug(), edition.title(), edition.path()))
                .with("summary", one.summary())
                .with("text", one.text())
                .with("status", one.state(now).code())
                .with("places", one.places() == 0 ? null : (Object) one.places())
                .list("languages", one.languages().stream().map(CallJson::language).toList())
                .with("opens", one.opens())
                .with("closes", one.closes())
                .with("closesOn", one.closesOn())
                .with("zone", one.zone() == null ? null : one.zone().getId())
                .with("terms", terms.version())
                .list("criteria", terms.criteria().stream().map(c -> criterion(c, terms)).toList())
                .with("selectionRule", terms.selectionRule())
                .with("privacyNotice", terms.privacyNotice())
                .list(
                        "documents",
                        calls.documents(one.id()).stream().map(d -> document(one, d)).toList())
                .list("history", calls.history(one.id()).stream().map(CallJson::change).toList())
                .with("demonstration", one.demonstration())
                .with("changed", one.changedAt())
                .done();
    }

    private static Map<String, @Nullable Object> language(org.rivages.calls.LanguageNeed need) {
        return new Body()
                .with("language", need.language())
                .with("least", need.least().name())
                .done();
    }

    private Map<String, @Nullable Object> criterion(Criterion criterion, CallTerms terms) {
        Map<String, String> said = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            said.put(language.code(), criterion.sentence(terms.form()).in(texts.in(language)));
        }
        return new Body().with("kind", criterion.code()).with("text", said).done();
    }

    private static Map<String, @Nullable Object> document(CallView call, CallDocument document) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            files.put(
                    language.code(),
                    "/" + language.code() + call.path() + "/documents/" + document.id());
        }
        return new Body()
                .with("title", document.title())
                .with("type", document.type())
                .with("bytes", document.size())
                .with("files", files)
                .done();
    }

    private static Map<String, @Nullable Object> change(HistoryEntry entry) {
        return new Body()
                .with("kind", entry.kind())
                .with("at", entry.at())
                .with("reason", entry.reason())
                .with("before", entry.before())
                .with("after", entry.after())
                .with("terms", entry.terms())
                .done();
    }
}

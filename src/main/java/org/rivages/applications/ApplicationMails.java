package org.rivages.applications;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.calls.DeadlineExtended;
import org.rivages.calls.Deadlines;
import org.rivages.mail.Letter;
import org.rivages.mail.LetterView;
import org.rivages.mail.Outbox;
import org.rivages.shared.Language;
import org.rivages.site.Links;
import org.rivages.site.SiteSettingsStore;
import org.rivages.site.Texts;
import org.rivages.site.Words;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Letters to applicants, each in the language in which they apply. */
@Component
class ApplicationMails {
    private final Outbox outbox;
    private final Texts texts;
    private final Links links;
    private final SiteSettingsStore settings;
    private final ApplicationStore store;
    private final Calls calls;

    ApplicationMails(
            Outbox outbox,
            Texts texts,
            Links links,
            SiteSettingsStore settings,
            ApplicationStore store,
            Calls calls) {
        this.outbox = outbox;
        this.texts = texts;
        this.links = links;
        this.settings = settings;
        this.store = store;
        this.calls = calls;
    }

    /** What was written to them about it, newest first. */
    List<LetterView> letters(Application application) {
        return outbox.about(application.id().value());
    }

    /** In which zone moments of this call are said. */
    ZoneId zone(CallView call) {
        ZoneId own = call.zone();
        return own == null ? ZoneId.of(settings.get().zone()) : own;
    }

    /** "14 March 2027 at 23:59, Tunis time". */
    String moment(Words words, Instant at, CallView call) {
        return Deadlines.moment(at, call, words);
    }

    void receipt(CallView call, Application sent) {
        Instant at = sent.sentAt();
        Instant closes = call.closes();
        if (at == null) {
            return;
        }
        Words words = texts.in(sent.language());
        put(
                sent,
                sent.sentVersion() == 1 ? "receipt" : "receipt-again",
                "receipt/" + sent.sentVersion(),
                "number",
                sent.number(),
                "call",
                words.get(call.title()),
                "received",
                moment(words, at, call),
                "deadline",
                closes == null ? "" : moment(words, closes, call),
                "link",
                link(sent.language(), call, "/application"),
                "receipt",
                link(sent.language(), call, "/application/receipt"));
    }

    void withdrawn(CallView call, Application application) {
        Words words = texts.in(application.language());
        put(
                application,
                "withdrawn",
                "withdrawn/" + application.sentVersion(),
                "number",
                application.number(),
                "call",
                words.get(call.title()));
    }

    /** What the secretariat received on paper, entered for them. */
    void entered(CallView call, Application sent, Instant received) {
        Words words = texts.in(sent.language());
        put(
                sent,
                "entered",
                "entered/" + sent.sentVersion(),
                "number",
                sent.number(),
                "call",
                words.get(call.title()),
                "received",
                words.day(received.atZone(zone(call)).toLocalDate()),
                "link",
                link(sent.language(), call, "/application"));
    }

    void pieces(
            CallView call, Application application, PiecesRequest request, List<String> labels) {
        Words words = texts.in(application.language());
        put(
                application,
                "pieces",
                "pieces/" + request.id(),
                "number",
                application.number(),
                "call",
                words.get(call.title()),
                "pieces",
                "– " + String.join("\n– ", labels),
                "note",
                request.note(),
                "until",
                moment(words, request.until(), call),
                "link",
                link(application.language(), call, "/application/pieces"));
    }

    void reminder(CallView call, Application draft, UUID round, int missing) {
        Instant closes = call.closes();
        Words words = texts.in(draft.language());
        put(
                draft,
                "reminder",
                "reminder/" + round,
                "call",
                words.get(call.title()),
                "missing",
                missing,
                "deadline",
                closes == null ? "" : moment(words, closes, call),
                "link",
                link(draft.language(), call, "/apply"));
    }

    /** Everybody with a draft or an application learns of the new deadline. */
    @ApplicationModuleListener
    void on(DeadlineExtended extended) {
        CallView call = calls.call(extended.call()).orElseThrow();
        for (Application application : store.concernedByDeadline(extended.call())) {
            Words words = texts.in(application.language());
            put(
                    application,
                    application.sentVersion() == 0 ? "extended-draft" : "extended",
                    "extended/" + extended.after(),
                    "call",
                    words.get(call.title()),
                    "deadline",
                    moment(words, extended.after(), call),
                    "reason",
                    words.get(extended.reason()),
                    "link",
                    link(application.language(), call, "/apply"));
        }
    }

    LetterPreview reminderPreview(CallView call, Language language, int missing) {
        Instant closes = call.closes();
        Words words = texts.in(language);
        Object[] args = {
            "name",
            words.get("applications.mail.somebody"),
            "call",
            words.get(call.title()),
            "missing",
            missing,
            "deadline",
            closes == null ? "" : moment(words, closes, call),
            "link",
            link(language, call, "/apply")
        };
        return new LetterPreview(
                words.get("applications.mail.reminder.subject", args),
                words.get("applications.mail.reminder.body", args));
    }

    private String link(Language language, CallView call, String path) {
        return links.absolute(language, call.path() + path);
    }

    private void put(Application to, String kind, String key, @Nullable Object... args) {
        if (to.email().isEmpty()) {
            return;
        }
        Words words = texts.in(to.language());
        Object[] named = new Object[args.length + 2];
        named[0] = "name";
        named[1] = to.name().isEmpty() ? to.email() : to.name();
        System.arraycopy(args, 0, named, 2, args.length);
        outbox.put(
                new Letter(
                        "mail.kind.application-" + kind,
                        to.id().value(),
                        to.email(),
                        to.person(),
                        to.language(),
                        words.get("applications.mail." + kind + ".subject", named),
                        words.get("applications.mail." + kind + ".body", named),
                        "applications." + key + "/" + to.id()));
    }
}

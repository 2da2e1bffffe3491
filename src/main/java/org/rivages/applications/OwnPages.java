package org.rivages.applications;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rivages.access.Allow;
import org.rivages.calls.CallForm;
import org.rivages.calls.CallTerms;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.calls.Field.Strictness;
import org.rivages.files.Files;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A person's own application to a call: check and send, receipt, taking back, own documents. */
@Controller
@Allow(Allow.Who.SIGNED_IN)
class OwnPages {
    private final Calls calls;
    private final ApplicationStore store;
    private final UploadStore documents;
    private final ScreeningStore screening;
    private final Submissions submissions;
    private final Journey journey;
    private final ApplicationMails mails;
    private final Files files;

    OwnPages(
            Calls calls,
            ApplicationStore store,
            UploadStore documents,
            ScreeningStore screening,
            Submissions submissions,
            Journey journey,
            ApplicationMails mails,
            Files files) {
        this.calls = calls;
        this.store = store;
        this.documents = documents;
        this.screening = screening;
        this.submissions = submissions;
        this.journey = journey;
        this.mails = mails;
        this.files = files;
    }

    @GetMapping("/{lang}/calls/{slug}/application")
    ModelAndView own(Page page, @PathVariable String slug) {
        CallView call = calls.published(slug);
        Application application = own(page, call);
        return page.view(
                "org/rivages/applications/own",
                "view",
                view(page, call, application),
                "letters",
                mails.letters(application));
    }

    @GetMapping("/{lang}/calls/{slug}/application/check")
    ModelAndView check(Page page, @PathVariable String slug) {
        CallView call = calls.published(slug);
        Optional<Application> found = store.find(call.id(), page.viewer().person());
        if (found.isEmpty()) {
            return page.redirect(call.path() + "/apply");
        }
        Application application = found.get();
        return application.writable()
                ? check(page, call, application)
                : page.redirect(call.path() + "/application");
    }

    private ModelAndView check(Page page, CallView call, Application application) {
        CallTerms terms = calls.terms(call.id());
        return page.view(
                "org/rivages/applications/check",
                "view",
                journey.view(page, call, terms, Optional.of(application), ApplyView.CHECK),
                "sections",
                read(page, application.id(), terms.form(), application.answers()),
                "alreadySent",
                application.sentAs(application.version()));
    }

    @PostMapping("/{lang}/calls/{slug}/application/send")
    ModelAndView send(Page page, @PathVariable String slug, Form form) {
        ApplyPages.checkWriter(page, form);
        CallView call = calls.published(slug);
        int version = form.integer("version", 0, Integer.MAX_VALUE).orElse(0);
        String own = call.path() + "/application";
        return switch (submissions.send(call, page.viewer().person(), page.language(), version)) {
            case Sending.Received _ -> page.redirect(own + "/receipt");
            case Sending.TooLate(Instant at) -> tooLate(page, call, at);
            case Sending.Incomplete _ -> refused(page, call, "applications.refused.incomplete");
            case Sending.Changed() -> refused(page, call, "applications.refused.changed");
            case Sending.Shut() -> page.redirect(call.path() + "/apply");
        };
    }

    private ModelAndView tooLate(Page page, CallView call, Instant at) {
        Instant closes = call.closes();
        ModelAndView view =
                page.view(
                        "org/rivages/applications/too-late",
                        "call",
                        call,
                        "at",
                        mails.moment(page.words(), at, call),
                        "deadline",
                        closes == null ? "" : mails.moment(page.words(), closes, call));
        view.setStatus(HttpStatus.CONFLICT);
        return view;
    }

    private ModelAndView refused(Page page, CallView call, String because) {
        ModelAndView view = check(page, call, own(page, call));
        view.addObject("refused", page.t(because));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    @GetMapping("/{lang}/calls/{slug}/application/receipt")
    ModelAndView receipt(Page page, @PathVariable String slug) {
        CallView call = calls.published(slug);
        Application application = own(page, call);
        if (application.sentVersion() == 0) {
            return page.redirect(call.path() + "/apply");
        }
        return page.view("org/rivages/applications/receipt", "view", view(page, call, application));
    }

    @GetMapping("/{lang}/calls/{slug}/application/withdraw")
    ModelAndView askWithdraw(Page page, @PathVariable String slug) {
        CallView call = calls.published(slug);
        Application application = own(page, call);
        return application.withdrawable()
                ? page.view(
                        "org/rivages/applications/withdraw", "view", view(page, call, application))
                : page.redirect(call.path() + "/application");
    }

    @PostMapping("/{lang}/calls/{slug}/application/withdraw")
    ModelAndView withdraw(Page page, @PathVariable String slug, Form form) {
        ApplyPages.checkWriter(page, form);
        CallView call = calls.published(slug);
        return submissions.withdraw(call, page.viewer().person())
                ? page.redirect(call.path() + "/application", "applications.withdrawn.notice")
                : page.redirect(call.path() + "/application");
    }

    @PostMapping("/{lang}/calls/{slug}/application/take-up")
    ModelAndView takeUp(Page page, @PathVariable String slug, Form form) {
        ApplyPages.checkWriter(page, form);
        CallView call = calls.published(slug);
        return submissions.takeUp(call, page.viewer().person())
                ? page.redirect(call.path() + "/apply", "applications.taken-up.notice")
                : page.redirect(call.path() + "/application");
    }

    /** One's own documents only: any other id is not found. */
    @GetMapping("/{lang}/calls/{slug}/application/files/{file}")
    ResponseEntity<byte[]> file(Page page, @PathVariable String slug, @PathVariable String file) {
        Application application = own(page, calls.published(slug));
        UUID id = ApplyPages.uuid(file);
        if (id == null || !documents.of(application.id()).containsKey(id)) {
            throw new NotFound("document " + file);
        }
        return files.attachment(id);
    }

    // ---- parts

    private Application own(Page page, CallView call) {
        return store.find(call.id(), page.viewer().person())
                .orElseThrow(() -> new NotFound("application to " + call.slug()));
    }

    OwnView view(Page page, CallView call, Application application) {
        Instant sent = application.sentAt();
        Instant closes = call.closes();
        boolean accepts = call.accepts(page.now());
        Optional<PiecesRequest> pieces =
                screening.openPieces(application.id()).filter(one -> one.openAt(page.now()));
        CallForm form = calls.form(call.id());
        return new OwnView(
                call,
                application.state(),
                application.number(),
                application.name(),
                sent == null ? "" : mails.moment(page.words(), sent, call),
                application.sentVersion(),
                closes == null ? "" : mails.moment(page.words(), closes, call),
                accepts,
                accepts && application.writable(),
                application.withdrawable(),
                application.changedSinceSent(),
                application.channel() == Application.Channel.PAPER,
                pieces.map(one -> labels(page, form, one.fields())).orElse(List.of()),
                pieces.map(one -> mails.moment(page.words(), one.until(), call)).orElse(""),
                pieces.map(PiecesRequest::note).orElse(""),
                store.sent(application.id())
                        .map(one ->
                                read(
                                        page,
                                        application.id(),
                                        calls.form(call.id(), one.terms()),
                                        one.answers()))
                        .orElse(List.of()),
                form.sections().isEmpty() ? "" : form.sections().getFirst().key(),
                form.check(application.answers(), Strictness.SUBMISSION).size());
    }

    static List<String> labels(Page page, CallForm form, List<String> keys) {
        return keys.stream()
                .map(key -> form.field(key).map(field -> page.t(field.label())).orElse(key))
                .toList();
    }

    private List<AnsweredSection> read(
            Page page, ApplicationId id, CallForm form, org.rivages.calls.Answers answers) {
        Map<UUID, DocumentView> own = documents.of(id);
        return new Reading(page.words(), own).sections(form, answers, Reading.OWN);
    }
}

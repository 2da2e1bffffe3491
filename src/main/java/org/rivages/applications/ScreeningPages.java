package org.rivages.applications;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.calls.Outcome;
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

/**
 * One application at the desk: read it, overrule a criterion, find it eligible or not, ask for
 * pieces.
 */
@Controller
@Allow(roles = {Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
class ScreeningPages {
    private static final int LONGEST_REASON = 2000;
    private static final String ONE = "/{lang}/desk/calls/{slug}/applications/{id}";

    private final Calls calls;
    private final ApplicationStore store;
    private final ApplicationActs acts;
    private final ApplicationFile file;
    private final ApplicationMails mails;
    private final Applications applications;

    ScreeningPages(
            Calls calls,
            ApplicationStore store,
            ApplicationActs acts,
            ApplicationFile file,
            ApplicationMails mails,
            Applications applications) {
        this.calls = calls;
        this.store = store;
        this.acts = acts;
        this.file = file;
        this.mails = mails;
        this.applications = applications;
    }

    @GetMapping(ONE)
    ModelAndView one(Page page, @PathVariable String slug, @PathVariable String id) {
        CallView call = DeskPages.managed(calls, page, slug);
        return show(page, call, find(call, id), Form.empty());
    }

    @PostMapping(ONE + "/overrule")
    ModelAndView overrule(
            Page page, @PathVariable String slug, @PathVariable String id, Form form) {
        CallView call = DeskPages.managed(calls, page, slug);
        ApplicationId application = find(call, id);
        Optional<Outcome> outcome = form.choice("outcome", Outcome.class);
        String reason = form.requiredText("overruleReason", LONGEST_REASON);
        if (outcome.isEmpty() || outcome.get() == Outcome.ASK_PERSON) {
            form.reject("outcome", "site.form.choice");
        }
        if (!form.ok()) {
            return unprocessable(show(page, call, application, form));
        }
        acts.overrule(
                application,
                form.line("criterion", 100),
                outcome.orElseThrow(),
                reason,
                page.viewer().person());
        return page.redirect(path(slug, id), "applications.overruled.notice");
    }

    @PostMapping(ONE + "/finding")
    ModelAndView finding(Page page, @PathVariable String slug, @PathVariable String id, Form form) {
        CallView call = DeskPages.managed(calls, page, slug);
        ApplicationId application = find(call, id);
        boolean eligible = form.value("eligible").equals("yes");
        if (!eligible && !form.value("eligible").equals("no")) {
            form.reject("eligible", "site.form.choice");
        }
        String reason =
                eligible
                        ? form.text("findingReason", LONGEST_REASON)
                        : form.requiredText("findingReason", LONGEST_REASON);
        if (!form.ok()) {
            return unprocessable(show(page, call, application, form));
        }
        acts.find(application, eligible, reason, page.viewer().person());
        return page.redirect(path(slug, id), "applications.screened.notice");
    }

    @PostMapping(ONE + "/pieces")
    ModelAndView pieces(Page page, @PathVariable String slug, @PathVariable String id, Form form) {
        CallView call = DeskPages.managed(calls, page, slug);
        ApplicationId application = find(call, id);
        List<String> fields = form.all("pieces");
        if (fields.isEmpty()) {
            form.reject("pieces", "site.form.required");
        }
        String note = form.text("note", LONGEST_REASON);
        Instant until = endOfDay(form, call);
        if (form.ok() && !until.isAfter(page.now())) {
            form.reject("until", "applications.pieces.past");
        }
        if (!form.ok()) {
            return unprocessable(show(page, call, application, form));
        }
        acts.askForPieces(application, fields, note, until, page.viewer().person());
        return page.redirect(path(slug, id), "applications.pieces-asked.notice");
    }

    /** The end of that day on the clocks of the call. */
    private Instant endOfDay(Form form, CallView call) {
        String text = form.requiredLine("until", 10);
        try {
            return LocalDate.parse(text)
                    .atTime(LocalTime.of(23, 59))
                    .atZone(mails.zone(call))
                    .toInstant();
        } catch (DateTimeParseException e) {
            form.reject("until", "applications.pieces.day");
            return Instant.EPOCH;
        }
    }

    @GetMapping(ONE + "/files/{file}")
    ResponseEntity<byte[]> document(
            Page page,
            @PathVariable String slug,
            @PathVariable String id,
            @PathVariable String file) {
        CallView call = DeskPages.managed(calls, page, slug);
        UUID wanted = ApplyPages.uuid(file);
        if (wanted == null) {
            throw new NotFound("document " + file);
        }
        return applications.document(find(call, id), wanted, false);
    }

    // ---- parts

    /** An application of another call is not found here. */
    private ApplicationId find(CallView call, String id) {
        UUID uuid = ApplyPages.uuid(id);
        return Optional.ofNullable(uuid)
                .map(ApplicationId::new)
                .flatMap(store::find)
                .filter(found -> found.call().equals(call.id()))
                .map(Application::id)
                .orElseThrow(() -> new NotFound("application " + id));
    }

    private ModelAndView show(Page page, CallView call, ApplicationId id, Form form) {
        return page.view(
                "org/rivages/applications/deskFile",
                "view",
                file.view(page, call, id),
                "form",
                form);
    }

    private static String path(String slug, String id) {
        return "/desk/calls/" + slug + "/applications/" + id;
    }

    private static ModelAndView unprocessable(ModelAndView view) {
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}

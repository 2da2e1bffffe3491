package org.rivages.applications;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rivages.access.Allow;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.calls.Field;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Form.Problem;
import org.rivages.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the applicant adds just the documents that the secretariat asked for. */
@Controller
@Allow(Allow.Who.SIGNED_IN)
class PiecesPages {
    private final Calls calls;
    private final ApplicationStore store;
    private final ScreeningStore screening;
    private final GivePieces giving;
    private final OwnPages own;

    PiecesPages(
            Calls calls,
            ApplicationStore store,
            ScreeningStore screening,
            GivePieces giving,
            OwnPages own) {
        this.calls = calls;
        this.store = store;
        this.screening = screening;
        this.giving = giving;
        this.own = own;
    }

    @GetMapping("/{lang}/calls/{slug}/application/pieces")
    ModelAndView show(Page page, @PathVariable String slug) {
        CallView call = calls.published(slug);
        return show(page, call, own(page, call), Map.of());
    }

    @PostMapping("/{lang}/calls/{slug}/application/pieces")
    ModelAndView give(Page page, @PathVariable String slug, Form form, HttpServletRequest request) {
        ApplyPages.checkWriter(page, form);
        CallView call = calls.published(slug);
        Application application = own(page, call);
        List<Drafts.Upload> uploads =
                ApplyPages.uploads(calls.form(call.id()).fields().toList(), request);
        return switch (giving.give(call, application.id(), uploads)) {
            case GivePieces.Giving.Given(int missing) ->
                    page.redirect(
                            call.path() + "/application" + (missing == 0 ? "" : "/pieces"),
                            "applications.pieces-given.notice");
            case GivePieces.Giving.Refused(var problems) -> {
                ModelAndView view = show(page, call, own(page, call), problems);
                view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield view;
            }
            case GivePieces.Giving.TooLate() ->
                    page.redirect(call.path() + "/application", "applications.pieces-late.notice");
        };
    }

    private ModelAndView show(
            Page page, CallView call, Application application, Map<String, Problem> problems) {
        var request = screening.openPieces(application.id()).filter(one -> one.openAt(page.now()));
        if (request.isEmpty()) {
            return page.redirect(call.path() + "/application");
        }
        Form form = Form.empty();
        List<Field> fields = new ArrayList<>();
        for (String key : request.get().fields()) {
            calls.form(call.id()).field(key).ifPresent(fields::add);
            Problem problem = problems.get(key);
            if (problem != null) {
                Journey.reject(form, key, problem);
            }
        }
        return page.view(
                "org/rivages/applications/pieces",
                "view",
                own.view(page, call, application),
                "fields",
                fields,
                "form",
                form);
    }

    private Application own(Page page, CallView call) {
        return store.find(call.id(), page.viewer().person())
                .orElseThrow(() -> new NotFound("application to " + call.slug()));
    }
}

package org.rivages.applications;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rivages.access.Allow;
import org.rivages.calls.CallForm;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.calls.Field;
import org.rivages.calls.FieldKind;
import org.rivages.calls.FormSection;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Two windows wrote into the same answers: both texts side by side, a person chooses. */
@Controller
@Allow(Allow.Who.SIGNED_IN)
class MergePages {
    private final Calls calls;
    private final ApplicationStore store;
    private final RevisionStore revisions;
    private final Drafts drafts;

    MergePages(Calls calls, ApplicationStore store, RevisionStore revisions, Drafts drafts) {
        this.calls = calls;
        this.store = store;
        this.revisions = revisions;
        this.drafts = drafts;
    }

    @GetMapping("/{lang}/calls/{slug}/apply/{section}/merge/{waiting:\\d{1,18}}")
    ModelAndView show(
            Page page,
            @PathVariable String slug,
            @PathVariable String section,
            @PathVariable long waiting) {
        CallView call = calls.published(slug);
        Application application = own(page, call);
        Optional<RevisionStore.Revision> mine = revisions.waiting(application.id(), waiting);
        FormSection step = step(call, section);
        if (mine.isEmpty() || !mine.get().section().equals(section)) {
            throw new NotFound("save " + waiting);
        }
        Reading reading = new Reading(page.words(), Map.of());
        var lines =
                step.fields().stream()
                        .filter(field -> !(field.kind() instanceof FieldKind.Upload))
                        .filter(field -> differs(field, application, mine.get()))
                        .map(field ->
                                new MergeView.Line(
                                        field.key(),
                                        page.t(field.label()),
                                        reading.lines(field, mine.get().answers()),
                                        reading.lines(field, application.answers())))
                        .toList();
        return lines.isEmpty()
                ? page.redirect(call.path() + "/apply/" + section, "applications.saved.notice")
                : page.view(
                        "org/rivages/applications/merge",
                        "view",
                        new MergeView(call, section, waiting, application.version(), lines));
    }

    private static boolean differs(
            Field field, Application application, RevisionStore.Revision mine) {
        return !mine.answers().all(field.key()).equals(application.answers().all(field.key()));
    }

    @PostMapping("/{lang}/calls/{slug}/apply/{section}/merge/{waiting:\\d{1,18}}")
    ModelAndView choose(
            Page page,
            @PathVariable String slug,
            @PathVariable String section,
            @PathVariable long waiting,
            Form form) {
        ApplyPages.checkWriter(page, form);
        CallView call = calls.published(slug);
        FormSection step = step(call, section);
        Map<String, String> choices = new LinkedHashMap<>();
        step.fields().forEach(field -> choices.put(field.key(), form.value("take." + field.key())));
        int version = form.integer("version", 0, Integer.MAX_VALUE).orElse(0);
        boolean settled =
                drafts.settle(
                        call,
                        page.viewer().person(),
                        page.language(),
                        step,
                        waiting,
                        version,
                        choices);
        return settled
                ? page.redirect(call.path() + "/apply/" + section, "applications.saved.notice")
                : page.redirect(call.path() + "/apply/" + section + "/merge/" + waiting);
    }

    private Application own(Page page, CallView call) {
        return store.find(call.id(), page.viewer().person())
                .orElseThrow(() -> new NotFound("application to " + call.slug()));
    }

    private FormSection step(CallView call, String key) {
        CallForm form = calls.terms(call.id()).form();
        return form.section(key).orElseThrow(() -> new NotFound("section " + key));
    }
}

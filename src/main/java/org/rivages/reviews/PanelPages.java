package org.rivages.reviews;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.applications.ApplicationId;
import org.rivages.applications.ApplicationSummary;
import org.rivages.applications.Applications;
import org.rivages.calls.CallSteps;
import org.rivages.calls.CallView;
import org.rivages.shared.Conflict;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Setting up who reads what, and seeing how far they are. */
@Controller
@Allow(roles = {Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
class PanelPages {
    private final ReviewDoor door;
    private final Reviews reviews;
    private final Panels panels;
    private final PanelViews views;
    private final StandardGrid standard;
    private final Applications applications;
    private final ReviewMails mails;
    private final ProfilePages profiles;
    private final Conflicts conflicts;
    private final CallSteps steps;

    PanelPages(
            ReviewDoor door,
            Reviews reviews,
            Panels panels,
            PanelViews views,
            StandardGrid standard,
            Applications applications,
            ReviewMails mails,
            ProfilePages profiles,
            Conflicts conflicts,
            CallSteps steps) {
        this.door = door;
        this.reviews = reviews;
        this.panels = panels;
        this.views = views;
        this.standard = standard;
        this.applications = applications;
        this.mails = mails;
        this.profiles = profiles;
        this.conflicts = conflicts;
        this.steps = steps;
    }

    static String path(String slug) {
        return "/desk/calls/" + slug + "/panel";
    }

    @GetMapping("/{lang}/desk/calls/{slug}/panel")
    ModelAndView panel(Page page, @PathVariable String slug) {
        CallView call = door.run(page, slug);
        Optional<Panel> panel = reviews.panel(call.id());
        return panel.isEmpty()
                ? settings(page, call, blank(call), filled(blank(call)))
                : panel(page, call, panel.get(), Form.empty(), List.of());
    }

    private Panel blank(CallView call) {
        return new Panel(call.id(), standard.grid(), 2, false, true, null, 0);
    }

    private ModelAndView panel(
            Page page, CallView call, Panel panel, Form form, List<Dealt.Shortage> shortages) {
        PanelView view = views.view(call, panel);
        Map<UUID, String> names =
                view.jurors().stream()
                        .collect(Collectors.toMap(j -> j.person().id(), j -> j.person().name()));
        return page.view(
                "org/rivages/reviews/panel",
                "form",
                form,
                "steps",
                steps.of(page.viewer()),
                "view",
                view,
                "shortages",
                shortages,
                "names",
                names);
    }

    private ModelAndView again(
            Page page,
            CallView call,
            Form form,
            List<Dealt.Shortage> shortages,
            HttpStatus status) {
        ModelAndView view = panel(page, call, require(call), form, shortages);
        view.setStatus(status);
        return view;
    }

    private Panel require(CallView call) {
        return reviews.panel(call.id()).orElseThrow(() -> new NotFound("panel"));
    }

    // ---- settings

    @GetMapping("/{lang}/desk/calls/{slug}/panel/settings")
    ModelAndView settings(Page page, @PathVariable String slug) {
        CallView call = door.run(page, slug);
        Panel panel = reviews.panel(call.id()).orElseGet(() -> blank(call));
        return settings(page, call, panel, filled(panel));
    }

    private static Form filled(Panel panel) {
        return Form.empty()
                .with("perApplication", panel.perApplication())
                .with("blind", panel.blind() ? "yes" : "")
                .with("others", panel.othersAfterOwn() ? "yes" : "")
                .with("due", panel.due())
                .with("version", panel.version());
    }

    private ModelAndView settings(Page page, CallView call, Panel panel, Form form) {
        return page.view(
                "org/rivages/reviews/settings",
                "form",
                form,
                "steps",
                steps.of(page.viewer()),
                "call",
                call,
                "fresh",
                reviews.panel(call.id()).isEmpty());
    }

    @PostMapping("/{lang}/desk/calls/{slug}/panel/settings")
    ModelAndView saveSettings(Page page, Form form, @PathVariable String slug) {
        CallView call = door.run(page, slug);
        int per = form.requiredInteger("perApplication", 1, 9);
        @Nullable LocalDate due =
                form.date("due")
                        .filter(date -> exact(form, date))
                        .map(FuzzyDate::start)
                        .orElse(null);
        int version = form.integer("version", 0, Integer.MAX_VALUE).orElse(0);
        Panel standing = reviews.panel(call.id()).orElseGet(() -> blank(call));
        if (!form.ok()) {
            ModelAndView view = settings(page, call, standing, form);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        Panel wanted =
                new Panel(
                        call.id(),
                        standing.grid(),
                        per,
                        form.ticked("blind"),
                        form.ticked("others"),
                        due,
                        version);
        if (reviews.panel(call.id()).isEmpty()) {
            panels.open(wanted, page.viewer().person());
        } else {
            panels.change(wanted, page.viewer().person());
        }
        return page.redirect(path(slug), "reviews.settings-saved.notice");
    }

    private static boolean exact(Form form, FuzzyDate date) {
        boolean exact = date.grain() == FuzzyDate.Grain.DAY && !date.isRange();
        if (!exact) {
            form.reject("due", "site.form.date");
        }
        return exact;
    }

    // ---- jurors

    @PostMapping("/{lang}/desk/calls/{slug}/panel/jurors")
    ModelAndView seat(Page page, Form form, @PathVariable String slug) {
        CallView call = door.run(page, slug);
        Optional<UUID> juror = form.id("juror");
        if (juror.isEmpty()) {
            form.reject("juror", "site.form.required");
        }
        var most = form.integer("most", 0, 1000);
        if (!form.ok()) {
            return again(page, call, form, List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        panels.seat(
                call.id(),
                juror.orElseThrow(),
                most.isPresent() ? Integer.valueOf(most.getAsInt()) : null,
                page.viewer().person());
        return page.redirect(path(slug), "reviews.juror-seated.notice");
    }

    @PostMapping("/{lang}/desk/calls/{slug}/panel/jurors/{juror}/leave")
    ModelAndView unseat(Page page, @PathVariable String slug, @PathVariable UUID juror) {
        CallView call = door.run(page, slug);
        panels.unseat(call.id(), juror, page.viewer().person());
        return page.redirect(path(slug), "reviews.juror-left.notice");
    }

    // ---- conflicts

    @PostMapping("/{lang}/desk/calls/{slug}/panel/conflicts")
    ModelAndView declare(Page page, Form form, @PathVariable String slug) {
        CallView call = door.run(page, slug);
        Optional<UUID> juror = form.id("conflict-juror");
        String number = form.requiredLine("number", 40);
        String reason = form.text("conflict-reason", 500);
        if (juror.isEmpty()) {
            form.reject("conflict-juror", "site.form.required");
        }
        Optional<ApplicationSummary> application =
                applications.submitted(call.id()).stream()
                        .filter(one -> one.number().equalsIgnoreCase(number))
                        .findFirst();
        if (application.isEmpty() && !number.isEmpty()) {
            form.reject("number", "reviews.number-unknown");
        }
        if (!form.ok()) {
            return again(page, call, form, List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        conflicts.declare(
                call.id(),
                profiles.juror(call, juror.orElseThrow()).id(),
                application.orElseThrow().id(),
                reason,
                page.viewer().person());
        return page.redirect(path(slug) + "#conflicts", "reviews.conflict-recorded.notice");
    }

    @PostMapping("/{lang}/desk/calls/{slug}/panel/conflicts/withdraw")
    ModelAndView withdraw(Page page, Form form, @PathVariable String slug) {
        CallView call = door.run(page, slug);
        UUID juror = form.id("juror").orElseThrow(() -> new NotFound("juror"));
        UUID application = form.id("application").orElseThrow(() -> new NotFound("application"));
        ApplicationSummary summary = applications.get(new ApplicationId(application));
        if (!summary.call().equals(call.id())) {
            throw new NotFound("application");
        }
        conflicts.withdraw(juror, summary.id(), page.viewer().person());
        return page.redirect(path(slug) + "#conflicts", "reviews.conflict-withdrawn.notice");
    }

    // ---- dealing and reminding

    @PostMapping("/{lang}/desk/calls/{slug}/panel/deal")
    ModelAndView deal(Page page, Form form, @PathVariable String slug) {
        CallView call = door.run(page, slug);
        return switch (panels.deal(call.id(), page.viewer().person())) {
            case Dealt.Done _ -> page.redirect(path(slug), "reviews.dealt.notice");
            case Dealt.Impossible impossible ->
                    again(page, call, form, impossible.shortages(), HttpStatus.CONFLICT);
        };
    }

    @PostMapping("/{lang}/desk/calls/{slug}/panel/remind")
    ModelAndView remind(Page page, Form form, @PathVariable String slug) {
        CallView call = door.run(page, slug);
        Panel panel = require(call);
        PanelView view = views.view(call, panel);
        List<PanelJuror> late =
                view.jurors().stream()
                        .filter(juror -> juror.missing() > 0)
                        .filter(juror ->
                                form.value("juror").isEmpty()
                                        || form.value("juror")
                                                .equals(juror.person().id().toString()))
                        .toList();
        if (late.isEmpty()) {
            throw new Conflict("reviews.conflict.nobody-late");
        }
        mails.remind(call, panel, late, page.viewer().person());
        return page.redirect(path(slug), "reviews.reminded.notice");
    }
}

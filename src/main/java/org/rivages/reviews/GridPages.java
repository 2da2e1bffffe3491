package org.rivages.reviews;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.calls.CallSteps;
import org.rivages.calls.CallView;
import org.rivages.shared.Conflict;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.NotFound;
import org.rivages.shared.Slug;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The score grid as a form: its criteria and one empty line for another. */
@Controller
@Allow(roles = {Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
class GridPages {
    private static final int MOST = 12;

    private final ReviewDoor door;
    private final Reviews reviews;
    private final ReviewStore store;
    private final Panels panels;
    private final CallSteps steps;

    GridPages(ReviewDoor door, Reviews reviews, ReviewStore store, Panels panels, CallSteps steps) {
        this.door = door;
        this.reviews = reviews;
        this.store = store;
        this.panels = panels;
        this.steps = steps;
    }

    @GetMapping("/{lang}/desk/calls/{slug}/panel/grid")
    ModelAndView grid(Page page, @PathVariable String slug) {
        CallView call = door.run(page, slug);
        Panel panel = require(call);
        Form form =
                Form.empty()
                        .with("version", panel.version())
                        .with("count", panel.grid().criteria().size());
        int n = 0;
        for (ScoreGrid.Criterion criterion : panel.grid().criteria()) {
            String at = "c" + n++;
            form.with(at + ".key", criterion.key())
                    .with(at + ".name", criterion.name())
                    .with(at + ".hint", criterion.hint())
                    .with(at + ".weight", criterion.weight());
            for (int level = 0; level <= ScoreGrid.TOP; level++) {
                form.with(at + ".level" + level, criterion.levels().get(level));
            }
        }
        return view(page, call, panel, form);
    }

    private Panel require(CallView call) {
        return reviews.panel(call.id()).orElseThrow(() -> new NotFound("panel"));
    }

    private ModelAndView view(Page page, CallView call, Panel panel, Form form) {
        int count = form.integer("count", 0, MOST).orElse(0);
        return page.view(
                "org/rivages/reviews/grid",
                "form",
                form,
                "steps",
                steps.of(page.viewer()),
                "call",
                call,
                "panel",
                panel,
                "lines",
                Math.min(MOST, count + 1),
                "fixed",
                store.begun(call.id()));
    }

    @PostMapping("/{lang}/desk/calls/{slug}/panel/grid")
    ModelAndView save(Page page, Form form, @PathVariable String slug) {
        CallView call = door.run(page, slug);
        Panel panel = require(call);
        List<ScoreGrid.Criterion> criteria = criteria(form);
        if (form.ok() && criteria.isEmpty()) {
            form.reject("c0.name.en", "reviews.grid.none");
        }
        if (!form.ok()) {
            return again(page, call, panel, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            panels.change(
                    new Panel(
                            panel.call(),
                            new ScoreGrid(criteria),
                            panel.perApplication(),
                            panel.blind(),
                            panel.othersAfterOwn(),
                            panel.due(),
                            form.integer("version", 0, Integer.MAX_VALUE).orElse(-1)),
                    page.viewer().person());
        } catch (Conflict conflict) {
            form.reject("c0.name.en", conflict.messageKey());
            return again(page, call, panel, form, HttpStatus.CONFLICT);
        }
        return page.redirect("/desk/calls/" + slug + "/panel", "reviews.grid-saved.notice");
    }

    private ModelAndView again(
            Page page, CallView call, Panel panel, Form form, HttpStatus status) {
        ModelAndView view = view(page, call, panel, form);
        view.setStatus(status);
        return view;
    }

    private static List<ScoreGrid.Criterion> criteria(Form form) {
        List<ScoreGrid.Criterion> criteria = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        int count = Math.min(MOST, form.integer("count", 0, MOST).orElse(0) + 1);
        for (int n = 0; n < count; n++) {
            String at = "c" + n;
            LocalizedText name = form.localized(at + ".name", 120);
            boolean standing = !form.value(at + ".key").isEmpty();
            if (form.ticked(at + ".remove") || (name.isEmpty() && !standing)) {
                continue;
            }
            if (name.isEmpty()) {
                form.reject(at + ".name.en", "site.form.required-one-language");
            }
            int weight = form.requiredInteger(at + ".weight", 1, 100);
            LocalizedText hint = form.localized(at + ".hint", 400);
            List<LocalizedText> levels = new ArrayList<>();
            for (int level = 0; level <= ScoreGrid.TOP; level++) {
                levels.add(form.localized(at + ".level" + level, 300));
            }
            if (form.ok()) {
                criteria.add(
                        new ScoreGrid.Criterion(
                                key(form.value(at + ".key"), name, keys),
                                name,
                                weight,
                                hint,
                                levels));
            }
        }
        return criteria;
    }

    private static String key(String standing, LocalizedText name, Set<String> taken) {
        String wanted =
                Slug.isSlug(standing) ? standing : Slug.from(name.all().values().iterator().next());
        String key = wanted.isEmpty() ? "criterion" : wanted;
        for (int n = 2; !taken.add(key); n++) {
            key = wanted + "-" + n;
        }
        return key;
    }
}

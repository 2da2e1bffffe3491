package org.rivages.selection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.applications.ApplicationSummary;
import org.rivages.applications.Applications;
import org.rivages.calls.CallState;
import org.rivages.calls.CallSteps;
import org.rivages.calls.CallView;
import org.rivages.shared.Conflict;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Writing the selection rule: a line per rule and three empty ones; every version stays. */
@Controller
@Allow(roles = {Role.COMMITTEE_CHAIR, Role.PROGRAMME_MANAGER, Role.SECRETARIAT})
class RulesPages {
    private final CallDoor door;
    private final RuleStore rules;
    private final Rulebook rulebook;
    private final Attributes attributes;
    private final RuleWords words;
    private final Applications applications;
    private final Boards boards;
    private final CallSteps steps;

    RulesPages(
            CallDoor door,
            RuleStore rules,
            Rulebook rulebook,
            Attributes attributes,
            RuleWords words,
            Applications applications,
            Boards boards,
            CallSteps steps) {
        this.door = door;
        this.rules = rules;
        this.rulebook = rulebook;
        this.attributes = attributes;
        this.words = words;
        this.applications = applications;
        this.boards = boards;
        this.steps = steps;
    }

    @GetMapping("/{lang}/desk/calls/{slug}/board/rules")
    ModelAndView rules(Page page, @PathVariable String slug) {
        CallView call = door.open(page, slug);
        Optional<SavedRules> saved = rules.current(call.id());
        return view(page, call, RuleForm.filled(saved, call.places()));
    }

    private ModelAndView view(Page page, CallView call, Form form) {
        List<SavedRules> history = rules.history(call.id());
        Map<String, Attribute> known = attributes.map(call.id());
        Map<String, List<String>> versions = new LinkedHashMap<>();
        for (SavedRules version : history) {
            List<String> sentences = new ArrayList<>();
            words.method(version.rules(), known).forEach(text -> sentences.add(page.t(text)));
            version.rules()
                    .rules()
                    .forEach(rule -> sentences.add(page.t(words.sentence(version, rule, known))));
            versions.put(Integer.toString(version.version()), sentences);
        }
        return page.view(
                "org/rivages/selection/rules",
                "form",
                form,
                "call",
                call,
                "steps",
                steps.of(page.viewer()),
                "history",
                history,
                "versions",
                versions,
                "choices",
                RuleChoices.rules(page, known.values(), countries(call)),
                "aims",
                RuleChoices.aims(page, known.values()),
                "lines",
                RuleForm.lines(form),
                "fixed",
                boards.board(call).state() != BoardState.CHOOSING,
                "trouble",
                boards.trouble(page, call),
                "needsReason",
                needsReason(page, call, history));
    }

    private List<String> countries(CallView call) {
        return applications.submitted(call.id()).stream()
                .map(ApplicationSummary::country)
                .filter(country -> !country.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** A rule that the public could already read changes only with a reason. */
    private static boolean needsReason(Page page, CallView call, List<SavedRules> history) {
        return !history.isEmpty() && call.state(page.now()) != CallState.DRAFT;
    }

    @PostMapping("/{lang}/desk/calls/{slug}/board/rules")
    ModelAndView save(Page page, Form form, @PathVariable String slug) {
        CallView call = door.open(page, slug);
        List<SavedRules> history = rules.history(call.id());
        List<String> numbers =
                applications.submitted(call.id()).stream().map(ApplicationSummary::number).toList();
        RuleForm.Written written =
                RuleForm.read(
                        form, attributes.map(call.id()), numbers, history.stream().findFirst());
        String reason =
                needsReason(page, call, history)
                        ? form.requiredText("reason", 1000)
                        : form.text("reason", 1000);
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (form.ok()) {
            try {
                rulebook.set(
                        call.id(),
                        form.integer("version", 0, Integer.MAX_VALUE).orElse(-1),
                        written.rules(),
                        written.sentences(),
                        reason,
                        page.viewer().person());
                return page.redirect(
                        "/desk/calls/" + slug + "/board/rules", "selection.rules.saved.notice");
            } catch (Conflict conflict) {
                form.reject("places", conflict.messageKey());
                status = HttpStatus.CONFLICT;
            }
        }
        ModelAndView view = view(page, call, form);
        view.setStatus(status);
        return view;
    }
}

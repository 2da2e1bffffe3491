package org.rivages.selection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.applications.ApplicationId;
import org.rivages.applications.ApplicationSummary;
import org.rivages.calls.CallSteps;
import org.rivages.calls.CallView;
import org.rivages.cohort.Mode;
import org.rivages.cohort.Rule;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Two scenarios side by side. Sealed attributes say only whether a rule is met or short, and only
 * once every place is filled: a half-filled scenario would tell about the people in it.
 */
@Controller
@Allow(roles = {Role.COMMITTEE_CHAIR, Role.PROGRAMME_MANAGER, Role.SECRETARIAT})
class ScenarioPages {
    private final CallDoor door;
    private final BoardStore store;
    private final RuleStore rules;
    private final Candidates candidates;
    private final Attributes attributes;
    private final Boards boards;
    private final Engine engine;
    private final SealedAnswers sealedAnswers;
    private final CallSteps steps;

    ScenarioPages(
            CallDoor door,
            BoardStore store,
            RuleStore rules,
            Candidates candidates,
            Attributes attributes,
            Boards boards,
            Engine engine,
            SealedAnswers sealedAnswers,
            CallSteps steps) {
        this.door = door;
        this.store = store;
        this.rules = rules;
        this.candidates = candidates;
        this.attributes = attributes;
        this.boards = boards;
        this.engine = engine;
        this.sealedAnswers = sealedAnswers;
        this.steps = steps;
    }

    @GetMapping("/{lang}/desk/calls/{slug}/board/compare")
    ModelAndView compare(Page page, Form form, @PathVariable String slug) {
        CallView call = door.open(page, slug);
        SavedRules saved = rules.current(call.id()).orElseThrow(() -> new NotFound("rules"));
        Map<String, String> names = new LinkedHashMap<>();
        names.put("now", page.t("selection.compare.now"));
        Map<String, List<ApplicationId>> sets = new LinkedHashMap<>();
        sets.put("now", Committee.ids(store.picks(call.id()), PickState.IN));
        for (Scenario scenario : store.scenarios(call.id())) {
            names.put(scenario.id().toString(), scenario.name());
            sets.put(scenario.id().toString(), scenario.in());
        }
        String a = known(form.value("a"), names, "now");
        String b = known(form.value("b"), names, "now");
        boolean saves = !a.equals("now") || !b.equals("now");
        Candidates.All all =
                saves
                        ? candidates.sealed(
                                call.id(),
                                saved.rules(),
                                page.viewer().person(),
                                "selection.scenario")
                        : candidates.open(call.id(), saved.rules());
        List<Candidate> left = all.of(sets.getOrDefault(a, List.of()));
        List<Candidate> right = all.of(sets.getOrDefault(b, List.of()));
        return page.view(
                "org/rivages/selection/compare",
                "call",
                call,
                "steps",
                steps.of(page.viewer()),
                "form",
                Form.empty().with("a", a).with("b", b),
                "names",
                names,
                "sides",
                List.of(
                        side(page, call, saved, all, left, right, names.getOrDefault(a, ""), a),
                        side(page, call, saved, all, right, left, names.getOrDefault(b, ""), b)),
                "both",
                people(all, left.stream().filter(right::contains).toList()));
    }

    private static String known(String asked, Map<String, String> names, String otherwise) {
        return names.containsKey(asked) ? asked : otherwise;
    }

    private CompareSide side(
            Page page,
            CallView call,
            SavedRules saved,
            Candidates.All all,
            List<Candidate> own,
            List<Candidate> other,
            String name,
            String id) {
        BalanceWords words = boards.words(call, saved, all, page.words());
        Balance balance = Balance.of(saved.rules(), all.candidates(), own);
        boolean live = id.equals("now");
        boolean full = own.size() == saved.rules().places();
        List<RuleView> views = new ArrayList<>();
        for (RuleView view : words.rules(balance, false)) {
            views.add(
                    view.hidden() && !live
                            ? standing(view, saved, balance, full, told(page, call, full, own))
                            : view);
        }
        long total = own.stream().mapToLong(Candidate::score).sum();
        return new CompareSide(
                name,
                own.size(),
                RuleWords.points(own.isEmpty() ? 0 : (int) (total / own.size()), page.words()),
                RuleWords.points(own.isEmpty() ? 0 : own.getLast().score(), page.words()),
                RuleWords.points(total, page.words()),
                full && saved.rules().mode() != Mode.LOTTERY
                        ? cost(page, call, saved, all, total)
                        : "",
                words.facts(own),
                views,
                people(all, own.stream().filter(one -> !other.contains(one)).toList()));
    }

    /** Against the best class by the open rules: sealed ones would tell about people. */
    private String cost(
            Page page, CallView call, SavedRules saved, Candidates.All all, long total) {
        RuleSet open = ScoreOrder.open(saved.rules(), attributes.map(call.id()));
        Solved solved = engine.solve(Problems.of(open, all.candidates(), List.of()).problem());
        if (!(solved.outcome() instanceof org.rivages.cohort.Outcome.Optimal optimal)) {
            return "";
        }
        long best = Problems.score(solved.problem(), optimal.cohort());
        return boards.engineWords(
                        call,
                        saved,
                        all,
                        boards.words(call, saved, all, page.words()),
                        page.words())
                .lost(best - total);
    }

    private boolean told(Page page, CallView call, boolean full, List<Candidate> own) {
        return full
                && (CallDoor.maySeeSealed(page.viewer(), call)
                        || sealedAnswers.mayTell(
                                call.id(), own.stream().map(Candidate::id).toList()));
    }

    /** Met or short, without a number. */
    private static RuleView standing(
            RuleView view, SavedRules saved, Balance balance, boolean full, boolean told) {
        if (!full || !told) {
            return new RuleView(
                    view.id(), view.sentence(), true, false, full ? "near" : "waiting", List.of());
        }
        Rule rule =
                saved.rules().rules().stream()
                        .filter(one -> one.id().equals(view.id()))
                        .findFirst()
                        .orElseThrow();
        String standing = balance.standing(rule).good() ? "met" : "short";
        return new RuleView(view.id(), view.sentence(), true, false, standing, List.of());
    }

    private static List<ApplicationSummary> people(Candidates.All all, List<Candidate> some) {
        return some.stream()
                .map(one -> Objects.requireNonNull(all.summaries().get(one.id())))
                .toList();
    }
}

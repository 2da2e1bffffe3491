package org.rivages.selection;

import java.util.List;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.calls.CallSteps;
import org.rivages.calls.CallView;
import org.rivages.cohort.Mode;
import org.rivages.shared.Conflict;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The engine on the board: asks for a proposal, takes it, tries other bounds out. Sealed values
 * count only where the chair has asked for them; for everybody else nothing that is answered here
 * depends on one.
 */
@Controller
@Allow(roles = {Role.COMMITTEE_CHAIR, Role.PROGRAMME_MANAGER, Role.SECRETARIAT})
class ProposalPages {
    private static final int MOST_RESERVE = 500;

    private final CallDoor door;
    private final Boards boards;
    private final BoardPages pages;
    private final Committee committee;
    private final Scenarios scenarios;
    private final RuleStore rules;
    private final Candidates candidates;
    private final Engine engine;
    private final CallSteps steps;

    ProposalPages(
            CallDoor door,
            Boards boards,
            BoardPages pages,
            Committee committee,
            Scenarios scenarios,
            RuleStore rules,
            Candidates candidates,
            Engine engine,
            CallSteps steps) {
        this.door = door;
        this.boards = boards;
        this.pages = pages;
        this.committee = committee;
        this.scenarios = scenarios;
        this.rules = rules;
        this.candidates = candidates;
        this.engine = engine;
        this.steps = steps;
    }

    @PostMapping("/{lang}/desk/calls/{slug}/board/proposal")
    ModelAndView ask(Page page, Form form, @PathVariable String slug) {
        CallView call = door.open(page, slug);
        committee.propose(call.id(), page.viewer().person());
        return page.redirect(BoardPages.path(call, form.ticked("sealed")) + "#proposal");
    }

    @PostMapping("/{lang}/desk/calls/{slug}/board/proposal/take")
    ModelAndView take(Page page, Form form, @PathVariable String slug) {
        CallView call = door.open(page, slug);
        boolean sealed = form.ticked("sealed");
        ProposalView proposal = boards.view(page, call, sealed).proposal();
        try {
            if (proposal == null || !proposal.digest().equals(form.value("digest"))) {
                throw new Conflict("selection.conflict.changed");
            }
            scenarios.takeProposal(
                    call.id(),
                    BoardPages.version(form),
                    proposal.cohort(),
                    n -> page.t("selection.proposal.name", "n", n),
                    page.t(reason(proposal)),
                    page.viewer().person());
        } catch (Conflict changed) {
            return pages.changed(page, call, form, changed, sealed);
        }
        return page.redirect(BoardPages.path(call, sealed), "selection.proposal.taken.notice");
    }

    @PostMapping("/{lang}/desk/calls/{slug}/board/proposal/reserve")
    ModelAndView reserve(Page page, Form form, @PathVariable String slug) {
        CallView call = door.open(page, slug);
        SavedRules saved = rules.current(call.id()).orElseThrow(() -> new NotFound("rules"));
        boolean sealed = form.ticked("sealed") && CallDoor.maySeeSealed(page.viewer(), call);
        int most = form.requiredInteger("reserve", 1, MOST_RESERVE);
        List<Candidate> proposed =
                form.ok() ? boards.reserve(page, call, saved, sealed, most) : List.of();
        if (form.ok() && proposed.isEmpty()) {
            form.reject("reserve", "selection.reserve.nobody");
        }
        if (!form.ok()) {
            return pages.refused(page, call, form, sealed);
        }
        try {
            scenarios.takeReserve(
                    call.id(),
                    BoardPages.version(form),
                    proposed.stream().map(Candidate::id).toList(),
                    page.viewer().person());
        } catch (Conflict changed) {
            return pages.changed(page, call, form, changed, sealed);
        }
        return page.redirect(
                BoardPages.path(call, sealed) + "#reserve", "selection.reserve.taken.notice");
    }

    private static String reason(ProposalView proposal) {
        String drawn = proposal.kind().equals("drawn") ? ".drawn" : "";
        String open = proposal.sealed().equals("left-out") ? ".open" : "";
        return "selection.proposal.reason" + drawn + open;
    }

    @GetMapping("/{lang}/desk/calls/{slug}/board/what-if")
    ModelAndView whatIf(Page page, Form form, @PathVariable String slug) {
        CallView call = door.open(page, slug);
        SavedRules saved =
                rules.current(call.id())
                        .filter(version -> version.rules().mode() != Mode.LOTTERY)
                        .orElseThrow(() -> new NotFound("a rule to try others against"));
        boolean shown = form.ticked("sealed") && CallDoor.maySeeSealed(page.viewer(), call);
        Candidates.All all =
                shown
                        ? candidates.sealed(
                                call.id(),
                                saved.rules(),
                                page.viewer().person(),
                                "selection.what-if")
                        : candidates.open(call.id(), saved.rules());
        RuleSet visible = boards.visible(saved, call, shown);
        RuleSet changed = WhatIf.changed(visible, form);
        SavedRules trying = saved.counting(visible).trying(changed);
        EngineWords words =
                boards.engineWords(
                        call,
                        trying,
                        all,
                        boards.words(call, saved, all, page.words()),
                        page.words());
        List<WhatIf.Field> fields = boards.whatIf(call, saved.counting(visible), page.words());
        fields.forEach(field -> {
            if (form.value(field.name()).isEmpty()) {
                form.with(field.name(), field.value());
            }
        });
        return page.view(
                "org/rivages/selection/whatif",
                "form",
                form,
                "call",
                call,
                "steps",
                steps.of(page.viewer()),
                "fields",
                fields,
                "sealed",
                Boards.sealed(saved, visible, shown),
                "result",
                WhatIf.result(engine, visible, changed, all, words));
    }
}

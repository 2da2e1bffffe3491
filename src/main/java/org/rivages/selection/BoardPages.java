package org.rivages.selection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.applications.ApplicationId;
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

/** The cohort board: ordinary buttons that post and come back; htmx swaps the board in place. */
@Controller
@Allow(roles = {Role.COMMITTEE_CHAIR, Role.PROGRAMME_MANAGER, Role.SECRETARIAT})
class BoardPages {
    private static final int REASON = 1000;
    private static final int OPINION = 2000;

    private final CallDoor door;
    private final Boards boards;
    private final Committee committee;
    private final Scenarios scenarios;
    private final CallSteps steps;
    private final Opinions opinions;

    BoardPages(
            CallDoor door,
            Boards boards,
            Committee committee,
            Scenarios scenarios,
            CallSteps steps,
            Opinions opinions) {
        this.door = door;
        this.boards = boards;
        this.committee = committee;
        this.scenarios = scenarios;
        this.steps = steps;
        this.opinions = opinions;
    }

    @GetMapping("/{lang}/desk/calls/{slug}/board")
    ModelAndView board(Page page, Form form, @PathVariable String slug) {
        return view(page, door.open(page, slug), form, List.of(), form.ticked("sealed"));
    }

    private ModelAndView view(
            Page page, CallView call, Form form, List<Picked.Pair> pairs, boolean sealed) {
        return page.view(
                "org/rivages/selection/board",
                "form",
                form,
                "steps",
                steps.of(page.viewer()),
                "board",
                boards.view(page, call, sealed),
                "pairs",
                pairs);
    }

    @PostMapping("/{lang}/desk/calls/{slug}/board/picks")
    ModelAndView pick(Page page, Form form, @PathVariable String slug) {
        CallView call = door.open(page, slug);
        boolean sealed = form.ticked("sealed");
        PickForm wanted = PickForm.read(form);
        String reason = form.text("reason", REASON);
        if (wanted.whom().isEmpty()) {
            form.reject("who", "selection.board.nobody");
        }
        if (!form.ok()) {
            return refused(view(page, call, form, List.of(), sealed));
        }
        Picked picked;
        try {
            picked =
                    committee.pick(
                            call.id(),
                            version(form),
                            wanted.state(),
                            wanted.whom(),
                            reason,
                            page.viewer().person());
        } catch (Conflict changed) {
            return changed(page, call, form, changed, sealed);
        }
        return switch (picked) {
            case Picked.Done _ ->
                    page.redirect(path(call, sealed), "selection.board.picked.notice");
            case Picked.NeedsReason needs -> {
                form.reject("reason", "selection.board.reason-needed", "n", needs.pairs().size());
                yield refused(view(page, call, form, needs.pairs(), sealed));
            }
        };
    }

    /** The board as it stands now, with what was asked for still in the form. */
    ModelAndView changed(Page page, CallView call, Form form, Conflict conflict, boolean sealed) {
        form.reject("board", conflict.messageKey());
        ModelAndView view = view(page, call, form, List.of(), sealed);
        view.setStatus(HttpStatus.CONFLICT);
        return view;
    }

    /** The board with what is wrong in the form. */
    ModelAndView refused(Page page, CallView call, Form form, boolean sealed) {
        return refused(view(page, call, form, List.of(), sealed));
    }

    private static ModelAndView refused(ModelAndView view) {
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    static int version(Form form) {
        return form.integer("version", 0, Integer.MAX_VALUE).orElse(-1);
    }

    static String path(CallView call, boolean sealed) {
        return "/desk/calls/" + call.slug() + "/board" + (sealed ? "?sealed=yes" : "");
    }

    @PostMapping("/{lang}/desk/calls/{slug}/board/order")
    ModelAndView order(Page page, Form form, @PathVariable String slug) {
        CallView call = door.open(page, slug);
        boolean sealed = form.ticked("sealed");
        String move = form.value("move");
        int colon = move.indexOf(':');
        Optional<UUID> whom = PickForm.uuid(move.substring(colon + 1));
        if (whom.isPresent()) {
            try {
                committee.move(
                        call.id(),
                        version(form),
                        new ApplicationId(whom.get()),
                        move.startsWith("up") ? -1 : 1,
                        page.viewer().person());
            } catch (Conflict changed) {
                return changed(page, call, form, changed, sealed);
            }
        }
        return page.redirect(path(call, sealed) + "#reserve");
    }

    @PostMapping("/{lang}/desk/calls/{slug}/board/scenarios")
    ModelAndView saveScenario(Page page, Form form, @PathVariable String slug) {
        CallView call = door.open(page, slug);
        String name = form.requiredLine("name", 80);
        if (form.ok() && !scenarios.save(call.id(), name, page.viewer().person())) {
            form.reject("name", "selection.scenario.taken");
        }
        return form.ok()
                ? page.redirect(
                        path(call, form.ticked("sealed")) + "#scenarios",
                        "selection.scenario.saved.notice")
                : refused(view(page, call, form, List.of(), form.ticked("sealed")));
    }

    @PostMapping("/{lang}/desk/calls/{slug}/board/scenarios/{id}/take")
    ModelAndView take(Page page, Form form, @PathVariable String slug, @PathVariable UUID id) {
        CallView call = door.open(page, slug);
        try {
            scenarios.take(
                    call.id(),
                    version(form),
                    id,
                    page.t("selection.proposal.reason.kept"),
                    page.viewer().person());
        } catch (Conflict changed) {
            return changed(page, call, form, changed, form.ticked("sealed"));
        }
        return page.redirect(path(call, form.ticked("sealed")), "selection.scenario.taken.notice");
    }

    @PostMapping("/{lang}/desk/calls/{slug}/board/scenarios/{id}/delete")
    ModelAndView delete(Page page, Form form, @PathVariable String slug, @PathVariable UUID id) {
        CallView call = door.open(page, slug);
        scenarios.delete(call.id(), id, page.viewer().person());
        return page.redirect(
                path(call, form.ticked("sealed")) + "#scenarios",
                "selection.scenario.deleted.notice");
    }

    @PostMapping("/{lang}/desk/calls/{slug}/board/close")
    ModelAndView close(Page page, Form form, @PathVariable String slug) {
        CallView call = door.open(page, slug);
        String exception = form.text("exception", REASON);
        if (!form.ok()) {
            return refused(view(page, call, form, List.of(), form.ticked("sealed")));
        }
        Closing closing;
        try {
            closing =
                    committee.close(
                            call.id(),
                            version(form),
                            exception,
                            CallDoor.maySeeSealed(page.viewer(), call),
                            page.viewer().person());
        } catch (Conflict changed) {
            return changed(page, call, form, changed, form.ticked("sealed"));
        }
        return switch (closing) {
            case Closing.Closed _ ->
                    page.redirect(
                            "/desk/calls/" + call.slug() + "/decisions",
                            "selection.board.closed.notice");
            case Closing.NeedsReasons needs -> {
                form.reject("board", "selection.close.reasons", "n", needs.pairs().size());
                yield refused(view(page, call, form, needs.pairs(), form.ticked("sealed")));
            }
            case Closing.NeedsException needs -> {
                form.reject(
                        "exception",
                        needs.free() == 0
                                ? "selection.close.exception-rules"
                                : needs.free() > 0
                                        ? "selection.close.exception-free"
                                        : "selection.close.exception-over",
                        "free",
                        Math.abs(needs.free()),
                        "rules",
                        needs.rules().size());
                yield refused(view(page, call, form, List.of(), form.ticked("sealed")));
            }
        };
    }

    @PostMapping("/{lang}/desk/calls/{slug}/board/opinions")
    ModelAndView opinion(Page page, Form form, @PathVariable String slug) {
        CallView call = door.open(page, slug);
        boolean sealed = form.ticked("sealed");
        String text = form.requiredText("opinion", OPINION);
        if (!form.ok()) {
            return refused(view(page, call, form, List.of(), sealed));
        }
        opinions.add(call.id(), text, page.viewer().person());
        return page.redirect(path(call, sealed) + "#opinions", "selection.opinion.notice");
    }

    @PostMapping("/{lang}/desk/calls/{slug}/board/reopen")
    ModelAndView reopen(Page page, Form form, @PathVariable String slug) {
        CallView call = door.open(page, slug);
        committee.reopen(call.id(), version(form), page.viewer().person());
        return page.redirect(path(call, false), "selection.board.reopened.notice");
    }
}

package org.rivages.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.calls.CallId;
import org.rivages.calls.CallState;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.reviews.Reviews;
import org.rivages.site.Fragment;
import org.rivages.site.Page;
import org.rivages.site.Section;
import org.rivages.site.TodaySection;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The calls that are chosen from, and what waits of them today. */
@Controller
@Allow(roles = {Role.COMMITTEE_CHAIR, Role.PROGRAMME_MANAGER, Role.SECRETARIAT})
class SelectionPages implements TodaySection {
    private final Calls calls;
    private final BoardStore boards;
    private final RuleStore rules;
    private final Reviews reviews;

    SelectionPages(Calls calls, BoardStore boards, RuleStore rules, Reviews reviews) {
        this.calls = calls;
        this.boards = boards;
        this.rules = rules;
        this.reviews = reviews;
    }

    @GetMapping("/{lang}/desk/selection")
    ModelAndView index(Page page) {
        List<CallView> mine =
                calls.all().stream()
                        .filter(call -> CallDoor.sits(page.viewer(), call))
                        .filter(call ->
                                call.state(page.now()) != CallState.ARCHIVED
                                        || boards.board(call.id()).isPresent())
                        .toList();
        Map<CallId, Board> states = boards.boards(mine.stream().map(CallView::id).toList());
        List<SelectionLine> lines = new ArrayList<>();
        for (CallView call : mine) {
            Board board = states.get(call.id());
            boolean ruled = rules.current(call.id()).isPresent();
            lines.add(
                    new SelectionLine(
                            call,
                            call.state(page.now()).code(),
                            board == null ? "" : board.state().code(),
                            ruled,
                            reviews.panel(call.id()).isPresent() ? reviews.missing(call.id()) : 0));
        }
        return page.view("org/rivages/selection/index", "lines", lines);
    }

    @Override
    public Optional<Section> section(Page page) {
        List<SelectionLine> due = new ArrayList<>();
        for (CallView call : calls.all()) {
            CallState state = call.state(page.now());
            boolean choosing = state == CallState.CLOSED || state == CallState.DECIDING;
            if (choosing && CallDoor.sits(page.viewer(), call)) {
                String board =
                        boards.board(call.id()).map(one -> one.state().code()).orElse("choosing");
                due.add(
                        new SelectionLine(
                                call,
                                state.code(),
                                board,
                                rules.current(call.id()).isPresent(),
                                reviews.missing(call.id())));
            }
        }
        return due.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Section(
                                "selection",
                                "selection.today",
                                45,
                                new Fragment("org/rivages/selection/today", Map.of("lines", due))));
    }
}

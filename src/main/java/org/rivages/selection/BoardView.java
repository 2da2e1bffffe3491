package org.rivages.selection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.calls.CallView;
import org.rivages.cohort.Mode;

/**
 * The board as one reader may see it. Built without sealed values unless the reader chairs the
 * committee and asked for them.
 *
 * @param rules null while the call has no selection rule
 * @param open the call still takes applications, so nothing can be picked
 * @param proposal null until somebody asks the engine
 * @param whatIf bounds that can be tried out
 * @param opinions of those who would decide otherwise
 * @param maySeeSealed may ask for the live counts of sealed attributes
 * @param sealed has asked for them
 * @param in how many are in
 * @param unreviewed eligible applications with a review still to come
 * @param justIn the last by score who are in
 * @param justOut the first by score who are not in
 */
public record BoardView(
        CallView call,
        Board board,
        @Nullable SavedRules rules,
        boolean open,
        @Nullable ProposalView proposal,
        List<WhatIf.Field> whatIf,
        List<Opinion> opinions,
        boolean maySeeSealed,
        boolean sealed,
        int applications,
        int in,
        int reserve,
        int unreviewed,
        List<RuleView> ruleViews,
        List<String> facts,
        List<BoardRow> rows,
        List<BoardRow> justIn,
        List<BoardRow> justOut,
        List<BoardRow> reserveRows,
        List<ScenarioLine> scenarios) {

    public record ScenarioLine(
            UUID id, String name, boolean engine, int in, int reserve, String author, Instant at) {}

    public boolean choosing() {
        return board.state() == BoardState.CHOOSING && !open && rules != null;
    }

    /** Whether scores say who is in: not when the class is drawn by lot. */
    public boolean scored() {
        return rules == null || rules.rules().mode() != Mode.LOTTERY;
    }

    public int places() {
        return rules == null ? call.places() : rules.rules().places();
    }

    /** A third of the places, and five at least: what most calls keep in reserve. */
    public int usualReserve() {
        return Math.max(5, (places() + 2) / 3);
    }

    public int free() {
        return places() - in;
    }

    /** Whose application has this number; for sentences about people on the board. */
    public String name(String number) {
        return rows.stream()
                .filter(row -> row.who().number().equals(number))
                .map(row -> row.who().name())
                .findFirst()
                .orElse(number);
    }

    public String path() {
        return "/desk/calls/" + call.slug() + "/board";
    }
}

package org.rivages.applications;

import java.util.List;
import org.rivages.calls.CallView;

/**
 * A person's own application, as the page about it shows it.
 *
 * @param sent when the version that counts was received, in words; "" when none was
 * @param number "" before it was sent
 * @param deadline in words; "" for none
 * @param accepts whether the call takes applications now
 * @param editable whether it may still be changed and sent again
 * @param withdrawable whether it can be taken back
 * @param changed the text differs from what was sent
 * @param pieces labels of the documents that the secretariat asks for; empty when none
 * @param piecesUntil in words
 * @param piecesNote the secretariat's words
 * @param sections the version that counts
 * @param firstStep key of the form's first section
 * @param missing how many answers the text still lacks
 */
public record OwnView(
        CallView call,
        ApplicationState state,
        String number,
        String name,
        String sent,
        int version,
        String deadline,
        boolean accepts,
        boolean editable,
        boolean withdrawable,
        boolean changed,
        boolean onPaper,
        List<String> pieces,
        String piecesUntil,
        String piecesNote,
        List<AnsweredSection> sections,
        String firstStep,
        int missing) {

    public String path(String rest) {
        return call.path() + "/application" + rest;
    }

    /**
     * Decisions of screening are not told by this page, letters do: only what they may know by now.
     */
    public String shownState() {
        return switch (state) {
            case ELIGIBLE, NOT_ELIGIBLE -> ApplicationState.SUBMITTED.code();
            case DRAFT,
                    SUBMITTED,
                    PIECES_REQUESTED,
                    SELECTED,
                    RESERVE,
                    REFUSED,
                    CONFIRMED,
                    DECLINED,
                    WITHDRAWN ->
                    state.code();
        };
    }

    public String mark() {
        return switch (state) {
            case DRAFT, PIECES_REQUESTED, RESERVE -> "wait";
            case SUBMITTED, ELIGIBLE, NOT_ELIGIBLE, SELECTED, CONFIRMED -> "ok";
            case REFUSED, DECLINED, WITHDRAWN -> "off";
        };
    }
}

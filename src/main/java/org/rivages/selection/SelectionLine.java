package org.rivages.selection;

import org.rivages.calls.CallView;

/**
 * A call in the list of choices.
 *
 * @param state code of the call's state
 * @param board code of the board's state, "" while nobody has begun
 * @param ruled has a selection rule
 * @param missing reviews that are not finished
 */
public record SelectionLine(CallView call, String state, String board, boolean ruled, int missing) {
    public String path() {
        return "/desk/calls/"
                + call.slug()
                + (board.equals("closed") || board.equals("released") ? "/decisions" : "/board");
    }
}

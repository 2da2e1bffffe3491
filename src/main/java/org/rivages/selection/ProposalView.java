package org.rivages.selection;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the engine proposes, as one reader may see it: in words, ready to be shown.
 *
 * @param kind optimal, drawn, infeasible, few, interrupted, absent
 * @param sealed rules over sealed attributes exist: {@code counted}, {@code left-out}, or "" for no
 *     such rule
 * @param points total score of the class, "" without one
 * @param facts how rich the class is
 * @param digest of the class, so that it is taken as it was seen
 * @param cohort numbers of applications, the best score first
 * @param bound no class does better, "" where that says nothing
 * @param rules sentences that contradict each other, or that name somebody who is absent
 * @param changes the smallest change of them that works
 * @param smallest the change is proven to be the smallest
 * @param chances of a draw: the best first; else empty
 */
public record ProposalView(
        String kind,
        String sealed,
        String points,
        List<String> facts,
        String digest,
        Set<String> cohort,
        String bound,
        List<String> rules,
        List<String> changes,
        boolean smallest,
        List<Chance> chances,
        @Nullable Explained explained) {

    /**
     * Only of a proven class.
     *
     * @param missing who is in the proposal and not on the board
     * @param extra who is on the board and not in the proposal
     * @param all what all hand picks cost together, "" while there is none
     */
    public record Explained(
            List<Priced> prices,
            List<Near> justIn,
            List<Near> justOut,
            List<String> missing,
            List<String> extra,
            List<HandPick> handPicks,
            String all) {}

    /**
     * @param price in words
     * @param dear it costs something
     */
    public record Priced(String sentence, String price, boolean dear) {}

    /**
     * People whom the rules do not tell apart, or who are as likely all the same.
     *
     * @param exact as a fraction
     * @param about as a percentage
     * @param drawn how many of them are in the class
     */
    public record Chance(String exact, String about, int people, int drawn) {}

    /** Somebody on the line, and why they are on this side of it. */
    public record Near(String name, String points, String why) {}

    /**
     * @param state code of the pick
     * @param cost of this pick alone, in words
     */
    public record HandPick(String name, String state, String reason, String cost) {}

    public boolean proven() {
        return kind.equals("optimal") || kind.equals("drawn");
    }

    /** The board holds exactly this class. */
    public boolean onBoard() {
        return explained != null && explained.missing().isEmpty() && explained.extra().isEmpty();
    }

    public boolean takeable() {
        return !cohort.isEmpty();
    }
}

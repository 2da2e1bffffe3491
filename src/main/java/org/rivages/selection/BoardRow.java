package org.rivages.selection;

import java.util.List;
import org.rivages.applications.ApplicationSummary;
import org.rivages.reviews.ApplicationScore;

/**
 * Somebody on the board.
 *
 * @param rank by score, from 1
 * @param state code of the pick, "" while nothing is picked
 * @param reserveRank 0 elsewhere
 * @param effects what picking (or dropping) this person does to the balance, as far as this reader
 *     may know
 */
public record BoardRow(
        ApplicationSummary who,
        ApplicationScore score,
        int rank,
        String points,
        String spread,
        String country,
        String profession,
        String state,
        int reserveRank,
        String reason,
        List<Effect> effects) {

    /**
     * @param kind helps, fills, breaks, needed
     */
    public record Effect(String kind, String text) {}

    public boolean in() {
        return state.equals("in");
    }

    public boolean blocked() {
        return effects.stream().anyMatch(effect -> effect.kind().equals("breaks"));
    }
}

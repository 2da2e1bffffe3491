package org.rivages.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rivages.applications.ApplicationId;
import org.rivages.cohort.Rule;

/** Picks of the committee that the best class does not have, as rules for the engine. Pure. */
final class HandPicks {
    private HandPicks() {}

    /**
     * @param pin puts the person in or keeps them out
     */
    record Pinned(Candidate candidate, Pick pick, Rule pin) {}

    /**
     * In the order of the candidates. Somebody of the best class who is on the reserve is kept out;
     * somebody without a pick is free.
     *
     * @param best numbers of applications
     */
    static List<Pinned> of(
            Collection<Candidate> all, Map<ApplicationId, Pick> picks, Set<String> best) {
        List<Pinned> pinned = new ArrayList<>();
        for (Candidate candidate : all) {
            Pick pick = picks.get(candidate.id());
            boolean proposed = best.contains(candidate.number());
            if (pick != null && (pick.state() == PickState.IN) != proposed) {
                pinned.add(new Pinned(candidate, pick, pin(candidate.number(), !proposed)));
            }
        }
        return pinned;
    }

    static Rule pin(String number, boolean in) {
        return in
                ? new Rule.Include("committee-in-" + number, number)
                : new Rule.Exclude("committee-out-" + number, number);
    }

    static List<Rule> pins(List<Pinned> pinned) {
        return pinned.stream().map(Pinned::pin).toList();
    }
}

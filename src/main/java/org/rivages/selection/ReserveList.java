package org.rivages.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who comes next from a reserve so that the rules are kept. Pure. */
final class ReserveList {
    private ReserveList() {}

    /**
     * @param next null when nobody fits
     * @param rank of the next, from 1
     * @param inTheWay rules that those passed over would break, in the order in which they were met
     * @param passed how many were passed over
     */
    record Answer(@Nullable Candidate next, int rank, Set<String> inTheWay, int passed) {}

    /**
     * The first on the reserve with whom the class stands against the rules no worse than the one
     * that was decided: nothing over a maximum, and every minimum still within reach of the free
     * places.
     *
     * @param all every candidate of the call
     * @param decided the class as it was released: what it broke then may stay broken
     * @param holding those who hold a place or were offered one now
     * @param reserve the whole reserve in its order
     * @param gone who said no or let the date pass
     */
    static Answer next(
            RuleSet rules,
            Collection<Candidate> all,
            Collection<Candidate> decided,
            Collection<Candidate> holding,
            List<Candidate> reserve,
            Set<Candidate> gone) {
        int tolerated = Balance.of(rules, all, decided).broken();
        Set<String> inTheWay = new LinkedHashSet<>();
        int passed = 0;
        for (int i = 0; i < reserve.size(); i++) {
            Candidate candidate = reserve.get(i);
            if (gone.contains(candidate) || holding.contains(candidate)) {
                continue;
            }
            List<Candidate> then = new ArrayList<>(holding);
            then.add(candidate);
            Balance balance = Balance.of(rules, all, then);
            if (balance.broken() <= tolerated) {
                return new Answer(candidate, i + 1, inTheWay, passed);
            }
            passed++;
            balance.lines().stream()
                    .filter(line -> line.brokenWith(balance.free()) > 0)
                    .forEach(line -> inTheWay.add(line.rule()));
        }
        return new Answer(null, 0, inTheWay, passed);
    }
}

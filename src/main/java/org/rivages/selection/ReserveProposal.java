package org.rivages.selection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rivages.cohort.Mode;
import org.rivages.cohortfiles.RulesWriter;

/**
 * A reserve for the class on the board: who would come in first with every rule kept, should only
 * one member decline. Pure.
 */
final class ReserveProposal {
    /** Questions to the engine, each some milliseconds. */
    private static final int MOST_ASKED = 1_000;

    private ReserveProposal() {}

    /**
     * Round after round, each among those whom the earlier ones left: for every member the best who
     * can stand in. In a round those who stand in for most members come first. The best is who has
     * the higher score; by lot, who has the lower number of {@code rivages-reserve:LENGTH:SEED:ID}.
     *
     * @param in the class on the board
     * @param free who may come on the reserve
     * @param most how many are wanted; fewer where nobody else fits
     */
    static List<Candidate> of(
            RuleSet rules,
            List<Candidate> all,
            List<Candidate> in,
            List<Candidate> free,
            int most) {
        List<Candidate> left = new ArrayList<>(free);
        left.sort(order(rules));
        List<Candidate> reserve = new ArrayList<>();
        int asked = 0;
        while (reserve.size() < most && !left.isEmpty() && asked < MOST_ASKED) {
            Map<Candidate, Integer> standsFor = new LinkedHashMap<>();
            for (Candidate member : in) {
                if (++asked > MOST_ASKED) {
                    break;
                }
                ReserveList.standIn(rules, all, in, member, left)
                        .ifPresent(one -> standsFor.merge(one, 1, Integer::sum));
            }
            if (standsFor.isEmpty()) {
                break;
            }
            standsFor.entrySet().stream()
                    .sorted(
                            Comparator.comparing(
                                            Map.Entry<Candidate, Integer>::getValue,
                                            Comparator.reverseOrder())
                                    .thenComparing(
                                            Map.Entry::getKey, Comparator.comparing(left::indexOf)))
                    .limit(most - reserve.size())
                    .forEach(entry -> reserve.add(entry.getKey()));
            left.removeAll(standsFor.keySet());
        }
        return reserve;
    }

    private static Comparator<Candidate> order(RuleSet rules) {
        return rules.mode() == Mode.LOTTERY
                ? Comparator.comparing(one -> lot(rules.seed(), one.number()))
                : Candidates.BY_SCORE;
    }

    private static String lot(String seed, String number) {
        int length = seed.getBytes(StandardCharsets.UTF_8).length;
        return RulesWriter.hash("rivages-reserve:" + length + ":" + seed + ":" + number);
    }
}

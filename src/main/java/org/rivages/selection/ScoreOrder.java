package org.rivages.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rivages.applications.ApplicationId;
import org.rivages.cohort.Aim;

/**
 * Where picks go against the order of scores. Pure; by open rules only, so that a question for a
 * reason tells nobody about a sealed answer.
 */
final class ScoreOrder {
    /**
     * Somebody is in, somebody with a better score is not, the rules would allow the exchange, and
     * the committee has given no reason for either.
     */
    record Inversion(Candidate in, Candidate passedOver) {}

    private ScoreOrder() {}

    /**
     * @param all with open attributes
     * @param picks what would stand
     * @param about only pairs with one of these
     */
    static List<Inversion> unexplained(
            RuleSet openRules,
            List<Candidate> all,
            Map<ApplicationId, Pick> picks,
            Collection<ApplicationId> about) {
        List<Candidate> in = all.stream().filter(one -> is(picks, one, PickState.IN)).toList();
        Balance balance = Balance.of(openRules, all, in);
        Set<ApplicationId> asked = Set.copyOf(about);
        List<Inversion> inversions = new ArrayList<>();
        for (Candidate lower : in) {
            if (explained(picks, lower)) {
                continue;
            }
            for (Candidate higher : all) {
                if (higher.score() > lower.score()
                        && !is(picks, higher, PickState.IN)
                        && !explained(picks, higher)
                        && (asked.contains(lower.id()) || asked.contains(higher.id()))
                        && balance.exchange(lower, higher) <= 0) {
                    inversions.add(new Inversion(lower, higher));
                }
            }
        }
        return inversions;
    }

    private static boolean is(
            Map<ApplicationId, Pick> picks, Candidate candidate, PickState state) {
        Pick pick = picks.get(candidate.id());
        return pick != null && pick.state() == state;
    }

    private static boolean explained(Map<ApplicationId, Pick> picks, Candidate candidate) {
        Pick pick = picks.get(candidate.id());
        return pick != null && !pick.reason().isEmpty();
    }

    /** The rules and aims that count open attributes only. */
    static RuleSet open(RuleSet rules, Map<String, Attribute> attributes) {
        return new RuleSet(
                rules.places(),
                rules.mode(),
                rules.seed(),
                rules.aims().stream().filter(aim -> !sealed(aim, attributes)).toList(),
                rules.rules().stream()
                        .filter(rule -> !Selection.sealed(rule, attributes))
                        .toList());
    }

    private static boolean sealed(Aim aim, Map<String, Attribute> attributes) {
        Attribute attribute =
                switch (aim) {
                    case Aim.Score _ -> null;
                    case Aim.Distinct distinct -> attributes.get(distinct.attribute());
                    case Aim.Worst worst -> attributes.get(worst.attribute());
                };
        return attribute != null && attribute.sealed();
    }
}

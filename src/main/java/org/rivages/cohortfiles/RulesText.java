package org.rivages.cohortfiles;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rivages.cohort.Aim;
import org.rivages.cohort.Mode;
import org.rivages.cohort.Rule;

/**
 * What {@code rules.json} says, before anybody has looked at the candidates.
 *
 * @param attributes that a rule or an aim names, in order
 * @param places of whatever may not fit the candidates: {@code attribute:…}, {@code candidate:…},
 *     {@code rule:…}, {@code aim:…} → where it stands
 */
public record RulesText(
        String file,
        int seats,
        Mode mode,
        String seed,
        List<Aim> aims,
        List<Rule> rules,
        Set<String> attributes,
        Map<String, Place> places) {

    /** Whether every candidate needs a score. */
    boolean scored() {
        return mode != Mode.LOTTERY
                || rules.stream().anyMatch(rule -> rule instanceof Rule.ScoreThreshold);
    }

    boolean grouped() {
        return rules.stream().anyMatch(rule -> rule instanceof Rule.GroupCap);
    }
}

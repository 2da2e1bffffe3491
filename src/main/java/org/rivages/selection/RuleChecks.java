package org.rivages.selection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rivages.cohort.Rule;

/** Contradictions that a rule has in itself, whoever applies. Pure. */
final class RuleChecks {
    private RuleChecks() {}

    /**
     * @param key of the message
     * @param args of the message: name, value …
     */
    record Contradiction(String key, Object... args) {}

    static List<Contradiction> of(RuleSet set, Map<String, Attribute> attributes) {
        List<Contradiction> found = new ArrayList<>();
        minimums(set, attributes, found);
        named(set, found);
        return found;
    }

    /** One person has one value, so the minimums of an attribute add up. */
    private static void minimums(
            RuleSet set, Map<String, Attribute> attributes, List<Contradiction> found) {
        Map<String, Map<String, Integer>> least = new HashMap<>();
        for (Rule rule : set.rules()) {
            if (rule instanceof Rule.Quota quota) {
                Map<String, Integer> own =
                        least.computeIfAbsent(quota.attribute(), _ -> new HashMap<>());
                Attribute attribute = attributes.get(quota.attribute());
                String value = quota.value();
                Set<String> values =
                        value != null
                                ? Set.of(value)
                                : attribute == null ? Set.of() : attribute.options().keySet();
                values.forEach(
                        one -> own.merge(one, Balance.least(quota, set.places()), Math::max));
            }
        }
        least.forEach((attribute, values) -> {
            int sum = values.values().stream().mapToInt(n -> n).sum();
            if (sum > set.places() && eachAlone(set, attribute)) {
                found.add(
                        new Contradiction(
                                "selection.rules.sum", "sum", sum, "places", set.places()));
            }
        });
    }

    /**
     * A minimum of <i>each</i> value holds for the values that somebody has, so that options which
     * nobody chooses do not count.
     */
    private static boolean eachAlone(RuleSet set, String attribute) {
        return set.rules().stream()
                .noneMatch(rule ->
                        rule instanceof Rule.Quota quota
                                && quota.each()
                                && quota.attribute().equals(attribute)
                                && Balance.least(quota, set.places()) > 0);
    }

    private static void named(RuleSet set, List<Contradiction> found) {
        Set<String> in = new HashSet<>();
        Set<String> out = new HashSet<>();
        for (Rule rule : set.rules()) {
            switch (rule) {
                case Rule.Include include -> in.add(include.candidate());
                case Rule.Exclude exclude -> out.add(exclude.candidate());
                case Rule.Quota _,
                        Rule.GroupCap _,
                        Rule.MutuallyExclusive _,
                        Rule.ScoreThreshold _ -> {}
            }
        }
        in.stream()
                .filter(out::contains)
                .sorted()
                .forEach(one ->
                        found.add(new Contradiction("selection.rules.in-and-out", "number", one)));
        if (in.size() > set.places()) {
            found.add(
                    new Contradiction(
                            "selection.rules.many-in", "n", in.size(), "places", set.places()));
        }
        for (Rule rule : set.rules()) {
            if (rule instanceof Rule.MutuallyExclusive several
                    && several.candidates().stream().filter(in::contains).count() > 1) {
                found.add(
                        new Contradiction(
                                "selection.rules.not-both",
                                "numbers",
                                String.join(", ", several.candidates())));
            }
        }
    }
}

package org.rivages.cohortfiles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.rivages.cohort.Aim;
import org.rivages.cohort.Candidate;
import org.rivages.cohort.Problem;
import org.rivages.cohort.Rule;

/** What a cohort amounts to, counted from the candidates alone. */
final class RuleCounts {
    /** In persons, the percents worked in. */
    record Bounds(int least, int most) {}

    private final Problem problem;
    private final List<Candidate> chosen = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();

    RuleCounts(Problem problem, List<String> cohort) {
        this.problem = problem;
        Set<String> ids = new HashSet<>(cohort);
        problem.candidates().stream().filter(one -> ids.contains(one.id())).forEach(chosen::add);
        for (int c = 0; c < problem.attributes().size(); c++) {
            columns.put(problem.attributes().get(c), c);
        }
    }

    static Bounds bounds(Rule.Quota quota, int places) {
        long least = quota.min() == null ? 0 : quota.min();
        long most = quota.max() == null ? places : quota.max();
        if (quota.minPercent() != null) {
            least = Math.max(least, Math.ceilDiv((long) quota.minPercent() * places, 100L));
        }
        if (quota.maxPercent() != null) {
            most = Math.min(most, Math.floorDiv((long) quota.maxPercent() * places, 100L));
        }
        return new Bounds((int) least, (int) most);
    }

    /** Thousandths. */
    long score() {
        return chosen.stream().mapToLong(Candidate::score).sum();
    }

    /** One entry for each aim that counts distinct values. */
    Map<String, Long> distinct() {
        Map<String, Long> distinct = new TreeMap<>();
        for (Aim aim : problem.aims()) {
            if (aim instanceof Aim.Distinct one) {
                distinct.put(one.attribute(), (long) perValue(one.attribute()).size());
            }
        }
        return distinct;
    }

    /** A value of which nobody is chosen is left out. */
    private Map<String, Integer> perValue(String attribute) {
        int column = columns.getOrDefault(attribute, -1);
        Map<String, Integer> counts = new TreeMap<>();
        for (Candidate one : chosen) {
            String value = column < 0 ? "" : one.values().get(column);
            if (!value.isEmpty()) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** A number; for a rule about each value a number for each that is chosen. */
    Object of(Rule rule) {
        return switch (rule) {
            case Rule.Quota quota when quota.each() -> perValue(quota.attribute());
            case Rule.Quota quota ->
                    perValue(quota.attribute()).getOrDefault(String.valueOf(quota.value()), 0);
            case Rule.GroupCap _ -> largestGroup();
            case Rule.Include include -> among(List.of(include.candidate()));
            case Rule.Exclude exclude -> among(List.of(exclude.candidate()));
            case Rule.MutuallyExclusive several -> among(several.candidates());
            case Rule.ScoreThreshold bar ->
                    (int) chosen.stream().filter(one -> one.score() >= bar.min()).count();
        };
    }

    private int largestGroup() {
        Map<String, Integer> counts = new HashMap<>();
        for (Candidate one : chosen) {
            if (!one.group().isEmpty()) {
                counts.merge(one.group(), 1, Integer::sum);
            }
        }
        return counts.values().stream().mapToInt(n -> n).max().orElse(0);
    }

    private int among(List<String> ids) {
        Set<String> named = new HashSet<>(ids);
        return (int) chosen.stream().filter(one -> named.contains(one.id())).count();
    }
}

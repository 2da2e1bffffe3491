package org.rivages.cohortfiles;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rivages.cohort.Problem;
import org.rivages.cohort.Rule;
import tools.jackson.databind.JsonNode;

/** Compares the figures of a {@code cohort.json} with what its cohort amounts to. */
final class CohortFigures {
    record Wrong(String name, String expected, String found) {}

    private CohortFigures() {}

    static @Nullable Wrong wrong(Problem problem, List<String> cohort, CohortJson json) {
        RuleCounts counts = new RuleCounts(problem, cohort);
        String score = Points.written(counts.score());
        if (json.score() != null && !score.equals(json.score())) {
            return new Wrong("score", score, json.score());
        }
        if (json.distinct() != null && !counts.distinct().equals(json.distinct())) {
            return new Wrong("distinct", counts.distinct().toString(), json.distinct().toString());
        }
        if (json.infeasible() != null) {
            return new Wrong("infeasible", "–", json.infeasible().rules().toString());
        }
        Wrong reserve = reserve(problem, cohort, json);
        return reserve != null || json.rules() == null
                ? reserve
                : rules(problem, counts, json.rules());
    }

    private static @Nullable Wrong reserve(Problem problem, List<String> cohort, CohortJson json) {
        List<String> reserve = Objects.requireNonNullElse(json.reserve(), List.of());
        Set<String> free = new HashSet<>();
        problem.candidates().forEach(candidate -> free.add(candidate.id()));
        cohort.forEach(free::remove);
        for (String id : reserve) {
            if (!free.remove(id)) {
                return new Wrong("reserve", "–", id);
            }
        }
        return null;
    }

    private static @Nullable Wrong rules(
            Problem problem, RuleCounts counts, List<CohortJson.RuleLine> lines) {
        Map<String, Rule> rules = new HashMap<>();
        problem.rules().forEach(rule -> rules.put(rule.id(), rule));
        for (CohortJson.RuleLine line : lines) {
            Rule rule = rules.remove(line.id());
            if (rule == null) {
                return new Wrong("rules", "–", line.id());
            }
            JsonNode count = CohortJson.MAPPER.valueToTree(counts.of(rule));
            if (line.count() != null && !count.equals(line.count())) {
                return new Wrong(line.id(), count.toString(), line.count().toString());
            }
        }
        return null;
    }

    /** An answer that nothing is possible names nobody. */
    static @Nullable Wrong leftOver(CohortJson json) {
        List<String> cohort = Objects.requireNonNullElse(json.cohort(), List.of());
        return cohort.isEmpty() ? null : new Wrong("cohort", "–", cohort.toString());
    }
}

package org.rivages.cohortfiles;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rivages.cohort.Mode;
import org.rivages.cohort.Outcome;
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
        boolean merit = problem.mode() == Mode.MERIT;
        if (json.score() == null ? merit : !score.equals(json.score())) {
            return new Wrong("score", score, said(json.score()));
        }
        if (!counts.distinct().equals(json.distinct())) {
            return new Wrong("distinct", counts.distinct().toString(), said(json.distinct()));
        }
        Wrong left = nothing("infeasible", json.infeasible());
        left = left == null ? nothing("open", json.open()) : left;
        left = left == null ? nothing("bound", json.bound()) : left;
        left = left == null ? reserve(problem, cohort, json) : left;
        return left == null
                ? rules(problem, counts, Objects.requireNonNullElse(json.rules(), List.of()))
                : left;
    }

    private static String said(@Nullable Object value) {
        return value == null ? "–" : value.toString();
    }

    /** This member has no place here. */
    private static @Nullable Wrong nothing(String name, @Nullable Object value) {
        return value == null ? null : new Wrong(name, "–", value.toString());
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
            if (!count.equals(line.count())) {
                return new Wrong(line.id(), count.toString(), said(line.count()));
            }
            if (problem.mode() != Mode.MERIT && line.price() != null) {
                return new Wrong(line.id(), "–", line.price());
            }
        }
        return rules.isEmpty() ? null : new Wrong("rules", rules.keySet().toString(), "–");
    }

    /** An answer that nothing is possible names nobody, and says why in the words of its rules. */
    static @Nullable Wrong impossible(
            Problem problem, Outcome.Infeasible infeasible, CohortJson json) {
        Map<String, Object> left = new LinkedHashMap<>();
        put(left, "cohort", json.cohort());
        put(left, "score", json.score());
        put(left, "distinct", json.distinct());
        put(left, "open", json.open());
        put(left, "bound", json.bound());
        put(left, "reserve", json.reserve());
        put(left, "rules", json.rules());
        put(left, "probabilities", json.probabilities());
        for (Map.Entry<String, Object> one : left.entrySet()) {
            return nothing(one.getKey(), one.getValue());
        }
        Map<String, String> text = RuleSentences.infeasible(problem, infeasible);
        Map<String, String> told = json.infeasible() == null ? Map.of() : json.infeasible().text();
        return text.equals(told) ? null : new Wrong("text", text.toString(), told.toString());
    }

    private static void put(Map<String, Object> left, String name, @Nullable Object value) {
        if (value != null) {
            left.put(name, value);
        }
    }
}

package org.rivages.cohortfiles;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rivages.cohort.Aim;
import org.rivages.cohort.Problem;
import org.rivages.cohort.Rule;

/** Writes {@code rules.json}, as the auditor gets it; read again it gives the same rules. */
public final class RulesWriter {
    private RulesWriter() {}

    public static void write(OutputStream out, Problem problem) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("places", problem.places());
        json.put("mode", problem.mode().name().toLowerCase(Locale.ROOT));
        json.put("seed", problem.seed());
        json.put("aims", problem.aims().stream().map(Aim::code).toList());
        List<Map<String, Object>> rules = new ArrayList<>();
        problem.rules().forEach(rule -> rules.add(rule(rule)));
        json.put("rules", rules);
        CohortJson.MAPPER.writeValue(out, json);
    }

    private static Map<String, Object> rule(Rule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", rule.id());
        switch (rule) {
            case Rule.Quota quota -> {
                json.put("kind", "quota");
                json.put("attribute", quota.attribute());
                put(json, "value", quota.value());
                put(json, "each", quota.each() ? true : null);
                put(json, "min", quota.min());
                put(json, "max", quota.max());
                put(json, "minPercent", quota.minPercent());
                put(json, "maxPercent", quota.maxPercent());
            }
            case Rule.GroupCap cap -> {
                json.put("kind", "groupCap");
                json.put("max", cap.max());
            }
            case Rule.Include include -> {
                json.put("kind", "include");
                json.put("candidate", include.candidate());
            }
            case Rule.Exclude exclude -> {
                json.put("kind", "exclude");
                json.put("candidate", exclude.candidate());
            }
            case Rule.MutuallyExclusive several -> {
                json.put("kind", "mutuallyExclusive");
                json.put("candidates", several.candidates());
            }
            case Rule.ScoreThreshold bar -> {
                json.put("kind", "scoreThreshold");
                json.put("min", new BigDecimal(Points.written(bar.min())));
            }
        }
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}

package org.rivages.cohortfiles;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rivages.cohort.Aim;
import org.rivages.cohort.Mode;
import org.rivages.cohort.Problem;
import org.rivages.cohort.Rule;
import org.rivages.shared.Json;

/** Writes {@code rules.json}, as the auditor gets it; read again it gives the same rules. */
public final class RulesWriter {
    private RulesWriter() {}

    public static void write(OutputStream out, Problem problem) {
        CohortJson.MAPPER.writeValue(
                out,
                json(
                        problem.places(),
                        problem.mode(),
                        problem.seed(),
                        problem.aims(),
                        problem.rules()));
    }

    /**
     * The canonical text: members in a fixed order, no space, no line break. The same rules give
     * the same text, so that its hash can be published.
     */
    public static String write(
            int places, Mode mode, String seed, List<Aim> aims, List<Rule> rules) {
        return Json.write(json(places, mode, seed, aims, rules));
    }

    /** SHA-256 of the UTF-8 bytes, in hexadecimal. */
    public static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> json(
            int places, Mode mode, String seed, List<Aim> aims, List<Rule> rules) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("places", places);
        json.put("mode", mode.name().toLowerCase(Locale.ROOT));
        json.put("seed", seed);
        json.put("aims", aims.stream().map(Aim::code).toList());
        List<Map<String, Object>> written = new ArrayList<>();
        rules.forEach(rule -> written.add(rule(rule)));
        json.put("rules", written);
        return json;
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

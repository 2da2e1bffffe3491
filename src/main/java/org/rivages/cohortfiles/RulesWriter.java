package org.rivages.cohortfiles;

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
import org.rivages.cohort.Rule;
import org.rivages.shared.Json;

/**
 * Writes {@code rules.json} in its one canonical form: members in a fixed order, no space, no line
 * break. The same rules give the same bytes, so that their hash can be published.
 */
public final class RulesWriter {
    private RulesWriter() {}

    public static String write(
            int places, Mode mode, String seed, List<Aim> aims, List<Rule> rules) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("places", places);
        file.put("mode", mode.name().toLowerCase(Locale.ROOT));
        file.put("seed", seed);
        file.put("aims", aims.stream().map(Aim::code).toList());
        List<Map<String, Object>> written = new ArrayList<>();
        rules.forEach(rule -> written.add(members(rule)));
        file.put("rules", written);
        return Json.write(file);
    }

    private static Map<String, Object> members(Rule rule) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", rule.id());
        switch (rule) {
            case Rule.Quota quota -> {
                all.put("kind", "quota");
                all.put("attribute", quota.attribute());
                put(all, "value", quota.value());
                put(all, "each", quota.each() ? Boolean.TRUE : null);
                put(all, "min", quota.min());
                put(all, "max", quota.max());
                put(all, "minPercent", quota.minPercent());
                put(all, "maxPercent", quota.maxPercent());
            }
            case Rule.GroupCap cap -> {
                all.put("kind", "groupCap");
                all.put("max", cap.max());
            }
            case Rule.Include include -> {
                all.put("kind", "include");
                all.put("candidate", include.candidate());
            }
            case Rule.Exclude exclude -> {
                all.put("kind", "exclude");
                all.put("candidate", exclude.candidate());
            }
            case Rule.MutuallyExclusive several -> {
                all.put("kind", "mutuallyExclusive");
                all.put("candidates", several.candidates());
            }
            case Rule.ScoreThreshold bar -> {
                all.put("kind", "scoreThreshold");
                all.put("min", new BigDecimal(Points.written(bar.min())));
            }
        }
        return all;
    }

    private static void put(Map<String, Object> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value);
        }
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
}

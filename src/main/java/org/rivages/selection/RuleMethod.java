package org.rivages.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rivages.cohort.Aim;
import org.rivages.cohort.Mode;
import org.rivages.site.Form;

/**
 * How the class is chosen within the rules, as a browser sends it: a mode, and what counts first,
 * second and third.
 *
 * @param aims the score alone in a lottery, where none counts
 */
record RuleMethod(Mode mode, List<Aim> aims) {
    static final String MERIT = code(Mode.MERIT);

    private static final List<String> FIELDS = List.of("aim1", "aim2", "aim3");

    static String code(Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    static void fill(Form form, RuleSet set) {
        form.with("mode", code(set.mode()));
        for (int n = 0; n < FIELDS.size() && n < set.aims().size(); n++) {
            form.with(FIELDS.get(n), set.aims().get(n).code());
        }
    }

    static RuleMethod read(Form form, Map<String, Attribute> attributes) {
        Mode mode = form.choice("mode", RuleMethod::mode).orElse(Mode.MERIT);
        List<Aim> aims = new ArrayList<>();
        for (String field : FIELDS) {
            String code = form.value(field);
            if (code.isEmpty()) {
                continue;
            }
            Aim aim = aim(code, attributes);
            if (aim == null) {
                form.reject(field, "site.form.choice");
            } else if (aims.contains(aim)) {
                form.reject(field, "selection.rules.aim-twice");
            } else {
                aims.add(aim);
            }
        }
        if (mode != Mode.LOTTERY && form.ok() && aims.isEmpty()) {
            form.reject(FIELDS.getFirst(), "selection.rules.aim-needed");
        }
        return new RuleMethod(mode, mode == Mode.LOTTERY ? List.of(new Aim.Score()) : aims);
    }

    private static Optional<Mode> mode(String code) {
        for (Mode mode : Mode.values()) {
            if (code(mode).equals(code)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }

    private static @Nullable Aim aim(String code, Map<String, Attribute> attributes) {
        String[] parts = code.split(":", 2);
        String attribute = parts.length == 2 ? parts[1] : "";
        if (!attribute.isEmpty() && !attributes.containsKey(attribute)) {
            return null;
        }
        return switch (parts[0]) {
            case "score" -> attribute.isEmpty() ? new Aim.Score() : null;
            case "distinct" -> attribute.isEmpty() ? null : new Aim.Distinct(attribute);
            case "worst" -> attribute.isEmpty() ? null : new Aim.Worst(attribute);
            default -> null;
        };
    }
}

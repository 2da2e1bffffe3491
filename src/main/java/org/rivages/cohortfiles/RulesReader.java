package org.rivages.cohortfiles;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rivages.cohort.Aim;
import org.rivages.cohort.Mode;
import org.rivages.cohort.Rule;

/**
 * Reads {@code rules.json}. {@code places} must be there; without {@code mode} it is merit, without
 * {@code aims} the score alone, without {@code seed} the empty text, without {@code rules} none. A
 * rule without id is called {@code rule-3} when it is the third.
 */
public final class RulesReader {
    private static final Set<String> KEYS = Set.of("places", "mode", "seed", "aims", "rules");
    private static final Set<String> QUOTA =
            Set.of("attribute", "value", "each", "min", "max", "minPercent", "maxPercent");
    static final int MOST_RULES = 10_000;

    private final String file;
    private final BadInput.Gathered faults = new BadInput.Gathered();
    private final Map<String, Place> places = new HashMap<>();
    private final Set<String> attributes = new LinkedHashSet<>();

    private RulesReader(String file) {
        this.file = file;
    }

    public static RulesText read(String file, byte[] bytes) throws BadInput {
        return new RulesReader(file).read(JsonTree.read(file, bytes));
    }

    private RulesText read(Json json) throws BadInput {
        if (!(json instanceof Json.Record record)) {
            throw new BadInput(InputFault.of(json.place(), "cohortfiles.rules.object"));
        }
        JsonFields fields = new JsonFields(record, faults);
        fields.knownOnly(KEYS);
        Integer seats = fields.count("places", Integer.MAX_VALUE);
        if (!record.members().containsKey("places")) {
            faults.add(InputFault.of(record.place(), "cohortfiles.json.missing", "name", "places"));
        }
        Mode mode = mode(fields);
        String seed = fields.text("seed");
        List<Aim> aims = aims(fields);
        List<Rule> rules = rules(fields);
        if (mode != Mode.MERIT && (seed == null || seed.isEmpty())) {
            faults.add(InputFault.of(record.place(), "cohortfiles.rules.seed"));
        }
        faults.throwIfAny();
        return new RulesText(
                file,
                seats == null ? 0 : seats,
                mode,
                seed == null ? "" : seed,
                aims,
                rules,
                attributes,
                places);
    }

    private Mode mode(JsonFields fields) throws BadInput {
        String mode = fields.text("mode");
        return switch (mode) {
            case null -> Mode.MERIT;
            case "merit" -> Mode.MERIT;
            case "lottery" -> Mode.LOTTERY;
            case "tieband" -> Mode.TIEBAND;
            default -> {
                faults.add(
                        InputFault.of(
                                fields.place("mode"), "cohortfiles.rules.mode", "found", mode));
                yield Mode.MERIT;
            }
        };
    }

    private List<Aim> aims(JsonFields fields) throws BadInput {
        List<Aim> aims = new ArrayList<>();
        List<Json> items = fields.row("aims");
        if (items == null) {
            return List.of(new Aim.Score());
        }
        for (Json item : items) {
            Aim aim = item instanceof Json.Text text ? aim(text.value()) : null;
            if (aim == null) {
                faults.add(InputFault.of(item.place(), "cohortfiles.rules.aim"));
                continue;
            }
            if (places.put("aim:" + aim.code(), item.place()) != null) {
                faults.add(
                        InputFault.of(
                                item.place(), "cohortfiles.rules.aim-twice", "aim", aim.code()));
            }
            switch (aim) {
                case Aim.Score _ -> {}
                case Aim.Distinct distinct -> attribute(distinct.attribute(), item.place());
                case Aim.Worst worst -> attribute(worst.attribute(), item.place());
            }
            aims.add(aim);
        }
        return aims;
    }

    private static @Nullable Aim aim(String code) {
        if (code.equals("score")) {
            return new Aim.Score();
        }
        int colon = code.indexOf(':');
        String attribute = code.substring(colon + 1);
        return switch (attribute.isEmpty() || colon < 0 ? "" : code.substring(0, colon)) {
            case "distinct" -> new Aim.Distinct(attribute);
            case "worst" -> new Aim.Worst(attribute);
            default -> null;
        };
    }

    private void attribute(String name, Place place) {
        attributes.add(name);
        places.putIfAbsent("attribute:" + name, place);
    }

    // ---- rules

    private List<Rule> rules(JsonFields fields) throws BadInput {
        List<Rule> rules = new ArrayList<>();
        List<Json> items = fields.row("rules");
        if (items == null) {
            return rules;
        }
        if (items.size() > MOST_RULES) {
            throw faults.last(
                    InputFault.of(
                            fields.place("rules"), "cohortfiles.rules.many", "n", MOST_RULES));
        }
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Json.Record record) {
                Rule rule = rule(new JsonFields(record, faults), "rule-" + (i + 1));
                if (rule != null) {
                    rules.add(rule);
                }
            } else {
                faults.add(InputFault.of(items.get(i).place(), "cohortfiles.rules.rule"));
            }
        }
        return rules;
    }

    private @Nullable Rule rule(JsonFields fields, String otherwise) throws BadInput {
        String given = fields.text("id");
        String id = given == null ? otherwise : given;
        if (id.isEmpty()) {
            faults.add(InputFault.of(fields.place("id"), "cohortfiles.json.blank", "name", "id"));
        }
        if (places.put("rule:" + id, fields.place("id")) != null) {
            faults.add(InputFault.of(fields.place("id"), "cohortfiles.rules.id-twice", "id", id));
        }
        String kind = fields.needText("kind");
        return switch (kind) {
            case null -> null;
            case "quota" -> quota(fields, id);
            case "groupCap" -> {
                fields.knownOnly(Set.of("id", "kind", "max"));
                Integer max = fields.needCount("max");
                yield max == null ? null : new Rule.GroupCap(id, max);
            }
            case "include" -> {
                String candidate = one(fields);
                yield candidate == null ? null : new Rule.Include(id, candidate);
            }
            case "exclude" -> {
                String candidate = one(fields);
                yield candidate == null ? null : new Rule.Exclude(id, candidate);
            }
            case "mutuallyExclusive" -> several(fields, id);
            case "scoreThreshold" -> threshold(fields, id);
            default -> {
                faults.add(
                        InputFault.of(
                                fields.place("kind"), "cohortfiles.rules.kind", "found", kind));
                yield null;
            }
        };
    }

    private @Nullable String one(JsonFields fields) throws BadInput {
        fields.knownOnly(Set.of("id", "kind", "candidate"));
        String candidate = fields.needText("candidate");
        if (candidate != null) {
            places.putIfAbsent("candidate:" + candidate, fields.place("candidate"));
        }
        return candidate;
    }

    private @Nullable Rule several(JsonFields fields, String id) throws BadInput {
        fields.knownOnly(Set.of("id", "kind", "candidates"));
        List<Json> items = fields.needRow("candidates");
        if (items == null) {
            return null;
        }
        Set<String> candidates = new LinkedHashSet<>();
        for (Json item : items) {
            if (!(item instanceof Json.Text text)) {
                faults.add(
                        InputFault.of(item.place(), "cohortfiles.json.text", "name", "candidates"));
            } else if (!candidates.add(text.value())) {
                faults.add(
                        InputFault.of(
                                item.place(),
                                "cohortfiles.rules.candidate-twice",
                                "candidate",
                                text.value()));
            } else {
                places.putIfAbsent("candidate:" + text.value(), text.place());
            }
        }
        return new Rule.MutuallyExclusive(id, List.copyOf(candidates));
    }

    private @Nullable Rule threshold(JsonFields fields, String id) throws BadInput {
        fields.knownOnly(Set.of("id", "kind", "min"));
        BigDecimal min = fields.needNumber("min");
        if (min == null) {
            return null;
        }
        Long thousandths = Points.thousandths(min);
        if (thousandths == null) {
            faults.add(InputFault.of(fields.place("min"), "cohortfiles.rules.points"));
            return null;
        }
        return new Rule.ScoreThreshold(id, thousandths);
    }

    private @Nullable Rule quota(JsonFields fields, String id) throws BadInput {
        Set<String> known = new LinkedHashSet<>(QUOTA);
        known.addAll(Set.of("id", "kind"));
        fields.knownOnly(known);
        String attribute = fields.needText("attribute");
        String value = fields.text("value");
        boolean each = fields.truth("each");
        Integer min = fields.count("min", Integer.MAX_VALUE);
        Integer max = fields.count("max", Integer.MAX_VALUE);
        Integer minPercent = fields.count("minPercent", 100);
        Integer maxPercent = fields.count("maxPercent", 100);
        if (each == (value != null)) {
            faults.add(InputFault.of(fields.place("value"), "cohortfiles.rules.value-or-each"));
        }
        if (!fields.hasAny("min", "max", "minPercent", "maxPercent")) {
            faults.add(InputFault.of(fields.place("kind"), "cohortfiles.rules.no-bound"));
        }
        if (value != null && value.isEmpty()) {
            faults.add(
                    InputFault.of(
                            fields.place("value"), "cohortfiles.json.blank", "name", "value"));
        }
        if (above(min, max) || above(minPercent, maxPercent)) {
            faults.add(InputFault.of(fields.place("min"), "cohortfiles.rules.min-above-max"));
        }
        if (attribute == null) {
            return null;
        }
        attribute(attribute, fields.place("attribute"));
        return new Rule.Quota(id, attribute, value, min, max, minPercent, maxPercent);
    }

    private static boolean above(@Nullable Integer min, @Nullable Integer max) {
        return min != null && max != null && min > max;
    }
}

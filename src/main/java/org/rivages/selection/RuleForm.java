package org.rivages.selection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rivages.cohort.Rule;
import org.rivages.reviews.ScoreGrid;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.Slug;
import org.rivages.site.Form;

/**
 * The selection rule as a browser sends it. What is counted is one choice: {@code each:country},
 * {@code value:gender:woman}, {@code group}, {@code include}, {@code exclude}, {@code exclusive},
 * {@code bar}.
 */
final class RuleForm {
    /**
     * "Met" or "short" about fewer places would tell a sealed answer of a person: with one place,
     * exactly.
     */
    static final int FEWEST_FOR_SEALED = 3;

    private static final int MOST = 60;
    private static final int EMPTY = 3;

    private RuleForm() {}

    record Written(RuleSet rules, Map<String, LocalizedText> sentences) {}

    static int lines(Form form) {
        return Math.min(MOST, form.integer("count", 0, MOST).orElse(0) + EMPTY);
    }

    static Form filled(Optional<SavedRules> saved, int places) {
        Form form = Form.empty();
        if (saved.isEmpty()) {
            return form.with("places", places)
                    .with("version", 0)
                    .with("count", 0)
                    .with("mode", RuleMethod.MERIT)
                    .with("aim1", "score");
        }
        RuleSet set = saved.get().rules();
        RuleMethod.fill(form, set);
        form.with("places", set.places())
                .with("version", saved.get().version())
                .with("count", set.rules().size());
        for (int n = 0; n < set.rules().size(); n++) {
            fill(form, "r" + n, set.rules().get(n), saved.get());
        }
        return form;
    }

    private static void fill(Form form, String at, Rule rule, SavedRules saved) {
        form.with(at + ".id", rule.id());
        LocalizedText sentence = saved.sentences().get(rule.id());
        if (sentence != null) {
            form.with(at + ".sentence", sentence);
        }
        switch (rule) {
            case Rule.Quota quota ->
                    form.with(
                                    at + ".what",
                                    quota.each()
                                            ? "each:" + quota.attribute()
                                            : "value:" + quota.attribute() + ":" + quota.value())
                            .with(at + ".min", quota.min())
                            .with(at + ".max", quota.max())
                            .with(at + ".minPercent", quota.minPercent())
                            .with(at + ".maxPercent", quota.maxPercent());
            case Rule.GroupCap cap -> form.with(at + ".what", "group").with(at + ".max", cap.max());
            case Rule.Include one ->
                    form.with(at + ".what", "include").with(at + ".numbers", one.candidate());
            case Rule.Exclude one ->
                    form.with(at + ".what", "exclude").with(at + ".numbers", one.candidate());
            case Rule.MutuallyExclusive several ->
                    form.with(at + ".what", "exclusive")
                            .with(at + ".numbers", String.join(", ", several.candidates()));
            case Rule.ScoreThreshold bar ->
                    form.with(at + ".what", "bar")
                            .with(
                                    at + ".score",
                                    BigDecimal.valueOf(bar.min(), 3)
                                            .stripTrailingZeros()
                                            .toPlainString());
        }
    }

    /**
     * @param numbers applications that rules may name
     */
    static Written read(
            Form form,
            Map<String, Attribute> attributes,
            List<String> numbers,
            Optional<SavedRules> before) {
        int places = form.requiredInteger("places", 0, 100_000);
        List<Rule> rules = new ArrayList<>();
        Map<String, LocalizedText> sentences = new LinkedHashMap<>();
        Set<String> ids = new HashSet<>();
        for (int n = 0; n < lines(form); n++) {
            String at = "r" + n;
            if (form.value(at + ".what").isEmpty() || form.ticked(at + ".remove")) {
                continue;
            }
            Rule rule = rule(form, at, attributes, new TreeSet<>(numbers), ids, places);
            LocalizedText sentence = form.localized(at + ".sentence", 300);
            if (rule != null) {
                rules.add(rule);
                if (!sentence.isEmpty()) {
                    sentences.put(rule.id(), sentence);
                }
            }
        }
        RuleMethod method = RuleMethod.read(form, attributes);
        RuleSet standing = before.map(SavedRules::rules).orElse(null);
        RuleSet set =
                new RuleSet(
                        places,
                        method.mode(),
                        standing == null ? "" : standing.seed(),
                        method.aims(),
                        rules);
        if (form.ok()) {
            RuleChecks.of(set, attributes)
                    .forEach(one -> form.reject("places", one.key(), one.args()));
        }
        return new Written(set, sentences);
    }

    private static @Nullable Rule rule(
            Form form,
            String at,
            Map<String, Attribute> attributes,
            Set<String> numbers,
            Set<String> ids,
            int places) {
        String what = form.value(at + ".what");
        String[] parts = what.split(":", 3);
        String id = id(form.value(at + ".id"), what, ids);
        return switch (parts[0]) {
            case "each", "value" -> quota(form, at, parts, attributes, id, places);
            case "group" -> new Rule.GroupCap(id, form.requiredInteger(at + ".max", 1, 100_000));
            case "include" ->
                    named(form, at, numbers, 1)
                            .map(all -> new Rule.Include(id, all.getFirst()))
                            .orElse(null);
            case "exclude" ->
                    named(form, at, numbers, 1)
                            .map(all -> new Rule.Exclude(id, all.getFirst()))
                            .orElse(null);
            case "exclusive" ->
                    named(form, at, numbers, 2)
                            .map(all -> new Rule.MutuallyExclusive(id, all))
                            .orElse(null);
            case "bar" -> bar(form, at, id);
            default -> {
                form.reject(at + ".what", "site.form.choice");
                yield null;
            }
        };
    }

    private static @Nullable Rule quota(
            Form form,
            String at,
            String[] parts,
            Map<String, Attribute> attributes,
            String id,
            int places) {
        boolean each = parts[0].equals("each");
        Attribute attribute = parts.length > 1 ? attributes.get(parts[1]) : null;
        String value = each || parts.length < 3 ? null : parts[2];
        if (attribute == null
                || (!each
                        && (value == null
                                || (!attribute.country()
                                        && !attribute.options().containsKey(value))))) {
            form.reject(at + ".what", "site.form.choice");
            return null;
        }
        Rule.Quota quota =
                new Rule.Quota(
                        id,
                        attribute.key(),
                        value,
                        number(form, at + ".min", 100_000),
                        number(form, at + ".max", 100_000),
                        number(form, at + ".minPercent", 100),
                        number(form, at + ".maxPercent", 100));
        boolean bounded =
                quota.min() != null
                        || quota.max() != null
                        || quota.minPercent() != null
                        || quota.maxPercent() != null;
        if (attribute.sealed() && places < FEWEST_FOR_SEALED) {
            form.reject(at + ".what", "selection.rules.few-places", "n", FEWEST_FOR_SEALED);
        }
        if (!bounded) {
            form.reject(at + ".min", "selection.rules.no-bound");
        } else if (Balance.least(quota, places) > Balance.most(quota, places)) {
            form.reject(at + ".min", "selection.rules.crossed");
        } else if (Balance.least(quota, places) > places) {
            form.reject(at + ".min", "selection.rules.beyond", "places", places);
        }
        return quota;
    }

    private static @Nullable Integer number(Form form, String field, int most) {
        var number = form.integer(field, 0, most);
        return number.isPresent() ? Integer.valueOf(number.getAsInt()) : null;
    }

    private static Optional<List<String>> named(
            Form form, String at, Set<String> numbers, int least) {
        List<String> named = new ArrayList<>();
        for (String part : form.line(at + ".numbers", 1000).split("[,;،؛\\s]+")) {
            String number = part.toUpperCase(java.util.Locale.ROOT);
            if (!number.isEmpty() && !numbers.contains(number)) {
                form.reject(at + ".numbers", "selection.rules.unknown-number", "number", part);
                return Optional.empty();
            }
            if (!number.isEmpty() && !named.contains(number)) {
                named.add(number);
            }
        }
        if (named.size() < least || (least == 1 && named.size() > 1)) {
            form.reject(at + ".numbers", "selection.rules.numbers", "n", least);
            return Optional.empty();
        }
        return Optional.of(named);
    }

    private static @Nullable Rule bar(Form form, String at, String id) {
        String text = form.requiredLine(at + ".score", 12).replace(',', '.').replace('٫', '.');
        try {
            BigDecimal min = new BigDecimal(text);
            if (min.signum() >= 0
                    && min.compareTo(BigDecimal.valueOf(ScoreGrid.TOP)) <= 0
                    && min.stripTrailingZeros().scale() <= 3) {
                return new Rule.ScoreThreshold(id, min.movePointRight(3).longValueExact());
            }
        } catch (NumberFormatException e) {
            // said below
        }
        form.reject(at + ".score", "selection.rules.score", "most", ScoreGrid.TOP);
        return null;
    }

    private static String id(String standing, String what, Set<String> taken) {
        String wanted = Slug.isSlug(standing) ? standing : Slug.from(what.replace(':', ' '));
        String id = wanted.isEmpty() ? "rule" : wanted;
        for (int n = 2; !taken.add(id); n++) {
            id = wanted + "-" + n;
        }
        return id;
    }
}

package org.rivages.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rivages.cohort.Mode;
import org.rivages.cohort.Outcome;
import org.rivages.cohort.Rule;
import org.rivages.site.Form;
import org.rivages.site.Words;

/**
 * The proposal under other bounds, tried out. Writes nothing and changes no rule; counts only what
 * the caller hands in. Where lots are drawn it never says who would be drawn then: nobody shall
 * look for the rule that draws whom they want.
 */
public final class WhatIf {
    private static final int MOST = 10_000;

    private WhatIf() {}

    /**
     * A bound that can be tried out.
     *
     * @param name in the form: {@code places}, {@code least.ID}, {@code most.ID}
     * @param value as the rule has it, in persons
     * @param top of the slider
     */
    public record Field(String name, String label, int value, int top) {}

    /**
     * @param kind optimal, tied (a draw decides who), infeasible, few, interrupted, crossed
     * @param difference in words, against the rule as it stands
     * @param comes who would be in and is not in the proposal
     * @param goes who is in the proposal and would be out
     */
    public record Result(
            String kind,
            String points,
            String difference,
            List<String> comes,
            List<String> goes,
            List<String> rules,
            List<String> changes) {}

    static List<Field> fields(
            RuleSet rules,
            RuleWords sentences,
            SavedRules saved,
            Map<String, Attribute> attributes,
            Words words) {
        List<Field> fields = new ArrayList<>();
        int places = rules.places();
        fields.add(new Field("places", words.get("selection.rules.places"), places, 2 * places));
        for (Rule rule : rules.rules()) {
            String sentence = words.get(sentences.sentence(saved, rule, attributes));
            if (rule instanceof Rule.Quota quota) {
                int least = Balance.least(quota, places);
                int most = Balance.most(quota, places);
                boolean low = quota.min() != null || quota.minPercent() != null;
                boolean high = most != Balance.NO_BOUND;
                if (low) {
                    fields.add(
                            field(
                                    "least",
                                    rule,
                                    label("least", high, sentence, words),
                                    least,
                                    places));
                }
                if (high) {
                    fields.add(
                            field("most", rule, label("most", low, sentence, words), most, places));
                }
            } else if (rule instanceof Rule.GroupCap cap) {
                fields.add(field("most", rule, sentence, cap.max(), places));
            }
        }
        return fields;
    }

    /** A rule with one bound says by itself which it is. */
    private static String label(String bound, boolean both, String sentence, Words words) {
        return both ? words.get("selection.whatif." + bound, "rule", sentence) : sentence;
    }

    private static Field field(String bound, Rule rule, String label, int value, int places) {
        return new Field(bound + "." + rule.id(), label, value, Math.max(value, places));
    }

    /** The rule with the bounds of the form; what is missing or unreadable stays as it is. */
    static RuleSet changed(RuleSet rules, Form form) {
        int places = form.integer("places", 0, MOST).orElse(rules.places());
        List<Rule> changed = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            changed.add(
                    switch (rule) {
                        case Rule.Quota quota -> changed(quota, rules.places(), form);
                        case Rule.GroupCap cap ->
                                new Rule.GroupCap(
                                        cap.id(), asked(form, "most." + cap.id(), cap.max()));
                        case Rule.Include _,
                                Rule.Exclude _,
                                Rule.MutuallyExclusive _,
                                Rule.ScoreThreshold _ ->
                                rule;
                    });
        }
        return new RuleSet(places, rules.mode(), rules.seed(), rules.aims(), changed);
    }

    private static int asked(Form form, String name, int standing) {
        return form.integer(name, 0, MOST).orElse(standing);
    }

    /** A percent stays one, and follows the places, unless the own bound was moved. */
    private static Rule changed(Rule.Quota quota, int places, Form form) {
        int least = Balance.least(quota, places);
        int most = Balance.most(quota, places);
        int asksLeast = asked(form, "least." + quota.id(), least);
        int asksMost = asked(form, "most." + quota.id(), most);
        boolean moved = asksLeast != least;
        boolean capped = asksMost != most;
        return new Rule.Quota(
                quota.id(),
                quota.attribute(),
                quota.value(),
                moved ? Integer.valueOf(asksLeast) : quota.min(),
                capped ? Integer.valueOf(asksMost) : quota.max(),
                moved ? null : quota.minPercent(),
                capped ? null : quota.maxPercent());
    }

    private static boolean crossed(RuleSet rules) {
        return rules.rules().stream()
                .anyMatch(rule ->
                        rule instanceof Rule.Quota quota
                                && Balance.least(quota, rules.places())
                                        > Balance.most(quota, rules.places()));
    }

    /**
     * @param words speaks of the changed rules
     * @return null while the rule as it stands has no proven answer to compare with
     */
    static @Nullable Result result(
            Engine engine,
            RuleSet standing,
            RuleSet changed,
            Candidates.All all,
            EngineWords words) {
        Solved base = engine.solve(Problems.of(standing, all.candidates(), List.of()).problem());
        if (!(base.outcome() instanceof Outcome.Optimal now)) {
            return null;
        }
        if (crossed(changed)) {
            return new Result("crossed", "", "", List.of(), List.of(), List.of(), List.of());
        }
        Problems.Posed posed = Problems.of(changed, all.candidates(), List.of());
        Outcome outcome =
                changed.places() == standing.places()
                        ? base.tryRules(posed.problem().rules())
                        : engine.solve(posed.problem()).outcome();
        return switch (outcome) {
            case Outcome.Optimal then ->
                    optimal(base, now, then.cohort(), changed.mode() == Mode.TIEBAND, words);
            case Outcome.Infeasible infeasible ->
                    new Result(
                            infeasible.rules().isEmpty() ? "few" : "infeasible",
                            "",
                            "",
                            List.of(),
                            List.of(),
                            infeasible.rules().stream().map(words::rule).toList(),
                            infeasible.repair().changes().stream().map(words::change).toList());
            case Outcome.Interrupted _ ->
                    new Result("interrupted", "", "", List.of(), List.of(), List.of(), List.of());
        };
    }

    private static Result optimal(
            Solved base, Outcome.Optimal now, List<String> then, boolean tied, EngineWords words) {
        long before = Problems.score(base.problem(), now.cohort());
        long after = Problems.score(base.problem(), then);
        Set<String> old = Set.copyOf(now.cohort());
        Set<String> fresh = Set.copyOf(then);
        if (tied) {
            return new Result(
                    "tied",
                    words.points(after),
                    words.lost(before - after),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }
        return new Result(
                "optimal",
                words.points(after),
                words.lost(before - after),
                then.stream().filter(one -> !old.contains(one)).map(words::name).toList(),
                now.cohort().stream().filter(one -> !fresh.contains(one)).map(words::name).toList(),
                List.of(),
                List.of());
    }
}

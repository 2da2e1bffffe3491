package org.rivages.selection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rivages.cohort.Aim;
import org.rivages.cohort.Mode;
import org.rivages.cohort.Rule;
import org.rivages.reviews.Points;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.site.Texts;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;

/** Says a rule: in the committee's words where it has some, else in ours. */
@Component
class RuleWords {
    private final Texts texts;

    RuleWords(Texts texts) {
        this.texts = texts;
    }

    LocalizedText sentence(SavedRules saved, Rule rule, Map<String, Attribute> attributes) {
        LocalizedText own = saved.sentences().getOrDefault(rule.id(), LocalizedText.EMPTY);
        Map<Language, String> said = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            said.put(
                    language,
                    own.has(language)
                            ? own.in(language)
                            : ours(saved.rules(), rule, attributes, texts.in(language)));
        }
        return new LocalizedText(said);
    }

    /** How the class is chosen within the rules: by merit or by lot, and what counts first. */
    List<LocalizedText> method(RuleSet rules, Map<String, Attribute> attributes) {
        List<LocalizedText> said = new ArrayList<>();
        if (rules.mode() == Mode.LOTTERY) {
            said.add(everywhere("selection.method.lottery", _ -> new Object[0]));
            return said;
        }
        for (int n = 0; n < rules.aims().size(); n++) {
            Aim aim = rules.aims().get(n);
            String key = n == 0 ? "selection.method.first" : "selection.method.then";
            said.add(everywhere(key, words -> new Object[] {"aim", aim(aim, attributes, words)}));
        }
        if (rules.mode() == Mode.TIEBAND) {
            said.add(everywhere("selection.method.tieband", _ -> new Object[0]));
        }
        return said;
    }

    static String aim(Aim aim, Map<String, Attribute> attributes, Words words) {
        return switch (aim) {
            case Aim.Score _ -> words.get("selection.aim.score");
            case Aim.Distinct distinct ->
                    words.get(
                            "selection.aim.distinct",
                            "attribute",
                            label(distinct.attribute(), attributes, words));
            case Aim.Worst worst ->
                    words.get(
                            "selection.aim.worst",
                            "attribute",
                            label(worst.attribute(), attributes, words));
        };
    }

    private static String label(String attribute, Map<String, Attribute> attributes, Words words) {
        Attribute known = attributes.get(attribute);
        return known == null ? attribute : words.get(known.label());
    }

    /** One of our messages in every language. */
    LocalizedText everywhere(String key, java.util.function.Function<Words, Object[]> args) {
        Map<Language, String> said = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Words words = texts.in(language);
            said.put(language, words.get(key, args.apply(words)));
        }
        return new LocalizedText(said);
    }

    static String ours(RuleSet rules, Rule rule, Map<String, Attribute> attributes, Words words) {
        return switch (rule) {
            case Rule.Quota quota -> quota(rules, quota, attributes, words);
            case Rule.GroupCap cap -> words.get("selection.rule.groupCap", "most", cap.max());
            case Rule.Include include ->
                    words.get("selection.rule.include", "candidate", include.candidate());
            case Rule.Exclude exclude ->
                    words.get("selection.rule.exclude", "candidate", exclude.candidate());
            case Rule.MutuallyExclusive several ->
                    words.get(
                            "selection.rule.mutuallyExclusive",
                            "candidates",
                            words.list(several.candidates()));
            case Rule.ScoreThreshold bar ->
                    words.get("selection.rule.scoreThreshold", "score", points(bar.min(), words));
        };
    }

    private static String quota(
            RuleSet rules, Rule.Quota quota, Map<String, Attribute> attributes, Words words) {
        Attribute attribute = attributes.get(quota.attribute());
        String label = label(quota.attribute(), attributes, words);
        int least = Balance.least(quota, rules.places());
        int most = Balance.most(quota, rules.places());
        String bounds =
                most == Balance.NO_BOUND
                        ? "min"
                        : least == 0 ? "max" : least == most ? "exact" : "both";
        String value = quota.value();
        String key = "selection.rule.quota." + (quota.each() ? "each." : "") + bounds;
        return words.get(
                key,
                List.of(
                                "attribute",
                                label,
                                "value",
                                value == null || attribute == null
                                        ? "" + value
                                        : attribute.value(value, words),
                                "least",
                                least,
                                "most",
                                most)
                        .toArray());
    }

    /** Thousandths of a point as people read them: 3.867. */
    static String points(long thousandths, Words words) {
        return Points.of((int) thousandths, words);
    }
}

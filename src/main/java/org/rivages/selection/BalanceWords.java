package org.rivages.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.rivages.applications.ApplicationSummary;
import org.rivages.cohort.Rule;
import org.rivages.site.Words;

/** Says how a balance stands, and what a person does to it, in one language. */
final class BalanceWords {
    /** A rule for each value shows its fullest values and folds the rest away. */
    private static final int LINES = 12;

    private final SavedRules saved;
    private final Map<String, Attribute> attributes;
    private final Map<String, String> groups;
    private final RuleWords sentences;
    private final Words words;

    /**
     * @param groups folded organisation → its name
     */
    BalanceWords(
            SavedRules saved,
            Map<String, Attribute> attributes,
            Map<String, String> groups,
            RuleWords sentences,
            Words words) {
        this.saved = saved;
        this.attributes = attributes;
        this.groups = groups;
        this.sentences = sentences;
        this.words = words;
    }

    /** How organisations are grouped → the name of one that was written. */
    static Map<String, String> names(Candidates.All all) {
        Map<String, String> names = new java.util.HashMap<>();
        for (Candidate candidate : all.candidates()) {
            ApplicationSummary summary = all.summaries().get(candidate.id());
            if (summary != null && !candidate.group().isEmpty()) {
                names.putIfAbsent(candidate.group(), summary.organisation());
            }
        }
        return names;
    }

    /**
     * @param sealedToo whether lines over sealed attributes may be said
     */
    List<RuleView> rules(Balance balance, boolean sealedToo) {
        List<RuleView> views = new ArrayList<>();
        for (Rule rule : saved.rules().rules()) {
            boolean sealed = Selection.sealed(rule, attributes);
            boolean hidden = sealed && !sealedToo;
            views.add(
                    new RuleView(
                            rule.id(),
                            words.get(sentences.sentence(saved, rule, attributes)),
                            sealed,
                            hidden,
                            hidden ? "" : balance.standing(rule).code(),
                            hidden ? List.of() : bars(rule, balance.lines(rule))));
        }
        return views;
    }

    private List<RuleView.Bar> bars(Rule rule, List<Balance.Line> lines) {
        int top = 1;
        for (Balance.Line line : lines) {
            int most = line.most() == Balance.NO_BOUND ? 0 : line.most();
            top = Math.max(top, Math.max(line.count(), Math.max(line.least(), most)));
        }
        boolean several =
                rule instanceof Rule.Quota quota && quota.each() || rule instanceof Rule.GroupCap;
        boolean cap = rule instanceof Rule.GroupCap;
        int whole = top;
        return lines.stream()
                .filter(line -> !several || line.count() > (cap ? 1 : 0) || line.least() > 0)
                .sorted(Comparator.comparingInt(Balance.Line::count).reversed())
                .limit(LINES)
                .map(line -> bar(rule, line, several, whole))
                .toList();
    }

    private RuleView.Bar bar(Rule rule, Balance.Line line, boolean several, int whole) {
        List<String> goals = new ArrayList<>();
        if (line.least() > 0) {
            goals.add(RuleView.share(line.least(), whole));
        }
        if (line.most() != Balance.NO_BOUND && line.most() != line.least()) {
            goals.add(RuleView.share(line.most(), whole));
        }
        return new RuleView.Bar(
                several ? label(rule, line) : "",
                line.standing().code(),
                bounds(line),
                RuleView.share(line.count(), whole),
                goals);
    }

    /** "3 of 10–15". */
    private String bounds(Balance.Line line) {
        String key =
                line.most() == Balance.NO_BOUND
                        ? "min"
                        : line.least() == 0
                                ? "max"
                                : line.least() == line.most() ? "exact" : "both";
        return words.get(
                "selection.count." + key,
                "count",
                line.count(),
                "least",
                line.least(),
                "most",
                line.most());
    }

    private String label(Rule rule, Balance.Line line) {
        if (rule instanceof Rule.GroupCap) {
            return groups.getOrDefault(line.value(), line.value());
        }
        Attribute attribute = attributes.get(line.attribute());
        return attribute == null ? line.value() : attribute.value(line.value(), words);
    }

    /** What it does when this person, who is not in, comes in. */
    List<BoardRow.Effect> adding(Balance balance, Candidate candidate) {
        List<BoardRow.Effect> effects = new ArrayList<>();
        for (Balance.Change change : balance.adding(candidate)) {
            Rule rule = rule(change.line());
            boolean cap = rule instanceof Rule.GroupCap;
            switch (change.effect()) {
                case HELPS -> effects.add(effect("helps", rule, change.line()));
                case FILLS -> {
                    if (!cap && !(rule instanceof Rule.MutuallyExclusive)) {
                        effects.add(effect("fills", rule, change.line()));
                    }
                }
                case BREAKS ->
                        effects.add(
                                effect(
                                        change.line().count() > change.line().most()
                                                ? "over"
                                                : "starves",
                                        rule,
                                        change.line()));
            }
        }
        return effects;
    }

    /** What goes under a minimum when this person, who is in, goes. */
    List<BoardRow.Effect> losing(Balance balance, Candidate candidate) {
        return balance.losing(candidate).stream()
                .map(line -> effect("needed", rule(line), line))
                .toList();
    }

    private Rule rule(Balance.Line line) {
        return saved.rules().rules().stream()
                .filter(rule -> rule.id().equals(line.rule()))
                .findFirst()
                .orElseThrow();
    }

    private BoardRow.Effect effect(String key, Rule rule, Balance.Line line) {
        boolean named = rule instanceof Rule.Quota || rule instanceof Rule.GroupCap;
        String what =
                named ? label(rule, line) : words.get(sentences.sentence(saved, rule, attributes));
        String text =
                words.get(
                        named ? "selection.effect." + key : "selection.effect.other",
                        "what",
                        what,
                        "count",
                        line.count(),
                        "least",
                        line.least(),
                        "most",
                        line.most() == Balance.NO_BOUND ? 0 : line.most());
        String kind = key.equals("over") || key.equals("starves") ? "breaks" : key;
        return new BoardRow.Effect(kind, text);
    }

    /**
     * "9 countries, 6 professions": how rich the class is, by the open attributes that rules or
     * aims name.
     */
    List<String> facts(List<Candidate> in) {
        List<String> facts = new ArrayList<>();
        for (Attribute attribute : attributes.values()) {
            boolean named = saved.rules().attributes().contains(attribute.key());
            if (named && !attribute.sealed()) {
                facts.add(
                        words.get(
                                "selection.distinct",
                                "attribute",
                                words.get(attribute.label()),
                                "n",
                                distinct(attribute.key(), in)));
            }
        }
        return facts;
    }

    /** How many different values of this attribute are among those in. */
    private static int distinct(String attribute, List<Candidate> chosen) {
        java.util.Set<String> values = new java.util.HashSet<>();
        chosen.forEach(candidate -> values.add(candidate.value(attribute)));
        values.remove("");
        return values.size();
    }
}

package org.rivages.cohortfiles;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rivages.cohort.Outcome;
import org.rivages.cohort.Problem;
import org.rivages.cohort.Repair;
import org.rivages.cohort.Rule;
import org.rivages.shared.Language;

/** Rules, and why they cannot hold together, in words. Bounds are told in persons. */
public final class RuleSentences {
    private final Phrases phrases;
    private final Problem problem;
    private final Map<String, Rule> rules = new HashMap<>();

    public RuleSentences(Problem problem, Language language) {
        this.problem = problem;
        phrases = new Phrases(language);
        problem.rules().forEach(rule -> rules.put(rule.id(), rule));
    }

    public String rule(Rule rule) {
        return switch (rule) {
            case Rule.Quota quota -> quota(quota);
            case Rule.GroupCap cap -> phrases.get("cohortfiles.rule.groupCap", "most", cap.max());
            case Rule.Include include ->
                    phrases.get("cohortfiles.rule.include", "candidate", include.candidate());
            case Rule.Exclude exclude ->
                    phrases.get("cohortfiles.rule.exclude", "candidate", exclude.candidate());
            case Rule.MutuallyExclusive several ->
                    phrases.get(
                            "cohortfiles.rule.mutuallyExclusive",
                            "candidates",
                            String.join(", ", several.candidates()));
            case Rule.ScoreThreshold bar ->
                    phrases.get(
                            "cohortfiles.rule.scoreThreshold", "score", Points.written(bar.min()));
        };
    }

    private String quota(Rule.Quota quota) {
        RuleCounts.Bounds bounds = RuleCounts.bounds(quota, problem.places());
        boolean least = quota.min() != null || quota.minPercent() != null;
        boolean most = quota.max() != null || quota.maxPercent() != null;
        String form =
                !most ? "min" : !least ? "max" : bounds.least() == bounds.most() ? "exact" : "both";
        return phrases.get(
                "cohortfiles.rule.quota." + (quota.each() ? "each." : "") + form,
                "attribute",
                quota.attribute(),
                "value",
                quota.value() == null ? "" : quota.value(),
                "least",
                bounds.least(),
                "most",
                bounds.most());
    }

    /** In every language, by its code. */
    static Map<String, String> infeasible(Problem problem, Outcome.Infeasible infeasible) {
        Map<String, String> text = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            text.put(language.code(), new RuleSentences(problem, language).infeasible(infeasible));
        }
        return text;
    }

    /** Which rules contradict each other, and the smallest change that works. */
    public String infeasible(Outcome.Infeasible infeasible) {
        String why =
                infeasible.rules().isEmpty()
                        ? phrases.get(
                                "cohortfiles.infeasible.few",
                                "all",
                                problem.candidates().size(),
                                "places",
                                problem.places())
                        : phrases.get(
                                "cohortfiles.infeasible.rules",
                                "n",
                                infeasible.rules().size(),
                                "places",
                                problem.places(),
                                "rules",
                                joined(infeasible.rules().stream().map(this::named).toList()));
        if (infeasible.repair().changes().isEmpty()) {
            return why;
        }
        String key =
                infeasible.repair().proven()
                        ? "cohortfiles.infeasible.repair"
                        : "cohortfiles.infeasible.repair.unproven";
        return why
                + " "
                + phrases.get(
                        key,
                        "changes",
                        joined(infeasible.repair().changes().stream().map(this::change).toList()));
    }

    private String named(String id) {
        Rule rule = rules.get(id);
        return rule == null ? id : rule(rule);
    }

    private String joined(List<String> parts) {
        return parts.stream()
                .collect(Collectors.joining(phrases.get("cohortfiles.list.separator") + " "));
    }

    private String change(Repair.Change change) {
        String key =
                switch (change.kind()) {
                    case MINIMUM -> "cohortfiles.repair.minimum";
                    case MAXIMUM -> "cohortfiles.repair.maximum";
                    case DROP -> "cohortfiles.repair.drop";
                    case PLACES -> "cohortfiles.repair.places";
                };
        return phrases.get(
                key, "rule", named(change.rule()), "from", change.from(), "to", change.to());
    }
}

package org.rivages.cohort;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with a problem before anybody tries to solve it. */
final class Faults {
    private final List<Fault> found = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> attributes = new HashSet<>();

    private Faults() {}

    static List<Fault> of(
            int places,
            List<Aim> aims,
            List<Rule> rules,
            List<String> attributes,
            List<Candidate> candidates) {
        Faults faults = new Faults();
        faults.when(places < 0, Fault.Code.NEGATIVE_PLACES, String.valueOf(places));
        for (String attribute : attributes) {
            faults.when(
                    !faults.attributes.add(attribute), Fault.Code.DUPLICATE_ATTRIBUTE, attribute);
        }
        candidates.forEach(candidate -> faults.candidate(candidate, attributes.size()));
        faults.aims(aims);
        Set<String> ruleIds = new HashSet<>();
        for (Rule rule : rules) {
            faults.when(!ruleIds.add(rule.id()), Fault.Code.DUPLICATE_RULE, rule.id());
            faults.rule(rule);
        }
        return faults.found;
    }

    private void when(boolean wrong, Fault.Code code, String subject) {
        if (wrong) {
            found.add(new Fault(code, subject));
        }
    }

    private void candidate(Candidate candidate, int columns) {
        when(!ids.add(candidate.id()), Fault.Code.DUPLICATE_CANDIDATE, candidate.id());
        when(
                candidate.values().size() != columns,
                Fault.Code.WRONG_NUMBER_OF_VALUES,
                candidate.id());
        boolean large =
                candidate.score() > Problem.GREATEST_SCORE
                        || candidate.score() < -Problem.GREATEST_SCORE;
        when(large, Fault.Code.SCORE_TOO_LARGE, candidate.id());
    }

    private void aims(List<Aim> aims) {
        Set<Aim> seen = new HashSet<>();
        for (Aim aim : aims) {
            when(!seen.add(aim), Fault.Code.DUPLICATE_AIM, aim.code());
            switch (aim) {
                case Aim.Score _ -> {}
                case Aim.Distinct distinct -> attribute(distinct.attribute());
                case Aim.Worst worst -> attribute(worst.attribute());
            }
        }
    }

    private void attribute(String attribute) {
        when(!attributes.contains(attribute), Fault.Code.UNKNOWN_ATTRIBUTE, attribute);
    }

    private void named(String candidate) {
        when(!ids.contains(candidate), Fault.Code.UNKNOWN_CANDIDATE, candidate);
    }

    private void rule(Rule rule) {
        switch (rule) {
            case Rule.Quota quota -> {
                attribute(quota.attribute());
                when("".equals(quota.value()), Fault.Code.EMPTY_VALUE, quota.id());
                bounds(quota.id(), quota.min(), quota.max(), Fault.Code.NEGATIVE_BOUND);
                percent(quota.id(), quota.minPercent());
                percent(quota.id(), quota.maxPercent());
                bounds(quota.id(), quota.minPercent(), quota.maxPercent(), null);
            }
            case Rule.GroupCap cap -> when(cap.max() < 0, Fault.Code.NEGATIVE_BOUND, cap.id());
            case Rule.Include include -> named(include.candidate());
            case Rule.Exclude exclude -> named(exclude.candidate());
            case Rule.MutuallyExclusive several -> several.candidates().forEach(this::named);
            case Rule.ScoreThreshold bar -> {
                boolean large =
                        bar.min() > Problem.GREATEST_SCORE || bar.min() < -Problem.GREATEST_SCORE;
                when(large, Fault.Code.SCORE_TOO_LARGE, bar.id());
            }
        }
    }

    private void bounds(
            String id, @Nullable Integer min, @Nullable Integer max, Fault.@Nullable Code negative) {
        if (negative != null) {
            when(min != null && min < 0 || max != null && max < 0, negative, id);
        }
        when(min != null && max != null && min > max, Fault.Code.MINIMUM_ABOVE_MAXIMUM, id);
    }

    private void percent(String id, @Nullable Integer percent) {
        boolean outside = percent != null && (percent < 0 || percent > 100);
        when(outside, Fault.Code.PERCENT_OUT_OF_RANGE, id);
    }
}

package org.rivages.cohort;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts one cohort against rules, for the checker alone. */
final class CheckedCohort {
    private CheckedCohort() {}

    /**
     * @param changes bounds that stand in place of those of the rules
     * @throws CheckedProof.Broken where a rule is broken
     */
    static void keeps(
            CheckedRows people,
            int places,
            List<Rule> rules,
            List<Repair.Change> changes,
            int[] cohort) {
        if (cohort.length != places) {
            throw new CheckedProof.Broken(
                    Verdict.Reason.WRONG_NUMBER_OF_PLACES, String.valueOf(cohort.length));
        }
        Set<String> in = new HashSet<>();
        for (int i : cohort) {
            in.add(people.candidates[i].id());
        }
        Map<String, Map<Repair.Kind, Long>> changed = new HashMap<>();
        for (Repair.Change change : changes) {
            changed.computeIfAbsent(change.rule(), _ -> new HashMap<>())
                    .put(change.kind(), change.to());
        }
        for (Rule rule : rules) {
            Map<Repair.Kind, Long> own = changed.getOrDefault(rule.id(), Map.of());
            boolean kept =
                    own.containsKey(Repair.Kind.DROP)
                            || keeps(people, places, rule, own, cohort, in);
            if (!kept) {
                throw new CheckedProof.Broken(Verdict.Reason.RULE_BROKEN, rule.id());
            }
        }
    }

    private static boolean keeps(
            CheckedRows people,
            int places,
            Rule rule,
            Map<Repair.Kind, Long> changed,
            int[] cohort,
            Set<String> in) {
        return switch (rule) {
            case Rule.Include include -> in.contains(include.candidate());
            case Rule.Exclude exclude -> !in.contains(exclude.candidate());
            case Rule.MutuallyExclusive several ->
                    new HashSet<>(several.candidates()).stream().filter(in::contains).count() <= 1;
            case Rule.ScoreThreshold bar ->
                    Arrays.stream(cohort).allMatch(i -> people.candidates[i].score() >= bar.min());
            case Rule.GroupCap cap -> {
                long most = changed.getOrDefault(Repair.Kind.MAXIMUM, (long) cap.max());
                yield Arrays.stream(counts(people.groups(), cohort)).allMatch(n -> n <= most);
            }
            case Rule.Quota quota -> {
                long least =
                        changed.getOrDefault(
                                Repair.Kind.MINIMUM, CheckedRows.atLeast(quota, places));
                long most =
                        changed.getOrDefault(
                                Repair.Kind.MAXIMUM, CheckedRows.atMost(quota, places));
                CheckedRows.Table table = people.attribute(quota.attribute());
                long[] counts = counts(table, cohort);
                int only = quota.value() == null ? -1 : table.texts().indexOf(quota.value());
                if (quota.value() != null) {
                    long count = only < 0 ? 0 : counts[only];
                    yield count >= least && count <= most;
                }
                yield Arrays.stream(counts).allMatch(n -> n >= least && n <= most);
            }
        };
    }

    static long[] counts(CheckedRows.Table table, int[] cohort) {
        long[] counts = new long[table.texts().size()];
        for (int i : cohort) {
            if (table.codes()[i] >= 0) {
                counts[table.codes()[i]]++;
            }
        }
        return counts;
    }

    static long value(CheckedRows people, Aim aim, int[] cohort) {
        return switch (aim) {
            case Aim.Score _ ->
                    Arrays.stream(cohort).mapToLong(i -> people.candidates[i].score()).sum();
            case Aim.Distinct distinct ->
                    Arrays.stream(counts(people.attribute(distinct.attribute()), cohort))
                            .filter(n -> n > 0)
                            .count();
            case Aim.Worst worst ->
                    Arrays.stream(counts(people.attribute(worst.attribute()), cohort))
                            .min()
                            .orElse(0);
        };
    }
}

package org.rivages.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tries every cohort, with rules read as plainly as they are written. */
final class BruteForce {
    private static final int ROUNDS = 3;

    private BruteForce() {}

    /** Ids, ascending; null where no cohort keeps the rules. */
    static @Nullable List<String> best(Problem problem) {
        long[] most = null;
        List<String> best = null;
        for (List<Candidate> cohort : cohorts(problem)) {
            if (keeps(problem, problem.rules(), cohort)) {
                long[] values = values(problem, cohort);
                if (most == null || Arrays.compare(values, most) > 0) {
                    most = values;
                    best = ids(cohort);
                }
            }
        }
        return best;
    }

    static List<String> ids(List<Candidate> cohort) {
        return cohort.stream().map(Candidate::id).sorted().toList();
    }

    static boolean possible(Problem problem, List<Rule> rules) {
        return cohorts(problem).stream().anyMatch(cohort -> keeps(problem, rules, cohort));
    }

    /** Every group of as many candidates as there are places. */
    static List<List<Candidate>> cohorts(Problem problem) {
        List<Candidate> all = problem.candidates();
        List<List<Candidate>> cohorts = new ArrayList<>();
        for (int mask = 0; mask < 1 << all.size(); mask++) {
            if (Integer.bitCount(mask) == problem.places()) {
                List<Candidate> cohort = new ArrayList<>();
                for (int i = 0; i < all.size(); i++) {
                    if ((mask >> i & 1) == 1) {
                        cohort.add(all.get(i));
                    }
                }
                cohorts.add(cohort);
            }
        }
        return cohorts;
    }

    private static long[] values(Problem problem, List<Candidate> cohort) {
        long[] values = new long[problem.aims().size() + ROUNDS];
        for (int k = 0; k < problem.aims().size(); k++) {
            values[k] = value(problem, problem.aims().get(k), cohort);
        }
        for (int round = 1; round <= ROUNDS; round++) {
            TieDraw draw = new TieDraw(problem.seed(), round);
            for (Candidate candidate : cohort) {
                values[problem.aims().size() + round - 1] += draw.number(candidate.id());
            }
        }
        return values;
    }

    static long value(Problem problem, Aim aim, List<Candidate> cohort) {
        return switch (aim) {
            case Aim.Score _ -> cohort.stream().mapToLong(Candidate::score).sum();
            case Aim.Distinct distinct ->
                    counts(problem, distinct.attribute(), cohort).values().stream()
                            .filter(count -> count > 0)
                            .count();
            case Aim.Worst worst ->
                    counts(problem, worst.attribute(), cohort).values().stream()
                            .min(Integer::compare)
                            .orElse(0);
        };
    }

    private static Map<String, Integer> counts(
            Problem problem, String attribute, List<Candidate> cohort) {
        int column = problem.attributes().indexOf(attribute);
        Map<String, Integer> counts = new HashMap<>();
        problem.candidates().forEach(one -> counts.put(one.values().get(column), 0));
        cohort.forEach(one -> counts.merge(one.values().get(column), 1, Integer::sum));
        counts.remove("");
        return counts;
    }

    static boolean keeps(Problem problem, List<Rule> rules, List<Candidate> cohort) {
        List<String> ids = cohort.stream().map(Candidate::id).toList();
        return rules.stream().allMatch(rule -> keeps(problem, rule, cohort, ids));
    }

    private static boolean keeps(
            Problem problem, Rule rule, List<Candidate> cohort, List<String> ids) {
        return switch (rule) {
            case Rule.Include include -> ids.contains(include.candidate());
            case Rule.Exclude exclude -> !ids.contains(exclude.candidate());
            case Rule.MutuallyExclusive several ->
                    Collections.disjoint(several.candidates(), ids)
                            || several.candidates().stream().filter(ids::contains).distinct().count()
                                    == 1;
            case Rule.ScoreThreshold bar ->
                    cohort.stream().allMatch(one -> one.score() >= bar.min());
            case Rule.GroupCap cap ->
                    cohort.stream()
                            .filter(one -> !one.group().isEmpty())
                            .allMatch(
                                    one ->
                                            cohort.stream()
                                                            .filter(
                                                                    other ->
                                                                            other.group()
                                                                                    .equals(
                                                                                            one
                                                                                                    .group()))
                                                            .count()
                                                    <= cap.max());
            case Rule.Quota quota -> {
                Map<String, Integer> counts = counts(problem, quota.attribute(), cohort);
                yield quota.value() == null
                        ? counts.values().stream()
                                .allMatch(count -> within(quota, count, problem.places()))
                        : within(quota, counts.getOrDefault(quota.value(), 0), problem.places());
            }
        };
    }

    private static boolean within(Rule.Quota quota, int count, int places) {
        return (quota.min() == null || count >= quota.min())
                && (quota.max() == null || count <= quota.max())
                && (quota.minPercent() == null || 100 * count >= quota.minPercent() * places)
                && (quota.maxPercent() == null || 100 * count <= quota.maxPercent() * places);
    }

    private static long least(Rule.Quota quota, int places) {
        int least = 0;
        while (quota.min() != null && least < quota.min()
                || quota.minPercent() != null && 100 * least < quota.minPercent() * places) {
            least++;
        }
        return least;
    }

    private static long most(Rule.Quota quota, int places) {
        int most = 10_000;
        while (quota.max() != null && most > quota.max()
                || quota.maxPercent() != null && 100 * most > quota.maxPercent() * places) {
            most--;
        }
        return most;
    }

    /** What it costs, in persons and rules, until this cohort would keep the rules. */
    static long repair(Problem problem, List<Candidate> cohort) {
        long total = 0;
        List<String> ids = cohort.stream().map(Candidate::id).toList();
        for (Rule rule : problem.rules()) {
            total +=
                    switch (rule) {
                        case Rule.Quota quota -> {
                            Map<String, Integer> counts =
                                    new HashMap<>(counts(problem, quota.attribute(), cohort));
                            if (quota.value() != null) {
                                int own = counts.getOrDefault(quota.value(), 0);
                                counts.clear();
                                counts.put(quota.value(), own);
                            }
                            long under = 0;
                            long over = 0;
                            for (int count : counts.values()) {
                                under = Math.max(under, least(quota, problem.places()) - count);
                                over = Math.max(over, count - most(quota, problem.places()));
                            }
                            yield under + over;
                        }
                        case Rule.GroupCap cap -> {
                            Map<String, Integer> groups = new HashMap<>();
                            cohort.forEach(one -> groups.merge(one.group(), 1, Integer::sum));
                            groups.remove("");
                            yield groups.values().stream()
                                    .mapToInt(count -> Math.max(0, count - cap.max()))
                                    .max()
                                    .orElse(0);
                        }
                        case Rule.Include _,
                                Rule.Exclude _,
                                Rule.MutuallyExclusive _,
                                Rule.ScoreThreshold _ ->
                                keeps(problem, rule, cohort, ids) ? 0 : 1;
                    };
        }
        return total;
    }
}

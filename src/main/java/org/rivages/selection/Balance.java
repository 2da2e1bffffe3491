package org.rivages.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rivages.cohort.Bounds;
import org.rivages.cohort.Rule;

/**
 * How a group of people stands against the rules. Pure and exact; counts everything, sealed
 * attributes too, so who may see which line is decided by those who show it ({@link BoardView}).
 *
 * <p>A line is one bound on one number: a quota has one, a quota for each value one per value, a
 * cap one per organisation.
 */
final class Balance {
    static final int NO_BOUND = Integer.MAX_VALUE;

    /** In persons; 0 for none. */
    static int least(Rule.Quota quota, int places) {
        return (int) Bounds.least(quota, places);
    }

    /** In persons; {@link #NO_BOUND} for none. */
    static int most(Rule.Quota quota, int places) {
        return quota.max() == null && quota.maxPercent() == null
                ? NO_BOUND
                : (int) Bounds.most(quota, places);
    }

    /**
     * @param rule its id
     * @param value the value or organisation that is counted, "" where the rule names candidates
     * @param attribute "" unless it is a quota
     * @param least 0 for none
     * @param most {@link #NO_BOUND} for none
     */
    record Line(String rule, String attribute, String value, int count, int least, int most) {
        Standing standing() {
            if (count > most) {
                return Standing.OVER;
            }
            if (count < least) {
                return Standing.SHORT;
            }
            return count == most ? Standing.FULL : Standing.MET;
        }

        /** How far it is broken: persons too many or too few. */
        int broken() {
            return count > most ? count - most : Math.max(0, least - count);
        }

        /**
         * The same, where so many places are still free: too few only if they cannot be made up.
         */
        int brokenWith(int free) {
            return count > most ? count - most : Math.max(0, least - count - free);
        }

        private Line plus(int change) {
            return new Line(rule, attribute, value, count + change, least, most);
        }
    }

    enum Standing {
        SHORT,
        MET,
        /** Met, and nobody more fits. */
        FULL,
        OVER;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        boolean good() {
            return this == MET || this == FULL;
        }
    }

    /** What one more person does to a line. */
    enum Effect {
        /** Brings a line nearer to its minimum. */
        HELPS,
        /** Takes the last room of a line. */
        FILLS,
        /** Goes over a maximum, or leaves too few places for a minimum. */
        BREAKS
    }

    /**
     * @param line as it would stand
     */
    record Change(Effect effect, Line line) {}

    private final RuleSet rules;
    private final Map<String, List<Line>> lines = new TreeMap<>();
    private final Map<String, Map<String, Integer>> index = new HashMap<>();
    private final int chosen;

    private Balance(RuleSet rules, int chosen) {
        this.rules = rules;
        this.chosen = chosen;
    }

    /**
     * @param all every candidate: says which values there are
     * @param chosen those of them who are in
     */
    static Balance of(RuleSet rules, Collection<Candidate> all, Collection<Candidate> chosen) {
        Balance balance = new Balance(rules, chosen.size());
        for (Rule rule : rules.rules()) {
            balance.count(rule, all, chosen);
        }
        return balance;
    }

    private void count(Rule rule, Collection<Candidate> all, Collection<Candidate> chosen) {
        Map<String, Integer> counts = new TreeMap<>();
        if (rule instanceof Rule.Quota quota && quota.each() || rule instanceof Rule.GroupCap) {
            all.forEach(candidate -> key(rule, candidate).forEach(key -> counts.put(key, 0)));
        } else {
            counts.put(rule instanceof Rule.Quota quota ? "" + quota.value() : "", 0);
        }
        for (Candidate candidate : chosen) {
            key(rule, candidate).forEach(key -> counts.merge(key, 1, Integer::sum));
        }
        List<Line> found = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        counts.forEach((value, count) -> {
            places.put(value, found.size());
            found.add(line(rule, value, count));
        });
        lines.put(rule.id(), found);
        index.put(rule.id(), places);
    }

    private Line line(Rule rule, String value, int count) {
        return switch (rule) {
            case Rule.Quota quota ->
                    new Line(
                            quota.id(),
                            quota.attribute(),
                            value,
                            count,
                            least(quota, rules.places()),
                            most(quota, rules.places()));
            case Rule.GroupCap cap -> new Line(cap.id(), "", value, count, 0, cap.max());
            case Rule.Include include -> new Line(include.id(), "", value, count, 1, NO_BOUND);
            case Rule.Exclude exclude -> new Line(exclude.id(), "", value, count, 0, 0);
            case Rule.MutuallyExclusive several -> new Line(several.id(), "", value, count, 0, 1);
            case Rule.ScoreThreshold bar -> new Line(bar.id(), "", value, count, 0, 0);
        };
    }

    /** Which line of the rule counts this candidate: none or one. */
    private static List<String> key(Rule rule, Candidate candidate) {
        return switch (rule) {
            case Rule.Quota quota -> {
                String value = candidate.value(quota.attribute());
                yield !value.isEmpty() && (quota.each() || value.equals(quota.value()))
                        ? List.of(value)
                        : List.of();
            }
            case Rule.GroupCap _ ->
                    candidate.group().isEmpty() ? List.of() : List.of(candidate.group());
            case Rule.Include include -> named(include.candidate().equals(candidate.number()));
            case Rule.Exclude exclude -> named(exclude.candidate().equals(candidate.number()));
            case Rule.MutuallyExclusive several ->
                    named(several.candidates().contains(candidate.number()));
            case Rule.ScoreThreshold bar -> named(candidate.score() < bar.min());
        };
    }

    private static List<String> named(boolean counts) {
        return counts ? List.of("") : List.of();
    }

    private Map<String, Integer> places(Rule rule) {
        return index.getOrDefault(rule.id(), Map.of());
    }

    int free() {
        return Math.max(0, rules.places() - chosen);
    }

    int chosen() {
        return chosen;
    }

    /** Every line, in the order of the rules. */
    List<Line> lines() {
        List<Line> all = new ArrayList<>();
        rules.rules().forEach(rule -> all.addAll(lines(rule)));
        return all;
    }

    List<Line> lines(Rule rule) {
        return lines.getOrDefault(rule.id(), List.of());
    }

    /** The rule as a whole: over before short before full. */
    Standing standing(Rule rule) {
        Standing worst = Standing.MET;
        boolean full = true;
        for (Line line : lines(rule)) {
            Standing standing = line.standing();
            if (standing == Standing.OVER) {
                return standing;
            }
            worst = standing == Standing.SHORT ? standing : worst;
            full &= standing == Standing.FULL;
        }
        return worst == Standing.MET && full && !lines(rule).isEmpty() ? Standing.FULL : worst;
    }

    /** Persons too many and persons who can no longer be made up, over all lines. */
    int broken() {
        int free = free();
        return Math.max(0, chosen - rules.places())
                + lines().stream().mapToInt(line -> line.brokenWith(free)).sum();
    }

    /** What it does to the lines when this candidate comes in: only lines that change for it. */
    List<Change> adding(Candidate candidate) {
        List<Change> changes = new ArrayList<>();
        int freeAfter = rules.places() - chosen - 1;
        for (Rule rule : rules.rules()) {
            String own = key(rule, candidate).stream().findFirst().orElse(null);
            List<Line> all = lines(rule);
            Integer place = own == null ? null : places(rule).get(own);
            if (place != null) {
                change(all.get(place).plus(1), freeAfter).ifPresent(changes::add);
            }
            if (freeAfter >= 0) {
                for (int i = 0; i < all.size(); i++) {
                    Line line = all.get(i);
                    if ((place == null || i != place) && starves(line, freeAfter)) {
                        changes.add(new Change(Effect.BREAKS, line));
                    }
                }
            }
        }
        return changes;
    }

    /**
     * How many more persons are too many or out of reach when one who is in gives way to another.
     */
    int exchange(Candidate out, Candidate in) {
        int free = free();
        int more = 0;
        for (Rule rule : rules.rules()) {
            String leaves = key(rule, out).stream().findFirst().orElse(null);
            String comes = key(rule, in).stream().findFirst().orElse(null);
            if (!java.util.Objects.equals(leaves, comes)) {
                more += shifted(rule, leaves, -1, free) + shifted(rule, comes, 1, free);
            }
        }
        return more;
    }

    private int shifted(Rule rule, @Nullable String value, int change, int free) {
        Integer place = value == null ? null : places(rule).get(value);
        if (place == null) {
            return 0;
        }
        Line line = lines(rule).get(place);
        return line.plus(change).brokenWith(free) - line.brokenWith(free);
    }

    /** Lines that fall under their minimum when this candidate, who is in, goes. */
    List<Line> losing(Candidate candidate) {
        List<Line> losing = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            for (String value : key(rule, candidate)) {
                Integer place = places(rule).get(value);
                if (place != null) {
                    Line after = lines(rule).get(place).plus(-1);
                    if (after.count() == after.least() - 1) {
                        losing.add(after);
                    }
                }
            }
        }
        return losing;
    }

    private static java.util.Optional<Change> change(Line after, int freeAfter) {
        if (after.count() > after.most()) {
            return java.util.Optional.of(new Change(Effect.BREAKS, after));
        }
        if (after.count() == after.most()) {
            return java.util.Optional.of(new Change(Effect.FILLS, after));
        }
        return after.count() <= after.least()
                ? java.util.Optional.of(new Change(Effect.HELPS, after))
                : java.util.Optional.empty();
    }

    /** The minimum could still be reached, and cannot when one place goes to somebody else. */
    private static boolean starves(Line line, int freeAfter) {
        return line.least() - line.count() == freeAfter + 1;
    }

    /** Whether the candidate can come in without going over a maximum or starving a minimum. */
    boolean allows(Candidate candidate) {
        return adding(candidate).stream().noneMatch(change -> change.effect() == Effect.BREAKS);
    }
}

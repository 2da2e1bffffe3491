package org.rivages.cohort;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Small problems with rules that people rarely write together: several bounds on one value,
 * percents on each value, caps of nobody, names outside of ASCII, scores at their limits, everybody
 * equal.
 */
final class OddProblems {
    private static final String[] NAMES = {"p", "é", "𝒜", "ص", "=", "P", "\uFF21"};

    private final Random random;
    private int people;
    private int places;
    private List<String> attributes = List.of();
    private int[] sizes = {};
    private List<Candidate> candidates = List.of();

    private OddProblems(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 11);
    }

    static Problem of(long seed, int largest) {
        return new OddProblems(seed).problem(largest);
    }

    private Problem problem(int largest) {
        people = 1 + random.nextInt(largest);
        places =
                switch (random.nextInt(12)) {
                    case 0 -> people;
                    case 1 -> random.nextInt(people + 3);
                    case 2 -> 0;
                    default -> Math.max(1, random.nextInt(people + 1) * 2 / 3);
                };
        attributes();
        candidates();
        List<Rule> rules = rules();
        List<Aim> aims = aims();
        return new Problem(
                places,
                Mode.MERIT,
                random.nextInt(3) == 0 ? "" : "s" + random.nextInt(3) + "é:",
                aims,
                rules,
                attributes,
                candidates);
    }

    private void attributes() {
        List<String> names = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        sizes = new int[count];
        for (int k = 0; k < count; k++) {
            names.add("a" + k);
            sizes[k] = 1 + random.nextInt(random.nextInt(3) == 0 ? 6 : 3);
        }
        attributes = names;
    }

    private long score(int kind) {
        return switch (kind) {
            case 0 -> 60_000;
            case 1 -> random.nextInt(3) * 500L;
            case 2 -> random.nextBoolean() ? Problem.GREATEST_SCORE : -Problem.GREATEST_SCORE;
            case 3 -> Problem.GREATEST_SCORE - random.nextInt(3);
            case 4 -> -random.nextInt(5);
            default -> random.nextInt(100_000);
        };
    }

    private void candidates() {
        candidates = new ArrayList<>();
        int kind = random.nextInt(7);
        int groups = 1 + random.nextInt(people);
        String name = NAMES[random.nextInt(NAMES.length)];
        double empty = random.nextInt(3) == 0 ? .3 : .05;
        for (int i = 0; i < people; i++) {
            List<String> values = new ArrayList<>();
            for (int size : sizes) {
                values.add(random.nextDouble() < empty ? "" : "v" + random.nextInt(size));
            }
            if (i > 0 && random.nextInt(4) == 0) {
                // somebody's twin
                values = candidates.get(random.nextInt(i)).values();
            }
            String group = random.nextDouble() < empty ? "" : "g" + random.nextInt(groups);
            candidates.add(
                    new Candidate(
                            (random.nextInt(5) == 0 ? "p" : name) + "-" + i,
                            score(kind == 6 ? random.nextInt(6) : kind),
                            group,
                            values));
        }
        Collections.shuffle(candidates, random);
    }

    private List<Aim> aims() {
        List<Aim> aims = new ArrayList<>();
        if (random.nextInt(6) > 0) {
            aims.add(new Aim.Score());
        }
        for (String attribute : attributes) {
            if (random.nextInt(3) == 0) {
                aims.add(new Aim.Distinct(attribute));
            }
            if (random.nextInt(3) == 0) {
                aims.add(new Aim.Worst(attribute));
            }
        }
        Collections.shuffle(aims, random);
        return aims.subList(0, Math.min(aims.size(), random.nextInt(5)));
    }

    private String anybody() {
        return candidates.get(random.nextInt(people)).id();
    }

    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        int count = random.nextInt(10);
        int favoured = random.nextInt(8);
        for (int r = 0; r < count; r++) {
            String id = (random.nextBoolean() ? "r" : "z") + r;
            int kind = random.nextInt(3) == 0 ? favoured : random.nextInt(8);
            rules.add(
                    switch (kind) {
                        case 0, 1 -> quota(id);
                        case 2, 3 -> percent(id);
                        case 4 -> new Rule.GroupCap(id, random.nextInt(4));
                        case 5 ->
                                random.nextInt(3) == 0
                                        ? new Rule.Exclude(id, anybody())
                                        : new Rule.Include(id, anybody());
                        case 6 -> {
                            List<String> several = new ArrayList<>();
                            for (int k = random.nextInt(people + 1); k > 0; k--) {
                                several.add(anybody());
                            }
                            yield new Rule.MutuallyExclusive(id, several);
                        }
                        default ->
                                new Rule.ScoreThreshold(
                                        id, candidates.get(random.nextInt(people)).score());
                    });
        }
        return rules;
    }

    private Rule quota(String id) {
        int attribute = random.nextInt(sizes.length);
        String value = random.nextInt(3) == 0 ? null : "v" + random.nextInt(sizes[attribute] + 1);
        int least = random.nextInt(value == null ? 3 : places + 2);
        int most = least + random.nextInt(places + 2);
        boolean low = random.nextBoolean();
        return Rule.Quota.of(
                id,
                attributes.get(attribute),
                value,
                low ? least : null,
                !low || random.nextBoolean() ? most : null);
    }

    private Rule percent(String id) {
        int attribute = random.nextInt(sizes.length);
        String value = random.nextBoolean() ? null : "v" + random.nextInt(sizes[attribute] + 1);
        int least = random.nextInt(101);
        least = value == null ? least / Math.max(1, sizes[attribute]) : least;
        int most = least + random.nextInt(101 - least);
        Integer min = random.nextInt(4) == 0 ? random.nextInt(places + 1) : null;
        Integer max =
                random.nextInt(4) == 0
                        ? (min == null ? 0 : min) + random.nextInt(places + 1)
                        : null;
        boolean low = random.nextBoolean();
        return new Rule.Quota(
                id,
                attributes.get(attribute),
                value,
                min,
                max,
                low ? least : null,
                !low || random.nextBoolean() ? most : null);
    }
}

package org.rivages.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random problems small enough to try every cohort; about a third of them has no answer. */
final class SmallProblems {
    private static final List<String> ATTRIBUTES = List.of("country", "gender", "region");
    private static final int[] VALUES = {5, 2, 3};

    private SmallProblems() {}

    static Problem of(long seed, int largest) {
        Random random = new Random(seed * 31 + 7);
        int people = random.nextInt(largest + 1);
        int places = random.nextInt(8) == 0 ? random.nextInt(people + 2) : random.nextInt(people / 2 + 1);
        int grain = random.nextBoolean() ? 1 : random.nextBoolean() ? 5000 : 50_000;
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            List<String> values = new ArrayList<>();
            for (int count : VALUES) {
                int value = (int) (count * random.nextDouble() * (0.5 + random.nextDouble() / 2));
                values.add(random.nextInt(12) == 0 ? "" : "v" + value);
            }
            long score = random.nextInt(100_000) / grain * (long) grain - (random.nextInt(9) == 0 ? 60_000 : 0);
            String group = random.nextInt(4) == 0 ? "" : "g" + random.nextInt(1 + people / 2);
            candidates.add(new Candidate("p" + i, score, group, values));
        }
        List<Rule> rules = rules(random, people, places);
        return new Problem(
                places,
                Mode.MERIT,
                "seed" + random.nextInt(5),
                aims(random),
                rules,
                ATTRIBUTES,
                candidates);
    }

    private static List<Aim> aims(Random random) {
        List<Aim> aims = new ArrayList<>();
        if (random.nextInt(5) > 0) {
            aims.add(new Aim.Score());
        }
        for (String attribute : ATTRIBUTES) {
            switch (random.nextInt(5)) {
                case 0 -> aims.add(random.nextInt(aims.size() + 1), new Aim.Distinct(attribute));
                case 1 -> aims.add(random.nextInt(aims.size() + 1), new Aim.Worst(attribute));
                default -> {}
            }
        }
        return aims;
    }

    private static List<Rule> rules(Random random, int people, int places) {
        List<Rule> rules = new ArrayList<>();
        int count = random.nextInt(8);
        for (int r = 0; r < count; r++) {
            String id = "r" + r;
            int kind = random.nextInt(people == 0 ? 7 : 12);
            switch (kind) {
                case 0, 1, 2, 3, 4 -> rules.add(quota(random, id, places));
                case 5 -> rules.add(new Rule.GroupCap(id, 1 + random.nextInt(2)));
                case 6 -> rules.add(new Rule.ScoreThreshold(id, random.nextInt(40_000)));
                case 7 -> rules.add(new Rule.Include(id, "p" + random.nextInt(people)));
                case 8 -> rules.add(new Rule.Exclude(id, "p" + random.nextInt(people)));
                default -> {
                    List<String> several = new ArrayList<>();
                    for (int k = 0; k < 2 + random.nextInt(3); k++) {
                        several.add("p" + random.nextInt(people));
                    }
                    rules.add(new Rule.MutuallyExclusive(id, several));
                }
            }
        }
        return rules;
    }

    private static Rule quota(Random random, String id, int places) {
        int attribute = random.nextInt(3);
        boolean each = random.nextInt(3) == 0;
        String value = each ? null : "v" + random.nextInt(VALUES[attribute]);
        String name = ATTRIBUTES.get(attribute);
        int room = Math.max(1, each ? places / 2 : places);
        if (random.nextInt(4) == 0) {
            int least = random.nextInt(each ? 20 : 60);
            int most = least + random.nextInt(101 - least);
            return new Rule.Quota(
                    id,
                    name,
                    value,
                    null,
                    null,
                    random.nextBoolean() ? least : null,
                    random.nextBoolean() ? most : null);
        }
        int least = random.nextInt(1 + (each ? room / 2 : room));
        int most = least + random.nextInt(room + 1);
        return Rule.Quota.of(
                id,
                name,
                value,
                random.nextBoolean() ? least : null,
                random.nextBoolean() ? most : null);
    }
}

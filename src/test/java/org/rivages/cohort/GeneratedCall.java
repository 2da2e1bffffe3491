package org.rivages.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A call as it could be: eight attributes that depend on each other, organisations of all sizes,
 * scores that differ by country and profession, and rules drawn around a cohort picked at random, so
 * that all levels but {@link Level#INFEASIBLE} have an answer.
 */
public final class GeneratedCall {
    public enum Level {
        EASY,
        MEDIUM,
        TIGHT,
        EXACT,
        INFEASIBLE
    }

    private static final List<String> ATTRIBUTES =
            List.of(
                    "country", "subregion", "profession", "kind", "gender", "network", "language",
                    "first");
    private static final int GROUP_CAP = 2;

    private final int people;
    private final int places;
    private final Level level;
    private final long seed;
    private final long grain;
    private final Random random;
    private final int[] sizes;
    private final int[][] values;
    private final int[] group;
    private final long[] scores;
    private boolean[] reference = {};

    private GeneratedCall(int people, int places, Level level, long seed, long grain) {
        this.people = people;
        this.places = places;
        this.level = level;
        this.seed = seed;
        this.grain = grain;
        this.random = new Random(seed * 7919 + people);
        int countries = people <= 300 ? 25 : people <= 2000 ? 60 : people <= 10000 ? 120 : 150;
        int subregions = Math.min(18, Math.max(4, countries / 7));
        this.sizes = new int[] {countries, subregions, 12, 6, 3, 2, 4, 2};
        this.values = new int[8][people];
        this.group = new int[people];
        this.scores = new long[people];
    }

    /**
     * @param grain scores are multiples of so many thousandths
     */
    public static Problem of(int people, int places, Level level, long seed, long grain) {
        GeneratedCall call = new GeneratedCall(people, places, level, seed, grain);
        call.people();
        call.reference();
        return call.problem();
    }

    private static double[] weights(int count, double power) {
        double[] sums = new double[count];
        double total = 0;
        for (int i = 0; i < count; i++) {
            total += Math.pow(i + 1, -power);
            sums[i] = total;
        }
        return sums;
    }

    private int pick(double[] sums) {
        double at = random.nextDouble() * sums[sums.length - 1];
        int found = Arrays.binarySearch(sums, at);
        return found < 0 ? Math.min(-found - 1, sums.length - 1) : found;
    }

    private void people() {
        int countries = sizes[0];
        double[] byCountry = weights(countries, .8);
        double[] byProfession = weights(sizes[2], .5);
        double[] byKind = weights(sizes[3], .6);
        double[] byLanguage = weights(sizes[6], .3);
        int organisations = people / 3 + 1;
        int[] home = new int[organisations];
        int[] kind = new int[organisations];
        for (int o = 0; o < organisations; o++) {
            home[o] = pick(byCountry);
            kind[o] = pick(byKind);
        }
        double[] byOrganisation = weights(organisations, .5);
        double[] countryScore = gaussians(countries, 6);
        double[] professionScore = gaussians(sizes[2], 3);
        for (int i = 0; i < people; i++) {
            int o = pick(byOrganisation);
            group[i] = o;
            int country = home[o];
            int[] one = {
                country,
                country % sizes[1],
                pick(byProfession),
                kind[o],
                random.nextDouble() < .02 ? 2 : random.nextDouble() < .4 ? 0 : 1,
                kind[o] == 4 || random.nextDouble() < .3 ? 1 : 0,
                country % sizes[1] == 0 ? 0 : pick(byLanguage),
                random.nextDouble() < .6 ? 1 : 0
            };
            for (int k = 0; k < 8; k++) {
                values[k][i] = one[k];
            }
            double score =
                    60
                            + 13 * random.nextGaussian()
                            + countryScore[country]
                            + professionScore[one[2]]
                            + (one[5] == 1 ? 3 : 0)
                            - (one[7] == 1 ? 3 : 0)
                            - 2 * one[6];
            double points = Math.max(0, Math.min(100, score));
            scores[i] = Math.round(points * 1000 / grain) * grain;
        }
    }

    private double[] gaussians(int count, double width) {
        double[] all = new double[count];
        for (int i = 0; i < count; i++) {
            all[i] = width * random.nextGaussian();
        }
        return all;
    }

    private List<Integer> shuffled = List.of();

    private void reference() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        shuffled = order;
        reference = new boolean[people];
        int[] taken = new int[people / 3 + 1];
        int count = 0;
        for (int i : order) {
            if (count < places && taken[group[i]] < GROUP_CAP) {
                taken[group[i]]++;
                reference[i] = true;
                count++;
            }
        }
    }

    private Problem problem() {
        List<Rule> rules = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            quotas(rules, k);
        }
        rules.add(new Rule.GroupCap("cap", GROUP_CAP));
        if (level != Level.EASY) {
            pairs(rules);
        }
        List<Candidate> candidates = new ArrayList<>();
        Map<String, String> interned = new TreeMap<>();
        for (int i = 0; i < people; i++) {
            List<String> own = new ArrayList<>();
            for (int k = 0; k < 8; k++) {
                own.add(interned.computeIfAbsent(name(k, values[k][i]), name -> name));
            }
            candidates.add(new Candidate("p" + (i + 1), scores[i], "o" + group[i], own));
        }
        return new Problem(
                places,
                Mode.MERIT,
                "seed " + seed,
                List.of(new Aim.Score()),
                rules,
                ATTRIBUTES,
                candidates);
    }

    private static String name(int attribute, int value) {
        return ATTRIBUTES.get(attribute).substring(0, 1) + value;
    }

    private void quotas(List<Rule> rules, int k) {
        int[] population = new int[sizes[k]];
        int[] chosen = new int[sizes[k]];
        for (int i = 0; i < people; i++) {
            population[values[k][i]]++;
            chosen[values[k][i]] += reference[i] ? 1 : 0;
        }
        for (int v = 0; v < sizes[k]; v++) {
            int[] bounds = bounds(k, v, (double) population[v] / people, chosen[v]);
            if (bounds[0] > 0 || bounds[1] < Math.min(places, population[v])) {
                String id = ATTRIBUTES.get(k) + "-" + v;
                rules.add(Rule.Quota.of(id, ATTRIBUTES.get(k), name(k, v), bounds[0], bounds[1]));
            }
        }
    }

    private int[] bounds(int k, int v, double share, int chosen) {
        int least = 0;
        int most = places;
        if (level == Level.TIGHT || level == Level.EXACT) {
            int slack = level == Level.TIGHT || k == 0 ? 1 : 0;
            return new int[] {Math.max(0, chosen - slack), chosen + slack};
        }
        if (k == 4 && v < 2) {
            least = (int) (.4 * places);
        }
        if (k == 0) {
            most = Math.max(1, (int) (.2 * places));
        }
        if (k == 7 && v == 1) {
            least = (int) (.5 * places);
        }
        if (level == Level.EASY) {
            return new int[] {least, most};
        }
        if (k == 1 || k == 2 || k == 3) {
            least = (int) (.5 * share * places);
            most = (int) Math.ceil(1.5 * share * places);
        }
        if (k == 0) {
            most = Math.max(1, (int) Math.ceil(1.6 * share * places));
        }
        if (k == 6 && v == 0) {
            most = (int) (.5 * places);
        }
        if (k == 5 && v == 1) {
            least = (int) (.2 * places);
        }
        return level == Level.INFEASIBLE ? broken(k, v, least, most) : new int[] {least, most};
    }

    private int[] broken(int k, int v, int least, int most) {
        int kind = (int) (seed % 3);
        if (kind == 0 && k == 5 && v == 1) {
            return new int[] {0, (int) (.2 * places)};
        }
        if (kind == 0 && k == 3 && v == 4) {
            return new int[] {(int) (.2 * places) + 1, places};
        }
        if (kind == 1 && k == 4) {
            return new int[] {0, (int) ((v == 0 ? .5 : v == 1 ? .4 : .05) * places)};
        }
        if (kind == 2 && k == 1 && v == 0) {
            return new int[] {(int) (.4 * places), places};
        }
        if (kind == 2 && k == 6 && v == 0) {
            return new int[] {least, (int) (.35 * places)};
        }
        if (kind == 2 && k == 0 && v % sizes[1] == 0) {
            return new int[] {0, places};
        }
        return new int[] {least, most};
    }

    private void pairs(List<Rule> rules) {
        int pairs = Math.max(3, people / 200);
        for (int q = 0; q < pairs; q++) {
            int a = random.nextInt(people);
            int b = random.nextInt(people);
            if (a != b && !(reference[a] && reference[b])) {
                rules.add(
                        new Rule.MutuallyExclusive(
                                "pair-" + q, List.of("p" + (a + 1), "p" + (b + 1))));
            }
        }
        int included = level == Level.INFEASIBLE ? 0 : Math.max(1, places / 50);
        for (int i : shuffled) {
            if (included > 0 && reference[i]) {
                rules.add(new Rule.Include("in-" + included, "p" + (i + 1)));
                included--;
            }
        }
    }
}

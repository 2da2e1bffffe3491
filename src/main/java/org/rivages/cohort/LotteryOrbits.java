package org.rivages.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Classes of candidates whom no rule (and, in the tie band, no aim) tells apart: the same counted
 * values, named by the same rules, and, where a group can be too large for its cap, a group of the
 * same make. Exchanging two of a class, with their groups, turns cohorts into cohorts, so that the
 * fairest chances are equal within a class.
 *
 * @param of candidate → class; classes are numbered by their first candidate
 * @param members class → candidates, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LotteryOrbits(int[] of, int[][] members, int[] group) {
    private static final String OUT = "out";

    static LotteryOrbits find(Problem problem, People people) {
        int n = people.size();
        String[] own = new String[n];
        for (int i = 0; i < n; i++) {
            own[i] = "";
        }
        Map<String, Candidate> byId = new HashMap<>();
        problem.candidates().forEach(candidate -> byId.put(candidate.id(), candidate));
        boolean[] counted = counted(problem);
        for (int i = 0; i < n; i++) {
            Candidate one = Objects.requireNonNull(byId.get(people.id(i)));
            List<String> parts = new ArrayList<>();
            for (int c = 0; c < counted.length; c++) {
                if (counted[c]) {
                    parts.add(one.values().get(c));
                }
            }
            if (problem.mode() == Mode.TIEBAND && problem.aims().contains(new Aim.Score())) {
                parts.add(String.valueOf(one.score()));
            }
            own[i] = joined(parts);
        }
        for (int must : included(problem, people)) {
            mark(own, must, "in");
        }
        for (Rule rule : problem.rules()) {
            named(rule, people, byId, own);
        }
        int[] group = groups(problem, people, own);
        return classes(withGroups(own, group), group);
    }

    /** Lengths keep the parts apart whatever they hold. */
    private static String joined(List<String> parts) {
        StringBuilder joined = new StringBuilder();
        parts.forEach(part -> joined.append(part.length()).append(':').append(part));
        return joined.toString();
    }

    private static boolean[] counted(Problem problem) {
        boolean[] counted = new boolean[problem.attributes().size()];
        for (Rule rule : problem.rules()) {
            if (rule instanceof Rule.Quota quota) {
                counted[problem.attributes().indexOf(quota.attribute())] = true;
            }
        }
        for (Aim aim : problem.mode() == Mode.TIEBAND ? problem.aims() : List.<Aim>of()) {
            switch (aim) {
                case Aim.Score _ -> {}
                case Aim.Distinct distinct ->
                        counted[problem.attributes().indexOf(distinct.attribute())] = true;
                case Aim.Worst worst ->
                        counted[problem.attributes().indexOf(worst.attribute())] = true;
            }
        }
        return counted;
    }

    /** Once each, whatever rules say so: who must be in is in. */
    private static Set<Integer> included(Problem problem, People people) {
        Set<Integer> included = new TreeSet<>();
        for (Rule rule : problem.rules()) {
            if (rule instanceof Rule.Include include) {
                included.add(people.number(include.candidate()));
            }
        }
        return included;
    }

    private static void named(Rule rule, People people, Map<String, Candidate> byId, String[] own) {
        switch (rule) {
            case Rule.Quota _, Rule.GroupCap _, Rule.Include _ -> {}
            case Rule.Exclude exclude -> own[people.number(exclude.candidate())] = OUT;
            case Rule.MutuallyExclusive several ->
                    several.candidates().stream()
                            .distinct()
                            .forEach(id -> mark(own, people.number(id), rule.id()));
            case Rule.ScoreThreshold bar -> {
                for (int i = 0; i < own.length; i++) {
                    if (Objects.requireNonNull(byId.get(people.id(i))).score() < bar.min()) {
                        own[i] = OUT;
                    }
                }
            }
        }
    }

    private static void mark(String[] own, int candidate, String mark) {
        if (!own[candidate].equals(OUT)) {
            own[candidate] += joined(List.of("named", mark));
        }
    }

    /** Candidate → group, where it can have more members than its cap; else -1. */
    private static int[] groups(Problem problem, People people, String[] own) {
        int[] group = new int[own.length];
        Arrays.fill(group, -1);
        int cap = Integer.MAX_VALUE;
        for (Rule rule : problem.rules()) {
            cap = rule instanceof Rule.GroupCap one ? Math.min(cap, one.max()) : cap;
        }
        if (cap == Integer.MAX_VALUE) {
            return group;
        }
        int[] codes = people.groups().codes();
        int[] size = new int[people.groups().values().size()];
        for (int i = 0; i < own.length; i++) {
            if (codes[i] >= 0 && !own[i].equals(OUT)) {
                size[codes[i]]++;
            }
        }
        for (int i = 0; i < own.length; i++) {
            if (codes[i] >= 0 && !own[i].equals(OUT) && size[codes[i]] > cap) {
                group[i] = codes[i];
            }
        }
        return group;
    }

    private static String[] withGroups(String[] own, int[] group) {
        Map<Integer, List<String>> make = new TreeMap<>();
        for (int i = 0; i < own.length; i++) {
            if (group[i] >= 0) {
                make.computeIfAbsent(group[i], _ -> new ArrayList<>()).add(own[i]);
            }
        }
        make.values().forEach(list -> list.sort(null));
        String[] all = own.clone();
        for (int i = 0; i < own.length; i++) {
            if (group[i] >= 0) {
                String with = joined(Objects.requireNonNull(make.get(group[i])));
                all[i] = joined(List.of(own[i], "group", with));
            }
        }
        return all;
    }

    private static LotteryOrbits classes(String[] keys, int[] group) {
        Map<String, List<Integer>> byKey = new LinkedHashMap<>();
        for (int i = 0; i < keys.length; i++) {
            byKey.computeIfAbsent(keys[i], _ -> new ArrayList<>()).add(i);
        }
        int[] of = new int[keys.length];
        int[][] members = new int[byKey.size()][];
        int orbit = 0;
        for (List<Integer> list : byKey.values()) {
            members[orbit] = list.stream().mapToInt(i -> i).toArray();
            for (int i : members[orbit]) {
                of[i] = orbit;
            }
            orbit++;
        }
        return new LotteryOrbits(of, members, group);
    }

    int count() {
        return members.length;
    }

    int size(int orbit) {
        return members[orbit].length;
    }

    /** How many of each class are in the cohort. */
    int[] counts(int[] cohort) {
        int[] counts = new int[members.length];
        for (int i : cohort) {
            counts[of[i]]++;
        }
        return counts;
    }
}

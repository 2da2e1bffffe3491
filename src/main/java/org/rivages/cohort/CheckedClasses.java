package org.rivages.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Classes of candidates whom nothing tells apart, found by the checker for itself: everything that
 * a rule or an aim can see of a candidate is written down, and equal texts are one class.
 *
 * @param of candidate → class; candidates and classes ascending
 * @param first class → its first candidate
 * @param group candidate → name of the group where its make matters, else ""
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CheckedClasses(int[] of, int[] first, int[] size, String[] group) {

    static CheckedClasses of(Problem problem, CheckedRows people) {
        int n = people.candidates.length;
        List<List<String>> seen = new ArrayList<>();
        boolean[] out = new boolean[n];
        for (int i = 0; i < n; i++) {
            seen.add(seen(problem, people.candidates[i]));
            out[i] = out(problem, people.candidates[i]);
        }
        String[] group = crowded(problem, people, out);
        Map<String, List<String>> makes = new HashMap<>();
        for (int i = 0; i < n; i++) {
            if (!group[i].isEmpty()) {
                makes.computeIfAbsent(group[i], _ -> new ArrayList<>())
                        .add(seen.get(i).toString().length() + seen.get(i).toString());
            }
        }
        makes.values().forEach(make -> make.sort(null));
        Map<List<Object>, Integer> numbers = new HashMap<>();
        int[] of = new int[n];
        int[] first = new int[n];
        int[] size = new int[n];
        for (int i = 0; i < n; i++) {
            List<Object> key =
                    out[i]
                            ? List.of("out")
                            : List.of(seen.get(i), makes.getOrDefault(group[i], List.of()));
            Integer known = numbers.putIfAbsent(key, numbers.size());
            of[i] = known == null ? numbers.size() - 1 : known;
            first[of[i]] = known == null ? i : first[of[i]];
            size[of[i]]++;
        }
        return new CheckedClasses(
                of,
                Arrays.copyOf(first, numbers.size()),
                Arrays.copyOf(size, numbers.size()),
                group);
    }

    /** Attribute by attribute and rule by rule, each with its name. */
    private static List<String> seen(Problem problem, Candidate one) {
        List<String> seen = new ArrayList<>();
        for (Rule rule : problem.rules()) {
            switch (rule) {
                case Rule.Quota quota -> seen.add(value(problem, one, quota.attribute()));
                case Rule.MutuallyExclusive several ->
                        seen.add(several.candidates().contains(one.id()) ? "of these" : "");
                case Rule.Include _, Rule.Exclude _, Rule.GroupCap _, Rule.ScoreThreshold _ -> {}
            }
        }
        // whoever must be in is in, whatever rule says so
        seen.add(included(problem, one) ? "in" : "");
        for (Aim aim : problem.mode() == Mode.TIEBAND ? problem.aims() : List.<Aim>of()) {
            switch (aim) {
                case Aim.Score _ -> seen.add(String.valueOf(one.score()));
                case Aim.Distinct distinct -> seen.add(value(problem, one, distinct.attribute()));
                case Aim.Worst worst -> seen.add(value(problem, one, worst.attribute()));
            }
        }
        return seen;
    }

    private static String value(Problem problem, Candidate one, String attribute) {
        return one.values().get(problem.attributes().indexOf(attribute));
    }

    private static boolean included(Problem problem, Candidate one) {
        return problem.rules().stream()
                .anyMatch(rule ->
                        rule instanceof Rule.Include include
                                && include.candidate().equals(one.id()));
    }

    private static boolean out(Problem problem, Candidate one) {
        return problem.rules().stream()
                .anyMatch(rule ->
                        rule instanceof Rule.Exclude exclude && exclude.candidate().equals(one.id())
                                || rule instanceof Rule.ScoreThreshold bar
                                        && one.score() < bar.min());
    }

    /** The groups with more members who can be chosen than a cap allows. */
    private static String[] crowded(Problem problem, CheckedRows people, boolean[] out) {
        Map<String, Integer> members = new HashMap<>();
        for (int i = 0; i < out.length; i++) {
            if (!out[i]) {
                members.merge(people.candidates[i].group(), 1, Integer::sum);
            }
        }
        String[] group = new String[out.length];
        for (int i = 0; i < out.length; i++) {
            String own = people.candidates[i].group();
            int count = members.getOrDefault(own, 0);
            boolean crowded =
                    problem.rules().stream()
                            .anyMatch(
                                    rule -> rule instanceof Rule.GroupCap cap && cap.max() < count);
            group[i] = crowded && !out[i] ? own : "";
        }
        return group;
    }

    int count() {
        return first.length;
    }
}

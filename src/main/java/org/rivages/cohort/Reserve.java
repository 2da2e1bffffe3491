package org.rivages.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds for every member alone who would come in; one exchange is small enough to look through. */
final class Reserve {
    private final Problem problem;
    private final People people;
    private final Model model;
    private final Incidence incidence;
    private final int[] cohort;
    private final long[] counts;
    private final List<Drawn> draws = new ArrayList<>();
    private final int[] leaving;
    private final int[] coming;

    Reserve(Problem problem, People people, Outcome.Optimal optimal) {
        this.problem = problem;
        this.people = people;
        this.model = Model.of(people, problem.places(), problem.rules());
        this.incidence = new Incidence(model.rows, people.size());
        this.cohort = people.numbers(optimal.cohort());
        this.counts = model.counts(cohort);
        this.leaving = new int[incidence.width()];
        this.coming = new int[incidence.width()];
        for (int round = 1; round <= 2; round++) {
            draws.add(new Drawn(people, problem.seed(), round));
        }
    }

    List<String> order() {
        int[] others = others();
        Map<Integer, Integer> standsFor = new HashMap<>();
        for (int member : cohort) {
            int best = best(member, others);
            if (best >= 0) {
                standsFor.merge(best, 1, Integer::sum);
            }
        }
        return standsFor.keySet().stream()
                .sorted(
                        Comparator.<Integer>comparingInt(i -> -standsFor.getOrDefault(i, 0))
                                .thenComparingLong(i -> -people.scores()[i])
                                .thenComparing(i -> i))
                .map(people::id)
                .toList();
    }

    private boolean scoreFirst() {
        return !problem.aims().isEmpty() && problem.aims().getFirst() instanceof Aim.Score;
    }

    /** Those who could be chosen and are not, by falling score. */
    private int[] others() {
        boolean[] in = new boolean[people.size()];
        for (int member : cohort) {
            in[member] = true;
        }
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < in.length; i++) {
            if (!in[i] && model.most[i] == 1) {
                others.add(i);
            }
        }
        others.sort(Comparator.comparingLong(i -> -people.scores()[i]));
        return others.stream().mapToInt(i -> i).toArray();
    }

    /** -1 for nobody. */
    private int best(int member, int[] others) {
        int best = -1;
        long[] most = {};
        if (model.least[member] == 1) {
            // a rule wants this member: nobody else will do
            return best;
        }
        int left = incidence.rowsOf(member, leaving);
        for (int other : others) {
            if (best >= 0 && scoreFirst() && people.scores()[other] < people.scores()[best]) {
                return best;
            }
            if (fits(left, other)) {
                long[] values = values(member, other);
                if (best < 0 || Arrays.compare(values, most) > 0) {
                    best = other;
                    most = values;
                }
            }
        }
        return best;
    }

    private boolean fits(int left, int other) {
        int came = incidence.rowsOf(other, coming);
        for (int k = 0; k < left; k++) {
            counts[leaving[k]]--;
        }
        for (int k = 0; k < came; k++) {
            counts[coming[k]]++;
        }
        boolean fits = true;
        for (int k = 0; k < left; k++) {
            fits &= counts[leaving[k]] >= model.rows.get(leaving[k]).lower();
        }
        for (int k = 0; k < came; k++) {
            fits &= counts[coming[k]] <= model.rows.get(coming[k]).upper();
        }
        for (int k = 0; k < left; k++) {
            counts[leaving[k]]++;
        }
        for (int k = 0; k < came; k++) {
            counts[coming[k]]--;
        }
        return fits;
    }

    private long[] values(int member, int other) {
        int[] exchanged = cohort.clone();
        exchanged[Arrays.binarySearch(exchanged, member)] = other;
        int aims = problem.aims().size();
        long[] values = new long[aims + draws.size()];
        for (int k = 0; k < aims; k++) {
            values[k] = AimStage.value(people, problem.aims().get(k), exchanged);
        }
        for (int k = 0; k < draws.size(); k++) {
            values[aims + k] = draws.get(k).number(other);
        }
        return values;
    }
}

package org.rivages.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds for every member alone who would come in; one exchange is small enough to look through. */
final class Reserve {
    private final Problem problem;
    private final People people;
    private final Model model;
    private final Incidence incidence;
    private final int[] cohort;
    private final long[] counts;
    private final List<Drawn> draws = new ArrayList<>();

    /** For each aim about an attribute how many of the cohort have each value, else null. */
    private final List<int @Nullable []> perAim = new ArrayList<>();

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
        for (Aim aim : problem.aims()) {
            Partition partition = partition(aim);
            perAim.add(partition == null ? null : Model.count(partition, cohort));
        }
    }

    private @Nullable Partition partition(Aim aim) {
        return switch (aim) {
            case Aim.Score _ -> null;
            case Aim.Distinct distinct -> people.attribute(distinct.attribute());
            case Aim.Worst worst -> people.attribute(worst.attribute());
        };
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

    /** What tells the exchanges of one member apart; aim by aim, then the draw. */
    private long[] values(int member, int other) {
        int aims = problem.aims().size();
        long[] values = new long[aims + draws.size()];
        for (int k = 0; k < aims; k++) {
            values[k] = value(k, member, other);
        }
        for (int k = 0; k < draws.size(); k++) {
            values[aims + k] = draws.get(k).number(other);
        }
        return values;
    }

    private long value(int aim, int member, int other) {
        int[] counted = perAim.get(aim);
        Partition partition = partition(problem.aims().get(aim));
        if (counted == null || partition == null) {
            return people.scores()[other];
        }
        int out = partition.codes()[member];
        int in = partition.codes()[other];
        move(counted, out, -1);
        move(counted, in, 1);
        long value = 0;
        if (problem.aims().get(aim) instanceof Aim.Distinct) {
            // against the cohort: the rest of the sum is the same for everybody
            value = (in >= 0 && counted[in] == 1 ? 1 : 0) - (out >= 0 && counted[out] == 0 ? 1 : 0);
        } else if (counted.length > 0) {
            value = Arrays.stream(counted).min().getAsInt();
        }
        move(counted, in, -1);
        move(counted, out, 1);
        return value;
    }

    private static void move(int[] counted, int code, int by) {
        if (code >= 0) {
            counted[code] += by;
        }
    }
}

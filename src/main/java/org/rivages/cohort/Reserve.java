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

    /** For each aim about an attribute how many of the cohort have each value, else empty. */
    private final List<int[]> counted = new ArrayList<>();

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
            counted.add(partition == null ? new int[0] : Model.count(partition, cohort));
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

    /**
     * Those who could be chosen and are not, by falling score; of several whom no full or barely
     * filled row and no other aim tells apart, the best alone.
     */
    private int[] others() {
        boolean[] in = new boolean[people.size()];
        for (int member : cohort) {
            in[member] = true;
        }
        Map<List<Integer>, Integer> best = new HashMap<>();
        for (int i = 0; i < in.length; i++) {
            if (!in[i] && model.most[i] == 1) {
                best.merge(profile(i), i, this::better);
            }
        }
        return best.values().stream()
                .sorted(
                        Comparator.<Integer>comparingLong(i -> -people.scores()[i])
                                .thenComparing(i -> i))
                .mapToInt(i -> i)
                .toArray();
    }

    /** Rows in which one more or one less can break a bound, and values that aims count. */
    private List<Integer> profile(int other) {
        List<Integer> profile = new ArrayList<>();
        int rows = incidence.rowsOf(other, coming);
        for (int k = 0; k < rows; k++) {
            Row row = model.rows.get(coming[k]);
            long now = counts[coming[k]];
            if (now == row.upper() || now > 0 && now == row.lower()) {
                profile.add(coming[k]);
            }
        }
        for (Aim aim : problem.aims()) {
            Partition partition = partition(aim);
            profile.add(partition == null ? -1 : partition.codes()[other]);
        }
        return profile;
    }

    private int better(int one, int other) {
        long order = 0;
        if (problem.aims().contains(new Aim.Score())) {
            order = Long.compare(people.scores()[one], people.scores()[other]);
        }
        for (int k = 0; k < draws.size() && order == 0; k++) {
            order = Long.compare(draws.get(k).number(one), draws.get(k).number(other));
        }
        return order >= 0 ? one : other;
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

    /** What tells the exchanges of one member apart: aim by aim, then the draw. */
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
        Partition partition = partition(problem.aims().get(aim));
        if (partition == null) {
            return people.scores()[other];
        }
        int out = partition.codes()[member];
        int in = partition.codes()[other];
        return problem.aims().get(aim) instanceof Aim.Distinct
                ? present(counted.get(aim), out, in)
                : lowest(counted.get(aim), out, in);
    }

    /** Values that come in addition; the others are the same for everybody. */
    private static long present(int[] counted, int out, int in) {
        if (out == in) {
            return 0;
        }
        return (in >= 0 && counted[in] == 0 ? 1 : 0) - (out >= 0 && counted[out] == 1 ? 1 : 0);
    }

    private static long lowest(int[] counted, int out, int in) {
        int lowest = counted.length == 0 ? 0 : Integer.MAX_VALUE;
        for (int code = 0; code < counted.length; code++) {
            int now = counted[code] + (code == in ? 1 : 0) - (code == out ? 1 : 0);
            lowest = Math.min(lowest, now);
        }
        return lowest;
    }
}

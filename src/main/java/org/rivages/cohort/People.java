package org.rivages.cohort;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The candidates by ascending id, as numbers. */
final class People {
    private final Candidate[] sorted;
    private final List<String> attributes;
    private final Map<String, Partition> partitions = new HashMap<>();
    private @Nullable Partition groups;
    private final long[] scores;

    People(Problem problem) {
        this.sorted = problem.candidates().toArray(Candidate[]::new);
        Arrays.sort(sorted, Comparator.comparing(Candidate::id));
        this.attributes = problem.attributes();
        this.scores = Arrays.stream(sorted).mapToLong(Candidate::score).toArray();
    }

    int size() {
        return sorted.length;
    }

    long[] scores() {
        return scores;
    }

    /** The greatest common divisor of the differences between scores; 1 where all are equal. */
    long scoreStep() {
        long common = 0;
        for (int i = 1; i < scores.length && common != 1; i++) {
            common = divisor(common, Math.abs(scores[i] - scores[0]));
        }
        return Math.max(1, common);
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    String id(int candidate) {
        return sorted[candidate].id();
    }

    /** -1 for nobody. */
    int number(String id) {
        int low = 0;
        int high = sorted.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = sorted[middle].id().compareTo(id);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    void score(int candidate, long score) {
        sorted[candidate] = sorted[candidate].withScore(score);
        scores[candidate] = score;
    }

    Partition attribute(String name) {
        return partitions.computeIfAbsent(name, this::divide);
    }

    private Partition divide(String name) {
        int column = attributes.indexOf(name);
        return Partition.of(
                Arrays.stream(sorted)
                        .map(candidate -> candidate.values().get(column))
                        .toArray(String[]::new));
    }

    Partition groups() {
        Partition known = groups;
        if (known == null) {
            known = Partition.of(Arrays.stream(sorted).map(Candidate::group).toArray(String[]::new));
            groups = known;
        }
        return known;
    }

    List<String> ids(int[] candidates) {
        return Arrays.stream(candidates).mapToObj(this::id).toList();
    }

    int[] numbers(Collection<String> ids) {
        return ids.stream().mapToInt(this::number).sorted().distinct().toArray();
    }
}

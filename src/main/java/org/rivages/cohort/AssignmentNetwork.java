package org.rivages.cohort;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The pairs that may be made, row by row: application {@code i} has the pairs {@code start[i]} to
 * {@code start[i + 1]}. Applications and reviewers stand in an order that only their ids decide.
 *
 * @param wanted new reviews of each application
 * @param row application of each pair
 * @param column reviewer of each pair
 * @param gain affinity of each pair
 * @param least new reviews that each reviewer must get
 * @param most new reviews that each reviewer can take, never more than they have pairs
 * @param base reviews that each reviewer keeps
 */
record AssignmentNetwork(
        List<String> applications,
        List<String> reviewers,
        int[] wanted,
        int[] start,
        int[] row,
        int[] column,
        int[] gain,
        int[] least,
        int[] most,
        int[] base) {

    static AssignmentNetwork of(AssignmentProblem problem) {
        int[] rows = order(problem.applications(), AssignmentProblem.Application::id);
        int[] columns = order(problem.reviewers(), AssignmentProblem.Reviewer::id);
        Map<String, Integer> place = new HashMap<>();
        for (int j = 0; j < columns.length; j++) {
            place.put(problem.reviewers().get(columns[j]).id(), j);
        }
        int[] base = new int[columns.length];
        int[] wanted = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            var application = problem.applications().get(rows[i]);
            wanted[i] = Math.max(0, application.wanted() - application.kept().size());
            application.kept().stream()
                    .filter(place::containsKey)
                    .forEach(id -> base[place.getOrDefault(id, 0)]++);
        }
        return new Builder(problem, rows, columns, wanted, base).build();
    }

    private record Builder(
            AssignmentProblem problem, int[] rows, int[] columns, int[] wanted, int[] base) {

        AssignmentNetwork build() {
            int[] start = new int[rows.length + 1];
            int[] column = new int[1024];
            int[] gain = new int[1024];
            int pairs = 0;
            for (int i = 0; i < rows.length; i++) {
                var application = problem.applications().get(rows[i]);
                for (int j = 0; wanted[i] > 0 && j < columns.length; j++) {
                    int affinity = problem.affinity().of(rows[i], columns[j]);
                    if (affinity == AssignmentProblem.Affinity.FORBIDDEN
                            || application
                                    .kept()
                                    .contains(problem.reviewers().get(columns[j]).id())) {
                        continue;
                    }
                    if (Math.abs(affinity) > AssignmentProblem.WIDEST) {
                        throw new IllegalArgumentException("affinity: " + affinity);
                    }
                    if (pairs == column.length) {
                        column = java.util.Arrays.copyOf(column, 2 * pairs);
                        gain = java.util.Arrays.copyOf(gain, 2 * pairs);
                    }
                    column[pairs] = j;
                    gain[pairs++] = affinity;
                }
                start[i + 1] = pairs;
            }
            int[] least = new int[columns.length];
            int[] most = new int[columns.length];
            List<String> reviewers = new ArrayList<>();
            for (int j = 0; j < columns.length; j++) {
                var reviewer = problem.reviewers().get(columns[j]);
                reviewers.add(reviewer.id());
                least[j] = Math.max(0, reviewer.least() - base[j]);
                most[j] = Math.max(0, reviewer.most() - base[j]);
            }
            List<String> applications =
                    IntStream.of(rows).mapToObj(i -> problem.applications().get(i).id()).toList();
            return finished(
                    applications, reviewers, wanted, start, column, gain, least, most, base, pairs);
        }
    }

    private static AssignmentNetwork finished(
            List<String> applications,
            List<String> reviewers,
            int[] wanted,
            int[] start,
            int[] column,
            int[] gain,
            int[] least,
            int[] most,
            int[] base,
            int pairs) {
        int[] row = new int[pairs];
        int[] degree = new int[reviewers.size()];
        for (int i = 0; i < wanted.length; i++) {
            for (int a = start[i]; a < start[i + 1]; a++) {
                row[a] = i;
                degree[column[a]]++;
            }
        }
        int[] limit = new int[most.length];
        for (int j = 0; j < most.length; j++) {
            limit[j] = Math.min(most[j], degree[j]);
        }
        return new AssignmentNetwork(
                applications,
                reviewers,
                wanted,
                start,
                row,
                java.util.Arrays.copyOf(column, pairs),
                java.util.Arrays.copyOf(gain, pairs),
                least,
                limit,
                base);
    }

    /** The same with some of the pairs. */
    AssignmentNetwork only(IntPredicate pair) {
        return with(wanted, least, most, base, pair);
    }

    AssignmentNetwork with(int[] wants, int[] from, int[] to, int[] kept, IntPredicate pair) {
        int[] starts = new int[start.length];
        int[] columns = new int[column.length];
        int[] gains = new int[gain.length];
        int pairs = 0;
        for (int i = 0; i < wanted.length; i++) {
            for (int a = start[i]; a < start[i + 1]; a++) {
                if (pair.test(a)) {
                    columns[pairs] = column[a];
                    gains[pairs++] = gain[a];
                }
            }
            starts[i + 1] = pairs;
        }
        return finished(
                applications, reviewers, wants, starts, columns, gains, from, to, kept, pairs);
    }

    /** Every so-manieth application alone, with other limits. */
    AssignmentNetwork everyPart(int part, int[] from, int[] to) {
        int rows = (rows() + part - 1) / part;
        int[] wants = new int[rows];
        int[] starts = new int[rows + 1];
        for (int i = 0; i < rows; i++) {
            wants[i] = wanted[i * part];
            starts[i + 1] = starts[i] + start[i * part + 1] - start[i * part];
        }
        int[] columns = new int[starts[rows]];
        int[] gains = new int[starts[rows]];
        for (int i = 0; i < rows; i++) {
            int size = starts[i + 1] - starts[i];
            System.arraycopy(column, start[i * part], columns, starts[i], size);
            System.arraycopy(gain, start[i * part], gains, starts[i], size);
        }
        return finished(
                applications.subList(0, rows),
                reviewers,
                wants,
                starts,
                columns,
                gains,
                from,
                to,
                base,
                starts[rows]);
    }

    int rows() {
        return wanted.length;
    }

    int columns() {
        return least.length;
    }

    /** By a hash of the id, then by the id: the order of the input never matters. */
    private static <T> int[] order(List<T> all, java.util.function.Function<T, String> id) {
        record Keyed(int hash, String id, int place) {}
        return IntStream.range(0, all.size())
                .mapToObj(i -> new Keyed(hash(id.apply(all.get(i))), id.apply(all.get(i)), i))
                .sorted(Comparator.comparingInt(Keyed::hash).thenComparing(Keyed::id))
                .mapToInt(Keyed::place)
                .toArray();
    }

    /** FNV-1a over the UTF-8 bytes, mixed. */
    private static int hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
        return (int) (hash >>> 32);
    }
}

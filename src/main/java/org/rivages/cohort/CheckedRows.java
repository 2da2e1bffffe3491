package org.rivages.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The problem as rows, built for the checker alone and from the problem alone, in the order that
 * {@code docs/cohort.md} lays down.
 */
final class CheckedRows {
    /** Which of a row's numbers belong to which candidates. */
    enum Kind {
        ALL,
        TABLE,
        LIST,
        WEIGHTS,
        NOBODY
    }

    /** Candidates by a text: −1 for the empty text, else the place among the sorted texts. */
    @SuppressWarnings("ArrayRecordComponent")
    record Table(int[] codes, List<String> texts) {}

    @SuppressWarnings("ArrayRecordComponent")
    record Line(
            Kind kind,
            @Nullable Table table,
            int code,
            int[] list,
            long[] weights,
            int firstHelper,
            int helpers,
            long factor,
            long lower,
            long upper) {}

    private static final int NOBODY = -1;
    private static final int[] NO_LIST = {};
    private static final long[] NO_WEIGHTS = {};

    final Problem problem;
    final int places;
    final Candidate[] candidates;
    final List<Line> lines = new ArrayList<>();
    final List<long[]> helpers = new ArrayList<>();
    final byte[] least;
    final byte[] most;
    private final Tables tables;

    /** Made when they are first asked for, and shared by all rows over the same candidates. */
    private static final class Tables {
        final Map<String, Table> attributes = new HashMap<>();
        @Nullable Table groups;
    }

    private CheckedRows(Problem problem, int places, Candidate[] sorted, Tables tables) {
        this.problem = problem;
        this.places = places;
        this.candidates = sorted;
        this.tables = tables;
        this.least = new byte[sorted.length];
        this.most = new byte[sorted.length];
        Arrays.fill(most, (byte) 1);
        add(Kind.ALL, null, -1, NO_LIST, places, places);
    }

    /** No rule yet: everybody is free, so many are chosen. */
    static CheckedRows of(Problem problem, int places) {
        Candidate[] sorted = problem.candidates().toArray(Candidate[]::new);
        Arrays.sort(sorted, Comparator.comparing(Candidate::id));
        return new CheckedRows(problem, places, sorted, new Tables());
    }

    /** The same candidates without any rule. */
    CheckedRows bare(int otherPlaces) {
        return new CheckedRows(problem, otherPlaces, candidates, tables);
    }

    Table attribute(String name) {
        int column = problem.attributes().indexOf(name);
        return tables.attributes.computeIfAbsent(name, _ -> table(one -> one.values().get(column)));
    }

    Table groups() {
        Table known = tables.groups == null ? table(Candidate::group) : tables.groups;
        tables.groups = known;
        return known;
    }

    private Table table(Function<Candidate, String> text) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] codes = new int[candidates.length];
        for (int i = 0; i < codes.length; i++) {
            String own = text.apply(candidates[i]);
            if (own.isEmpty()) {
                codes[i] = NOBODY;
                continue;
            }
            Integer known = numbers.putIfAbsent(own, numbers.size());
            codes[i] = known == null ? numbers.size() - 1 : known;
        }
        List<String> sorted = numbers.keySet().stream().sorted().toList();
        int[] place = new int[sorted.size()];
        for (int code = 0; code < place.length; code++) {
            place[numbers.getOrDefault(sorted.get(code), NOBODY)] = code;
        }
        for (int i = 0; i < codes.length; i++) {
            codes[i] = codes[i] == NOBODY ? NOBODY : place[codes[i]];
        }
        return new Table(codes, sorted);
    }

    /** The place of a candidate by ascending id; −1 for nobody. */
    int find(String id) {
        int from = 0;
        int to = candidates.length;
        while (from < to) {
            int middle = (from + to) / 2;
            if (candidates[middle].id().compareTo(id) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from < candidates.length && candidates[from].id().equals(id) ? from : -1;
    }

    /**
     * @throws CheckedProof.Broken where somebody is no candidate, or they are not ascending
     */
    int[] cohort(List<String> ids) {
        int[] cohort = new int[ids.size()];
        for (int k = 0; k < cohort.length; k++) {
            cohort[k] = find(ids.get(k));
            if (cohort[k] < 0) {
                throw new CheckedProof.Broken(Verdict.Reason.UNKNOWN_CANDIDATE, ids.get(k));
            }
            if (k > 0 && cohort[k] <= cohort[k - 1]) {
                throw new CheckedProof.Broken(Verdict.Reason.COHORT_NOT_IN_ORDER, ids.get(k));
            }
        }
        return cohort;
    }

    int add(Kind kind, @Nullable Table table, int code, int[] list, long lower, long upper) {
        return add(new Line(kind, table, code, list, NO_WEIGHTS, 0, 0, 0, lower, upper));
    }

    int add(Line line) {
        lines.add(line);
        return lines.size() - 1;
    }

    void weigh(long[] weights, long value) {
        add(new Line(Kind.WEIGHTS, null, -1, NO_LIST, weights, 0, 0, 0, value, value));
    }

    void sumOfHelpers(int first, int count, long value) {
        add(new Line(Kind.NOBODY, null, -1, NO_LIST, NO_WEIGHTS, first, count, 1, value, value));
    }

    /** Persons with the text, plus a helper so many times. */
    void withHelper(Line line, int helper, long factor, long lower, long upper) {
        add(
                new Line(
                        line.kind(),
                        line.table(),
                        line.code(),
                        line.list(),
                        line.weights(),
                        helper,
                        1,
                        factor,
                        lower,
                        upper));
    }

    static Line persons(@Nullable Table table, int code, int[] list) {
        if (table != null && code >= 0) {
            return new Line(Kind.TABLE, table, code, NO_LIST, NO_WEIGHTS, 0, 0, 0, 0, 0);
        }
        return new Line(Kind.LIST, null, -1, list, NO_WEIGHTS, 0, 0, 0, 0, 0);
    }

    int helper(long lower, long upper) {
        helpers.add(new long[] {lower, upper});
        return helpers.size() - 1;
    }

    /** What the quota asks for at least, in persons. */
    static long atLeast(Rule.Quota quota, int places) {
        long wanted = 0;
        if (quota.min() != null) {
            wanted = quota.min();
        }
        if (quota.minPercent() != null) {
            long hundredths = (long) quota.minPercent() * places;
            wanted = Math.max(wanted, hundredths / 100 + (hundredths % 100 == 0 ? 0 : 1));
        }
        return wanted;
    }

    /** What the quota allows at most, in persons; the places where it allows more than they are. */
    static long atMost(Rule.Quota quota, int places) {
        long allowed = Long.MAX_VALUE;
        if (quota.max() != null) {
            allowed = quota.max();
        }
        if (quota.maxPercent() != null) {
            allowed = Math.min(allowed, (long) quota.maxPercent() * places / 100);
        }
        return allowed >= places ? Math.max(places, atLeast(quota, places)) : allowed;
    }

    /** The persons that each row of a quota counts. */
    List<Line> counted(Rule.Quota quota) {
        Table table = attribute(quota.attribute());
        List<Line> counted = new ArrayList<>();
        for (int code = 0; code < table.texts().size(); code++) {
            if (quota.value() == null || table.texts().get(code).equals(quota.value())) {
                counted.add(persons(table, code, NO_LIST));
            }
        }
        if (quota.value() != null && counted.isEmpty()) {
            counted.add(persons(null, -1, NO_LIST));
        }
        return counted;
    }

    int[] list(List<String> ids) {
        return ids.stream().mapToInt(this::find).sorted().distinct().toArray();
    }

    private void bounded(Line persons, long lower, long upper) {
        add(persons.kind(), persons.table(), persons.code(), persons.list(), lower, upper);
    }

    /** The rows and boxes of a rule. */
    void add(Rule rule) {
        switch (rule) {
            case Rule.Quota quota -> {
                for (Line line : counted(quota)) {
                    bounded(line, atLeast(quota, places), atMost(quota, places));
                }
            }
            case Rule.GroupCap cap -> {
                Table table = groups();
                for (int code = 0; code < table.texts().size(); code++) {
                    bounded(persons(table, code, NO_LIST), 0, Math.min(cap.max(), places));
                }
            }
            case Rule.MutuallyExclusive several ->
                    bounded(persons(null, -1, list(several.candidates())), 0, 1);
            case Rule.Include include -> least[find(include.candidate())] = 1;
            case Rule.Exclude exclude -> most[find(exclude.candidate())] = 0;
            case Rule.ScoreThreshold bar -> {
                for (int i = 0; i < candidates.length; i++) {
                    most[i] = candidates[i].score() < bar.min() ? 0 : most[i];
                }
            }
        }
    }

    /** The rows of a rule that does not count: they hold nobody back, and nobody is boxed in. */
    void addIdle(Rule rule) {
        switch (rule) {
            case Rule.Quota quota -> counted(quota).forEach(line -> bounded(line, 0, places));
            case Rule.GroupCap _ -> {
                for (int code = 0; code < groups().texts().size(); code++) {
                    bounded(persons(groups(), code, NO_LIST), 0, places);
                }
            }
            case Rule.MutuallyExclusive several -> {
                int[] list = list(several.candidates());
                bounded(persons(null, -1, list), 0, list.length);
            }
            case Rule.Include _, Rule.Exclude _, Rule.ScoreThreshold _ -> {}
        }
    }

    long[] scores() {
        return Arrays.stream(candidates).mapToLong(Candidate::score).toArray();
    }
}

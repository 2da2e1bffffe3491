package org.rivages.cohort;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Recomputes from the problem alone who comes in first: for every member the best replacement
 * should only this member decline, ordered by how many members they stand in for, then by score,
 * then by id. Belongs to the checker: shares no code with the solver.
 */
public final class CheckedReserve {
    /** One attribute (or the groups) with the strictest bounds that rules lay on each value. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Bounded(int[] codes, long[] counts, long[] least, long[] most) {
        boolean allows(int out, int in) {
            int from = codes[out];
            int to = codes[in];
            return from == to
                    || (from < 0 || counts[from] > least[from])
                            && (to < 0 || counts[to] < most[to]);
        }

        /** How many values more are there. */
        long gained(int out, int in) {
            int from = codes[out];
            int to = codes[in];
            long gained = to >= 0 && to != from && counts[to] == 0 ? 1 : 0;
            return gained - (from >= 0 && to != from && counts[from] == 1 ? 1 : 0);
        }

        long lowest(int out, int in) {
            long lowest = counts.length == 0 ? 0 : Long.MAX_VALUE;
            for (int code = 0; code < counts.length; code++) {
                int moved = (codes[in] == code ? 1 : 0) - (codes[out] == code ? 1 : 0);
                lowest = Math.min(lowest, counts[code] + moved);
            }
            return lowest;
        }

        /** In which of its values one more or one less can break a bound; -1 for none. */
        int edge(int candidate) {
            int code = codes[candidate];
            boolean edge = code >= 0 && (counts[code] >= most[code] || counts[code] <= least[code]);
            return edge && (counts[code] > 0 || most[code] <= 0) ? code : -1;
        }
    }

    private final Problem problem;
    private final CheckedRows people;
    private final int[] cohort;
    private final boolean[] in;
    private final Map<CheckedRows.Table, Bounded> bounded = new IdentityHashMap<>();

    /** Aim → what it counts; empty for the score. */
    private final List<Optional<Bounded>> counted;

    private final List<Set<Integer>> pairs = new ArrayList<>();

    /** Candidate → the pairs in which they stand. */
    private final Map<Integer, List<Integer>> paired = new HashMap<>();

    private final boolean[] stays;
    private final boolean[] barred;

    private CheckedReserve(Problem problem, List<String> ids) {
        this.problem = problem;
        this.people = CheckedRows.of(problem, problem.places());
        this.cohort = people.cohort(ids);
        int n = people.candidates.length;
        this.in = new boolean[n];
        this.stays = new boolean[n];
        this.barred = new boolean[n];
        for (int member : cohort) {
            in[member] = true;
        }
        problem.rules().forEach(this::add);
        this.counted = problem.aims().stream().map(this::counted).toList();
    }

    private Optional<Bounded> counted(Aim aim) {
        return switch (aim) {
            case Aim.Score _ -> Optional.empty();
            case Aim.Distinct one -> Optional.of(bounded(people.attribute(one.attribute())));
            case Aim.Worst one -> Optional.of(bounded(people.attribute(one.attribute())));
        };
    }

    /**
     * @param cohort ids, ascending, of candidates who keep the rules
     * @return ids, the first to come in first
     */
    public static List<String> of(Problem problem, List<String> cohort) {
        return new CheckedReserve(problem, cohort).order();
    }

    private Bounded bounded(CheckedRows.Table table) {
        return bounded.computeIfAbsent(
                table,
                _ -> {
                    int values = table.texts().size();
                    long[] most = new long[values];
                    Arrays.fill(most, Long.MAX_VALUE);
                    long[] counts = CheckedCohort.counts(table, cohort);
                    return new Bounded(table.codes(), counts, new long[values], most);
                });
    }

    private void add(Rule rule) {
        switch (rule) {
            case Rule.Quota quota -> {
                CheckedRows.Table table = people.attribute(quota.attribute());
                for (int code = 0; code < table.texts().size(); code++) {
                    if (quota.value() == null || table.texts().get(code).equals(quota.value())) {
                        long least = CheckedRows.atLeast(quota, problem.places());
                        bound(table, code, least, CheckedRows.atMost(quota, problem.places()));
                    }
                }
            }
            case Rule.GroupCap cap -> {
                CheckedRows.Table table = people.groups();
                for (int code = 0; code < table.texts().size(); code++) {
                    bound(table, code, 0, cap.max());
                }
            }
            case Rule.Include include -> stays[people.find(include.candidate())] = true;
            case Rule.Exclude exclude -> barred[people.find(exclude.candidate())] = true;
            case Rule.MutuallyExclusive several -> {
                Set<Integer> pair = new HashSet<>();
                several.candidates().forEach(id -> pair.add(people.find(id)));
                pair.forEach(one ->
                        paired.computeIfAbsent(one, _ -> new ArrayList<>()).add(pairs.size()));
                pairs.add(pair);
            }
            case Rule.ScoreThreshold bar -> {
                for (int i = 0; i < barred.length; i++) {
                    barred[i] |= people.candidates[i].score() < bar.min();
                }
            }
        }
    }

    private void bound(CheckedRows.Table table, int code, long least, long most) {
        Bounded own = bounded(table);
        own.least()[code] = Math.max(own.least()[code], least);
        own.most()[code] = Math.min(own.most()[code], most);
    }

    private List<String> order() {
        List<Integer> free = free();
        Map<Integer, Integer> standsFor = new HashMap<>();
        for (int member : cohort) {
            int best = stays[member] ? -1 : best(member, free);
            if (best >= 0) {
                standsFor.merge(best, 1, Integer::sum);
            }
        }
        return standsFor.entrySet().stream()
                .sorted(
                        Map.Entry.<Integer, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(entry -> -people.candidates[entry.getKey()].score())
                                .thenComparing(Map.Entry::getKey))
                .map(entry -> people.candidates[entry.getKey()].id())
                .toList();
    }

    /** By falling score; of those whom neither a bound nor an aim tells apart the best alone. */
    private List<Integer> free() {
        Map<List<Integer>, Integer> best = new HashMap<>();
        for (int i = 0; i < in.length; i++) {
            if (!in[i] && !barred[i]) {
                best.merge(told(i), i, (one, other) -> before(one, other) ? one : other);
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparing(i -> -people.candidates[i].score()))
                .toList();
    }

    private List<Integer> told(int candidate) {
        List<Integer> told = new ArrayList<>();
        bounded.values().forEach(one -> told.add(one.edge(candidate)));
        paired.getOrDefault(candidate, List.of()).forEach(pair -> told.add(-2 - pair));
        counted.forEach(one -> one.ifPresent(values -> told.add(values.codes()[candidate])));
        return told;
    }

    private boolean before(int one, int other) {
        int order =
                problem.aims().contains(new Aim.Score())
                        ? Long.compare(
                                people.candidates[one].score(), people.candidates[other].score())
                        : 0;
        for (int round = 1; round <= 2 && order == 0; round++) {
            order = draw(round, one).compareTo(draw(round, other));
        }
        return order >= 0;
    }

    /** -1 for nobody. */
    private int best(int member, List<Integer> free) {
        boolean scoreFirst =
                !problem.aims().isEmpty() && problem.aims().getFirst() instanceof Aim.Score;
        int best = -1;
        long[] reached = {};
        for (int other : free) {
            if (best >= 0
                    && scoreFirst
                    && people.candidates[other].score() < people.candidates[best].score()) {
                break;
            }
            if (allowed(member, other)) {
                long[] values = values(member, other);
                int order = best < 0 ? 1 : Arrays.compare(values, reached);
                if (order > 0 || order == 0 && before(other, best)) {
                    best = other;
                    reached = values;
                }
            }
        }
        return best;
    }

    private boolean allowed(int member, int other) {
        for (Bounded one : bounded.values()) {
            if (!one.allows(member, other)) {
                return false;
            }
        }
        return paired.getOrDefault(other, List.of()).stream()
                .allMatch(pair ->
                        pairs.get(pair).stream().allMatch(one -> one == member || !in[one]));
    }

    /** What every aim reaches with the one in place of the other, or what it changes by. */
    private long[] values(int member, int other) {
        long[] values = new long[problem.aims().size()];
        for (int k = 0; k < values.length; k++) {
            boolean lowest = problem.aims().get(k) instanceof Aim.Worst;
            values[k] =
                    counted.get(k)
                            .map(one ->
                                    lowest ? one.lowest(member, other) : one.gained(member, other))
                            .orElse(people.candidates[other].score());
        }
        return values;
    }

    private BigInteger draw(int round, int candidate) {
        int length = problem.seed().getBytes(StandardCharsets.UTF_8).length;
        String text =
                "rivages:%d:%d:%s:%s"
                        .formatted(
                                round, length, problem.seed(), people.candidates[candidate].id());
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, Arrays.copyOf(hash, 4));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

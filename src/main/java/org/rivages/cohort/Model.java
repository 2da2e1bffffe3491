package org.rivages.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules as rows and boxes. Row 0 counts everybody; then the rows of the rules in their order: one
 * for a quota of one value, one for each value in ascending order otherwise, one for each group in
 * ascending order, one for a mutual exclusion. Include, exclude and threshold are boxes of
 * candidates. Numbers of rows are part of the certificate.
 */
final class Model {
    final People people;
    final int places;
    final List<Row> rows = new ArrayList<>();

    /** What a candidate may be: 0 out, 1 in. */
    final byte[] least;

    final byte[] most;
    final List<long[]> helperBounds = new ArrayList<>();

    /** Which rules count here; others have no rows and no boxes. */
    private final List<Rule> rules;

    private Model(People people, int places, List<Rule> rules, byte[] least, byte[] most) {
        this.people = people;
        this.places = places;
        this.rules = rules;
        this.least = least;
        this.most = most;
    }

    static Model of(People people, int places, List<Rule> rules) {
        return of(people, places, rules, Row.NO_RULE, Pins.NONE);
    }

    /**
     * @param idle a rule that does not count: its rows are there and hold nothing back
     */
    static Model of(People people, int places, List<Rule> rules, int idle, Pins pins) {
        byte[] most = new byte[people.size()];
        Arrays.fill(most, (byte) 1);
        Model model = new Model(people, places, rules, new byte[people.size()], most);
        model.rows.add(Row.everybody(places, places));
        for (int rule = 0; rule < rules.size(); rule++) {
            if (rule == idle) {
                model.addIdle(rule, rules.get(rule));
            } else {
                model.add(rule, rules.get(rule));
            }
        }
        for (int i : pins.in()) {
            model.least[i] = 1;
        }
        for (int i : pins.out()) {
            model.most[i] = 0;
        }
        return model;
    }

    private void addIdle(int index, Rule rule) {
        switch (rule) {
            case Rule.Quota quota ->
                    add(
                            index,
                            Rule.Quota.of(quota.id(), quota.attribute(), quota.value(), null, null));
            case Rule.GroupCap cap -> add(index, new Rule.GroupCap(cap.id(), places));
            case Rule.MutuallyExclusive several -> {
                int[] members = people.numbers(several.candidates());
                rows.add(Row.members(index, members, 0, members.length));
            }
            case Rule.Include _, Rule.Exclude _, Rule.ScoreThreshold _ -> {}
        }
    }

    /** Rows can be added to it; boxes are shared. */
    Model copy() {
        Model copy = new Model(people, places, rules, least, most);
        copy.rows.addAll(rows);
        copy.helperBounds.addAll(helperBounds);
        return copy;
    }

    private void add(int index, Rule rule) {
        switch (rule) {
            case Rule.Quota quota -> quota(index, quota);
            case Rule.GroupCap cap -> {
                Partition groups = people.groups();
                for (int code = 0; code < groups.sizes().length; code++) {
                    rows.add(Row.value(index, groups, code, 0, Math.min(cap.max(), places)));
                }
            }
            case Rule.MutuallyExclusive several -> {
                rows.add(Row.members(index, people.numbers(several.candidates()), 0, 1));
            }
            case Rule.Include include -> least[people.number(include.candidate())] = 1;
            case Rule.Exclude exclude -> most[people.number(exclude.candidate())] = 0;
            case Rule.ScoreThreshold bar -> {
                for (int i = 0; i < most.length; i++) {
                    if (people.scores()[i] < bar.min()) {
                        most[i] = 0;
                    }
                }
            }
        }
    }

    private void quota(int index, Rule.Quota quota) {
        Partition partition = people.attribute(quota.attribute());
        long lower = Bounds.least(quota, places);
        long upper = Bounds.most(quota, places);
        String value = quota.value();
        if (value != null) {
            rows.add(Row.value(index, partition, partition.code(value), lower, upper));
            return;
        }
        for (int code = 0; code < partition.sizes().length; code++) {
            rows.add(Row.value(index, partition, code, lower, upper));
        }
    }

    /** The number of the new helper. */
    int helper(long lower, long upper) {
        helperBounds.add(new long[] {lower, upper});
        return helperBounds.size() - 1;
    }

    int size() {
        return people.size();
    }

    List<Rule> rules() {
        return rules;
    }

    /** A row or box that contradicts itself: the rules it comes from; null where there is none. */
    int @Nullable [] contradiction() {
        for (Row row : rows) {
            if (row.lower() > row.upper()) {
                return new int[] {row.rule()};
            }
        }
        for (int i = 0; i < least.length; i++) {
            if (least[i] > most[i]) {
                return boxRules(i);
            }
        }
        return null;
    }

    /** One rule that puts the candidate in and one that keeps the candidate out. */
    private int[] boxRules(int candidate) {
        return new int[] {boxRule(candidate, true), boxRule(candidate, false)};
    }

    /** A rule that puts the candidate in, or out; -1 for none. */
    int boxRule(int candidate, boolean in) {
        String id = people.id(candidate);
        for (int r = 0; r < rules.size(); r++) {
            boolean here =
                    switch (rules.get(r)) {
                        case Rule.Include include -> in && include.candidate().equals(id);
                        case Rule.Exclude exclude -> !in && exclude.candidate().equals(id);
                        case Rule.ScoreThreshold bar ->
                                !in && people.scores()[candidate] < bar.min();
                        case Rule.Quota _, Rule.GroupCap _, Rule.MutuallyExclusive _ -> false;
                    };
            if (here) {
                return r;
            }
        }
        return -1;
    }

    /** Whether the cohort keeps boxes and all rows without helpers. */
    boolean keeps(int[] cohort) {
        boolean[] in = new boolean[size()];
        for (int i : cohort) {
            in[i] = true;
            if (most[i] == 0) {
                return false;
            }
        }
        for (int i = 0; i < in.length; i++) {
            if (least[i] == 1 && !in[i]) {
                return false;
            }
        }
        long[] counts = counts(cohort, in);
        for (int r = 0; r < counts.length; r++) {
            Row row = rows.get(r);
            if (row.plain() && (counts[r] < row.lower() || counts[r] > row.upper())) {
                return false;
            }
        }
        return true;
    }

    /** What every row counts, without its helpers. */
    long[] counts(int[] cohort) {
        boolean[] in = new boolean[size()];
        for (int i : cohort) {
            in[i] = true;
        }
        return counts(cohort, in);
    }

    private long[] counts(int[] cohort, boolean[] in) {
        long[] counts = new long[rows.size()];
        Partition last = null;
        int[] byCode = {};
        for (int r = 0; r < counts.length; r++) {
            Row row = rows.get(r);
            Partition partition = row.partition();
            if (partition != null) {
                if (partition != last) {
                    byCode = count(partition, cohort);
                    last = partition;
                }
                counts[r] = byCode[row.code()];
            } else {
                counts[r] = count(row, cohort, in);
            }
        }
        return counts;
    }

    static int[] count(Partition partition, int[] cohort) {
        int[] counts = new int[partition.sizes().length];
        for (int i : cohort) {
            int code = partition.codes()[i];
            if (code >= 0) {
                counts[code]++;
            }
        }
        return counts;
    }

    private static long count(Row row, int[] cohort, boolean[] in) {
        long count = 0;
        int[] members = row.members();
        long[] weights = row.weights();
        if (members != null) {
            for (int i : members) {
                count += in[i] ? 1 : 0;
            }
        } else if (weights != null) {
            for (int i : cohort) {
                count += weights[i];
            }
        } else {
            count = cohort.length;
        }
        return count;
    }
}

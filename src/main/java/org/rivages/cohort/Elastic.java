package org.rivages.cohort;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules when every bound may move at a price: a helper for each bound says how far. The
 * objective is what all moves together cost, below zero. {@code docs/cohort.md} gives the order of
 * rows and helpers, which certificates rely on.
 */
final class Elastic implements Stage {
    /** What a helper moves. */
    private record Move(Rule rule, Repair.Kind kind, long from) {}

    private final Model model;
    private final List<Move> moves = new ArrayList<>();

    Elastic(People people, int places, List<Rule> rules, Pins pins) {
        this.model = Model.of(people, places, List.of(), Row.NO_RULE, pins);
        for (int r = 0; r < rules.size(); r++) {
            add(r, rules.get(r));
        }
    }

    private int helper(Rule rule, Repair.Kind kind, long from, long most) {
        moves.add(new Move(rule, kind, from));
        return model.helper(0, most);
    }

    private void row(Row persons, int helper, long factor, long lower, long upper) {
        model.rows.add(persons.plus(helper, factor, lower, upper));
    }

    private void add(int index, Rule rule) {
        People people = model.people;
        int places = model.places;
        switch (rule) {
            case Rule.Quota quota -> quota(index, quota);
            case Rule.GroupCap cap -> {
                long most = Math.min(cap.max(), places);
                int helper = helper(rule, Repair.Kind.MAXIMUM, most, places);
                Partition groups = people.groups();
                for (int code = 0; code < groups.sizes().length; code++) {
                    row(Row.value(index, groups, code, 0, 0), helper, -1, -places, most);
                }
            }
            case Rule.MutuallyExclusive several ->
                    drop(index, rule, people.numbers(several.candidates()), -places, -places, 1);
            case Rule.Include include ->
                    drop(index, rule, people.numbers(List.of(include.candidate())), 1, 1, 2);
            case Rule.Exclude exclude ->
                    drop(index, rule, people.numbers(List.of(exclude.candidate())), -1, -1, 0);
            case Rule.ScoreThreshold bar -> {
                int count = 0;
                int[] below = new int[people.size()];
                for (int i = 0; i < below.length; i++) {
                    if (people.scores()[i] < bar.min()) {
                        below[count++] = i;
                    }
                }
                int[] all = java.util.Arrays.copyOf(below, count);
                drop(index, rule, all, -places, -places, 0);
            }
        }
    }

    private void drop(int index, Rule rule, int[] who, long factor, long lower, long upper) {
        int helper = helper(rule, Repair.Kind.DROP, 0, 1);
        row(Row.members(index, who, 0, 0), helper, factor, lower, upper);
    }

    private void quota(int index, Rule.Quota quota) {
        int places = model.places;
        long least = Bounds.least(quota, places);
        long most = Bounds.most(quota, places);
        int down = least > 0 ? helper(quota, Repair.Kind.MINIMUM, least, least) : -1;
        int up = most < places ? helper(quota, Repair.Kind.MAXIMUM, most, places - most) : -1;
        for (Row persons : Model.of(model.people, places, List.of(quota)).rows) {
            if (persons.rule() != Row.NO_RULE) {
                Row own = persons.of(index);
                if (down >= 0) {
                    row(own, down, 1, least, places + least);
                }
                if (up >= 0) {
                    row(own, up, -1, -places, most);
                }
            }
        }
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public long cost(int candidate) {
        return 0;
    }

    @Override
    public long helperCost(int helper) {
        return -1;
    }

    @Override
    public long value(int[] cohort) {
        long[] needed = model.keeps(cohort) ? needed(cohort) : null;
        if (needed == null) {
            return NOT_ALLOWED;
        }
        long total = 0;
        for (long one : needed) {
            total -= one;
        }
        return total;
    }

    /** How far each helper has to go for this cohort; null where one cannot go so far. */
    private long @Nullable [] needed(int[] cohort) {
        long[] needed = new long[moves.size()];
        long[] counts = model.counts(cohort);
        for (int r = 1; r < counts.length; r++) {
            Row row = model.rows.get(r);
            int helper = row.helpers()[0];
            long factor = row.factors()[0];
            long lacking = factor > 0 ? row.lower() - counts[r] : counts[r] - row.upper();
            if (lacking > 0) {
                long steps = Math.ceilDiv(lacking, Math.abs(factor));
                needed[helper] = Math.max(needed[helper], steps);
            }
        }
        for (int h = 0; h < needed.length; h++) {
            if (needed[h] > model.helperBounds.get(h)[1]) {
                return null;
            }
        }
        return needed;
    }

    List<Repair.Change> changes(int[] cohort) {
        List<Repair.Change> changes = new ArrayList<>();
        long[] needed = needed(cohort);
        for (int h = 0; needed != null && h < needed.length; h++) {
            if (needed[h] > 0) {
                Move move = moves.get(h);
                long to =
                        switch (move.kind()) {
                            case MINIMUM -> move.from() - needed[h];
                            case MAXIMUM -> move.from() + needed[h];
                            case DROP, PLACES -> 0;
                        };
                changes.add(new Repair.Change(move.rule().id(), move.kind(), move.from(), to));
            }
        }
        return changes;
    }
}

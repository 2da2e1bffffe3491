package org.rivages.cohort;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules as they are when every bound may move at a price, for the checker alone. Row 0 counts
 * everybody. Then for each rule in order its helpers and rows: a quota has a helper for its minimum
 * (if above 0) and one for its maximum (if below the places), and for each of its values the row of
 * the minimum, then that of the maximum; a group cap has one helper and a row for each group; the
 * others have one helper, 0 or 1, and one row.
 */
final class CheckedRepair {
    private final CheckedRows people;
    private final List<Rule> rules;
    private final int places;

    CheckedRepair(CheckedRows people, List<Rule> rules, int places) {
        this.people = people;
        this.rules = rules;
        this.places = places;
    }

    CheckedRows rows() {
        CheckedRows rows = people.bare(places);
        for (Rule rule : rules) {
            switch (rule) {
                case Rule.Quota quota -> quota(rows, quota);
                case Rule.GroupCap cap -> {
                    int helper = rows.helper(0, places);
                    CheckedRows.Table table = rows.groups();
                    for (int code = 0; code < table.texts().size(); code++) {
                        rows.withHelper(
                                CheckedRows.persons(table, code, new int[0]),
                                helper,
                                -1,
                                -places,
                                Math.min(cap.max(), places));
                    }
                }
                case Rule.MutuallyExclusive several ->
                        drop(rows, rows.list(several.candidates()), -places, -places, 1);
                case Rule.Include include ->
                        drop(rows, rows.list(List.of(include.candidate())), 1, 1, 2);
                case Rule.Exclude exclude ->
                        drop(rows, rows.list(List.of(exclude.candidate())), -1, -1, 0);
                case Rule.ScoreThreshold bar -> {
                    List<String> below =
                            people.problem.candidates().stream()
                                    .filter(one -> one.score() < bar.min())
                                    .map(Candidate::id)
                                    .toList();
                    drop(rows, rows.list(below), -places, -places, 0);
                }
            }
        }
        return rows;
    }

    private static void drop(CheckedRows rows, int[] list, long factor, long lower, long upper) {
        int helper = rows.helper(0, 1);
        rows.withHelper(CheckedRows.persons(null, -1, list), helper, factor, lower, upper);
    }

    private void quota(CheckedRows rows, Rule.Quota quota) {
        long least = CheckedRows.atLeast(quota, places);
        long most = CheckedRows.atMost(quota, places);
        int down = least > 0 ? rows.helper(0, least) : -1;
        int up = most < places ? rows.helper(0, places - most) : -1;
        for (CheckedRows.Line persons : rows.counted(quota)) {
            if (down >= 0) {
                rows.withHelper(persons, down, 1, least, places + least);
            }
            if (up >= 0) {
                rows.withHelper(persons, up, -1, -places, most);
            }
        }
    }

    /**
     * Whether the changes are changes of these rules and cost what they claim.
     *
     * @throws CheckedProof.Broken where they do not
     */
    void changes(Repair repair, int asked) {
        long total = 0;
        Set<String> seen = new HashSet<>();
        boolean fewer = false;
        for (Repair.Change change : repair.changes()) {
            demand(seen.add(change.kind() + " " + change.rule()), change);
            if (change.kind() == Repair.Kind.PLACES) {
                fewer = change.rule().isEmpty() && change.from() == asked && change.to() == places;
                demand(fewer, change);
            } else {
                total += cost(change);
            }
        }
        if (fewer != asked > places || total != repair.total()) {
            throw new CheckedProof.Broken(Verdict.Reason.WRONG_REPAIR, "total");
        }
    }

    private static void demand(boolean holds, Repair.Change change) {
        if (!holds) {
            throw new CheckedProof.Broken(Verdict.Reason.WRONG_REPAIR, change.rule());
        }
    }

    private long cost(Repair.Change change) {
        Rule rule =
                rules.stream()
                        .filter(one -> one.id().equals(change.rule()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new CheckedProof.Broken(
                                                Verdict.Reason.UNKNOWN_RULE, change.rule()));
        long down = change.from() - change.to();
        return switch (change.kind()) {
            case MINIMUM -> {
                boolean right =
                        rule instanceof Rule.Quota quota
                                && change.from() == CheckedRows.atLeast(quota, places)
                                && change.to() >= 0;
                demand(right && down > 0, change);
                yield down;
            }
            case MAXIMUM -> {
                boolean right =
                        switch (rule) {
                            case Rule.Quota quota ->
                                    change.from() == CheckedRows.atMost(quota, places);
                            case Rule.GroupCap cap -> change.from() == Math.min(cap.max(), places);
                            case Rule.MutuallyExclusive _,
                                    Rule.Include _,
                                    Rule.Exclude _,
                                    Rule.ScoreThreshold _ ->
                                    false;
                        };
                demand(right && down < 0, change);
                yield -down;
            }
            case DROP -> {
                demand(!(rule instanceof Rule.Quota) && !(rule instanceof Rule.GroupCap), change);
                yield 1;
            }
            case PLACES -> 0;
        };
    }
}

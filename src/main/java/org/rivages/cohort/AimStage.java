package org.rivages.cohort;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One aim, or one round of the draw, after earlier ones are settled. Rows after those of the rules:
 * for each settled aim, in order, the rows that hold it; then the rows of the own aim.
 *
 * <ul>
 *   <li>Score, settled: one row of scores, equal to the value.
 *   <li>Distinct: a helper 0 or 1 for each value in ascending order, and for each a row "persons
 *       with the value − helper" from 0 to the places; settled, one more row "sum of the helpers",
 *       equal to the value.
 *   <li>Worst: one helper from 0 to the places, and for each value a row "persons with the value −
 *       helper" from 0 to the places; settled, the same rows without helper, from the value to the
 *       places.
 *   <li>Draw, settled: one row of drawn numbers, equal to the value.
 *   <li>The last round of the draw: one more row "members of the chosen cohort", from 0 to one less
 *       than the places.
 * </ul>
 */
final class AimStage implements Stage {
    private final Model model;
    private final List<AimValue> settled;
    private final @Nullable Aim aim;
    private final @Nullable Drawn drawn;
    private final int firstHelper;
    private final boolean unique;

    private AimStage(
            Model model,
            List<AimValue> settled,
            @Nullable Aim aim,
            @Nullable Drawn drawn,
            int firstHelper,
            boolean unique) {
        this.model = model;
        this.settled = settled;
        this.aim = aim;
        this.drawn = drawn;
        this.firstHelper = firstHelper;
        this.unique = unique;
    }

    /**
     * @param base the rules alone; not changed
     * @param settled aims before this one
     */
    static AimStage aim(Model base, List<AimValue> settled, Aim aim) {
        Model model = base.copy();
        settle(model, settled);
        int first = model.helperBounds.size();
        switch (aim) {
            case Aim.Score _ -> {}
            case Aim.Distinct distinct -> links(model, distinct);
            case Aim.Worst worst -> {
                Partition partition = model.people.attribute(worst.attribute());
                int values = partition.sizes().length;
                int helper = model.helper(0, values == 0 ? 0 : model.places);
                for (int code = 0; code < values; code++) {
                    Row row = Row.value(Row.NO_RULE, partition, code, 0, model.places);
                    model.rows.add(row.plus(helper, -1, 0, model.places));
                }
            }
        }
        return new AimStage(model, settled, aim, null, first, false);
    }

    /**
     * @param rounds drawn numbers and sums of the rounds before
     * @param known every other cohort is compared with this one; null to look for the best
     */
    static AimStage draw(
            Model base,
            List<AimValue> settled,
            List<Round> rounds,
            Drawn drawn,
            int @Nullable [] known) {
        Model model = base.copy();
        settle(model, settled);
        for (Round round : rounds) {
            model.rows.add(Row.weights(round.drawn().all(), round.sum()));
        }
        if (known != null) {
            model.rows.add(Row.members(Row.NO_RULE, known, 0, model.places - 1L));
        }
        return new AimStage(model, settled, null, drawn, 0, known != null);
    }

    /** A round of the draw that did not decide. */
    record Round(Drawn drawn, long sum) {}

    private static int[] settle(Model model, List<AimValue> settled) {
        int[] rows = new int[settled.size()];
        for (int k = 0; k < rows.length; k++) {
            long value = settled.get(k).value();
            switch (settled.get(k).aim()) {
                case Aim.Score _ -> model.rows.add(Row.weights(model.people.scores(), value));
                case Aim.Distinct distinct -> {
                    int first = links(model, distinct);
                    int count = model.helperBounds.size() - first;
                    model.rows.add(Row.helpers(first, count, value));
                }
                case Aim.Worst worst -> {
                    Partition partition = model.people.attribute(worst.attribute());
                    for (int code = 0; code < partition.sizes().length; code++) {
                        model.rows.add(
                                Row.value(Row.NO_RULE, partition, code, value, model.places));
                    }
                }
            }
            rows[k] = settled.get(k).aim() instanceof Aim.Worst ? -1 : model.rows.size() - 1;
        }
        return rows;
    }

    private static int links(Model model, Aim.Distinct distinct) {
        Partition partition = model.people.attribute(distinct.attribute());
        int first = model.helperBounds.size();
        for (int code = 0; code < partition.sizes().length; code++) {
            int helper = model.helper(0, 1);
            Row row = Row.value(Row.NO_RULE, partition, code, 0, model.places);
            model.rows.add(row.plus(helper, -1, 0, model.places));
        }
        return first;
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public @Nullable Aim aim() {
        return aim;
    }

    @Override
    public long step() {
        return aim instanceof Aim.Score ? model.people.scoreStep() : 1;
    }

    @Override
    public long base() {
        long[] scores = model.people.scores();
        return aim instanceof Aim.Score && scores.length > 0 ? scores[0] : 0;
    }

    @Override
    public boolean unique() {
        return unique;
    }

    /** The row that holds a settled aim at its value; -1 where several do. */
    static int settledRow(Model base, List<AimValue> settled, int index) {
        return settle(base.copy(), settled)[index];
    }

    @Override
    public long cost(int candidate) {
        if (drawn != null) {
            return drawn.number(candidate);
        }
        return aim instanceof Aim.Score ? model.people.scores()[candidate] : 0;
    }

    @Override
    public long helperCost(int helper) {
        return aim != null && helper >= firstHelper ? 1 : 0;
    }

    @Override
    public long value(int[] cohort) {
        if (!model.keeps(cohort)) {
            return NOT_ALLOWED;
        }
        for (AimValue earlier : settled) {
            if (value(model.people, earlier.aim(), cohort) != earlier.value()) {
                return NOT_ALLOWED;
            }
        }
        if (aim != null) {
            return value(model.people, aim, cohort);
        }
        long sum = 0;
        for (int i : cohort) {
            sum += cost(i);
        }
        return sum;
    }

    static long value(People people, Aim aim, int[] cohort) {
        return switch (aim) {
            case Aim.Score _ -> {
                long sum = 0;
                for (int i : cohort) {
                    sum += people.scores()[i];
                }
                yield sum;
            }
            case Aim.Distinct distinct -> {
                long values = 0;
                for (int count : Model.count(people.attribute(distinct.attribute()), cohort)) {
                    values += count > 0 ? 1 : 0;
                }
                yield values;
            }
            case Aim.Worst worst -> {
                int[] counts = Model.count(people.attribute(worst.attribute()), cohort);
                int least = counts.length == 0 ? 0 : Integer.MAX_VALUE;
                for (int count : counts) {
                    least = Math.min(least, count);
                }
                yield least;
            }
        };
    }

    static List<AimValue> values(People people, List<Aim> aims, int[] cohort) {
        List<AimValue> values = new ArrayList<>();
        for (Aim aim : aims) {
            values.add(new AimValue(aim, value(people, aim, cohort)));
        }
        return values;
    }
}

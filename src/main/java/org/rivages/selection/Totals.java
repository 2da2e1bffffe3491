package org.rivages.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Counts of a class that may be published: no small number stands there or can be derived. Pure.
 */
public final class Totals {
    /** Fewer people than this are not told. */
    public static final int LEAST = 5;

    private Totals() {}

    /**
     * @param value code, "" for those who did not say
     */
    public record Cell(String value, int count) {}

    /**
     * @param cells the greatest first
     * @param others all whose cell is hidden, together; 0 for none
     */
    public record Total(String attribute, List<Cell> cells, int others) {
        public Total {
            cells = List.copyOf(cells);
        }
    }

    /**
     * Cells under {@link #LEAST} go together. Since the sum of all is known, one hidden cell alone
     * could be derived, and so could a few people in several: then the next smallest cell goes with
     * them.
     */
    static Total of(String attribute, Map<String, Integer> counts) {
        List<Cell> shown = new ArrayList<>();
        List<Cell> hidden = new ArrayList<>();
        counts.forEach((value, count) -> {
            if (count > 0) {
                (count < LEAST ? hidden : shown).add(new Cell(value, count));
            }
        });
        shown.sort(Comparator.comparingInt(Cell::count).reversed().thenComparing(Cell::value));
        while (!hidden.isEmpty()
                && !shown.isEmpty()
                && (hidden.size() < 2 || sum(hidden) < LEAST)) {
            hidden.add(shown.removeLast());
        }
        return new Total(attribute, shown, sum(hidden));
    }

    private static int sum(List<Cell> cells) {
        return cells.stream().mapToInt(Cell::count).sum();
    }
}

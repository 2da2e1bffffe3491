package org.rivages.selection;

import java.util.List;
import java.util.Locale;

/**
 * A rule as the board shows it.
 *
 * @param sealed counts an attribute that is for balance only
 * @param hidden its counts are not for this reader; standing and lines say nothing then
 * @param standing code of a {@link Balance.Standing}, "" when hidden
 */
public record RuleView(
        String id,
        String sentence,
        boolean sealed,
        boolean hidden,
        String standing,
        List<Bar> bars) {

    /**
     * One number against its bounds. Widths are shares of a hundred, for drawing.
     *
     * @param label "" for the only line of a rule
     * @param text the numbers in words: "3 of 2–5"
     * @param goals where the bounds lie
     */
    public record Bar(
            String label, String standing, String text, String width, List<String> goals) {
        public boolean good() {
            return standing.equals("met") || standing.equals("full");
        }
    }

    static String share(double part, double whole) {
        return String.format(
                Locale.ROOT, "%.1f", whole <= 0 ? 0 : Math.min(100, 100 * part / whole));
    }

    public boolean good() {
        return standing.equals("met") || standing.equals("full");
    }
}

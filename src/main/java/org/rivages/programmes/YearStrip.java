package org.rivages.programmes;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Language;
import org.rivages.site.Words;

/**
 * The sessions of an edition along the months, ready to draw: x runs from the reader's beginning of
 * the line, so it is mirrored for Arabic. Sessions known only by year, or not at all, have no place
 * on it.
 *
 * @param months their borders and names
 * @param spans the sessions
 * @param marks other days: a deadline
 * @param labels words above, only where they do not touch
 */
public record YearStrip(
        List<Month> months, List<Span> spans, List<Double> marks, List<Label> labels) {
    public static final int WIDTH = 720;
    private static final int EDGE = 24;
    private static final double LETTER = 7.2;
    private static final int LEAST_MONTHS = 7;
    private static final int MOST_MONTHS = 36;

    public record Month(double border, double middle, String name) {}

    /**
     * @param look fixed, open or off
     */
    public record Span(double from, double to, String look) {
        public boolean dot() {
            return to - from < 14;
        }

        public double middle() {
            return (from + to) / 2;
        }

        public double width() {
            return to - from;
        }
    }

    public record Label(double x, String text) {}

    /** What is to be drawn: a session with its look, or (look null) another day. */
    record Item(FuzzyDate date, String label, @Nullable String look) {}

    static Optional<YearStrip> of(List<Item> all, Words words) {
        List<Item> items =
                all.stream().filter(item -> item.date().grain() != FuzzyDate.Grain.YEAR).toList();
        if (items.stream().noneMatch(item -> item.look() != null)) {
            return Optional.empty();
        }
        YearMonth first =
                items.stream()
                        .map(i -> YearMonth.from(i.date().start()))
                        .min(YearMonth::compareTo)
                        .orElseThrow()
                        .minusMonths(1);
        YearMonth last =
                items.stream()
                        .map(i -> YearMonth.from(i.date().end()))
                        .max(YearMonth::compareTo)
                        .orElseThrow()
                        .plusMonths(1);
        while (first.until(last, ChronoUnit.MONTHS) + 1 < LEAST_MONTHS) {
            last = last.plusMonths(1);
        }
        if (first.until(last, ChronoUnit.MONTHS) >= MOST_MONTHS) {
            return Optional.empty();
        }
        return Optional.of(new Drawing(first, last, words).draw(items));
    }

    /** Turns days into places on the line. */
    private record Drawing(YearMonth first, YearMonth last, Words words) {
        YearStrip draw(List<Item> items) {
            List<Span> spans = new ArrayList<>();
            List<Double> marks = new ArrayList<>();
            List<Label> labels = new ArrayList<>();
            for (Item item : items) {
                double from = x(item.date().start());
                double to = x(item.date().end().plusDays(1));
                double left = Math.min(from, to);
                double right = Math.max(from, to);
                if (item.look() == null) {
                    marks.add((left + right) / 2);
                } else {
                    spans.add(new Span(left, right, item.look()));
                }
                label(labels, (left + right) / 2, item.label());
            }
            return new YearStrip(months(), spans, marks, labels);
        }

        private static void label(List<Label> labels, double middle, String text) {
            double half = text.length() * LETTER / 2;
            double x = Math.clamp(middle, half, Math.max(half, WIDTH - half));
            for (Label other : labels) {
                if (Math.abs(other.x() - x) < half + other.text().length() * LETTER / 2) {
                    return;
                }
            }
            labels.add(new Label(x, text));
        }

        private List<Month> months() {
            List<Month> months = new ArrayList<>();
            long count = first.until(last, ChronoUnit.MONTHS) + 1;
            for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
                boolean named = count <= 14 || (month.getMonthValue() - 1) % 3 == 0;
                String skeleton =
                        month.getMonthValue() == 1
                                        || (month.equals(first) && month.getMonthValue() != 12)
                                ? "yMMM"
                                : "MMM";
                double border = x(month.atDay(1));
                double next = x(month.plusMonths(1).atDay(1));
                months.add(
                        new Month(
                                border,
                                (border + next) / 2,
                                named ? words.skeleton(skeleton, month.atDay(1)) : ""));
            }
            return months;
        }

        private double x(LocalDate day) {
            LocalDate start = first.atDay(1);
            double share =
                    (double) ChronoUnit.DAYS.between(start, day)
                            / ChronoUnit.DAYS.between(start, last.plusMonths(1).atDay(1));
            double along = EDGE + share * (WIDTH - 2 * EDGE);
            double x = words.language() == Language.AR ? WIDTH - along : along;
            return Math.round(x * 10) / 10.0;
        }
    }
}

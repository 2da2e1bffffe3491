package org.rivages.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A date as people know it: a day, a month, a year, or a range of one of these. Written and stored
 * as EDTF level 0 (ISO 8601-2): {@code 2020}, {@code 2020-03}, {@code 2018-09-24/2018-09-28},
 * {@code 2020-10/2020-11}. Never made more exact than it is.
 *
 * @param edtf the normal form; equal dates have equal text
 * @param grain how exact it is
 * @param start first day that it can mean
 * @param end last day that it can mean, inclusive
 */
public record FuzzyDate(@JsonValue String edtf, Grain grain, LocalDate start, LocalDate end) {
    private static final Pattern FORM = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");

    public enum Grain {
        DAY,
        MONTH,
        YEAR
    }

    /** Reads a date that we wrote ourselves. Throws on anything else. */
    @JsonCreator
    public static FuzzyDate of(String edtf) {
        return parse(edtf).orElseThrow(() -> new IllegalArgumentException("not a date: " + edtf));
    }

    /** Reads what a person typed; empty when it is no such date, or ends before it starts. */
    public static Optional<FuzzyDate> parse(String edtf) {
        String text = edtf.strip();
        int slash = text.indexOf('/');
        if (slash < 0) {
            return part(text);
        }
        Optional<FuzzyDate> from = part(text.substring(0, slash).strip());
        Optional<FuzzyDate> to = part(text.substring(slash + 1).strip());
        if (from.isEmpty()
                || to.isEmpty()
                || from.get().grain != to.get().grain
                || to.get().start.isBefore(from.get().start)) {
            return Optional.empty();
        }
        if (from.get().equals(to.get())) {
            return from;
        }
        return Optional.of(
                new FuzzyDate(
                        from.get().edtf + "/" + to.get().edtf,
                        from.get().grain,
                        from.get().start,
                        to.get().end));
    }

    private static Optional<FuzzyDate> part(String text) {
        // java.time also takes signs, and the year 0
        if (!FORM.matcher(text).matches() || text.startsWith("0000")) {
            return Optional.empty();
        }
        try {
            return switch (text.length()) {
                case 4 -> {
                    Year year = Year.parse(text);
                    yield Optional.of(
                            new FuzzyDate(
                                    text,
                                    Grain.YEAR,
                                    year.atDay(1),
                                    year.atMonth(12).atEndOfMonth()));
                }
                case 7 -> {
                    YearMonth month = YearMonth.parse(text);
                    yield Optional.of(
                            new FuzzyDate(text, Grain.MONTH, month.atDay(1), month.atEndOfMonth()));
                }
                case 10 -> {
                    LocalDate day = LocalDate.parse(text);
                    yield Optional.of(new FuzzyDate(text, Grain.DAY, day, day));
                }
                default -> Optional.empty();
            };
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public static FuzzyDate day(LocalDate day) {
        return new FuzzyDate(day.toString(), Grain.DAY, day, day);
    }

    public boolean isRange() {
        return edtf.indexOf('/') > 0;
    }

    /** Whether every day that it can mean is one that the other can mean too. */
    public boolean within(FuzzyDate other) {
        return !start.isBefore(other.start) && !end.isAfter(other.end);
    }

    public boolean touchesYear(int year) {
        return start.getYear() <= year && year <= end.getYear();
    }

    @Override
    @JsonValue
    public String edtf() {
        return edtf;
    }

    @Override
    public String toString() {
        return edtf;
    }
}

package org.rivages.cohortfiles;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rivages.cohort.Problem;

/** Scores as people write them and as the engine counts them, in thousandths. */
final class Points {
    private static final Pattern WRITTEN = Pattern.compile("-?\\d{1,9}(\\.\\d{1,3})?");

    private Points() {}

    /** Null unless it is a decimal with at most three places and not too large. */
    static @Nullable Long read(CharSequence text) {
        return WRITTEN.matcher(text).matches()
                ? thousandths(new BigDecimal(text.toString()))
                : null;
    }

    static @Nullable Long thousandths(BigDecimal points) {
        if (points.abs().compareTo(BigDecimal.valueOf(Problem.GREATEST_SCORE, 3)) > 0) {
            return null;
        }
        try {
            return points.movePointRight(3).longValueExact();
        } catch (ArithmeticException _) {
            return null;
        }
    }

    /** Without trailing zeros: {@code 12.5}. */
    static String written(long thousandths) {
        BigDecimal points = BigDecimal.valueOf(thousandths, 3).stripTrailingZeros();
        return (points.scale() < 0 ? points.setScale(0) : points).toPlainString();
    }
}

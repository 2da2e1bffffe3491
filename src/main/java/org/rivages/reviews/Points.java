package org.rivages.reviews;

import java.math.BigDecimal;
import org.rivages.shared.Language;
import org.rivages.site.Words;

/** Scores in words: always three decimals, so that columns line up. */
public final class Points {
    private Points() {}

    public static String of(int thousandths, Words words) {
        String plain = BigDecimal.valueOf(thousandths, 3).toPlainString();
        return words.language() == Language.FR ? plain.replace('.', ',') : plain;
    }
}

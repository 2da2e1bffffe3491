package org.rivages.cohortfiles;

import java.util.List;
import org.rivages.cohort.Questions;

/**
 * What a file says beyond the cohort and its proof.
 *
 * @param reserve ids, the first to come in first
 * @param own whether the reserve is the engine's; {@code verify} then computes it again, and else
 *     only looks that nobody in it is chosen
 * @param prices of rules; those that are not proven are not written
 */
public record Extras(List<String> reserve, boolean own, List<Questions.Price> prices) {
    public static final Extras NONE = new Extras(List.of(), false, List.of());

    public Extras {
        reserve = List.copyOf(reserve);
        prices = List.copyOf(prices);
    }
}

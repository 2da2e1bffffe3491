package org.rivages.cohortfiles;

import java.util.List;
import java.util.Map;

/**
 * What a file says beyond the cohort and its proof. Explanations: {@code verify} does not depend on
 * them.
 *
 * @param reserve ids, the first to come in first
 * @param prices rule → thousandths gained without it, where that is proven
 */
public record Extras(List<String> reserve, Map<String, Long> prices) {
    public static final Extras NONE = new Extras(List.of(), Map.of());

    public Extras {
        reserve = List.copyOf(reserve);
        prices = Map.copyOf(prices);
    }
}

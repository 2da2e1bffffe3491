package org.rivages.cohort;

import java.util.List;

/**
 * Why a rule has its price: what is best without it, in every aim up to the score. Rows are
 * numbered as with the rule; its own hold nobody back.
 *
 * @param cohort ids, ascending, of a cohort that is best without the rule
 * @param proofs one for every aim up to the score; empty where those of the answer itself take
 *     nothing from the rule, so that the answer stays best
 */
public record PriceProof(List<String> cohort, List<Proof> proofs) {
    /** The answer's own proofs do. */
    public static final PriceProof OF_THE_ANSWER = new PriceProof(List.of(), List.of());

    public PriceProof {
        cohort = List.copyOf(cohort);
        proofs = List.copyOf(proofs);
    }
}

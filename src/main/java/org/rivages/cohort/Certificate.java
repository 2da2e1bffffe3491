package org.rivages.cohort;

import java.util.List;

/**
 * Why an outcome is right, in integers. {@code docs/cohort.md} says what the numbers mean;
 * {@link CertificateChecker} recomputes everything from the problem.
 *
 * @param proofs for an optimal outcome one for every aim, then one for every round of the draw; for
 *     an infeasible outcome one that the named rules cannot hold together
 * @param repair that no smaller repair exists; empty where {@link Repair#proven()} is false, nothing
 *     is to be repaired but the places, or the outcome is optimal
 * @param witnesses for an infeasible outcome: for every named rule, in their order, a cohort (ids,
 *     ascending) that keeps all the other named rules
 */
public record Certificate(List<Proof> proofs, List<Proof> repair, List<List<String>> witnesses) {
    public Certificate {
        proofs = List.copyOf(proofs);
        repair = List.copyOf(repair);
        witnesses = witnesses.stream().map(List::copyOf).toList();
    }
}

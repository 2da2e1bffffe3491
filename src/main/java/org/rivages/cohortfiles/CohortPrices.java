package org.rivages.cohortfiles;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rivages.cohort.Aim;
import org.rivages.cohort.CheckedPrices;
import org.rivages.cohort.Outcome;
import org.rivages.cohort.PriceProof;
import org.rivages.cohort.Problem;
import org.rivages.cohort.Verdict;

/** Reads the prices of a {@code cohort.json} back and has them checked. */
final class CohortPrices {
    private CohortPrices() {}

    /**
     * @throws BadInput where the numbers are no proof
     */
    static Verdict check(
            Problem problem,
            Outcome.Optimal optimal,
            CohortJson json,
            CohortJson.CertificateJson certificate,
            String file)
            throws BadInput {
        Map<String, CohortJson.PriceJson> proofs =
                new HashMap<>(Objects.requireNonNullElse(certificate.prices(), Map.of()));
        CheckedPrices checked = new CheckedPrices(problem, optimal);
        boolean scored = problem.aims().contains(new Aim.Score());
        for (CohortJson.RuleLine line :
                Objects.requireNonNullElse(json.rules(), List.<CohortJson.RuleLine>of())) {
            String price = line.price();
            if (price == null) {
                continue;
            }
            CohortJson.PriceJson proof = proofs.remove(line.id());
            Long gained = Points.read(price);
            if (gained == null || !Points.written(gained).equals(price)) {
                throw CohortReader.unreadable(Place.whole(file));
            }
            Verdict verdict =
                    checked.check(line.id(), gained, scored ? proof(optimal, proof, file) : null);
            if (verdict instanceof Verdict.Refused) {
                return verdict;
            }
        }
        return proofs.isEmpty()
                ? new Verdict.Holds()
                : new Verdict.Refused(Verdict.Reason.PROOF_INCOMPLETE, proofs.keySet().toString());
    }

    private static PriceProof proof(
            Outcome.Optimal optimal, CohortJson.@Nullable PriceJson proof, String file)
            throws BadInput {
        if (proof == null) {
            return PriceProof.OF_THE_ANSWER;
        }
        try {
            return new PriceProof(
                    Objects.requireNonNullElse(proof.cohort(), optimal.cohort()),
                    CohortReader.proofs(proof.proofs()));
        } catch (IllegalArgumentException | NullPointerException _) {
            throw CohortReader.unreadable(Place.whole(file));
        }
    }
}

package org.rivages.cohortfiles;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rivages.cohort.Fraction;
import org.rivages.cohort.LotteryOutcome;
import org.rivages.cohort.Mode;
import org.rivages.cohort.Outcome;
import org.rivages.cohort.Problem;

/** Reads a draw back from {@code cohort.json}. */
final class DrawReader {
    private static final int LONGEST_NUMBER = 4_000;

    private DrawReader() {}

    /**
     * @throws BadInput where a member is missing or its numbers are no proof
     */
    static LotteryOutcome outcome(
            String file, Problem problem, CohortJson json, CohortJson.CertificateJson certificate)
            throws BadInput {
        if (!json.outcome().equals(CohortJson.OPTIMAL)) {
            return new LotteryOutcome.NotDrawn(
                    CohortReader.outcome(file, problem, json, certificate));
        }
        try {
            return drawn(problem, json, certificate);
        } catch (IllegalArgumentException | NullPointerException _) {
            // a member that is missing is a null that no record of the engine takes
            throw CohortReader.unreadable(Place.whole(file));
        }
    }

    private static LotteryOutcome drawn(
            Problem problem, CohortJson json, CohortJson.CertificateJson certificate) {
        CohortJson.DrawJson draw = certificate.draw();
        if (draw == null || json.cohort() == null || json.probabilities() == null) {
            throw new IllegalArgumentException("not whole");
        }
        Map<String, Fraction> chances = new HashMap<>();
        json.probabilities().forEach((id, chance) -> chances.put(id, Fraction.read(chance)));
        List<LotteryOutcome.Level> levels = new ArrayList<>();
        for (CohortJson.LevelJson level : draw.levels()) {
            levels.add(
                    new LotteryOutcome.Level(
                            level.weights(), level.most(), CohortReader.proof(level.proof())));
        }
        return new LotteryOutcome.Drawn(
                json.cohort(),
                chances,
                new LotteryOutcome.Certificate(
                        merit(problem, draw, certificate),
                        draw.cohorts(),
                        draw.tickets().stream().map(DrawReader::number).toList(),
                        levels));
    }

    private static Outcome.@Nullable Optimal merit(
            Problem problem, CohortJson.DrawJson draw, CohortJson.CertificateJson certificate) {
        List<String> best = draw.best();
        if (problem.mode() == Mode.TIEBAND && best != null) {
            return CohortReader.optimal(problem, best, certificate);
        }
        if (best != null || certificate.values() != null || certificate.proofs().length > 0) {
            throw new IllegalArgumentException("left over");
        }
        return null;
    }

    private static BigInteger number(String text) {
        if (!text.matches("[0-9]{1," + LONGEST_NUMBER + "}")) {
            throw new IllegalArgumentException(text);
        }
        return new BigInteger(text);
    }
}

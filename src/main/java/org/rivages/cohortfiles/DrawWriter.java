package org.rivages.cohortfiles;

import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rivages.cohort.Aim;
import org.rivages.cohort.AimValue;
import org.rivages.cohort.LotteryOutcome;
import org.rivages.cohort.Mode;
import org.rivages.cohort.Outcome;
import org.rivages.cohort.Problem;

/** Writes {@code cohort.json} for the modes lottery and tie band. */
public final class DrawWriter {
    private DrawWriter() {}

    public static void write(OutputStream out, Problem problem, LotteryOutcome outcome) {
        CohortJson.MAPPER.writeValue(out, json(problem, outcome));
    }

    static CohortJson json(Problem problem, LotteryOutcome outcome) {
        return switch (outcome) {
            case LotteryOutcome.NotDrawn(Outcome other) ->
                    CohortWriter.json(problem, other, Extras.NONE);
            case LotteryOutcome.Drawn drawn -> drawn(problem, drawn);
        };
    }

    private static CohortJson drawn(Problem problem, LotteryOutcome.Drawn drawn) {
        RuleCounts counts = new RuleCounts(problem, drawn.cohort());
        boolean scored = problem.mode() == Mode.TIEBAND && problem.aims().contains(new Aim.Score());
        Map<String, String> chances = new TreeMap<>();
        drawn.chances().forEach((id, chance) -> chances.put(id, chance.toString()));
        return new CohortJson(
                CohortJson.OPTIMAL,
                drawn.cohort(),
                scored ? Points.written(counts.score()) : null,
                counts.distinct(),
                null,
                null,
                null,
                CohortWriter.lines(problem, counts, Map.of()),
                null,
                chances,
                certificate(drawn.certificate()));
    }

    private static CohortJson.CertificateJson certificate(LotteryOutcome.Certificate certificate) {
        Outcome.Optimal merit = certificate.merit();
        return new CohortJson.CertificateJson(
                merit == null ? null : merit.values().stream().mapToLong(AimValue::value).toArray(),
                CohortWriter.numbers(merit == null ? List.of() : merit.certificate().proofs()),
                null,
                null,
                null,
                null,
                new CohortJson.DrawJson(
                        merit == null ? null : merit.cohort(),
                        certificate.cohorts(),
                        certificate.tickets().stream().map(BigInteger::toString).toList(),
                        certificate.levels().stream().map(DrawWriter::level).toList()));
    }

    private static CohortJson.LevelJson level(LotteryOutcome.Level level) {
        return new CohortJson.LevelJson(
                new TreeMap<>(level.weights()), level.most(), CohortWriter.numbers(level.proof()));
    }
}

package org.rivages.cohortfiles;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rivages.cohort.Aim;
import org.rivages.cohort.AimValue;
import org.rivages.cohort.Certificate;
import org.rivages.cohort.Outcome;
import org.rivages.cohort.PriceProof;
import org.rivages.cohort.Problem;
import org.rivages.cohort.Proof;
import org.rivages.cohort.Questions;
import org.rivages.cohort.Repair;
import org.rivages.cohort.Rule;

/** Writes {@code cohort.json}: an outcome with everything that {@code verify} needs. */
public final class CohortWriter {
    /** Numbers in the proofs of all prices. */
    private static final long LONGEST = 1_000_000;

    private CohortWriter() {}

    public static void write(OutputStream out, Problem problem, Outcome outcome, Extras extras) {
        CohortJson.MAPPER.writeValue(out, json(problem, outcome, extras));
    }

    static CohortJson json(Problem problem, Outcome outcome, Extras extras) {
        return switch (outcome) {
            case Outcome.Optimal optimal -> optimal(problem, optimal, extras);
            case Outcome.Infeasible infeasible -> infeasible(problem, infeasible);
            case Outcome.Interrupted interrupted -> interrupted(problem, interrupted);
        };
    }

    private static CohortJson optimal(Problem problem, Outcome.Optimal optimal, Extras extras) {
        RuleCounts counts = new RuleCounts(problem, optimal.cohort());
        Certificate certificate = optimal.certificate();
        Map<String, Questions.Price> prices = written(extras.prices());
        return new CohortJson(
                CohortJson.OPTIMAL,
                optimal.cohort(),
                Points.written(counts.score()),
                counts.distinct(),
                null,
                null,
                extras.reserve(),
                lines(problem, counts, prices),
                null,
                null,
                new CohortJson.CertificateJson(
                        optimal.values().stream().mapToLong(AimValue::value).toArray(),
                        numbers(certificate.proofs()),
                        proofs(optimal, prices.values()),
                        extras.own() ? true : null,
                        null,
                        null,
                        null));
    }

    /** Proven prices, rule by rule, until their proofs would make the file too large. */
    private static Map<String, Questions.Price> written(List<Questions.Price> prices) {
        Map<String, Questions.Price> written = new TreeMap<>();
        long length = 0;
        for (Questions.Price price : prices) {
            PriceProof proof = price.proof();
            for (Proof one : proof == null ? List.<Proof>of() : proof.proofs()) {
                for (Proof.Step step : one.steps()) {
                    length += step.numbers().length;
                }
            }
            if (price.proven() && length <= LONGEST) {
                written.put(price.rule(), price);
            }
        }
        return written;
    }

    private static Map<String, CohortJson.PriceJson> proofs(
            Outcome.Optimal optimal, Collection<Questions.Price> prices) {
        Map<String, CohortJson.PriceJson> proofs = new TreeMap<>();
        for (Questions.Price price : prices) {
            PriceProof proof = price.proof();
            if (proof != null && !proof.proofs().isEmpty()) {
                boolean same = proof.cohort().equals(optimal.cohort());
                proofs.put(
                        price.rule(),
                        new CohortJson.PriceJson(
                                same ? null : proof.cohort(), numbers(proof.proofs())));
            }
        }
        return proofs;
    }

    static List<CohortJson.RuleLine> lines(
            Problem problem, RuleCounts counts, Map<String, Questions.Price> prices) {
        List<CohortJson.RuleLine> lines = new ArrayList<>();
        for (Rule rule : problem.rules()) {
            Questions.Price price = prices.get(rule.id());
            lines.add(
                    new CohortJson.RuleLine(
                            rule.id(),
                            CohortJson.MAPPER.valueToTree(counts.of(rule)),
                            price == null ? null : Points.written(price.gained())));
        }
        return lines;
    }

    static long[][][] numbers(List<Proof> proofs) {
        long[][][] numbers = new long[proofs.size()][][];
        for (int p = 0; p < numbers.length; p++) {
            numbers[p] = numbers(proofs.get(p));
        }
        return numbers;
    }

    static long[][] numbers(Proof proof) {
        return proof.steps().stream().map(Proof.Step::numbers).toArray(long[][]::new);
    }

    private static CohortJson infeasible(Problem problem, Outcome.Infeasible infeasible) {
        Map<String, String> text = RuleSentences.infeasible(problem, infeasible);
        Repair repair = infeasible.repair();
        Certificate certificate = infeasible.certificate();
        return new CohortJson(
                CohortJson.INFEASIBLE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new CohortJson.InfeasibleJson(
                        infeasible.rules(),
                        text,
                        repair.changes().stream().map(CohortWriter::change).toList()),
                null,
                new CohortJson.CertificateJson(
                        null,
                        numbers(certificate.proofs()),
                        null,
                        null,
                        new CohortJson.RepairJson(
                                repair.total(),
                                repair.proven(),
                                repair.cohort(),
                                numbers(certificate.repair())),
                        certificate.witnesses(),
                        null));
    }

    private static CohortJson.ChangeJson change(Repair.Change change) {
        return new CohortJson.ChangeJson(
                change.kind() == Repair.Kind.PLACES ? null : change.rule(),
                change.kind().name().toLowerCase(Locale.ROOT),
                change.from(),
                change.to());
    }

    private static CohortJson interrupted(Problem problem, Outcome.Interrupted interrupted) {
        List<String> best = interrupted.best();
        RuleCounts counts = new RuleCounts(problem, best == null ? List.of() : best);
        return new CohortJson(
                CohortJson.INTERRUPTED,
                best,
                best == null ? null : Points.written(counts.score()),
                best == null ? null : counts.distinct(),
                interrupted.open() == null ? null : interrupted.open().code(),
                bound(interrupted),
                null,
                best == null ? null : lines(problem, counts, Map.of()),
                null,
                null,
                null);
    }

    private static @Nullable String bound(Outcome.Interrupted interrupted) {
        return switch (interrupted.open()) {
            case null -> null;
            case Aim.Score _ -> Points.written(interrupted.bound());
            case Aim.Distinct _, Aim.Worst _ -> String.valueOf(interrupted.bound());
        };
    }
}

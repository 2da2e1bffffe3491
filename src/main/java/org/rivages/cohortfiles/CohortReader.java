package org.rivages.cohortfiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rivages.cohort.AimValue;
import org.rivages.cohort.Certificate;
import org.rivages.cohort.Outcome;
import org.rivages.cohort.Problem;
import org.rivages.cohort.Proof;
import org.rivages.cohort.Repair;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Reads {@code cohort.json} back into the outcome that was written. */
final class CohortReader {
    private static final long LARGEST = 500_000_000;

    private CohortReader() {}

    static CohortJson read(String file, Path path) throws IOException, BadInput {
        if (Files.size(path) > LARGEST) {
            throw new BadInput(
                    InputFault.of(
                            Place.whole(file), "cohortfiles.large", "n", LARGEST / 1_000_000));
        }
        try {
            CohortJson json = CohortJson.MAPPER.readValue(path.toFile(), CohortJson.class);
            if (json == null || json.outcome() == null) {
                throw unreadable(Place.whole(file));
            }
            return json;
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            throw unreadable(
                    at == null || at.getLineNr() < 1
                            ? Place.whole(file)
                            : new Place(file, at.getLineNr(), Math.max(1, at.getColumnNr())));
        }
    }

    static BadInput unreadable(Place place) {
        return new BadInput(InputFault.of(place, "cohortfiles.verify.unreadable"));
    }

    /**
     * @throws BadInput where a member is missing or its numbers are no proof
     */
    static Outcome outcome(
            String file, Problem problem, CohortJson json, CohortJson.CertificateJson certificate)
            throws BadInput {
        try {
            return switch (json.outcome()) {
                case CohortJson.OPTIMAL -> {
                    List<String> cohort = json.cohort();
                    if (cohort == null
                            || certificate.draw() != null
                            || json.probabilities() != null) {
                        throw new IllegalArgumentException("not whole");
                    }
                    yield optimal(problem, cohort, certificate);
                }
                case CohortJson.INFEASIBLE -> infeasible(json, certificate);
                default -> throw unreadable(Place.whole(file));
            };
        } catch (IllegalArgumentException | NullPointerException _) {
            // a member that is missing is a null that no record of the engine takes
            throw unreadable(Place.whole(file));
        }
    }

    static Outcome.Optimal optimal(
            Problem problem, List<String> cohort, CohortJson.CertificateJson certificate) {
        long[] numbers = certificate.values();
        if (numbers == null
                || numbers.length != problem.aims().size()
                || certificate.repair() != null
                || certificate.witnesses() != null) {
            throw new IllegalArgumentException("not whole");
        }
        List<AimValue> values = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            values.add(new AimValue(problem.aims().get(i), numbers[i]));
        }
        return new Outcome.Optimal(
                cohort,
                values,
                new Certificate(proofs(certificate.proofs()), List.of(), List.of()));
    }

    private static Outcome infeasible(CohortJson json, CohortJson.CertificateJson certificate) {
        CohortJson.InfeasibleJson told = json.infeasible();
        CohortJson.RepairJson repair = certificate.repair();
        List<List<String>> witnesses = certificate.witnesses();
        if (told == null
                || repair == null
                || witnesses == null
                || certificate.values() != null
                || certificate.draw() != null) {
            throw new IllegalArgumentException("not whole");
        }
        List<Repair.Change> changes = new ArrayList<>();
        for (CohortJson.ChangeJson change : told.repair()) {
            changes.add(
                    new Repair.Change(
                            change.rule() == null ? "" : change.rule(),
                            Repair.Kind.valueOf(change.change().toUpperCase(Locale.ROOT)),
                            change.from(),
                            change.to()));
        }
        return new Outcome.Infeasible(
                told.rules(),
                new Repair(changes, repair.total(), repair.proven(), repair.cohort()),
                new Certificate(proofs(certificate.proofs()), proofs(repair.proofs()), witnesses));
    }

    static List<Proof> proofs(long[][][] numbers) {
        List<Proof> proofs = new ArrayList<>();
        for (long[][] one : numbers) {
            proofs.add(proof(one));
        }
        return proofs;
    }

    static Proof proof(long[][] numbers) {
        List<Proof.Step> steps = new ArrayList<>(numbers.length);
        for (long[] step : numbers) {
            steps.add(Proof.Step.of(step));
        }
        return new Proof(steps);
    }
}

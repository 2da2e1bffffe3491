package org.rivages.cohortfiles;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rivages.cohort.CertificateChecker;
import org.rivages.cohort.CheckedReserve;
import org.rivages.cohort.LotteryChecker;
import org.rivages.cohort.LotteryOutcome;
import org.rivages.cohort.Mode;
import org.rivages.cohort.Outcome;
import org.rivages.cohort.Problem;
import org.rivages.cohort.Verdict;

/** {@code verify}: reads the three files and checks the certificate. Knows no solver. */
final class VerifyCommand {
    static final int RIGHT = 0;
    static final int REFUSED = 1;

    private final PrintStream out;
    private final Phrases phrases;

    VerifyCommand(PrintStream out, Phrases phrases) {
        this.out = out;
        this.phrases = phrases;
    }

    int run(List<String> words) throws IOException, BadInput, Arguments.NotUnderstood {
        Arguments arguments = Arguments.of(words, Set.of("--candidates", "--rules"));
        if (arguments.files().size() != 1) {
            throw new Arguments.NotUnderstood("cohortfiles.command.missing", "cohort.json");
        }
        Path answer = arguments.files().getFirst();
        Problem problem =
                ProblemFiles.read(arguments.option("--candidates"), arguments.option("--rules"));
        Told told = told(problem, answer);
        out.println(told.words());
        return told.right() ? RIGHT : REFUSED;
    }

    private record Told(boolean right, String words) {}

    private static Told refused(String words) {
        return new Told(false, words);
    }

    private Told told(Problem problem, Path answer) throws IOException {
        try {
            return told(problem, CohortReader.read(answer.toString(), answer), answer.toString());
        } catch (BadInput e) {
            return refused(phrases.told(e.faults().getFirst()));
        }
    }

    private Told told(Problem problem, CohortJson json, String file) throws BadInput {
        if (json.outcome().equals(CohortJson.INTERRUPTED)) {
            return refused(phrases.get("cohortfiles.verify.interrupted"));
        }
        CohortJson.CertificateJson certificate = json.certificate();
        if (certificate == null) {
            return refused(phrases.get("cohortfiles.verify.no-certificate"));
        }
        if (problem.mode() != Mode.MERIT) {
            return drawn(problem, json, certificate, file);
        }
        Outcome outcome = CohortReader.outcome(file, problem, json, certificate);
        return switch (CertificateChecker.check(problem, outcome)) {
            case Verdict.Refused refused -> refused(refused.reason(), refused.detail());
            case Verdict.Holds _ -> figures(problem, json, certificate, outcome, file);
        };
    }

    private Told drawn(
            Problem problem, CohortJson json, CohortJson.CertificateJson certificate, String file)
            throws BadInput {
        LotteryOutcome outcome = DrawReader.outcome(file, problem, json, certificate);
        return switch (LotteryChecker.check(problem, outcome)) {
            case LotteryChecker.Finding.Refused refused ->
                    refused(refused.reason(), refused.detail());
            case LotteryChecker.Finding.Unfair unfair -> refused(unfair.flaw(), unfair.detail());
            case LotteryChecker.Finding.Holds _ ->
                    switch (outcome) {
                        case LotteryOutcome.NotDrawn(Outcome other) ->
                                figures(problem, json, certificate, other, file);
                        case LotteryOutcome.Drawn drawn ->
                                figures(
                                        CohortFigures.wrong(problem, drawn.cohort(), json),
                                        phrases.get(
                                                "cohortfiles.verify.drawn", "n", problem.places()));
                    };
        };
    }

    private Told refused(Enum<?> reason, String detail) {
        String key = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return refused(
                phrases.get(
                        "cohortfiles.verify.refused",
                        "reason",
                        phrases.get("cohortfiles.reason." + key),
                        "detail",
                        detail));
    }

    /** What the file says beside the proof must be so too. */
    private Told figures(
            Problem problem,
            CohortJson json,
            CohortJson.CertificateJson certificate,
            Outcome outcome,
            String file)
            throws BadInput {
        return switch (outcome) {
            case Outcome.Optimal optimal -> {
                Told told =
                        figures(
                                CohortFigures.wrong(problem, optimal.cohort(), json),
                                right(problem));
                yield told.right() ? explained(problem, json, certificate, optimal, file) : told;
            }
            case Outcome.Infeasible infeasible ->
                    figures(
                            CohortFigures.impossible(problem, infeasible, json),
                            phrases.get("cohortfiles.verify.infeasible"));
            case Outcome.Interrupted _ -> refused(phrases.get("cohortfiles.verify.interrupted"));
        };
    }

    private String right(Problem problem) {
        return phrases.get("cohortfiles.verify.optimal", "n", problem.places());
    }

    /** Prices and reserve. */
    private Told explained(
            Problem problem,
            CohortJson json,
            CohortJson.CertificateJson certificate,
            Outcome.Optimal optimal,
            String file)
            throws BadInput {
        Verdict prices = CohortPrices.check(problem, optimal, json, certificate, file);
        if (prices instanceof Verdict.Refused refused) {
            return refused(refused.reason(), refused.detail());
        }
        if (Boolean.FALSE.equals(certificate.reserve())) {
            throw CohortReader.unreadable(Place.whole(file));
        }
        List<String> reserve = json.reserve();
        if (certificate.reserve() == null) {
            return new Told(
                    true,
                    right(problem)
                            + (reserve == null || reserve.isEmpty()
                                    ? ""
                                    : " " + phrases.get("cohortfiles.verify.reserve")));
        }
        List<String> computed = CheckedReserve.of(problem, optimal.cohort());
        return figures(
                computed.equals(reserve)
                        ? null
                        : new CohortFigures.Wrong(
                                "reserve", computed.toString(), String.valueOf(reserve)),
                right(problem));
    }

    private Told figures(CohortFigures.@Nullable Wrong wrong, String right) {
        return wrong == null
                ? new Told(true, right)
                : refused(
                        phrases.get(
                                "cohortfiles.verify.wrong",
                                "name",
                                wrong.name(),
                                "expected",
                                wrong.expected(),
                                "found",
                                wrong.found()));
    }
}

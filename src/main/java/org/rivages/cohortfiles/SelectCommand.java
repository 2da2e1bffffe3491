package org.rivages.cohortfiles;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.rivages.cohort.CohortSession;
import org.rivages.cohort.LotteryOutcome;
import org.rivages.cohort.LotterySolver;
import org.rivages.cohort.Mode;
import org.rivages.cohort.Outcome;
import org.rivages.cohort.Problem;
import org.rivages.cohort.Questions;
import org.rivages.cohort.WorkLimit;
import org.rivages.shared.Language;

/** {@code select}: reads the two files, solves, writes the third. */
final class SelectCommand {
    static final int OPTIMAL = 0;
    static final int BAD_INPUT = 2;
    static final int INFEASIBLE = 3;
    static final int INTERRUPTED = 4;

    /** Prices are explanations; they may not cost more than this, rule by rule … */
    private static final WorkLimit FOR_A_PRICE = new WorkLimit(10_000);

    /** … and together. */
    private static final WorkLimit FOR_ALL_PRICES = new WorkLimit(40_000);

    private final PrintStream out;
    private final Phrases phrases;

    SelectCommand(PrintStream out, Phrases phrases) {
        this.out = out;
        this.phrases = phrases;
    }

    int run(List<String> words) throws IOException, BadInput, Arguments.NotUnderstood {
        Arguments arguments = Arguments.of(words, Set.of("--candidates", "--rules", "--out"));
        Path candidates = arguments.option("--candidates");
        Path rules = arguments.option("--rules");
        Path target = arguments.option("--out");
        if (!arguments.files().isEmpty()) {
            throw new Arguments.NotUnderstood(
                    "cohortfiles.command.unknown", arguments.files().getFirst().toString());
        }
        notOver(target, candidates);
        notOver(target, rules);
        Problem problem = ProblemFiles.read(candidates, rules);
        return problem.mode() == Mode.MERIT ? merit(problem, target) : draw(problem, target);
    }

    private int merit(Problem problem, Path target) throws IOException {
        CohortSession session = new CohortSession(problem);
        Outcome outcome = session.solve(WorkLimit.standard());
        Extras extras =
                outcome instanceof Outcome.Optimal optimal
                        ? extras(new Questions(session, optimal))
                        : Extras.NONE;
        NewFile.write(target, stream -> CohortWriter.write(stream, problem, outcome, extras));
        return told(problem, outcome);
    }

    private int draw(Problem problem, Path target) throws IOException {
        LotteryOutcome outcome = LotterySolver.solve(problem, WorkLimit.standard());
        NewFile.write(target, stream -> DrawWriter.write(stream, problem, outcome));
        return switch (outcome) {
            case LotteryOutcome.NotDrawn(Outcome other) -> told(problem, other);
            case LotteryOutcome.Drawn drawn -> {
                out.println(
                        phrases.get(
                                "cohortfiles.command.drawn",
                                "n",
                                drawn.cohort().size(),
                                "all",
                                problem.candidates().size()));
                yield OPTIMAL;
            }
        };
    }

    private static void notOver(Path target, Path input)
            throws IOException, Arguments.NotUnderstood {
        if (Files.exists(target) && Files.exists(input) && Files.isSameFile(target, input)) {
            throw new Arguments.NotUnderstood("cohortfiles.command.same", input.toString());
        }
    }

    private static Extras extras(Questions questions) {
        return new Extras(questions.reserve(), true, questions.prices(FOR_A_PRICE, FOR_ALL_PRICES));
    }

    private int told(Problem problem, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Optimal optimal -> {
                out.println(
                        phrases.get(
                                "cohortfiles.command.optimal",
                                "n",
                                optimal.cohort().size(),
                                "all",
                                problem.candidates().size()));
                yield OPTIMAL;
            }
            case Outcome.Infeasible infeasible -> {
                out.println(new RuleSentences(problem, Language.EN).infeasible(infeasible));
                yield INFEASIBLE;
            }
            case Outcome.Interrupted interrupted -> {
                out.println(
                        phrases.get(
                                interrupted.best() == null
                                        ? "cohortfiles.command.interrupted.none"
                                        : "cohortfiles.command.interrupted"));
                yield INTERRUPTED;
            }
        };
    }
}

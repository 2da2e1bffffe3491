package org.rivages.selection;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rivages.cohort.CertificateChecker;
import org.rivages.cohort.CohortSession;
import org.rivages.cohort.Outcome;
import org.rivages.cohort.Problem;
import org.rivages.cohort.Questions;
import org.rivages.cohort.Rule;
import org.rivages.cohort.Verdict;
import org.rivages.cohort.WorkLimit;
import org.rivages.cohortfiles.CohortWriter;
import org.rivages.cohortfiles.Extras;

/**
 * A problem of merit with its answer and with the answers to questions about it. Nothing leaves
 * that the {@link CertificateChecker} has not accepted, except what calls itself interrupted.
 */
final class Solved implements Answer {
    /** Some seconds at the most. */
    static final WorkLimit PROPOSAL = new WorkLimit(150_000);

    /** For one question. */
    static final WorkLimit QUESTION = new WorkLimit(15_000);

    /** What hand picks cost. */
    sealed interface Cost {
        /**
         * @param thousandths of total score; 0 when they lose nothing
         * @param cohort the best with them
         */
        record Exactly(long thousandths, List<String> cohort) implements Cost {}

        /**
         * They cannot all stand.
         *
         * @param rules ids of those that contradict each other
         */
        record Impossible(List<String> rules) implements Cost {}

        record Unproven() implements Cost {}
    }

    private final Problem problem;
    private final CohortSession session;
    private final Outcome outcome;
    private final @Nullable Questions questions;
    private final Map<String, Questions.Entry> entries = new HashMap<>();
    private final Map<List<Rule>, Cost> costs = new HashMap<>();
    private @Nullable List<Questions.Price> prices;
    private @Nullable CohortSession tried;

    Solved(Problem problem) {
        this.problem = problem;
        session = new CohortSession(problem);
        outcome = checked(problem, session.solve(PROPOSAL));
        questions =
                outcome instanceof Outcome.Optimal optimal ? new Questions(session, optimal) : null;
    }

    private static Outcome checked(Problem problem, Outcome outcome) {
        if (!(outcome instanceof Outcome.Interrupted)
                && CertificateChecker.check(problem, outcome) instanceof Verdict.Refused refused) {
            throw new IllegalStateException("the engine's own proof does not hold: " + refused);
        }
        return outcome;
    }

    @Override
    public Problem problem() {
        return problem;
    }

    @Override
    public @Nullable List<String> proven() {
        return outcome instanceof Outcome.Optimal optimal ? optimal.cohort() : null;
    }

    @Override
    public void write(OutputStream out, List<String> reserve) {
        CohortWriter.write(out, problem, outcome, new Extras(reserve, false, prices()));
    }

    Outcome outcome() {
        return outcome;
    }

    private Questions questions() {
        return Objects.requireNonNull(questions, "only an optimal answer can be asked");
    }

    /** One for every rule, in their order; only of an optimal answer. */
    synchronized List<Questions.Price> prices() {
        List<Questions.Price> known = prices;
        if (known == null) {
            known = questions().prices(QUESTION);
            prices = known;
        }
        return known;
    }

    /** Only of an optimal answer. */
    synchronized Questions.Entry entry(String number) {
        return entries.computeIfAbsent(number, id -> questions().wouldEnterIf(id, QUESTION));
    }

    /** What is lost when these rules come to the others; only of an optimal answer. */
    synchronized Cost cost(List<Rule> pins) {
        Cost known = costs.get(pins);
        if (known == null) {
            known = costOf(pins);
            costs.put(List.copyOf(pins), known);
        }
        return known;
    }

    private Cost costOf(List<Rule> pins) {
        List<Rule> rules = new ArrayList<>(problem.rules());
        rules.addAll(pins);
        return switch (tryRules(rules)) {
            case Outcome.Optimal optimal ->
                    new Cost.Exactly(
                            Problems.score(problem, cohort())
                                    - Problems.score(problem, optimal.cohort()),
                            optimal.cohort());
            case Outcome.Infeasible infeasible -> new Cost.Impossible(infeasible.rules());
            case Outcome.Interrupted _ -> new Cost.Unproven();
        };
    }

    private List<String> cohort() {
        return outcome instanceof Outcome.Optimal optimal ? optimal.cohort() : List.of();
    }

    /** The answer under other rules, from the work done before; what this holds stays as it is. */
    synchronized Outcome tryRules(List<Rule> rules) {
        CohortSession warm = tried;
        if (warm == null) {
            warm = new CohortSession(problem);
            warm.solve(PROPOSAL);
            tried = warm;
        }
        warm.changeRules(rules);
        return checked(warm.problem(), warm.solve(QUESTION));
    }
}

package org.rivages.selection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rivages.applications.ApplicationId;
import org.rivages.cohort.LotteryOutcome;
import org.rivages.cohort.Mode;
import org.rivages.cohort.Outcome;
import org.rivages.cohort.Problem;
import org.rivages.cohort.Questions;
import org.rivages.cohortfiles.RulesWriter;
import org.springframework.stereotype.Component;

/**
 * What the engine says about a board: the best class with its proof, the price of every rule, the
 * line, the cost of hand picks. Works on the candidates and rules that it is given: a caller who
 * leaves sealed rules out gets answers in which no sealed value counts.
 */
@Component
class Proposals {
    private static final int ON_THE_LINE = 4;
    private static final int MOST_PICKS = 30;

    private final Engine engine;

    Proposals(Engine engine) {
        this.engine = engine;
    }

    /**
     * @param rules that count, in the committee's words
     * @param sealed counted, left-out, or ""
     */
    ProposalView view(
            SavedRules rules,
            Candidates.All all,
            Map<ApplicationId, Pick> picks,
            String sealed,
            EngineWords words) {
        Problems.Posed posed = Problems.of(rules.rules(), all.candidates(), List.of());
        if (!posed.absent().isEmpty()) {
            return failed("absent", sealed, posed.absent().stream().map(words::rule).toList());
        }
        return switch (engine.answer(posed.problem())) {
            case Solved solved ->
                    solved.outcome() instanceof Outcome.Optimal optimal
                            ? optimal(solved, optimal, all, picks, sealed, words)
                            : none(solved.problem(), solved.outcome(), all, sealed, words);
            case Draw draw ->
                    switch (draw.outcome()) {
                        case LotteryOutcome.Drawn drawn ->
                                drawn(draw.problem(), drawn, all, picks, sealed, words);
                        case LotteryOutcome.NotDrawn(Outcome outcome) ->
                                none(draw.problem(), outcome, all, sealed, words);
                    };
        };
    }

    private static ProposalView none(
            Problem problem,
            Outcome outcome,
            Candidates.All all,
            String sealed,
            EngineWords words) {
        return switch (outcome) {
            case Outcome.Infeasible infeasible -> infeasible(infeasible, sealed, words);
            case Outcome.Interrupted interrupted ->
                    interrupted(problem, interrupted, all, sealed, words);
            case Outcome.Optimal _ -> throw new IllegalStateException("a best class is something");
        };
    }

    /**
     * Why these rules can give no class at all; null while they can, or nobody can be chosen yet.
     */
    @Nullable ProposalView trouble(SavedRules rules, Candidates.All all, EngineWords words) {
        if (all.candidates().size() < rules.rules().places()) {
            return null;
        }
        Problems.Posed posed = Problems.of(rules.rules(), all.candidates(), List.of());
        return engine.solve(posed.problem()).outcome() instanceof Outcome.Infeasible infeasible
                ? infeasible(infeasible, "", words)
                : null;
    }

    private static ProposalView failed(String kind, String sealed, List<String> rules) {
        return new ProposalView(
                kind, sealed, "", List.of(), "", Set.of(), "", rules, List.of(), true, List.of(),
                null);
    }

    private static ProposalView infeasible(
            Outcome.Infeasible infeasible, String sealed, EngineWords words) {
        return new ProposalView(
                infeasible.rules().isEmpty() ? "few" : "infeasible",
                sealed,
                "",
                List.of(),
                "",
                Set.of(),
                "",
                infeasible.rules().stream().map(words::rule).toList(),
                infeasible.repair().changes().stream().map(words::change).toList(),
                infeasible.repair().proven(),
                List.of(),
                null);
    }

    private static ProposalView interrupted(
            Problem problem,
            Outcome.Interrupted interrupted,
            Candidates.All all,
            String sealed,
            EngineWords words) {
        List<String> best = interrupted.best();
        if (best == null || problem.mode() != Mode.MERIT) {
            return failed("interrupted", sealed, List.of());
        }
        return new ProposalView(
                "interrupted",
                sealed,
                words.points(Problems.score(problem, best)),
                words.facts(of(all, Set.copyOf(best))),
                digest(best),
                ordered(all, best),
                interrupted.open() instanceof org.rivages.cohort.Aim.Score
                        ? words.points(interrupted.bound())
                        : "",
                List.of(),
                List.of(),
                false,
                List.of(),
                null);
    }

    private ProposalView optimal(
            Solved solved,
            Outcome.Optimal optimal,
            Candidates.All all,
            Map<ApplicationId, Pick> picks,
            String sealed,
            EngineWords words) {
        Set<String> best = ordered(all, optimal.cohort());
        return new ProposalView(
                "optimal",
                sealed,
                words.points(Problems.score(solved.problem(), best)),
                words.facts(of(all, best)),
                digest(optimal.cohort()),
                best,
                "",
                List.of(),
                List.of(),
                true,
                List.of(),
                explained(solved, best, all, picks, words));
    }

    private static ProposalView drawn(
            Problem problem,
            LotteryOutcome.Drawn drawn,
            Candidates.All all,
            Map<ApplicationId, Pick> picks,
            String sealed,
            EngineWords words) {
        Set<String> cohort = ordered(all, drawn.cohort());
        Difference difference = difference(cohort, all, picks, words);
        return new ProposalView(
                "drawn",
                sealed,
                problem.mode() == Mode.TIEBAND ? words.points(Problems.score(problem, cohort)) : "",
                words.facts(of(all, cohort)),
                digest(drawn.cohort()),
                cohort,
                "",
                List.of(),
                List.of(),
                true,
                Draw.chances(drawn).stream().map(words::chance).toList(),
                new ProposalView.Explained(
                        List.of(),
                        List.of(),
                        List.of(),
                        difference.missing(),
                        difference.extra(),
                        List.of(),
                        ""));
    }

    /** Of a class: the same for the same people. */
    static String digest(List<String> cohort) {
        return RulesWriter.hash(String.join(",", cohort));
    }

    private static Set<String> ordered(Candidates.All all, List<String> cohort) {
        Set<String> in = Set.copyOf(cohort);
        Set<String> ordered = new LinkedHashSet<>();
        of(all, in).forEach(candidate -> ordered.add(candidate.number()));
        return ordered;
    }

    private static List<Candidate> of(Candidates.All all, Set<String> numbers) {
        return all.candidates().stream().filter(one -> numbers.contains(one.number())).toList();
    }

    private record Difference(List<String> missing, List<String> extra) {}

    private static Difference difference(
            Set<String> proposed,
            Candidates.All all,
            Map<ApplicationId, Pick> picks,
            EngineWords words) {
        List<String> missing = new ArrayList<>();
        List<String> extra = new ArrayList<>();
        for (Candidate candidate : all.candidates()) {
            Pick pick = picks.get(candidate.id());
            boolean in = pick != null && pick.state() == PickState.IN;
            if (in != proposed.contains(candidate.number())) {
                (in ? extra : missing).add(words.name(candidate.number()));
            }
        }
        return new Difference(missing, extra);
    }

    private static ProposalView.Explained explained(
            Solved solved,
            Set<String> best,
            Candidates.All all,
            Map<ApplicationId, Pick> picks,
            EngineWords words) {
        Difference difference = difference(best, all, picks, words);
        List<HandPicks.Pinned> pinned = HandPicks.of(all.candidates(), picks, best);
        return new ProposalView.Explained(
                solved.prices().stream().map(words::price).toList(),
                justIn(solved, best, all, words),
                justOut(solved, best, all, words),
                difference.missing(),
                difference.extra(),
                handPicks(solved, pinned, words),
                pinned.isEmpty() ? "" : words.cost(solved.cost(HandPicks.pins(pinned))));
    }

    private static List<ProposalView.HandPick> handPicks(
            Solved solved, List<HandPicks.Pinned> pinned, EngineWords words) {
        return pinned.stream()
                .limit(MOST_PICKS)
                .map(one ->
                        new ProposalView.HandPick(
                                words.name(one.candidate().number()),
                                one.pick().state().code(),
                                one.pick().reason(),
                                words.cost(solved.cost(List.of(one.pin())))))
                .toList();
    }

    /** The lowest scores inside: what would be lost without them. */
    private static List<ProposalView.Near> justIn(
            Solved solved, Set<String> best, Candidates.All all, EngineWords words) {
        List<Candidate> in = of(all, best);
        List<ProposalView.Near> near = new ArrayList<>();
        for (Candidate one : in.subList(Math.max(0, in.size() - ON_THE_LINE), in.size())) {
            Solved.Cost cost = solved.cost(List.of(HandPicks.pin(one.number(), false)));
            near.add(near(one, words.without(cost, best), words));
        }
        return near;
    }

    /** The highest scores outside: what they would need. */
    private static List<ProposalView.Near> justOut(
            Solved solved, Set<String> best, Candidates.All all, EngineWords words) {
        List<ProposalView.Near> near = new ArrayList<>();
        for (Candidate one : all.candidates()) {
            if (!best.contains(one.number()) && near.size() < ON_THE_LINE) {
                Questions.Entry entry = solved.entry(one.number());
                near.add(near(one, words.entry(entry, one.score()), words));
            }
        }
        return near;
    }

    private static ProposalView.Near near(Candidate one, String why, EngineWords words) {
        return new ProposalView.Near(words.name(one.number()), words.points(one.score()), why);
    }
}

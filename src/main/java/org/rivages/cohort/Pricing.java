package org.rivages.cohort;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Solves once more without each rule; a rule that no proof needed costs nothing and is skipped. */
final class Pricing {
    private final Problem problem;
    private final People people;
    private final Outcome.Optimal optimal;
    private final int[] cohort;
    private final BitSet used;
    private @Nullable Relaxation relaxation;

    Pricing(CohortSession session, Outcome.Optimal optimal) {
        this.problem = session.problem();
        this.people = session.people();
        this.relaxation = session.relaxation();
        this.optimal = optimal;
        this.cohort = people.numbers(optimal.cohort());
        this.used = used();
    }

    List<Questions.Price> prices(WorkLimit each, WorkLimit all) {
        long left = all.iterations();
        int score = problem.aims().indexOf(new Aim.Score());
        List<Questions.Price> prices = new ArrayList<>();
        for (int r = 0; r < problem.rules().size(); r++) {
            String id = problem.rules().get(r).id();
            if (score < 0 || !used.get(r)) {
                PriceProof proof = score < 0 ? null : PriceProof.OF_THE_ANSWER;
                prices.add(new Questions.Price(id, 0, true, proof));
                continue;
            }
            Work work = new Work(new WorkLimit(Math.min(each.iterations(), left)));
            long before = work.left();
            prices.add(price(r, score, work));
            left -= before - Math.max(0, work.left());
        }
        return prices;
    }

    private Questions.Price price(int rule, int score, Work work) {
        Model base = Model.of(people, problem.places(), problem.rules(), rule, Pins.NONE);
        Lexicographic order = new Lexicographic(problem, people, base, work);
        order.warm(relaxation);
        order.suggest(cohort);
        boolean proven = true;
        try {
            order.aims(problem.aims().subList(0, score + 1));
            relaxation = order.warm();
        } catch (Work.Ended _) {
            proven = false;
            relaxation = null;
        }
        int[] best = order.best() == null ? cohort : order.best();
        long now = optimal.values().get(score).value();
        long then = AimStage.value(people, new Aim.Score(), best);
        PriceProof proof = proven ? new PriceProof(people.ids(best), order.proofs()) : null;
        return new Questions.Price(problem.rules().get(rule).id(), then - now, proven, proof);
    }

    /** Rules that a proof of an aim takes a row from, and all that put somebody in or out. */
    private BitSet used() {
        Model base = Model.of(people, problem.places(), problem.rules());
        BitSet rules = new BitSet();
        List<Proof> proofs = optimal.certificate().proofs();
        for (int k = 0; k < problem.aims().size() && k < proofs.size(); k++) {
            for (Proof.Step step : proofs.get(k).steps()) {
                switch (step) {
                    case Proof.Tighten tighten -> note(base, tighten.multipliers().rows(), rules);
                    case Proof.Close close -> note(base, close.multipliers().rows(), rules);
                    case Proof.Split split -> {
                        if (split.on() == Proof.On.ROW) {
                            note(base, new int[] {split.index()}, rules);
                        }
                    }
                }
            }
        }
        for (int r = 0; r < problem.rules().size(); r++) {
            switch (problem.rules().get(r)) {
                case Rule.Include _, Rule.Exclude _, Rule.ScoreThreshold _ -> rules.set(r);
                case Rule.Quota _, Rule.GroupCap _, Rule.MutuallyExclusive _ -> {}
            }
        }
        return rules;
    }

    private static void note(Model base, int[] rows, BitSet rules) {
        for (int row : rows) {
            int rule = row < base.rows.size() ? base.rows.get(row).rule() : Row.NO_RULE;
            if (rule >= 0) {
                rules.set(rule);
            }
        }
    }
}

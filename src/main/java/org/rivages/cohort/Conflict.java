package org.rivages.cohort;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules that cannot hold together, none of which could be spared: starts with the rules that a proof
 * of infeasibility needs, and leaves out one after the other. Whenever the rest can hold, a cohort
 * shows it; otherwise only what the new proof needs is kept.
 */
final class Conflict {
    private final People people;
    private final int places;
    private final Pins pins;
    private final Work work;

    Conflict(People people, int places, Pins pins, Work work) {
        this.people = people;
        this.places = places;
        this.pins = pins;
        this.work = work;
    }

    /**
     * @param rules in the order of the problem
     * @param witnesses for each rule a cohort that keeps the others
     */
    record Found(List<Rule> rules, Proof proof, List<int[]> witnesses) {}

    /** What the rules allow: a cohort, or a proof that there is none and the rules it needs. */
    private record Test(int @Nullable [] cohort, Proof proof, List<Rule> needed) {}

    /** Null where all rules can hold together. */
    @Nullable Found find(List<Rule> all) {
        Test test = test(all);
        if (test.cohort() != null) {
            return null;
        }
        List<Rule> current = test.needed();
        Map<Rule, int[]> witnesses = new HashMap<>();
        for (int k = current.size() - 1; k >= 0; k = Math.min(k, current.size()) - 1) {
            Rule rule = current.get(k);
            List<Rule> rest = new ArrayList<>(current);
            rest.remove(k);
            Test without = test(rest);
            if (without.cohort() != null) {
                witnesses.put(rule, without.cohort());
            } else {
                current = without.needed();
                k = current.size();
                while (k > 0 && witnesses.containsKey(current.get(k - 1))) {
                    k--;
                }
            }
        }
        List<int[]> shown =
                current.stream().map(rule -> Objects.requireNonNull(witnesses.get(rule))).toList();
        return new Found(current, test(current).proof(), shown);
    }

    private Test test(List<Rule> rules) {
        Model model = Model.of(people, places, rules, Row.NO_RULE, pins);
        StageSolver solver = new StageSolver(new Feasible(model), work);
        StageSolver.Result result = solver.solve(List.of());
        List<Rule> needed = List.of();
        if (result.cohort() == null) {
            Set<Integer> used = used(model, result.proof());
            List<Rule> kept = new ArrayList<>();
            for (int r = 0; r < rules.size(); r++) {
                if (used.contains(r)) {
                    kept.add(rules.get(r));
                }
            }
            needed = kept;
        }
        return new Test(result.cohort(), result.proof(), needed);
    }

    private static Set<Integer> used(Model model, Proof proof) {
        Set<Integer> used = new HashSet<>();
        int[] contradiction = model.contradiction();
        if (contradiction != null) {
            for (int rule : contradiction) {
                used.add(rule);
            }
            return used;
        }
        for (Proof.Step step : proof.steps()) {
            switch (step) {
                case Proof.Tighten tighten -> rows(model, tighten.multipliers(), used);
                case Proof.Close close -> rows(model, close.multipliers(), used);
                case Proof.Split split -> {
                    if (split.on() == Proof.On.ROW) {
                        used.add(model.rows.get(split.index()).rule());
                    }
                }
            }
        }
        if (proof.steps().size() == 1 && proof.steps().getFirst() instanceof Proof.Close close) {
            boxes(model, close.multipliers(), used);
        } else {
            everyBox(model, used);
        }
        return used;
    }

    private static void rows(Model model, Proof.Multipliers multipliers, Set<Integer> used) {
        for (int row : multipliers.rows()) {
            used.add(model.rows.get(row).rule());
        }
    }

    /** Boxes without which the sum would be greater. */
    private static void boxes(Model model, Proof.Multipliers multipliers, Set<Integer> used) {
        long[] weights = new long[model.rows.size()];
        for (int k = 0; k < multipliers.rows().length; k++) {
            weights[multipliers.rows()[k]] = multipliers.values()[k];
        }
        int count = 0;
        int[] boxed = new int[model.size()];
        for (int i = 0; i < model.size(); i++) {
            if (model.least[i] == model.most[i]) {
                boxed[count++] = i;
            }
        }
        int[] candidates = java.util.Arrays.copyOf(boxed, count);
        long[] sums = new long[count];
        new Incidence(model.rows, model.size()).sums(weights, candidates, sums);
        for (int k = 0; k < count; k++) {
            boolean in = model.least[candidates[k]] == 1;
            if (in ? sums[k] > 0 : sums[k] < 0) {
                used.add(model.boxRule(candidates[k], in));
            }
        }
    }

    private static void everyBox(Model model, Set<Integer> used) {
        for (int r = 0; r < model.rules().size(); r++) {
            switch (model.rules().get(r)) {
                case Rule.Include _, Rule.Exclude _, Rule.ScoreThreshold _ -> used.add(r);
                case Rule.Quota _, Rule.GroupCap _, Rule.MutuallyExclusive _ -> {}
            }
        }
    }
}

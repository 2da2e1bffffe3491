package org.rivages.cohort;

import java.util.List;

/**
 * What is asked: exactly {@code places} of the candidates, under all rules, best by the aims in
 * their order. The order of candidates means nothing; neither does the order of rules.
 *
 * @param seed tells apart what all aims leave equal, see {@link TieDraw}; published beforehand
 * @param attributes names of the columns that {@link Candidate#values()} fill
 * @throws BadProblem with every fault found
 */
public record Problem(
        int places,
        Mode mode,
        String seed,
        List<Aim> aims,
        List<Rule> rules,
        List<String> attributes,
        List<Candidate> candidates) {
    /** A million points, in thousandths: sums of a whole call stay exact everywhere. */
    public static final long GREATEST_SCORE = 1_000_000_000L;

    public Problem {
        aims = List.copyOf(aims);
        rules = List.copyOf(rules);
        attributes = List.copyOf(attributes);
        candidates = List.copyOf(candidates);
        List<Fault> faults = Faults.of(places, aims, rules, attributes, candidates);
        if (!faults.isEmpty()) {
            throw new BadProblem(faults);
        }
    }

    public Problem withRules(List<Rule> other) {
        return new Problem(places, mode, seed, aims, other, attributes, candidates);
    }

    public Problem withMode(Mode other) {
        return other == mode
                ? this
                : new Problem(places, other, seed, aims, rules, attributes, candidates);
    }

    public Problem withPlaces(int other) {
        return new Problem(other, mode, seed, aims, rules, attributes, candidates);
    }

    public Problem withAims(List<Aim> other) {
        return new Problem(places, mode, seed, other, rules, attributes, candidates);
    }

    public Problem withCandidates(List<Candidate> other) {
        return new Problem(places, mode, seed, aims, rules, attributes, other);
    }
}

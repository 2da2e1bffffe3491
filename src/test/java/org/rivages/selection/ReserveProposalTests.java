package org.rivages.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.rivages.cohort.Aim;
import org.rivages.cohort.Mode;
import org.rivages.cohort.Rule;

class ReserveProposalTests {
    private static RuleSet rules(Mode mode, String seed) {
        return new RuleSet(
                6,
                mode,
                seed,
                List.of(new Aim.Score()),
                List.of(
                        Rule.Quota.of("countries", "country", null, null, 2),
                        Rule.Quota.of("women", "gender", "woman", 2, null)));
    }

    private static List<Candidate> best(RuleSet rules, List<Candidate> all) {
        List<String> ids =
                List.copyOf(
                        java.util.Objects.requireNonNull(
                                new Engine()
                                        .answer(Problems.of(rules, all, List.of()).problem())
                                        .proven()));
        return all.stream().filter(one -> ids.contains(one.number())).toList();
    }

    private static List<Candidate> others(List<Candidate> all, List<Candidate> in) {
        List<Candidate> others = new ArrayList<>(all);
        others.removeAll(in);
        return others;
    }

    /** Everybody of the first round can take somebody's place, and nobody better could. */
    @Property(tries = 30)
    void whoIsProposedCanStandInForSomebodyWithEveryRuleKept(@ForAll long seed) {
        RuleSet rules = rules(Mode.MERIT, "seed");
        List<Candidate> all = ProvingTests.people(seed, 30);
        List<Candidate> in = best(rules, all);
        List<Candidate> reserve = ReserveProposal.of(rules, all, in, others(all, in), 4);
        assertThat(reserve).doesNotHaveDuplicates().doesNotContainAnyElementsOf(in);
        assertThat(reserve).allMatch(one -> fits(rules, all, in, one));
        Candidate first =
                others(all, in).stream()
                        .filter(one -> fits(rules, all, in, one))
                        .min(Candidates.BY_SCORE)
                        .orElseThrow();
        assertThat(reserve).contains(first);
    }

    private static boolean fits(
            RuleSet rules, List<Candidate> all, List<Candidate> in, Candidate one) {
        return in.stream()
                .anyMatch(gone -> {
                    List<Candidate> then = new ArrayList<>(in);
                    then.remove(gone);
                    then.add(one);
                    return Balance.of(rules, all, then).broken() == 0;
                });
    }

    @Test
    void byLotTheSeedAndNoScoreSaysWhoIsFirst() {
        List<Candidate> all = ProvingTests.people(3, 30);
        RuleSet one = rules(Mode.LOTTERY, "one");
        List<Candidate> in = best(one, all);
        List<Candidate> free = others(all, in);
        List<Candidate> reserve = ReserveProposal.of(one, all, in, free, 5);
        assertThat(reserve)
                .hasSize(5)
                .isEqualTo(ReserveProposal.of(one, all, in, free.reversed(), 5));
        assertThat(ReserveProposal.of(rules(Mode.LOTTERY, "two"), all, in, free, 5))
                .isNotEqualTo(reserve);
        List<Candidate> poorer = poorer(all);
        assertThat(numbers(ReserveProposal.of(one, poorer, poorer(in), poorer(free), 5)))
                .isEqualTo(numbers(reserve));
    }

    private static List<Candidate> poorer(List<Candidate> some) {
        return some.stream().map(one -> one.withScore(5000 - one.score())).toList();
    }

    private static List<String> numbers(List<Candidate> some) {
        return some.stream().map(Candidate::number).toList();
    }

    @Test
    void whereNobodyFitsNobodyIsProposed() {
        RuleSet rules =
                rules(Mode.MERIT, "seed")
                        .with(List.of(Rule.Quota.of("nobody", "country", "MA", 6, 6)));
        List<Candidate> in = new ArrayList<>();
        List<Candidate> free = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Candidate one =
                    BalanceTests.candidate(
                            "C-" + i, 1000 + i, i < 6 ? "MA" : "FR", "woman", "house " + i);
            (i < 6 ? in : free).add(one);
        }
        List<Candidate> all = new ArrayList<>(in);
        all.addAll(free);
        assertThat(ReserveProposal.of(rules, all, in, free, 3)).isEmpty();
        assertThat(ReserveProposal.of(rules, all, in, List.of(), 3)).isEmpty();
    }
}

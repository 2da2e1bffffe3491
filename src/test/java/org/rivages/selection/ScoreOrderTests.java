package org.rivages.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rivages.selection.BalanceTests.candidate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rivages.applications.ApplicationId;
import org.rivages.cohort.Aim;
import org.rivages.cohort.Mode;
import org.rivages.cohort.Rule;

class ScoreOrderTests {
    private static final RuleSet RULES =
            new RuleSet(
                    2,
                    Mode.MERIT,
                    "",
                    List.of(new Aim.Score()),
                    List.of(Rule.Quota.of("c", "country", null, null, 1)));
    private final Candidate best = candidate("best", 4000, "MA", "", "");
    private final Candidate second = candidate("second", 3000, "MA", "", "");
    private final Candidate third = candidate("third", 2000, "TN", "", "");
    private final Candidate fourth = candidate("fourth", 1000, "FR", "", "");
    private final List<Candidate> all = List.of(best, second, third, fourth);
    private final Map<ApplicationId, Pick> picks = new HashMap<>();

    private void pick(Candidate candidate, PickState state, String reason) {
        picks.put(
                candidate.id(),
                new Pick(
                        candidate.id(),
                        state,
                        state == PickState.RESERVE ? 1 : null,
                        reason,
                        UUID.randomUUID()));
    }

    private List<ScoreOrder.Inversion> found() {
        return ScoreOrder.unexplained(RULES, all, picks, all.stream().map(Candidate::id).toList());
    }

    @Test
    void nothingToExplainFromTheTopDown() {
        pick(best, PickState.IN, "");
        assertThat(found()).isEmpty();
    }

    @Test
    void aRuleInTheWayIsReasonEnough() {
        pick(best, PickState.IN, "");
        pick(third, PickState.IN, "");
        assertThat(found()).isEmpty();
    }

    @Test
    void passingOverABetterScoreWantsAReason() {
        pick(best, PickState.IN, "");
        pick(fourth, PickState.IN, "");
        assertThat(found()).containsExactly(new ScoreOrder.Inversion(fourth, third));
    }

    @Test
    void aReasonForEitherIsEnough() {
        pick(best, PickState.IN, "");
        pick(fourth, PickState.IN, "from a town that is new to the network");
        assertThat(found()).isEmpty();
        pick(fourth, PickState.IN, "");
        pick(third, PickState.OUT, "took part last year");
        assertThat(found()).isEmpty();
    }
}

package org.rivages.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CohortSessionTests {
    @Test
    void a_changed_rule_or_score_gives_the_same_cohort_warm_as_from_scratch() {
        Random random = new Random(4);
        int optimal = 0;
        for (int seed = 1; seed <= 3; seed++) {
            CohortSession session = new CohortSession(CohortSolverTests.coarse(seed));
            session.solve(WorkLimit.standard());
            for (int change = 0; change < 15; change++) {
                List<Rule> rules = new ArrayList<>(session.problem().rules());
                int at = random.nextInt(rules.size());
                rules.set(at, moved(rules.get(at), random.nextInt(5) - 2));
                if (change % 5 == 4) {
                    rules.remove(random.nextInt(rules.size()));
                }
                session.changeRules(rules);
                if (change % 3 == 2) {
                    session.changeScore("p" + (1 + random.nextInt(300)), random.nextInt(90_000));
                }
                Outcome warm = session.solve(WorkLimit.standard());
                Outcome cold = CohortSolver.solve(session.problem(), WorkLimit.standard());
                assertThat(CertificateChecker.check(session.problem(), warm))
                        .isEqualTo(new Verdict.Holds());
                assertThat(warm).hasSameClassAs(cold);
                if (warm instanceof Outcome.Optimal one && cold instanceof Outcome.Optimal other) {
                    assertThat(one.cohort()).isEqualTo(other.cohort());
                    assertThat(one.values()).isEqualTo(other.values());
                    optimal++;
                }
            }
        }
        assertThat(optimal).isGreaterThan(20);
    }

    private static Rule moved(Rule rule, int by) {
        if (rule instanceof Rule.Quota quota && quota.max() != null) {
            int least = quota.min() == null ? 0 : quota.min();
            int max = Math.max(least, quota.max() + by);
            return Rule.Quota.of(quota.id(), quota.attribute(), quota.value(), quota.min(), max);
        }
        return rule;
    }
}

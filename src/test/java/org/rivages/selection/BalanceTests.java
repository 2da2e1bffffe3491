package org.rivages.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.rivages.applications.ApplicationId;
import org.rivages.cohort.Aim;
import org.rivages.cohort.Mode;
import org.rivages.cohort.Rule;

class BalanceTests {
    private static final RuleSet RULES =
            new RuleSet(
                    4,
                    Mode.MERIT,
                    "",
                    List.of(new Aim.Score()),
                    List.of(
                            Rule.Quota.of("countries", "country", null, null, 2),
                            Rule.Quota.of("women", "gender", "woman", 2, 3),
                            new Rule.GroupCap("cap", 1)));

    static Candidate candidate(
            String number, int score, String country, String gender, String group) {
        return new Candidate(
                new ApplicationId(
                        UUID.nameUUIDFromBytes(
                                number.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                number,
                score,
                group,
                Map.of("country", country, "gender", gender));
    }

    @Test
    void saysShortMetFullAndOver() {
        Candidate a = candidate("a", 5000, "MA", "woman", "x");
        Candidate b = candidate("b", 4000, "MA", "man", "y");
        Candidate c = candidate("c", 3000, "MA", "woman", "y");
        List<Candidate> all = List.of(a, b, c);
        Balance one = Balance.of(RULES, all, List.of(a));
        assertThat(one.standing(RULES.rules().get(0))).isEqualTo(Balance.Standing.MET);
        assertThat(one.standing(RULES.rules().get(1))).isEqualTo(Balance.Standing.SHORT);
        Balance two = Balance.of(RULES, all, List.of(a, b));
        assertThat(two.standing(RULES.rules().get(0))).isEqualTo(Balance.Standing.FULL);
        Balance three = Balance.of(RULES, all, all);
        assertThat(three.standing(RULES.rules().get(0))).isEqualTo(Balance.Standing.OVER);
        assertThat(three.standing(RULES.rules().get(1))).isEqualTo(Balance.Standing.MET);
        assertThat(three.standing(RULES.rules().get(2))).isEqualTo(Balance.Standing.OVER);
        assertThat(three.broken()).isEqualTo(2);
    }

    @Test
    void saysWhatAPickDoes() {
        Candidate a = candidate("a", 5000, "MA", "woman", "x");
        Candidate b = candidate("b", 4000, "MA", "woman", "y");
        Candidate same = candidate("c", 3000, "TN", "man", "x");
        List<Candidate> all = List.of(a, b, same);
        Balance balance = Balance.of(RULES, all, List.of(a));
        assertThat(balance.adding(b))
                .extracting(change -> change.line().rule() + " " + change.effect())
                .containsExactly("countries FILLS", "women HELPS", "cap FILLS");
        assertThat(balance.adding(same))
                .extracting(change -> change.line().rule() + " " + change.effect())
                .containsExactly("cap BREAKS");
        assertThat(balance.allows(b)).isTrue();
        assertThat(balance.allows(same)).isFalse();
        assertThat(balance.losing(a)).as("it was short before").isEmpty();
        assertThat(Balance.of(RULES, all, List.of(a, b)).losing(a))
                .extracting(Balance.Line::rule)
                .containsExactly("women");
    }

    @Test
    void aPlaceThatAMinimumNeedsIsNotGivenAway() {
        Candidate man1 = candidate("1", 5, "A", "man", "");
        Candidate man2 = candidate("2", 4, "B", "man", "");
        Candidate man3 = candidate("3", 3, "C", "man", "");
        Candidate woman = candidate("4", 2, "D", "woman", "");
        List<Candidate> all = List.of(man1, man2, man3, woman);
        Balance balance = Balance.of(RULES, all, List.of(man1, man2));
        assertThat(balance.allows(man3)).isFalse();
        assertThat(balance.allows(woman)).isTrue();
        assertThat(balance.broken()).isZero();
    }

    @Test
    void percentsAreOfThePlacesMinimumUpMaximumDown() {
        Rule.Quota quota = new Rule.Quota("q", "x", "y", null, null, 40, 41);
        assertThat(Balance.least(quota, 7)).isEqualTo(3);
        assertThat(Balance.most(quota, 7)).isEqualTo(2);
        assertThat(Balance.least(quota, 25)).isEqualTo(10);
    }

    @Property(tries = 200)
    void anExchangeChangesTheBrokenAsCountingAfreshDoes(@ForAll long seed) {
        Random random = new Random(seed);
        List<Candidate> all = some(random, 14);
        List<Candidate> in = new ArrayList<>(all.subList(0, 4));
        Candidate out = in.get(random.nextInt(4));
        Candidate comes = all.get(4 + random.nextInt(10));
        Balance balance = Balance.of(RULES, all, in);
        List<Candidate> then = new ArrayList<>(in);
        then.remove(out);
        then.add(comes);
        assertThat(balance.exchange(out, comes))
                .isEqualTo(Balance.of(RULES, all, then).broken() - balance.broken());
    }

    private static List<Candidate> some(Random random, int n) {
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            all.add(
                    candidate(
                            "n" + i,
                            random.nextInt(5000),
                            "C" + random.nextInt(4),
                            random.nextBoolean() ? "woman" : "man",
                            random.nextInt(4) == 0 ? "" : "g" + random.nextInt(6)));
        }
        return all;
    }

    @Test
    void theReservePassesOverThoseWhoWouldBreakARule() {
        Candidate woman1 = candidate("w1", 9, "A", "woman", "");
        Candidate woman2 = candidate("w2", 8, "B", "woman", "");
        Candidate man1 = candidate("m1", 7, "C", "man", "");
        Candidate man2 = candidate("m2", 6, "D", "man", "");
        Candidate first = candidate("r1", 5, "E", "man", "");
        Candidate second = candidate("r2", 4, "F", "woman", "");
        List<Candidate> all = List.of(woman1, woman2, man1, man2, first, second);
        List<Candidate> decided = List.of(woman1, woman2, man1, man2);
        ReserveList.Answer afterWoman =
                ReserveList.next(
                        RULES,
                        all,
                        decided,
                        List.of(woman2, man1, man2),
                        List.of(first, second),
                        Set.of(woman1));
        assertThat(afterWoman.next()).isEqualTo(second);
        assertThat(afterWoman.rank()).isEqualTo(2);
        assertThat(afterWoman.inTheWay()).containsExactly("women");
        ReserveList.Answer afterMan =
                ReserveList.next(
                        RULES,
                        all,
                        decided,
                        List.of(woman1, woman2, man2),
                        List.of(first, second),
                        Set.of(man1));
        assertThat(afterMan.next()).isEqualTo(first);
        ReserveList.Answer nobody =
                ReserveList.next(
                        RULES,
                        all,
                        decided,
                        List.of(woman2, man1, man2),
                        List.of(first, second),
                        Set.of(woman1, second));
        assertThat(nobody.next()).isNull();
        assertThat(nobody.passed()).isEqualTo(1);
    }

    @Test
    void aClassThatWasReleasedWithAnExceptionIsNotHeldToMoreThanItKept() {
        Candidate man1 = candidate("m1", 9, "A", "man", "");
        Candidate man2 = candidate("m2", 8, "B", "man", "");
        Candidate man3 = candidate("m3", 7, "C", "man", "");
        Candidate man4 = candidate("m4", 6, "D", "man", "");
        Candidate next = candidate("r", 5, "E", "man", "");
        List<Candidate> all = List.of(man1, man2, man3, man4, next);
        assertThat(
                        ReserveList.next(
                                        RULES,
                                        all,
                                        all.subList(0, 4),
                                        List.of(man2, man3, man4),
                                        List.of(next),
                                        Set.of(man1))
                                .next())
                .isEqualTo(next);
    }

    @Test
    void theRulesAreWrittenAsRulesJsonHasThem() {
        RuleSet set =
                new RuleSet(
                        25,
                        Mode.MERIT,
                        "s",
                        List.of(new Aim.Score(), new Aim.Distinct("country")),
                        List.of(
                                Rule.Quota.of("women", "gender", "woman", 10, 15),
                                Rule.Quota.of("per-country", "country", null, null, 3),
                                new Rule.GroupCap("cap", 1),
                                new Rule.Include("in", "p17"),
                                new Rule.Exclude("out", "p3"),
                                new Rule.MutuallyExclusive("not-both", List.of("p1", "p2")),
                                new Rule.ScoreThreshold("bar", 60_000)));
        assertThat(set.json())
                .contains(
                        "{\"id\":\"women\",\"kind\":\"quota\",\"attribute\":\"gender\",\"value\":\"woman\",\"min\":10,\"max\":15}")
                .contains(
                        "{\"id\":\"per-country\",\"kind\":\"quota\",\"attribute\":\"country\",\"each\":true,\"max\":3}")
                .contains("{\"id\":\"cap\",\"kind\":\"groupCap\",\"max\":1}")
                .contains("\"kind\":\"scoreThreshold\"");
        assertThat(RuleSet.read(set.json())).isEqualTo(set);
        RuleSet issue =
                RuleSet.read(
                        "{\"places\":25,\"mode\":\"merit\",\"seed\":\"text\",\"aims\":[\"score\"],\"rules\":[{\"id\":\"regions\",\"kind\":\"quota\",\"attribute\":\"region\",\"value\":\"south\",\"minPercent\":40},{\"id\":\"bar\",\"kind\":\"scoreThreshold\",\"min\":60}]}");
        assertThat(Balance.least((Rule.Quota) issue.rules().getFirst(), 25)).isEqualTo(10);
        RuleSet stored =
                RuleSet.read(
                        "{\"aims\":[\"score\"],\"mode\":\"merit\",\"seed\":\"\",\"places\":3,\"rules\":[{\"id\":\"c\",\"max\":1,\"each\":true,\"kind\":\"quota\",\"attribute\":\"country\"}]}");
        assertThat(stored.rules())
                .as("a rule that stands in the database since before the engine")
                .containsExactly(Rule.Quota.of("c", "country", null, null, 1));
        assertThat(stored.hash()).isEqualTo(RuleSet.read(stored.json()).hash()).hasSize(64);
    }

    @Test
    void knowsItsPlaceholders() {
        assertThat(LetterText.unknown("Dear {name}, {call} {rank}", Outcome.RESERVE, true))
                .isEmpty();
        assertThat(LetterText.unknown("{rank}", Outcome.RESERVE, false)).containsExactly("{rank}");
        assertThat(LetterText.unknown("{rank}", Outcome.SELECTED, true)).containsExactly("{rank}");
        assertThat(LetterText.unknown("{nmae}", Outcome.SELECTED, true)).containsExactly("{nmae}");
        assertThat(LetterText.unknown("Dear {name", Outcome.SELECTED, true)).isNotEmpty();
        assertThat(LetterText.fill("{name} in {call}", Map.of("name", "{call} $1", "call", "C")))
                .isEqualTo("{call} $1 in C");
    }
}

package org.rivages.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rivages.cohort.Aim;
import org.rivages.cohort.Mode;
import org.rivages.cohort.Outcome;
import org.rivages.cohort.Rule;
import org.rivages.cohortfiles.CohortCommands;

class ProvingTests {
    private static final RuleSet RULES =
            new RuleSet(
                    8,
                    Mode.MERIT,
                    "seed",
                    List.of(new Aim.Score(), new Aim.Distinct("country")),
                    List.of(
                            Rule.Quota.of("countries", "country", null, null, 3),
                            new Rule.Quota("women", "gender", "woman", null, null, 40, null),
                            new Rule.GroupCap("cap", 1)));

    private final Proving proving = new Proving(new Engine());

    static List<Candidate> people(long seed, int n) {
        Random random = new Random(seed);
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            all.add(
                    BalanceTests.candidate(
                            "C-" + (100 + i),
                            1000 + random.nextInt(4000),
                            List.of("MA", "TN", "FR", "IT").get(random.nextInt(4)),
                            random.nextInt(3) == 0 ? "woman" : "man",
                            random.nextInt(4) == 0 ? "" : "house " + random.nextInt(n)));
        }
        all.sort(Candidates.BY_SCORE);
        return all;
    }

    private static List<Candidate> best(RuleSet rules, List<Candidate> all) {
        Outcome outcome = new Solved(Problems.of(rules, all, List.of()).problem()).outcome();
        Set<String> ids = Set.copyOf(((Outcome.Optimal) outcome).cohort());
        return all.stream().filter(one -> ids.contains(one.number())).toList();
    }

    @Test
    void theBestClassNeedsNoPinsAndItsFileVerifies(@TempDir Path folder) throws Exception {
        List<Candidate> all = people(1, 40);
        List<Candidate> chosen = best(RULES, all);
        Proving.Proven proven = proving.prove(RULES, all, chosen);
        assertThat(proven.pins()).isEmpty();
        assertThat(proven.exceptions()).isEmpty();
        verifies(folder, Proving.file(proven, List.of(), "salt"));
    }

    @Test
    void aHandPickStandsInTheFileAndTheClassIsTheBestWithIt(@TempDir Path folder) throws Exception {
        List<Candidate> all = people(2, 40);
        List<Candidate> chosen = exchanged(all, best(RULES, all));
        Proving.Proven proven = proving.prove(RULES, all, chosen);
        assertThat(proven.pins()).isNotEmpty();
        assertThat(proven.exceptions()).isEmpty();
        AuditorsFile file = Proving.file(proven, List.of(), "salt");
        assertThat(new String(file.rules(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("committee-in-", "committee-out-");
        verifies(folder, file);
    }

    /** One of the class gives way to somebody with whom every rule is kept. */
    private static List<Candidate> exchanged(List<Candidate> all, List<Candidate> best) {
        for (Candidate in : all.reversed()) {
            for (Candidate out : best) {
                List<Candidate> then = new ArrayList<>(best);
                then.remove(out);
                then.add(in);
                if (!best.contains(in) && Balance.of(RULES, all, then).broken() == 0) {
                    return then;
                }
            }
        }
        throw new AssertionError("nobody can be exchanged");
    }

    @Test
    void aRuleThatIsNotKeptIsNamedAndTheRestIsProven(@TempDir Path folder) throws Exception {
        List<Candidate> all = people(3, 40);
        List<Candidate> men =
                best(
                        RULES.with(
                                List.of(
                                        RULES.rules().get(0),
                                        Rule.Quota.of("men", "gender", "man", 8, null),
                                        RULES.rules().get(2))),
                        all);
        Proving.Proven proven = proving.prove(RULES, all, men);
        assertThat(proven.exceptions()).containsExactly("women");
        AuditorsFile file = Proving.file(proven, List.of(), "salt");
        verifies(folder, file);
        Files.writeString(
                folder.resolve("cohort.json"),
                Files.readString(folder.resolve("cohort.json"))
                        .replace(men.getFirst().number(), "C-999"));
        assertThat(verify(folder)).as("another person").isEqualTo(1);
    }

    @Test
    void placesThatAreLeftAreProvenToo(@TempDir Path folder) throws Exception {
        List<Candidate> all = people(4, 30);
        List<Candidate> few = best(RULES, all).subList(0, 5);
        Proving.Proven proven = proving.prove(RULES, all, few);
        assertThat(proven.answer().problem().places()).isEqualTo(5);
        verifies(folder, Proving.file(proven, List.of(), "salt"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"LOTTERY", "TIEBAND"})
    void aDrawnClassNeedsNoPinsAndItsFileVerifies(Mode mode, @TempDir Path folder)
            throws Exception {
        RuleSet rules = new RuleSet(8, mode, "seed", RULES.aims(), RULES.rules());
        List<Candidate> all =
                people(6, 40).stream()
                        .map(one -> one.withScore(one.score() / 1000 * 1000))
                        .sorted(Candidates.BY_SCORE)
                        .toList();
        Draw draw = (Draw) new Engine().answer(Problems.of(rules, all, List.of()).problem());
        List<String> drawn = Objects.requireNonNull(draw.proven());
        Proving.Proven proven =
                proving.prove(
                        rules,
                        all,
                        all.stream().filter(one -> drawn.contains(one.number())).toList());
        assertThat(proven.pins()).isEmpty();
        AuditorsFile file = Proving.file(proven, List.of(), "salt");
        verifies(folder, file);
        Files.writeString(
                folder.resolve("rules.json"),
                Files.readString(folder.resolve("rules.json"))
                        .replace("seed\":\"seed", "seed\":\"other"));
        assertThat(verify(folder)).as("another seed").isEqualTo(1);
    }

    @Test
    void whoIsPickedByHandInALotteryIsPinnedAndTheRestVerifies(@TempDir Path folder)
            throws Exception {
        RuleSet rules = new RuleSet(8, Mode.LOTTERY, "seed", RULES.aims(), RULES.rules());
        List<Candidate> all = people(6, 40);
        List<String> drawn =
                Objects.requireNonNull(
                        new Engine().answer(Problems.of(rules, all, List.of()).problem()).proven());
        List<Candidate> chosen =
                exchanged(all, all.stream().filter(one -> drawn.contains(one.number())).toList());
        Proving.Proven proven = proving.prove(rules, all, chosen);
        assertThat(proven.pins()).isNotEmpty();
        verifies(folder, Proving.file(proven, List.of(), "salt"));
    }

    @Test
    void theFileNamesNobodyAndNoOrganisation() {
        List<Candidate> all = people(5, 30);
        AuditorsFile file =
                Proving.file(proving.prove(RULES, all, best(RULES, all)), List.of(), "salt");
        assertThat(new String(file.people(), java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("id,score,group,country,gender")
                .doesNotContain("house");
    }

    private static void verifies(Path folder, AuditorsFile file) throws Exception {
        Map<String, byte[]> entries = unzip(file.zip("{}", Map.of("README.txt", "read")));
        assertThat(entries)
                .containsOnlyKeys(
                        "README.txt",
                        "salt.txt",
                        "people.csv",
                        "rules.json",
                        "cohort.json",
                        "published-rules.json");
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        for (String name : List.of("salt.txt", "people.csv", "rules.json", "cohort.json")) {
            sha.update(entries.getOrDefault(name, new byte[0]));
            Files.write(folder.resolve(name), entries.getOrDefault(name, new byte[0]));
        }
        assertThat(HexFormat.of().formatHex(sha.digest())).isEqualTo(file.commitment());
        assertThat(verify(folder)).isZero();
    }

    static int verify(Path folder) {
        return CohortCommands.run(
                        "verify",
                        "--candidates",
                        folder.resolve("people.csv").toString(),
                        "--rules",
                        folder.resolve("rules.json").toString(),
                        folder.resolve("cohort.json").toString())
                .orElseThrow();
    }

    static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    // ---- totals

    @Property(tries = 500)
    void noSmallNumberIsPublishedOrCanBeDerived(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, Integer> counts = new TreeMap<>();
        int all = 0;
        for (int value = 0; value < 1 + random.nextInt(6); value++) {
            int count = random.nextInt(12);
            counts.put("v" + value, count);
            all += count;
        }
        Totals.Total total = Totals.of("a", counts);
        int shown = total.cells().stream().mapToInt(Totals.Cell::count).sum();
        assertThat(shown + total.others()).isEqualTo(all);
        assertThat(total.cells())
                .allSatisfy(cell -> {
                    assertThat(cell.count()).isGreaterThanOrEqualTo(5);
                    assertThat(cell.count()).isEqualTo(counts.get(cell.value()));
                });
        long hidden =
                counts.entrySet().stream()
                        .filter(entry -> entry.getValue() > 0)
                        .filter(entry ->
                                total.cells().stream()
                                        .noneMatch(cell -> cell.value().equals(entry.getKey())))
                        .count();
        assertThat(hidden == 0 || total.cells().isEmpty() || hidden > 1 && total.others() >= 5)
                .as("what is left over is not one value nor a few people: %s", total)
                .isTrue();
    }

    // ---- what nobody but the chair may learn

    @Test
    void nothingSealedReachesTheProblemOfAnybodyElse() {
        Map<String, Attribute> attributes =
                Map.of(
                        "gender",
                        new Attribute(
                                "gender",
                                org.rivages.shared.LocalizedText.EMPTY,
                                true,
                                false,
                                Map.of()));
        RuleSet worst =
                new RuleSet(
                        8,
                        Mode.MERIT,
                        "s",
                        List.of(new Aim.Score(), new Aim.Worst("gender")),
                        RULES.rules());
        RuleSet open = ScoreOrder.open(worst, attributes);
        assertThat(open.attributes()).containsExactly("country");
        assertThat(Problems.of(open, people(6, 20), List.of()).problem().attributes())
                .containsExactly("country");
    }

    @Test
    void classesThatDifferByFewPeopleAreNear() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ids.add(new UUID(0, i));
        }
        Set<UUID> one = Set.copyOf(ids.subList(0, 25));
        assertThat(SealedAnswers.near(one, Set.copyOf(ids.subList(1, 26)))).isTrue();
        assertThat(SealedAnswers.near(one, Set.copyOf(ids.subList(4, 29)))).isTrue();
        assertThat(SealedAnswers.near(one, Set.copyOf(ids.subList(5, 30)))).isFalse();
    }

    // ---- the rule in itself

    @Test
    void aRuleThatContradictsItselfIsToldBeforeAnybodyApplies() {
        RuleSet rules =
                RuleSet.merit(
                        3,
                        "",
                        List.of(
                                Rule.Quota.of("a", "gender", "woman", 2, null),
                                Rule.Quota.of("b", "gender", "man", 2, null),
                                new Rule.Include("c", "C-1"),
                                new Rule.Include("d", "C-2"),
                                new Rule.Exclude("e", "C-1"),
                                new Rule.MutuallyExclusive("f", List.of("C-1", "C-2"))));
        assertThat(RuleChecks.of(rules, Map.of()))
                .extracting(RuleChecks.Contradiction::key)
                .containsExactly(
                        "selection.rules.sum",
                        "selection.rules.in-and-out",
                        "selection.rules.not-both");
        assertThat(RuleChecks.of(RULES, Map.of())).isEmpty();
    }

    // ---- the reserve

    @Property(tries = 60)
    void theNextOfTheReserveIsTheFirstWithWhomTheRulesAreKept(@ForAll long seed) {
        List<Candidate> all = people(seed, 30);
        Outcome outcome = new Solved(Problems.of(RULES, all, List.of()).problem()).outcome();
        if (!(outcome instanceof Outcome.Optimal)) {
            return;
        }
        List<Candidate> decided = best(RULES, all);
        List<Candidate> reserve =
                all.stream().filter(one -> !decided.contains(one)).limit(6).toList();
        Candidate declines = decided.get(Math.floorMod(seed, decided.size()));
        List<Candidate> holding = new ArrayList<>(decided);
        holding.remove(declines);
        ReserveList.Answer answer =
                ReserveList.next(RULES, all, decided, holding, reserve, Set.of(declines));
        Candidate expected = null;
        for (Candidate one : reserve) {
            List<Candidate> then = new ArrayList<>(holding);
            then.add(one);
            if (expected == null && Balance.of(RULES, all, then).broken() == 0) {
                expected = one;
            }
        }
        assertThat(answer.next()).isEqualTo(expected);
        assertThat(answer.rank()).isEqualTo(reserve.indexOf(expected) + 1);
        assertThat(answer.passed())
                .isEqualTo(expected == null ? reserve.size() : reserve.indexOf(expected));
        assertThat(answer.inTheWay().isEmpty()).isEqualTo(answer.passed() == 0);
    }
}

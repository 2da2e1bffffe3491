package org.rivages.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rivages.accounts.Accounts;
import org.rivages.applications.ApplicationId;
import org.rivages.applications.Applications;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine at the desk, over HTTP. */
@RivagesTest
class EngineBoardIT {
    private static final String ASK = "form[action$=/board/proposal]";
    private static final String TAKE = "form[action$=/board/proposal/take]";

    private final ChosenCall chosen;
    @Autowired BoardStore store;
    @Autowired Committee committee;
    @Autowired Accounts accounts;
    @Autowired Applications applications;
    @Autowired JdbcClient jdbc;

    @Autowired
    EngineBoardIT(AutowireCapableBeanFactory beans) {
        chosen = beans.createBean(ChosenCall.class);
    }

    private Answer asked(Visitor who, ChosenCall.Made made, String query) {
        Answer board = who.get(made.desk("en", "/board" + query));
        // a proposal that somebody asked for stands on everybody's board
        if (board.page().selectFirst(ASK) != null) {
            assertThat(who.submit(board, ASK, Map.of()).status()).isEqualTo(200);
        }
        return who.get(made.desk("en", "/board" + query));
    }

    @Test
    void theSecretariatGetsAProvenClassOfTheOpenRulesAndTakesIt() {
        ChosenCall.Made made = chosen.reviewed();
        Visitor officer = Visitor.signedIn("secretariat@demo.example");
        Answer board = asked(officer, made, "");
        String proposal = board.page().expectFirst("#proposal").text();
        assertThat(proposal)
                .contains("proven best", "Sealed rules are not counted here")
                .doesNotContain("Woman");
        // the second of Morocco would be in without the rule of one from each country
        assertThat(proposal).contains("more in total score without it");
        assertThat(store.picks(made.call().id())).as("asking picks nobody").isEmpty();
        Answer taken = officer.submit(board, TAKE, Map.of());
        assertThat(taken.words())
                .contains("The proposal is on the board", "The board holds exactly this class.");
        assertThat(Committee.ids(store.picks(made.call().id()), PickState.IN))
                .containsExactlyInAnyOrder(
                        made.applications().get(0),
                        made.applications().get(2),
                        made.applications().get(3));
        assertThat(store.scenarios(made.call().id()))
                .extracting(Scenario::engine)
                .containsExactly(true);
    }

    @Test
    void aHandPickShowsItsReasonAndWhatItCosts() {
        ChosenCall.Made made = chosen.reviewed();
        Visitor officer = Visitor.signedIn("secretariat@demo.example");
        officer.submit(asked(officer, made, ""), TAKE, Map.of());
        UUID actor = accounts.person("secretariat@demo.example").orElseThrow().id();
        pick(made, PickState.OUT, 2, "Has been twice", actor);
        pick(made, PickState.IN, 5, "A first from Albania", actor);
        String hand = officer.get(made.desk("en", "/board")).page().expectFirst("#proposal").text();
        assertThat(hand)
                .contains("Has been twice", "A first from Albania", "less in total score")
                .contains("All together");
    }

    private void pick(ChosenCall.Made made, PickState state, int n, String reason, UUID actor) {
        assertThat(
                        committee.pick(
                                made.call().id(),
                                store.board(made.call().id()).orElseThrow().version(),
                                state,
                                List.of(made.applications().get(n)),
                                reason,
                                actor))
                .isInstanceOf(Picked.Done.class);
    }

    @Test
    void aClassThatChangedMeanwhileIsNotTaken() {
        ChosenCall.Made made = chosen.reviewed();
        Visitor officer = Visitor.signedIn("secretariat@demo.example");
        Answer board = asked(officer, made, "");
        Answer stale = officer.submit(board, TAKE, Map.of("digest", "other"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(store.picks(made.call().id())).isEmpty();
    }

    @Test
    void otherBoundsAreAnsweredAndNothingIsStored() {
        ChosenCall.Made made = chosen.reviewed();
        Visitor officer = Visitor.signedIn("secretariat@demo.example");
        asked(officer, made, "");
        int version = store.board(made.call().id()).orElseThrow().version();
        Answer two = officer.get(made.desk("en", "/board/what-if?most.countries=2"));
        assertThat(two.page().expectFirst("#whatif-result").text())
                .contains("more in total score", "Comes in", "Name1");
        Answer many = officer.get(made.desk("en", "/board/what-if?places=7"));
        assertThat(many.page().expectFirst("#whatif-result").text())
                .contains("cannot be kept", "The smallest change that works:");
        Answer same = officer.get(made.desk("ar", "/board/what-if"));
        assertThat(same.page().expectFirst("#whatif-result").text()).contains("الدفعة نفسها");
        assertThat(store.board(made.call().id()).orElseThrow().version()).isEqualTo(version);
        assertThat(store.scenarios(made.call().id())).isEmpty();
    }

    /** Whoever swaps every sealed answer changes nothing that somebody without the role can see. */
    @Test
    void noAnswerOfTheEngineDependsOnASealedValueForAnybodyButTheChair() {
        ChosenCall.Made made = chosen.reviewed();
        ChosenCall.Made swapped = chosen.swapped().reviewed();
        for (String account : List.of("secretariat@demo.example", "manager@demo.example")) {
            Visitor reader = Visitor.signedIn(account);
            asked(reader, made, "?sealed=yes");
            asked(reader, swapped, "?sealed=yes");
            for (String path :
                    List.of(
                            "/board",
                            "/board?sealed=yes",
                            "/board/rules",
                            "/board/compare",
                            "/board/what-if?sealed=yes&least.women=3",
                            "/board/what-if?sealed=yes&places=4",
                            "/board/what-if?sealed=yes&most.women=0")) {
                assertThat(seen(reader, swapped, path))
                        .as(account + " " + path)
                        .isEqualTo(seen(reader, made, path));
            }
        }
        Visitor chair = Visitor.signedIn("chair@demo.example");
        assertThat(seen(chair, swapped, "/board?sealed=yes"))
                .isNotEqualTo(seen(chair, made, "/board?sealed=yes"));
    }

    private static String seen(Visitor reader, ChosenCall.Made made, String path) {
        Answer answer = reader.get(made.desk("en", path));
        assertThat(answer.status()).isEqualTo(200);
        return answer.page()
                .expectFirst("main")
                .text()
                .replace(made.tag(), "TAG")
                .replaceAll("[0-9a-f]{64}", "HASH")
                // between equals the draw decides, by numbers that two calls do not share
                .replaceAll("(?<start>\\d\\.\\d\\d)[01]\\b", "${start}0")
                .replaceAll("\\d{1,2}:\\d{2}", "TIME");
    }

    @Test
    void theChairGetsTheSealedRulesCountedAndEachLookLeavesATrace() {
        ChosenCall.Made made = chosen.reviewed();
        Visitor chair = Visitor.signedIn("chair@demo.example");
        Answer board = asked(chair, made, "?sealed=yes");
        assertThat(board.page().expectFirst("#proposal").text())
                .contains("Sealed rules are counted", "proven best");
        int before = looks(made, "selection.what-if");
        Answer none =
                chair.get(made.desk("en", "/board/what-if?sealed=yes&most.women=0&least.women=0"));
        assertThat(none.page().expectFirst("#whatif-result").text())
                .contains("less in total score");
        assertThat(looks(made, "selection.what-if")).isEqualTo(before + 1);
    }

    private int looks(ChosenCall.Made made, String purpose) {
        return jdbc.sql(
                        "select count(*) from audit.entry where action = 'applications.sealed-values-used' and subject = :call and details ->> 'purpose' = :purpose")
                .param("call", made.call().id().value())
                .param("purpose", purpose)
                .query(Integer.class)
                .single();
    }

    @Test
    void twoClassesThatDifferByOnePersonAreNotBothAnsweredForExceptToTheChair() {
        ChosenCall.Made made = chosen.reviewed();
        UUID actor = accounts.person("secretariat@demo.example").orElseThrow().id();
        Visitor officer = Visitor.signedIn("secretariat@demo.example");
        scenario(made, officer, actor, List.of(0, 2, 3), "First");
        scenario(made, officer, actor, List.of(0, 2, 5), "Second");
        List<Scenario> both = store.scenarios(made.call().id());
        String path = "/board/compare?a=" + both.get(0).id() + "&b=" + both.get(1).id();
        var sides = officer.get(made.desk("en", path)).page().select(".twin .panel");
        assertThat(sides.get(0).expectFirst(".rulelist > li:last-child").text()).contains("met");
        assertThat(sides.get(1).expectFirst(".rulelist > li:last-child").text())
                .contains("too near");
        var chair =
                Visitor.signedIn("chair@demo.example")
                        .get(made.desk("en", path))
                        .page()
                        .select(".twin .panel");
        assertThat(chair.get(1).expectFirst(".rulelist > li:last-child").text())
                .doesNotContain("too near");
        Answer closing =
                officer.submit(
                        officer.get(made.desk("en", "/board")),
                        "form[action$=/board/close]",
                        Map.of());
        assertThat(closing.status()).isEqualTo(409);
        assertThat(closing.words()).contains("The chair of the committee can close it");
    }

    private void scenario(
            ChosenCall.Made made, Visitor officer, UUID actor, List<Integer> whom, String name) {
        List<ApplicationId> in = whom.stream().map(made.applications()::get).toList();
        List<ApplicationId> others =
                made.applications().stream().filter(one -> !in.contains(one)).toList();
        committee.pick(
                made.call().id(),
                store.board(made.call().id()).orElseThrow().version(),
                null,
                others,
                "",
                actor);
        assertThat(
                        committee.pick(
                                made.call().id(),
                                store.board(made.call().id()).orElseThrow().version(),
                                PickState.IN,
                                in,
                                "for the test",
                                actor))
                .isInstanceOf(Picked.Done.class);
        officer.submit(
                officer.get(made.desk("en", "/board")),
                "form[action$=/board/scenarios]",
                Map.of("name", name));
    }

    @Test
    void theReleasePublishesTheRuleAndCommitsToAFileThatAuditorsVerify(@TempDir Path folder)
            throws Exception {
        ChosenCall.Made made = chosen.reviewed();
        String publicPage = "/en/calls/" + made.call().slug();
        String before = new Visitor().get(publicPage).page().expectFirst("#rule").text();
        assertThat(before)
                .contains("at most 1 of each", "Hash of the seed")
                .doesNotContain("Commitment to");
        Visitor officer = Visitor.signedIn("secretariat@demo.example");
        officer.submit(asked(officer, made, ""), TAKE, Map.of());
        officer.submit(
                officer.get(made.desk("en", "/board")), "form[action$=/board/close]", Map.of());
        Answer released =
                officer.submit(
                        officer.get(made.desk("en", "/decisions")),
                        "form[action$=/release]",
                        Map.of("sure", "yes"));
        assertThat(released.words()).contains("Everybody has been told");

        assertThat(officer.get(made.desk("en", "/decisions/auditor.zip")).status()).isEqualTo(403);
        Visitor chair = Visitor.signedIn("chair@demo.example");
        Answer zip = chair.get(made.desk("en", "/decisions/auditor.zip"));
        assertThat(zip.status()).isEqualTo(200);
        Map<String, byte[]> files = ProvingTests.unzip(zip.response().body());
        assertThat(files).containsKeys("README.en.txt", "README.fr.txt", "README.ar.txt");
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        for (String name : List.of("salt.txt", "people.csv", "rules.json", "cohort.json")) {
            byte[] bytes = files.getOrDefault(name, new byte[0]);
            sha.update(bytes);
            Files.write(folder.resolve(name), bytes);
        }
        assertThat(ProvingTests.verify(folder)).isZero();
        String after = new Visitor().get(publicPage).page().expectFirst("#rule").text();
        assertThat(after).contains(HexFormat.of().formatHex(sha.digest()), "The class is proven");
        byte[] rules = new Visitor().raw(publicPage + "/rules.json").response().body();
        assertThat(rules).isEqualTo(files.get("published-rules.json"));
        assertThat(after)
                .contains(
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(rules)));
        assertThat(
                        jdbc.sql(
                                        "select count(*) from audit.entry where action = 'selection.auditors-file' and subject = :call")
                                .param("call", made.call().id().value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void aClassIsDrawnByLotWithEverybodysChanceAndAuditorsVerifyTheDraw(@TempDir Path folder)
            throws Exception {
        ChosenCall.Made made = chosen.reviewed();
        Visitor officer = Visitor.signedIn("secretariat@demo.example");
        Answer saved =
                officer.submit(
                        officer.get(made.desk("en", "/board/rules")),
                        "form[action$=/board/rules]",
                        Map.of("mode", "lottery", "reason", "The jury found them all good"));
        assertThat(saved.words()).contains("By lot: everybody who may be chosen is equal");
        Answer board = asked(officer, made, "");
        assertThat(board.page().expectFirst("#proposal").text())
                .contains("fair draw", "Chances", "Drawn by lot")
                .doesNotContain("Total score");
        assertThat(board.page().select("#what-if, #h-line")).isEmpty();
        assertThat(officer.get(made.desk("en", "/board/what-if")).status()).isEqualTo(404);
        Answer byHand =
                officer.submit(
                        board,
                        "form[action$=/board/picks]",
                        Map.of("pick", "in:" + made.applications().get(1)));
        assertThat(byHand.status()).isEqualTo(422);
        assertThat(byHand.words()).contains("By hand, not by lot");
        Visitor chair = Visitor.signedIn("chair@demo.example");
        Answer sealed = chair.get(made.desk("en", "/board?sealed=yes"));
        assertThat(chair.submit(sealed, TAKE, Map.of()).words())
                .contains("The board holds exactly this class.");
        Answer closed =
                chair.submit(
                        chair.get(made.desk("en", "/board")),
                        "form[action$=/board/close]",
                        Map.of());
        assertThat(closed.status()).isEqualTo(200);
        officer.submit(
                officer.get(made.desk("en", "/decisions")),
                "form[action$=/release]",
                Map.of("sure", "yes"));
        Answer zip = chair.get(made.desk("en", "/decisions/auditor.zip"));
        Map<String, byte[]> files = ProvingTests.unzip(zip.response().body());
        for (String name : List.of("people.csv", "rules.json", "cohort.json")) {
            Files.write(folder.resolve(name), files.getOrDefault(name, new byte[0]));
        }
        assertThat(Files.readString(folder.resolve("rules.json"))).contains("lottery");
        assertThat(ProvingTests.verify(folder)).isZero();
        assertThat(new Visitor().get("/fr/calls/" + made.call().slug()).words())
                .contains("La promotion a été tirée au sort");
    }

    @Test
    void theReserveIsProposedInTheOrderInWhichPeopleWouldComeIn() {
        ChosenCall.Made made = chosen.reviewed();
        Visitor officer = Visitor.signedIn("secretariat@demo.example");
        officer.submit(asked(officer, made, ""), TAKE, Map.of());
        String form = "form[action$=/board/proposal/reserve]";
        Answer board = officer.get(made.desk("en", "/board"));
        Answer none = officer.submit(board, form, Map.of("reserve", "0"));
        assertThat(none.status()).isEqualTo(422);
        Answer two = officer.submit(board, form, Map.of("reserve", "2"));
        assertThat(two.words()).contains("The proposed reserve is on the board.");
        List<Pick> reserve = Committee.reserve(store.picks(made.call().id()));
        assertThat(reserve).extracting(Pick::rank).containsExactly(1, 2);
        assertThat(reserve)
                .extracting(Pick::application)
                .doesNotContain(
                        made.applications().get(0),
                        made.applications().get(2),
                        made.applications().get(3));
        assertThat(officer.submit(board, form, Map.of("reserve", "2")).status())
                .as("the same form again: the board has changed")
                .isEqualTo(409);
    }

    @Test
    void aLaterVersionOfTheRuleShowsBothHashesWithReasonAndTheSeedStaysTheSame() {
        ChosenCall.Made made = chosen.reviewed();
        Visitor officer = Visitor.signedIn("secretariat@demo.example");
        Answer page = officer.get(made.desk("en", "/board/rules"));
        officer.submit(
                page,
                "form[action$=/board/rules]",
                Map.of("places", "4", "reason", "One more place was funded"));
        var rule = new Visitor().get("/en/calls/" + made.call().slug()).page().expectFirst("#rule");
        assertThat(rule.text()).contains("version 2", "version 1", "One more place was funded");
        assertThat(rule.select(".hash").eachText()).doesNotHaveDuplicates();
        Answer contradiction =
                officer.submit(
                        officer.get(made.desk("en", "/board/rules")),
                        "form[action$=/board/rules]",
                        Map.of(
                                "r2.what",
                                "value:profession:engineer",
                                "r2.min",
                                "3",
                                "r3.what",
                                "value:profession:architect",
                                "r3.min",
                                "3",
                                "reason",
                                "x"));
        assertThat(contradiction.status()).isEqualTo(422);
        assertThat(contradiction.words()).contains("The minimums add up to 6 people for 4 places.");
    }
}

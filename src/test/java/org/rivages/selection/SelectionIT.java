package org.rivages.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.rivages.accounts.Accounts;
import org.rivages.applications.ApplicationId;
import org.rivages.applications.ApplicationState;
import org.rivages.applications.Applications;
import org.rivages.calls.CallState;
import org.rivages.calls.Calls;
import org.rivages.shared.Now;
import org.rivages.support.Mailbox;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@RivagesTest
class SelectionIT {
    private static final String PICKS = "form[action$=/board/picks]";

    private final ChosenCall chosen;
    @Autowired Selection selection;
    @Autowired Applications applications;
    @Autowired Calls calls;
    @Autowired Accounts accounts;
    @Autowired BoardStore store;
    @Autowired Committee committee;
    @Autowired Now now;
    @Autowired JdbcClient jdbc;

    @Autowired
    SelectionIT(AutowireCapableBeanFactory beans) {
        chosen = beans.createBean(ChosenCall.class);
    }

    private Answer pick(Visitor who, Answer board, String pick, String reason) {
        return who.submit(board, PICKS, Map.of("pick", pick, "reason", reason));
    }

    @Test
    void aCommitteePicksClosesAndReleasesWithoutScripts() throws Exception {
        ChosenCall.Made made = chosen.reviewed();
        Visitor officer = Visitor.signedIn("secretariat@demo.example");
        String board = made.desk("en", "/board");
        Answer page = officer.get(board);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.words()).contains("Nobody is in yet");

        // from the top: no reason is asked for
        page = pick(officer, page, "in:" + made.applications().get(0), "");
        assertThat(page.words()).contains("The pick is recorded.");
        // the second is of the same country: the rule is in the way of it
        assertThat(page.page().select("#r-" + number(made, 1) + " .effects .breaks").text())
                .contains("Morocco 2/1");
        // the fourth before the third: a reason is asked for, and nothing is stored
        Answer asked = pick(officer, page, "in:" + made.applications().get(3), "");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.words()).contains("Against the order of scores");
        assertThat(store.picks(made.call().id())).hasSize(1);
        Answer why =
                officer.submit(
                        asked,
                        ".askwhy form",
                        Map.of(
                                "pick",
                                "in:" + made.applications().get(3),
                                "reason",
                                "New to the network"));
        assertThat(why.words()).contains("The pick is recorded.", "New to the network");

        // an old window is told how the board stands, and changes nothing
        Answer stale = pick(officer, page, "out:" + made.applications().get(5), "");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.words()).contains("Your last action was not stored");
        assertThat(store.picks(made.call().id())).hasSize(2);

        page = pick(officer, officer.get(board), "in:" + made.applications().get(2), "");
        page = pick(officer, officer.get(board), "reserve:" + made.applications().get(4), "");
        page = pick(officer, officer.get(board), "reserve:" + made.applications().get(5), "");
        page =
                officer.submit(
                        officer.get(board),
                        "form[action$=/board/order]",
                        Map.of("move", "up:" + made.applications().get(5)));
        assertThat(page.page().expectFirst(".reservelist li").text()).contains("Name5");

        Answer closed = officer.submit(officer.get(board), "form[action$=/board/close]", Map.of());
        assertThat(closed.words()).contains("The choice is closed", "Selected", "Not selected");
        refusesBadTexts(made, officer);
        Answer letters = officer.get(made.desk("en", "/decisions"));
        Answer unsure = officer.submit(letters, "form[action$=/release]", Map.of());
        assertThat(unsure.status()).isEqualTo(422);
        releaseTwiceAtOnce(made, officer, letters);
        everybodyIsToldOnceInTheirLanguage(made);
        theReserveKeepsTheRules(made);
        assertThat(late(officer, made)).isEqualTo(409);
    }

    /** A form of the board kept from before is refused after the release. */
    private int late(Visitor officer, ChosenCall.Made made) {
        Map<String, List<String>> fields =
                Map.of(
                        "_csrf",
                                List.of(
                                        officer.get(made.desk("en", "/decisions"))
                                                .page()
                                                .select("meta[name=csrf]")
                                                .attr("content")),
                        "_who",
                                List.of(
                                        accounts.person("secretariat@demo.example")
                                                .orElseThrow()
                                                .id()
                                                .toString()),
                        "version", List.of("999"),
                        "pick", List.of("in:" + made.applications().get(6)));
        return officer.post(made.desk("en", "/board/picks"), fields).status();
    }

    private String number(ChosenCall.Made made, int n) {
        return applications.get(made.applications().get(n)).number();
    }

    private void refusesBadTexts(ChosenCall.Made made, Visitor officer) {
        Answer texts = officer.get(made.desk("en", "/decisions/texts/refused"));
        Answer refused =
                officer.submit(
                        texts,
                        "form[action$=/texts/refused]",
                        Map.of("body.en", "Dear {nmae}, about {call}"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("{nmae}");
        assertThat(refused.text()).contains("Dear {nmae}, about {call}");
        Answer saved =
                officer.submit(
                        texts,
                        "form[action$=/texts/refused]",
                        Map.of("body.en", "Dear {name}, not this time: {call}. Our own words."));
        assertThat(saved.words()).contains("The text is saved.");
    }

    @Test
    void ranksAreNotToldWhenTheCommitteeSaysSo() {
        ChosenCall.Made made = chosen.reviewed();
        Visitor officer = Visitor.signedIn("secretariat@demo.example");
        Answer texts = officer.get(made.desk("en", "/decisions/texts/reserve"));
        assertThat(texts.page().select("textarea").text()).contains("{rank}");
        FormElement form = (FormElement) texts.page().selectFirst("form[action$=/texts/reserve]");
        Map<String, List<String>> fields = Visitor.fields(form, Map.of());
        fields.remove("rank");
        Answer saved = officer.post(made.desk("en", "/decisions/texts/reserve"), fields);
        assertThat(saved.words()).contains("The text is saved.");
        assertThat(
                        officer.get(made.desk("en", "/decisions/texts/reserve"))
                                .page()
                                .select("textarea")
                                .text())
                .doesNotContain("{rank}");
    }

    private void releaseTwiceAtOnce(ChosenCall.Made made, Visitor officer, Answer before)
            throws Exception {
        Answer letters = officer.get(made.desk("en", "/decisions"));
        FormElement form = (FormElement) letters.page().selectFirst("form[action$=/release]");
        Map<String, List<String>> fields = Visitor.fields(form, Map.of("sure", "yes"));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> clicks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                clicks.add(() ->
                        officer.postRaw(made.desk("en", "/decisions/release"), fields).status());
            }
            for (var done : threads.invokeAll(clicks)) {
                assertThat(done.get()).isEqualTo(303);
            }
        }
        assertThat(
                        jdbc.sql(
                                        "select count(*) from audit.entry where action = 'selection.released' and subject = :call")
                                .param("call", made.call().id().value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    private void everybodyIsToldOnceInTheirLanguage(ChosenCall.Made made) {
        assertThat(decision(made, 0).subject()).startsWith("You are selected");
        assertThat(decision(made, 2).subject()).startsWith("وقع الاختيار عليك");
        assertThat(decision(made, 4).subject()).startsWith("Vous êtes sur la liste de réserve");
        assertThat(decision(made, 5).text()).contains("1");
        assertThat(decision(made, 6).text()).contains("Our own words");
        assertThat(decision(made, 1).subject()).startsWith("Décision sur votre candidature");
        for (int n = 0; n < ChosenCall.APPLICATIONS; n++) {
            decision(made, n);
            assertThat(Mailbox.of(made.email(n)).stream().filter(SelectionIT::decides))
                    .as("letters to " + n)
                    .hasSize(1);
        }
        assertThat(states(made))
                .containsExactly(
                        ApplicationState.SELECTED,
                        ApplicationState.REFUSED,
                        ApplicationState.SELECTED,
                        ApplicationState.SELECTED,
                        ApplicationState.RESERVE,
                        ApplicationState.RESERVE,
                        ApplicationState.REFUSED,
                        ApplicationState.REFUSED);
        assertThat(calls.call(made.call().id()).orElseThrow().state(now.instant()))
                .isEqualTo(CallState.DECIDED);
        assertThat(selection.selected(made.call().id()))
                .extracting(Chosen::application)
                .containsExactly(
                        made.applications().get(0),
                        made.applications().get(2),
                        made.applications().get(3));
        assertThat(selection.reserve(made.call().id()))
                .extracting(Chosen::application)
                .containsExactly(made.applications().get(5), made.applications().get(4));
    }

    private List<ApplicationState> states(ChosenCall.Made made) {
        return made.applications().stream().map(id -> applications.get(id).state()).toList();
    }

    /** In are MA man, TN man, FR woman; on the reserve AL woman, then TN man. */
    private void theReserveKeepsTheRules(ChosenCall.Made made) {
        List<ApplicationId> all = made.applications();
        Replacement first = selection.nextReserve(made.call().id(), List.of(all.get(0)));
        assertThat(first)
                .isInstanceOfSatisfying(
                        Replacement.Found.class,
                        found -> assertThat(found.application()).isEqualTo(all.get(5)));
        // the woman declines and the woman of the reserve is gone: the man of Tunisia would break
        // both rules
        Replacement none = selection.nextReserve(made.call().id(), List.of(all.get(3), all.get(5)));
        assertThat(none).isInstanceOf(Replacement.None.class);
        assertThat(none.reason().in(org.rivages.shared.Language.EN))
                .as("one rule is reason enough; the change that works would name a sealed one")
                .contains("at most 1 of each", "until the committee decides")
                .doesNotContain("oman", "smallest change");
        // the man of Tunisia declines: one of Tunisia fits again, by rank after the woman
        Replacement second =
                selection.nextReserve(made.call().id(), List.of(all.get(2), all.get(5)));
        assertThat(second)
                .isInstanceOfSatisfying(
                        Replacement.Found.class,
                        found -> assertThat(found.application()).isEqualTo(all.get(4)));
    }

    @Test
    void onlyTheChairSeesLiveCountsOfSealedAttributesAndEachLookLeavesATrace() {
        ChosenCall.Made made = chosen.reviewed();
        UUID officer = accounts.person("secretariat@demo.example").orElseThrow().id();
        committee.pick(
                made.call().id(),
                store.board(made.call().id()).orElseThrow().version(),
                PickState.IN,
                List.of(made.applications().get(1)),
                "r",
                officer);
        for (String account : List.of("secretariat@demo.example", "manager@demo.example")) {
            Answer page = Visitor.signedIn(account).get(made.desk("en", "/board?sealed=yes"));
            assertThat(page.page().expectFirst(".rulelist > li:last-child").text())
                    .as(account)
                    .contains("sealed")
                    .doesNotContain("of 1–2");
            assertThat(page.page().select(".effects").text()).doesNotContain("oman");
        }
        int before = looks(made);
        Visitor chair = Visitor.signedIn("chair@demo.example");
        assertThat(chair.get(made.desk("en", "/board")).page().select(".rulelist").text())
                .doesNotContain("1 of 1–2");
        assertThat(looks(made)).isEqualTo(before);
        assertThat(
                        chair.get(made.desk("en", "/board?sealed=yes"))
                                .page()
                                .select(".rulelist")
                                .text())
                .contains("1 of 1–2");
        assertThat(looks(made)).isEqualTo(before + 1);
    }

    private int looks(ChosenCall.Made made) {
        return jdbc.sql(
                        "select count(*) from audit.entry where action = 'applications.sealed-values-used' and subject = :call and details ->> 'purpose' = 'selection.live-counts'")
                .param("call", made.call().id().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void savedScenariosSayMetOrShortOnceEveryPlaceIsFilledAndNeverANumber() {
        ChosenCall.Made made = chosen.reviewed();
        UUID officer = accounts.person("secretariat@demo.example").orElseThrow().id();
        Visitor visitor = Visitor.signedIn("secretariat@demo.example");
        List<ApplicationId> all = made.applications();
        pickAll(made, officer, List.of(all.get(0), all.get(2)));
        visitor.submit(
                visitor.get(made.desk("en", "/board")),
                "form[action$=/board/scenarios]",
                Map.of("name", "Two of three"));
        pickAll(made, officer, List.of(all.get(6)));
        visitor.submit(
                visitor.get(made.desk("en", "/board")),
                "form[action$=/board/scenarios]",
                Map.of("name", "Men only"));
        List<Scenario> scenarios = store.scenarios(made.call().id());
        assertThat(scenarios)
                .extracting(Scenario::name)
                .containsExactly("Two of three", "Men only");
        Answer compared =
                visitor.get(
                        made.desk(
                                "en",
                                "/board/compare?a="
                                        + scenarios.get(0).id()
                                        + "&b="
                                        + scenarios.get(1).id()));
        var sides = compared.page().select(".twin .panel");
        assertThat(sides.get(0).expectFirst(".rulelist > li:last-child").text())
                .contains("when all places are filled");
        assertThat(sides.get(1).expectFirst(".rulelist > li:last-child").text())
                .contains("short")
                .doesNotContain("0 of");
        Answer taken =
                visitor.submit(
                        visitor.get(made.desk("en", "/board")),
                        "form[action$=" + scenarios.get(0).id() + "/take]",
                        Map.of());
        assertThat(taken.words()).contains("The scenario is on the board.");
        assertThat(store.picks(made.call().id())).hasSize(2);
    }

    private void pickAll(ChosenCall.Made made, UUID officer, List<ApplicationId> whom) {
        assertThat(
                        committee.pick(
                                made.call().id(),
                                store.board(made.call().id()).orElseThrow().version(),
                                PickState.IN,
                                whom,
                                "for the test",
                                officer))
                .isInstanceOf(Picked.Done.class);
    }

    @Test
    void closingAHalfFilledBoardTellsNothingOfSealedRules() {
        ChosenCall.Made made = chosen.reviewed();
        UUID officer = accounts.person("secretariat@demo.example").orElseThrow().id();
        pickAll(made, officer, List.of(made.applications().get(0)));
        Closing closing =
                committee.close(
                        made.call().id(),
                        store.board(made.call().id()).orElseThrow().version(),
                        "",
                        false,
                        officer);
        assertThat(closing).isEqualTo(new Closing.NeedsException(2, Set.of()));
    }

    @Test
    void jurorsAndStrangersDoNotComeToTheBoard() {
        ChosenCall.Made made = chosen.reviewed();
        for (String path :
                List.of(
                        "/board",
                        "/board/rules",
                        "/board/compare",
                        "/decisions",
                        "/decisions.csv",
                        "/decisions.xlsx",
                        "/decisions/texts/refused")) {
            assertThat(Visitor.signedIn("juror1@demo.example").get(made.desk("en", path)).status())
                    .as(path)
                    .isEqualTo(403);
            assertThat(Visitor.signedIn("host@demo.example").get(made.desk("en", path)).status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(
                        Visitor.signedIn("chair@demo.example")
                                .get(
                                        made.desk(
                                                "en",
                                                "/board/compare?a=nothing&b=" + UUID.randomUUID()))
                                .status())
                .isEqualTo(200);
        assertThat(
                        Visitor.signedIn("chair@demo.example")
                                .get("/en/desk/calls/no-such-call/board")
                                .status())
                .isEqualTo(404);
    }

    @Test
    void theListIsASpreadsheetWithoutSealedColumns() {
        ChosenCall.Made made = chosen.reviewed();
        Visitor officer = Visitor.signedIn("secretariat@demo.example");
        String csv = officer.get(made.desk("en", "/decisions.csv")).text();
        assertThat(csv)
                .contains("Name0 Of" + made.tag(), "5.000")
                .doesNotContain("woman")
                .doesNotContain("man,");
        Answer xlsx = officer.get(made.desk("ar", "/decisions.xlsx"));
        assertThat(xlsx.header("Content-Type")).contains("spreadsheetml");
        assertThat(xlsx.response().body()).startsWith('P', 'K');
    }

    @Test
    void rulesAreWrittenAtTheDeskAndEveryVersionStays() {
        ChosenCall.Made made = chosen.reviewed();
        Visitor officer = Visitor.signedIn("secretariat@demo.example");
        Answer page = officer.get(made.desk("en", "/board/rules"));
        String form = "form[action$=/board/rules]";
        Answer bad =
                officer.submit(
                        page,
                        form,
                        Map.of(
                                "places",
                                "4",
                                "r2.what",
                                "value:profession:engineer",
                                "r2.min",
                                "3",
                                "r2.max",
                                "2",
                                "reason",
                                "x"));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.words()).contains("The least is more than the most.");
        Answer unexplained = officer.submit(page, form, Map.of("places", "4"));
        assertThat(unexplained.status()).isEqualTo(422);
        Answer saved =
                officer.submit(
                        page,
                        form,
                        Map.of(
                                "places",
                                "4",
                                "r2.what",
                                "value:profession:engineer",
                                "r2.minPercent",
                                "40",
                                "reason",
                                "One more place was funded"));
        assertThat(saved.words())
                .contains(
                        "The rule is saved as a new version.",
                        "Version 2",
                        "Version 1",
                        "One more place was funded");
        assertThat(selection.ruleText(made.call().id()))
                .extracting(text -> text.in(org.rivages.shared.Language.EN))
                .contains("4 places");
        Answer stale = officer.submit(page, form, Map.of("places", "5", "reason", "again"));
        assertThat(stale.status()).isEqualTo(409);
    }

    /** The offer of the place is a letter of its own, from the room that runs the class. */
    private static Mailbox.Received decision(ChosenCall.Made made, int n) {
        return Mailbox.await(made.email(n), made.tag(), SelectionIT::decides);
    }

    private static boolean decides(Mailbox.Received letter) {
        return List.of("A place for you", "Une place pour vous", "مقعد لك").stream()
                .noneMatch(letter.subject()::startsWith);
    }
}

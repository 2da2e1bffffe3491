package org.rivages.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.accounts.Accounts;
import org.rivages.accounts.Person;
import org.rivages.applications.ApplicationId;
import org.rivages.applications.ApplicationSummary;
import org.rivages.calls.CallState;
import org.rivages.calls.CallView;
import org.rivages.cohort.Mode;
import org.rivages.reviews.ApplicationScore;
import org.rivages.site.Page;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;

/**
 * Draws the board for one reader. A fixed number of queries, however many applications there are.
 */
@Component
class Boards {
    private static final int ON_THE_LINE = 4;

    private final BoardStore store;
    private final RuleStore rules;
    private final Candidates candidates;
    private final Attributes attributes;
    private final RuleWords sentences;
    private final Accounts accounts;
    private final Proposals proposals;
    private final Opinions opinions;

    Boards(
            BoardStore store,
            RuleStore rules,
            Candidates candidates,
            Attributes attributes,
            RuleWords sentences,
            Accounts accounts,
            Proposals proposals,
            Opinions opinions) {
        this.store = store;
        this.rules = rules;
        this.candidates = candidates;
        this.attributes = attributes;
        this.sentences = sentences;
        this.accounts = accounts;
        this.proposals = proposals;
        this.opinions = opinions;
    }

    Board board(CallView call) {
        return store.board(call.id())
                .orElseGet(() ->
                        new Board(
                                call.id(),
                                BoardState.CHOOSING,
                                0,
                                "",
                                true,
                                Letters.NONE,
                                null,
                                null,
                                null));
    }

    /**
     * @param sealed the reader asks for live counts of sealed attributes; only a chair gets them
     */
    BoardView view(Page page, CallView call, boolean sealed) {
        boolean may = CallDoor.maySeeSealed(page.viewer(), call);
        SavedRules saved = rules.current(call.id()).orElse(null);
        RuleSet set = saved == null ? RuleSet.merit(call.places(), "", List.of()) : saved.rules();
        boolean shown = sealed && may;
        Candidates.All all =
                shown
                        ? candidates.sealed(
                                call.id(), set, page.viewer().person(), "selection.live-counts")
                        : candidates.open(call.id(), set);
        Map<ApplicationId, Pick> picks = store.picks(call.id());
        List<Candidate> in = all.of(Committee.ids(picks, PickState.IN));
        SavedRules used =
                saved == null ? new SavedRules(0, set, Map.of(), "", null, page.now()) : saved;
        BalanceWords balanceWords = words(call, used, all, page.words());
        RuleSet visible = visible(used, call, shown);
        Balance balance = Balance.of(visible, all.candidates(), in);
        List<BoardRow> rows = rows(call, all, picks, balance, balanceWords, page.words());
        Board board = board(call);
        boolean open = open(call.state(page.now()));
        SavedRules counted = used.counting(visible);
        return new BoardView(
                call,
                board,
                saved,
                open,
                board.proposedAt() == null || open || saved == null
                        ? null
                        : proposals.view(
                                counted,
                                all,
                                picks,
                                sealed(used, visible, shown),
                                engineWords(call, counted, all, balanceWords, page.words())),
                open || saved == null || set.mode() == Mode.LOTTERY
                        ? List.of()
                        : whatIf(call, counted, page.words()),
                opinions.of(call.id()),
                may,
                shown,
                rows.size(),
                in.size(),
                (int) rows.stream().filter(row -> row.state().equals("reserve")).count(),
                (int) rows.stream().filter(row -> !row.score().complete()).count(),
                balanceWords.rules(balance, shown),
                balanceWords.facts(in),
                rows,
                justIn(rows),
                justOut(rows),
                reserve(rows),
                scenarios(call));
    }

    List<WhatIf.Field> whatIf(CallView call, SavedRules counted, Words words) {
        return WhatIf.fields(counted.rules(), sentences, counted, attributes.map(call.id()), words);
    }

    /**
     * Why the rule in force can give no class of those who can be chosen now, by its open rules;
     * null while it can.
     */
    @Nullable ProposalView trouble(Page page, CallView call) {
        SavedRules saved = rules.current(call.id()).orElse(null);
        if (saved == null) {
            return null;
        }
        Candidates.All all = candidates.open(call.id(), saved.rules());
        SavedRules counted = saved.counting(visible(saved, call, false));
        return proposals.trouble(
                counted,
                all,
                engineWords(
                        call, counted, all, words(call, saved, all, page.words()), page.words()));
    }

    /** Who would stand in best for one of the class on the board; see {@link ReserveProposal}. */
    List<Candidate> reserve(Page page, CallView call, SavedRules saved, boolean shown, int most) {
        Candidates.All all =
                shown
                        ? candidates.sealed(
                                call.id(),
                                saved.rules(),
                                page.viewer().person(),
                                "selection.reserve")
                        : candidates.open(call.id(), saved.rules());
        Map<ApplicationId, Pick> picks = store.picks(call.id());
        return ReserveProposal.of(
                visible(saved, call, shown),
                all.candidates(),
                all.of(Committee.ids(picks, PickState.IN)),
                all.candidates().stream().filter(one -> !picks.containsKey(one.id())).toList(),
                most);
    }

    private static boolean open(CallState state) {
        return switch (state) {
            case DRAFT, ANNOUNCED, OPEN -> true;
            case CLOSED, DECIDING, DECIDED, ARCHIVED -> false;
        };
    }

    /** Whether rules over sealed attributes count in what is shown: see {@link ProposalView}. */
    static String sealed(SavedRules saved, RuleSet visible, boolean shown) {
        return shown
                ? "counted"
                : saved.rules().rules().size() == visible.rules().size() ? "" : "left-out";
    }

    EngineWords engineWords(
            CallView call,
            SavedRules counted,
            Candidates.All all,
            BalanceWords balanceWords,
            Words words) {
        return new EngineWords(
                counted,
                attributes.map(call.id()),
                sentences,
                balanceWords,
                all.summaries().values(),
                words);
    }

    BalanceWords words(CallView call, SavedRules saved, Candidates.All all, Words words) {
        return new BalanceWords(
                saved, attributes.map(call.id()), BalanceWords.names(all), sentences, words);
    }

    /**
     * Without sealed values every count of a sealed attribute would be zero: leave such rules out.
     */
    RuleSet visible(SavedRules saved, CallView call, boolean sealedToo) {
        return sealedToo
                ? saved.rules()
                : ScoreOrder.open(saved.rules(), attributes.map(call.id()));
    }

    private List<BoardRow> rows(
            CallView call,
            Candidates.All all,
            Map<ApplicationId, Pick> picks,
            Balance balance,
            BalanceWords balanceWords,
            Words words) {
        Map<String, Attribute> known = attributes.map(call.id());
        List<BoardRow> rows = new ArrayList<>();
        for (Candidate candidate : all.candidates()) {
            ApplicationSummary who = Objects.requireNonNull(all.summaries().get(candidate.id()));
            ApplicationScore score =
                    all.scores()
                            .getOrDefault(
                                    candidate.id(),
                                    new ApplicationScore(candidate.id(), 0, 0, 0, 0));
            Pick pick = picks.get(candidate.id());
            boolean in = pick != null && pick.state() == PickState.IN;
            Integer rank = pick == null ? null : pick.rank();
            Attribute profession = known.get("profession");
            rows.add(
                    new BoardRow(
                            who,
                            score,
                            rows.size() + 1,
                            RuleWords.points(score.total(), words),
                            RuleWords.points(score.spread(), words),
                            who.country().isEmpty() ? "" : words.country(who.country()),
                            profession == null
                                    ? who.profession()
                                    : profession.value(who.profession(), words),
                            pick == null ? "" : pick.state().code(),
                            rank == null ? 0 : rank,
                            pick == null ? "" : pick.reason(),
                            in
                                    ? balanceWords.losing(balance, candidate)
                                    : balanceWords.adding(balance, candidate)));
        }
        return rows;
    }

    private static List<BoardRow> justIn(List<BoardRow> rows) {
        List<BoardRow> in = rows.stream().filter(BoardRow::in).toList();
        return in.subList(Math.max(0, in.size() - ON_THE_LINE), in.size());
    }

    private static List<BoardRow> justOut(List<BoardRow> rows) {
        return rows.stream()
                .filter(row -> !row.in() && !row.state().equals("out"))
                .limit(ON_THE_LINE)
                .toList();
    }

    private static List<BoardRow> reserve(List<BoardRow> rows) {
        return rows.stream()
                .filter(row -> row.state().equals("reserve"))
                .sorted(Comparator.comparingInt(BoardRow::reserveRank))
                .toList();
    }

    private List<BoardView.ScenarioLine> scenarios(CallView call) {
        List<Scenario> scenarios = store.scenarios(call.id());
        Map<UUID, Person> authors =
                new HashMap<>(
                        accounts.people(
                                scenarios.stream().map(Scenario::author).distinct().toList()));
        return scenarios.stream()
                .map(one ->
                        new BoardView.ScenarioLine(
                                one.id(),
                                one.name(),
                                one.engine(),
                                one.in().size(),
                                one.reserve().size(),
                                name(authors.get(one.author())),
                                one.at()))
                .toList();
    }

    private static String name(@Nullable Person person) {
        return person == null ? "" : person.name();
    }
}

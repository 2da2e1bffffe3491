package org.rivages.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rivages.applications.ApplicationId;
import org.rivages.calls.CallId;
import org.rivages.cohort.Rule;
import org.rivages.shared.LocalizedText;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door for questions: what was decided, who comes next from the reserve, what the rule
 * says. What the committee does is at {@link Committee}.
 */
@Component
public class Selection {
    private final BoardStore boards;
    private final RuleStore rules;
    private final Candidates candidates;
    private final Attributes attributes;
    private final RuleWords words;

    Selection(
            BoardStore boards,
            RuleStore rules,
            Candidates candidates,
            Attributes attributes,
            RuleWords words) {
        this.boards = boards;
        this.rules = rules;
        this.candidates = candidates;
        this.attributes = attributes;
        this.words = words;
    }

    public boolean released(CallId call) {
        return boards.board(call).map(board -> board.state() == BoardState.RELEASED).orElse(false);
    }

    /**
     * Those whom the released decision selected, by score; empty before. What became of them later
     * is not here.
     */
    public List<Chosen> selected(CallId call) {
        return boards.decided(call, Outcome.SELECTED);
    }

    /** The released reserve in its order; empty before. */
    public List<Chosen> reserve(CallId call) {
        return boards.decided(call, Outcome.RESERVE);
    }

    /**
     * Who should be offered a place that is free, so that the rules are kept.
     *
     * @param gone everybody, selected or from the reserve, who declined, withdrew or let the date
     *     pass
     * @param offered those of the reserve who hold a place or were offered one already, and are not
     *     gone
     */
    @Transactional
    public Replacement nextReserve(
            CallId call, Collection<ApplicationId> gone, Collection<ApplicationId> offered) {
        SavedRules saved = rules.current(call).orElseThrow();
        Candidates.All all = candidates.sealed(call, saved.rules(), null, "selection.next-reserve");
        Set<ApplicationId> holding =
                selected(call).stream().map(Chosen::application).collect(Collectors.toSet());
        List<Candidate> decided = all.of(holding);
        holding.addAll(offered);
        holding.removeAll(Set.copyOf(gone));
        ReserveList.Answer answer =
                ReserveList.next(
                        saved.rules(),
                        all.candidates(),
                        decided,
                        all.of(holding),
                        inOrder(reserve(call), all.candidates()),
                        new HashSet<>(all.of(gone)));
        return answer.next() == null
                ? new Replacement.None(none(call, saved, answer))
                : new Replacement.Found(
                        answer.next().id(), answer.rank(), found(call, saved, answer));
    }

    /** Nobody was offered a place from the reserve yet. */
    @Transactional
    public Replacement nextReserve(CallId call, Collection<ApplicationId> gone) {
        return nextReserve(call, gone, List.of());
    }

    private static List<Candidate> inOrder(List<Chosen> reserve, List<Candidate> all) {
        Map<ApplicationId, Candidate> byId =
                all.stream().collect(Collectors.toMap(Candidate::id, one -> one));
        List<Candidate> ordered = new ArrayList<>();
        for (Chosen chosen : reserve) {
            Optional.ofNullable(byId.get(chosen.application())).ifPresent(ordered::add);
        }
        return ordered;
    }

    private LocalizedText found(CallId call, SavedRules saved, ReserveList.Answer answer) {
        return words.everywhere(
                answer.passed() == 0 ? "selection.next.first" : "selection.next.passed",
                w -> args(call, saved, answer, w));
    }

    private LocalizedText none(CallId call, SavedRules saved, ReserveList.Answer answer) {
        Map<String, Attribute> known = attributes.map(call);
        boolean open =
                answer.changes().stream().noneMatch(change -> sealed(saved, change.rule(), known));
        return words.everywhere(
                answer.passed() == 0
                        ? "selection.next.empty"
                        : open && !answer.changes().isEmpty()
                                ? "selection.next.none.change"
                                : "selection.next.none",
                w -> args(call, saved, answer, w));
    }

    private Object[] args(CallId call, SavedRules saved, ReserveList.Answer answer, Words w) {
        return new Object[] {
            "rank",
            answer.rank(),
            "n",
            answer.passed(),
            "rules",
            w.list(inTheWay(call, saved, answer, w)),
            "changes",
            w.list(changes(call, saved, answer, w))
        };
    }

    /**
     * The rules in the way; one over a sealed attribute is not named, since that would tell about
     * people.
     */
    private List<String> inTheWay(
            CallId call, SavedRules saved, ReserveList.Answer answer, Words w) {
        Map<String, Attribute> known = attributes.map(call);
        List<String> said = new ArrayList<>();
        for (Rule rule : saved.rules().rules()) {
            if (answer.inTheWay().contains(rule.id())) {
                String sentence =
                        sealed(rule, known)
                                ? w.get("selection.rule.sealed")
                                : w.get(words.sentence(saved, rule, known));
                if (!said.contains(sentence)) {
                    said.add(sentence);
                }
            }
        }
        return said;
    }

    private List<String> changes(
            CallId call, SavedRules saved, ReserveList.Answer answer, Words w) {
        EngineWords said =
                new EngineWords(
                        saved,
                        attributes.map(call),
                        words,
                        new BalanceWords(saved, Map.of(), Map.of(), words, w),
                        List.of(),
                        w);
        return answer.changes().stream().map(said::change).toList();
    }

    private static boolean sealed(
            SavedRules saved, String rule, Map<String, Attribute> attributes) {
        return saved.rules().rules().stream()
                .anyMatch(one -> one.id().equals(rule) && sealed(one, attributes));
    }

    static boolean sealed(Rule rule, Map<String, Attribute> attributes) {
        if (rule instanceof Rule.Quota quota) {
            Attribute attribute = attributes.get(quota.attribute());
            return attribute != null && attribute.sealed();
        }
        return false;
    }

    /** The rule in force, sentence by sentence, places first; empty when there is none. */
    public List<LocalizedText> ruleText(CallId call) {
        Optional<SavedRules> saved = rules.current(call);
        if (saved.isEmpty()) {
            return List.of();
        }
        Map<String, Attribute> known = attributes.map(call);
        List<LocalizedText> sentences = new ArrayList<>();
        sentences.add(
                words.everywhere(
                        "selection.rule.places",
                        w -> new Object[] {"places", saved.get().rules().places()}));
        sentences.addAll(words.method(saved.get().rules(), known));
        saved.get()
                .rules()
                .rules()
                .forEach(rule -> sentences.add(words.sentence(saved.get(), rule, known)));
        return List.copyOf(sentences);
    }
}

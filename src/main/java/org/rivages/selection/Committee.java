package org.rivages.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.applications.ApplicationId;
import org.rivages.applications.ApplicationWithdrawn;
import org.rivages.audit.AuditTrail;
import org.rivages.calls.CallActs;
import org.rivages.calls.CallId;
import org.rivages.cohort.Mode;
import org.rivages.cohort.Rule;
import org.rivages.shared.Conflict;
import org.rivages.shared.NotFound;
import org.rivages.shared.Now;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the committee does on the board: picks, the order of the reserve, closing. Each act names
 * the version of the board that it saw; a board that has changed since refuses it. The caller has
 * checked that the actor sits on this call's committee.
 */
@Component
public class Committee {
    private final BoardStore boards;
    private final RuleStore rules;
    private final Candidates candidates;
    private final Attributes attributes;
    private final SealedAnswers sealedAnswers;
    private final CallActs acts;
    private final AuditTrail audit;
    private final Now now;

    Committee(
            BoardStore boards,
            RuleStore rules,
            Candidates candidates,
            Attributes attributes,
            SealedAnswers sealedAnswers,
            CallActs acts,
            AuditTrail audit,
            Now now) {
        this.boards = boards;
        this.rules = rules;
        this.candidates = candidates;
        this.attributes = attributes;
        this.sealedAnswers = sealedAnswers;
        this.acts = acts;
        this.audit = audit;
        this.now = now;
    }

    /**
     * Picks several people alike.
     *
     * @param state null takes their picks back
     * @param reason in the committee's words; may be "" where the order of scores is kept
     */
    @Transactional
    public Picked pick(
            CallId call,
            int version,
            @Nullable PickState state,
            Collection<ApplicationId> whom,
            String reason,
            UUID actor) {
        boards.choosing(call, version);
        SavedRules saved = rules(call);
        Candidates.All all = candidates.open(call, saved.rules());
        List<Candidate> picked = all.of(whom);
        if (picked.size() != Set.copyOf(whom).size()) {
            throw new NotFound("an application to pick");
        }
        Map<ApplicationId, Pick> then = boards.picks(call);
        List<Pick> changes = changes(then, picked, state, reason, actor);
        picked.forEach(one -> then.remove(one.id()));
        changes.forEach(pick -> then.put(pick.application(), pick));
        List<Picked.Pair> unexplained = unexplained(call, saved, all.candidates(), then, whom);
        if (!unexplained.isEmpty()) {
            return new Picked.NeedsReason(unexplained);
        }
        acts.startDeciding(call, actor);
        if (state == null) {
            picked.forEach(one -> boards.drop(call, one.id()));
        }
        changes.forEach(pick -> boards.put(call, pick, now.instant()));
        rank(call, reserve(boards.picks(call)));
        boards.touch(call);
        for (Candidate one : picked) {
            audit.record(
                    actor,
                    "selection.picked",
                    one.id().value(),
                    Map.of("state", state == null ? "none" : state.code(), "reason", reason));
        }
        return new Picked.Done();
    }

    private static List<Pick> changes(
            Map<ApplicationId, Pick> before,
            List<Candidate> picked,
            @Nullable PickState state,
            String reason,
            UUID actor) {
        List<Pick> changes = new ArrayList<>();
        if (state == null) {
            return changes;
        }
        int last = lastRank(before);
        for (Candidate one : picked) {
            Pick old = before.get(one.id());
            if (old != null && old.state() == state) {
                String said = reason.isEmpty() ? old.reason() : reason;
                changes.add(new Pick(one.id(), state, old.rank(), said, actor));
            } else {
                Integer rank = state == PickState.RESERVE ? Integer.valueOf(++last) : null;
                changes.add(new Pick(one.id(), state, rank, reason, actor));
            }
        }
        return changes;
    }

    private static int lastRank(Map<ApplicationId, Pick> picks) {
        int last = 0;
        for (Pick pick : picks.values()) {
            Integer rank = pick.rank();
            last = rank == null ? last : Math.max(last, rank);
        }
        return last;
    }

    /** By lot no score counts, so there everybody who is picked by hand needs a reason. */
    private List<Picked.Pair> unexplained(
            CallId call,
            SavedRules saved,
            List<Candidate> all,
            Map<ApplicationId, Pick> picks,
            Collection<ApplicationId> about) {
        if (saved.rules().mode() == Mode.LOTTERY) {
            return all.stream()
                    .filter(one -> about.contains(one.id()))
                    .filter(one ->
                            picks.get(one.id()) instanceof Pick pick
                                    && pick.state() == PickState.IN
                                    && pick.reason().isEmpty())
                    .map(one -> new Picked.Pair(one.number(), ""))
                    .toList();
        }
        return ScoreOrder.unexplained(
                        ScoreOrder.open(saved.rules(), attributes.map(call)), all, picks, about)
                .stream()
                .map(one -> new Picked.Pair(one.in().number(), one.passedOver().number()))
                .toList();
    }

    /** Moves somebody on the reserve up (negative) or down. */
    @Transactional
    public void move(CallId call, int version, ApplicationId whom, int by, UUID actor) {
        boards.choosing(call, version);
        List<Pick> reserve = reserve(boards.picks(call));
        for (int i = 0; i < reserve.size(); i++) {
            int to = i + by;
            if (reserve.get(i).application().equals(whom) && to >= 0 && to < reserve.size()) {
                List<Pick> moved = new ArrayList<>(reserve);
                moved.add(to, moved.remove(i));
                rank(call, moved);
                boards.touch(call);
                audit.record(
                        actor, "selection.reserve-moved", whom.value(), Map.of("rank", to + 1));
                return;
            }
        }
    }

    static List<Pick> reserve(Map<ApplicationId, Pick> picks) {
        return picks.values().stream()
                .filter(pick -> pick.state() == PickState.RESERVE)
                .sorted(Comparator.comparing(pick -> Objects.requireNonNull(pick.rank())))
                .toList();
    }

    private void rank(CallId call, List<Pick> reserve) {
        for (int i = 0; i < reserve.size(); i++) {
            Pick pick = reserve.get(i);
            if (!Objects.equals(pick.rank(), i + 1)) {
                boards.put(
                        call,
                        new Pick(
                                pick.application(),
                                PickState.RESERVE,
                                i + 1,
                                pick.reason(),
                                pick.by()),
                        now.instant());
            }
        }
    }

    static List<ApplicationId> ids(Map<ApplicationId, Pick> picks, PickState state) {
        return picks.values().stream()
                .filter(pick -> pick.state() == state)
                .map(Pick::application)
                .toList();
    }

    /**
     * Ends the picking. Everybody who is neither in nor on the reserve will be refused.
     *
     * @param exception why it shall stand although a rule is not kept or places are left; else ""
     * @param seesSealed the actor may see counts of sealed attributes; for anybody else a full
     *     board too near to one that was answered for is refused, since the answer would tell about
     *     the few people in whom they differ
     */
    @Transactional
    public Closing close(
            CallId call, int version, String exception, boolean seesSealed, UUID actor) {
        boards.choosing(call, version);
        SavedRules saved = rules(call);
        Map<ApplicationId, Pick> picks = boards.picks(call);
        List<ApplicationId> in = ids(picks, PickState.IN);
        Map<String, Attribute> known = attributes.map(call);
        if (!seesSealed
                && in.size() == saved.rules().places()
                && saved.rules().rules().stream().anyMatch(rule -> Selection.sealed(rule, known))
                && !sealedAnswers.mayTell(call, in)) {
            throw new Conflict("selection.conflict.chair-closes");
        }
        Candidates.All all = candidates.sealed(call, saved.rules(), actor, "selection.close");
        List<Picked.Pair> unexplained =
                unexplained(call, saved, all.candidates(), picks, all.summaries().keySet());
        if (!unexplained.isEmpty()) {
            return new Closing.NeedsReasons(unexplained);
        }
        Balance balance = Balance.of(saved.rules(), all.candidates(), all.of(in));
        Set<String> broken = new LinkedHashSet<>();
        int free = saved.rules().places() - balance.chosen();
        boolean kept = free == 0;
        for (Rule rule : saved.rules().rules()) {
            boolean good = balance.standing(rule).good();
            kept &= good;
            // a half-filled board must not answer questions about sealed values
            if (!good && (free == 0 || !Selection.sealed(rule, known))) {
                broken.add(rule.id());
            }
        }
        if (!kept && exception.isEmpty()) {
            return new Closing.NeedsException(free, broken);
        }
        boards.close(call, kept ? "" : exception, actor, now.instant());
        audit.record(
                actor,
                "selection.closed",
                call.value(),
                Map.of(
                        "in",
                        balance.chosen(),
                        "rules",
                        saved.version(),
                        "exception",
                        kept ? "" : exception));
        return new Closing.Closed();
    }

    /** The board shows what the engine proposes from now on. Asking again changes nothing. */
    @Transactional
    public void propose(CallId call, UUID actor) {
        SavedRules saved = rules(call);
        Board board = boards.lock(call);
        if (board.state() != BoardState.CHOOSING) {
            throw new Conflict("selection.conflict.not-choosing");
        }
        if (boards.propose(call, now.instant())) {
            audit.record(
                    actor, "selection.proposed", call.value(), Map.of("rules", saved.version()));
        }
    }

    /** Takes the picking up again, as long as nobody has been told. */
    @Transactional
    public void reopen(CallId call, int version, UUID actor) {
        Board board = boards.at(call, version);
        if (board.state() != BoardState.CLOSED) {
            throw new Conflict("selection.conflict.not-closed");
        }
        boards.reopen(call);
        audit.record(actor, "selection.reopened", call.value(), Map.of());
    }

    /** Changes what the letters say. */
    @Transactional
    public void letters(CallId call, int version, Letters letters, boolean tellsRank, UUID actor) {
        Board board = boards.at(call, version);
        if (board.state() == BoardState.RELEASED) {
            throw new Conflict("selection.conflict.released");
        }
        boards.letters(call, letters, tellsRank);
        audit.record(
                actor, "selection.letters-changed", call.value(), Map.of("tellsRank", tellsRank));
    }

    /** Who took the application back is no longer picked. */
    @ApplicationModuleListener
    void on(ApplicationWithdrawn event) {
        Board board = boards.lock(event.call());
        if (board.state() != BoardState.RELEASED) {
            boards.drop(event.call(), event.application());
            rank(event.call(), reserve(boards.picks(event.call())));
            boards.touch(event.call());
        }
    }

    private SavedRules rules(CallId call) {
        return rules.current(call).orElseThrow(() -> new Conflict("selection.conflict.no-rules"));
    }
}

package org.rivages.selection;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.rivages.applications.ApplicationId;
import org.rivages.audit.AuditTrail;
import org.rivages.calls.CallActs;
import org.rivages.calls.CallId;
import org.rivages.shared.Conflict;
import org.rivages.shared.NotFound;
import org.rivages.shared.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps picks under a name and puts them on the board again. */
@Component
class Scenarios {
    private final BoardStore boards;
    private final RuleStore rules;
    private final Candidates candidates;
    private final CallActs acts;
    private final AuditTrail audit;
    private final Now now;

    Scenarios(
            BoardStore boards,
            RuleStore rules,
            Candidates candidates,
            CallActs acts,
            AuditTrail audit,
            Now now) {
        this.boards = boards;
        this.rules = rules;
        this.candidates = candidates;
        this.acts = acts;
        this.audit = audit;
        this.now = now;
    }

    /** Keeps the picks under a name. False when the name is taken. */
    @Transactional
    public boolean save(CallId call, String name, UUID actor) {
        boards.lock(call);
        Map<ApplicationId, Pick> picks = boards.picks(call);
        Scenario scenario =
                new Scenario(
                        UUID.randomUUID(),
                        name,
                        Committee.ids(picks, PickState.IN),
                        Committee.reserve(picks).stream().map(Pick::application).toList(),
                        Committee.ids(picks, PickState.OUT),
                        rules(call).version(),
                        false,
                        actor,
                        now.instant());
        boolean saved = boards.insert(call, scenario);
        if (saved) {
            audit.record(
                    actor,
                    "selection.scenario-saved",
                    scenario.id(),
                    Map.of("call", call.value(), "in", scenario.in().size()));
        }
        return saved;
    }

    @Transactional
    public void delete(CallId call, UUID scenario, UUID actor) {
        boards.delete(call, scenario);
        audit.record(actor, "selection.scenario-deleted", scenario, Map.of("call", call.value()));
    }

    /**
     * Puts the board as it was in a scenario. Reasons of those who keep their state stay.
     *
     * @param engine reason of those who come in with a proposal of the engine
     */
    @Transactional
    public void take(CallId call, int version, UUID id, String engine, UUID actor) {
        boards.choosing(call, version);
        acts.startDeciding(call, actor);
        Scenario scenario =
                boards.scenarios(call).stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("scenario " + id));
        Map<ApplicationId, Pick> before = boards.picks(call);
        Set<ApplicationId> still = candidates.open(call, rules(call).rules()).summaries().keySet();
        boards.dropAll(call);
        Map<ApplicationId, PickState> states = new LinkedHashMap<>();
        scenario.in().forEach(one -> states.put(one, PickState.IN));
        scenario.reserve().forEach(one -> states.put(one, PickState.RESERVE));
        scenario.out().forEach(one -> states.put(one, PickState.OUT));
        int rank = 0;
        for (var entry : states.entrySet()) {
            if (still.contains(entry.getKey())) {
                Pick old = before.get(entry.getKey());
                boolean proposed = scenario.engine() && entry.getValue() == PickState.IN;
                String reason =
                        old != null && old.state() == entry.getValue()
                                ? old.reason()
                                : proposed ? engine : "";
                boards.put(
                        call,
                        new Pick(
                                entry.getKey(),
                                entry.getValue(),
                                entry.getValue() == PickState.RESERVE
                                        ? Integer.valueOf(++rank)
                                        : null,
                                reason,
                                actor),
                        now.instant());
            }
        }
        boards.touch(call);
        audit.record(actor, "selection.scenario-taken", id, Map.of("call", call.value()));
    }

    /**
     * Puts a class of the engine on the board as a whole and keeps it as a scenario. Whoever is on
     * the reserve or out and not of the class stays there.
     *
     * @param cohort numbers of applications
     * @param name of the scenario for the nth proposal
     * @param reason that the picks get: the engine's class needs none of the committee
     */
    @Transactional
    public void takeProposal(
            CallId call,
            int version,
            Collection<String> cohort,
            IntFunction<String> name,
            String reason,
            UUID actor) {
        boards.choosing(call, version);
        acts.startDeciding(call, actor);
        SavedRules saved = rules(call);
        List<ApplicationId> in =
                candidates.open(call, saved.rules()).candidates().stream()
                        .filter(one -> cohort.contains(one.number()))
                        .map(Candidate::id)
                        .toList();
        Map<ApplicationId, Pick> before = boards.picks(call);
        for (Pick pick : before.values()) {
            if (pick.state() == PickState.IN && !in.contains(pick.application())) {
                boards.drop(call, pick.application());
            }
        }
        for (ApplicationId one : in) {
            Pick old = before.get(one);
            if (old == null || old.state() != PickState.IN) {
                boards.put(call, new Pick(one, PickState.IN, null, reason, actor), now.instant());
            }
        }
        List<Pick> reserve = Committee.reserve(boards.picks(call));
        Scenario scenario =
                new Scenario(
                        UUID.randomUUID(),
                        "",
                        in,
                        reserve.stream().map(Pick::application).toList(),
                        List.of(),
                        saved.version(),
                        true,
                        actor,
                        now.instant());
        int n = 1;
        while (!boards.insert(call, scenario.named(name.apply(n)))) {
            n++;
        }
        boards.touch(call);
        audit.record(
                actor,
                "selection.proposal-taken",
                scenario.id(),
                Map.of("call", call.value(), "in", in.size(), "rules", saved.version()));
    }

    /** Puts people behind those who are on the reserve already, in this order. */
    @Transactional
    public void takeReserve(CallId call, int version, List<ApplicationId> whom, UUID actor) {
        boards.choosing(call, version);
        acts.startDeciding(call, actor);
        Map<ApplicationId, Pick> picks = boards.picks(call);
        int rank = Committee.reserve(picks).size();
        for (ApplicationId one : whom) {
            if (picks.containsKey(one)) {
                throw new Conflict("selection.conflict.changed");
            }
            boards.put(call, new Pick(one, PickState.RESERVE, ++rank, "", actor), now.instant());
        }
        boards.touch(call);
        audit.record(
                actor,
                "selection.reserve-taken",
                call.value(),
                Map.of("people", whom.size(), "rules", rules(call).version()));
    }

    private SavedRules rules(CallId call) {
        return rules.current(call).orElseThrow(() -> new Conflict("selection.conflict.no-rules"));
    }
}

package org.rivages.selection;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rivages.applications.ApplicationId;
import org.rivages.applications.ApplicationState;
import org.rivages.applications.Applications;
import org.rivages.audit.AuditTrail;
import org.rivages.calls.CallActs;
import org.rivages.calls.CallId;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.mail.Letter;
import org.rivages.mail.Outbox;
import org.rivages.shared.Conflict;
import org.rivages.shared.NotFound;
import org.rivages.shared.Now;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells everybody at once. Letters, states of the applications and of the call, and the event stand
 * in one transaction: either all of it happened or nothing.
 */
@Component
public class Release {
    private static final int SALT_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final BoardStore boards;
    private final RuleStore rules;
    private final Candidates candidates;
    private final DecisionLetters letters;
    private final Proving proving;
    private final Publications publications;
    private final Attributes attributes;
    private final Applications applications;
    private final Calls calls;
    private final CallActs acts;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Now now;
    private final ApplicationEventPublisher events;

    Release(
            BoardStore boards,
            RuleStore rules,
            Candidates candidates,
            DecisionLetters letters,
            Proving proving,
            Publications publications,
            Attributes attributes,
            Applications applications,
            Calls calls,
            CallActs acts,
            Outbox outbox,
            AuditTrail audit,
            Now now,
            ApplicationEventPublisher events) {
        this.boards = boards;
        this.rules = rules;
        this.candidates = candidates;
        this.letters = letters;
        this.proving = proving;
        this.publications = publications;
        this.attributes = attributes;
        this.applications = applications;
        this.calls = calls;
        this.acts = acts;
        this.outbox = outbox;
        this.audit = audit;
        this.now = now;
        this.events = events;
    }

    /** Every letter as it would leave now. */
    public List<DecisionLetter> preview(CallView call) {
        Board board = boards.board(call.id()).orElseThrow(() -> new NotFound("board"));
        return letters.of(call, board, decided(call.id()));
    }

    /** Applications that screening has not settled: they get no letter now. */
    public long unscreened(CallId call) {
        return applications.submitted(call).stream()
                .filter(one ->
                        one.state() == ApplicationState.SUBMITTED
                                || one.state() == ApplicationState.PIECES_REQUESTED)
                .count();
    }

    /**
     * Releases the decision. Repeating it changes nothing and sends nothing.
     *
     * @param version of the board whose letters were read over
     * @param later the actor knows that some applications are not screened, and answers them later
     */
    @Transactional
    public void release(CallId call, int version, boolean later, UUID actor) {
        Board board = boards.lock(call);
        if (board.state() == BoardState.RELEASED) {
            return;
        }
        if (board.state() != BoardState.CLOSED) {
            throw new Conflict("selection.conflict.not-closed");
        }
        if (board.version() != version) {
            throw new Conflict("selection.conflict.changed");
        }
        long unscreened = unscreened(call);
        if (unscreened > 0 && !later) {
            throw new Conflict("selection.conflict.unscreened");
        }
        CallView view = calls.call(call).orElseThrow(() -> new NotFound("call"));
        Decided decided = decided(call);
        send(letters.of(view, board, decided));
        for (Outcome outcome : Outcome.CHOICE) {
            List<Chosen> chosen = decided.with(outcome);
            boards.decide(call, outcome, chosen);
            outcome.decision()
                    .ifPresent(decision ->
                            chosen.forEach(one ->
                                    applications.decided(one.application(), decision, actor)));
        }
        publish(call, decided, actor);
        acts.decided(call, actor);
        boards.release(call, actor, now.instant());
        finish(call, decided, unscreened, actor);
    }

    private Decided decided(CallId call) {
        RuleSet set = rules.current(call).orElseThrow(() -> new NotFound("rules")).rules();
        return Decided.of(candidates.open(call, set), boards.picks(call));
    }

    /** Proves the class and commits to its file; what everybody may know of it stands open. */
    private void publish(CallId call, Decided decided, UUID actor) {
        SavedRules saved = rules.current(call).orElseThrow(() -> new NotFound("rules"));
        Candidates.All all = candidates.sealed(call, saved.rules(), actor, "selection.release");
        List<Candidate> chosen = all.of(ids(decided, Outcome.SELECTED));
        Proving.Proven proven = proving.prove(saved.rules(), all.candidates(), chosen);
        List<String> reserve =
                decided.people().stream()
                        .filter(person -> person.outcome() == Outcome.RESERVE)
                        .map(person -> person.summary().number())
                        .toList();
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        AuditorsFile file = Proving.file(proven, reserve, HexFormat.of().formatHex(salt));
        publications.put(
                call,
                new Published(
                        saved.version(),
                        chosen.size(),
                        proven.pins().size(),
                        proven.exceptions(),
                        Proving.totals(saved.rules(), attributes.map(call), chosen),
                        file.commitment()),
                file);
    }

    private void send(List<DecisionLetter> all) {
        for (DecisionLetter letter : all) {
            if (!letter.to().email().isEmpty()) {
                outbox.put(
                        new Letter(
                                "mail.kind.decision",
                                letter.to().id().value(),
                                letter.to().email(),
                                letter.to().person(),
                                letter.to().language(),
                                letter.subject(),
                                letter.body(),
                                "selection.decision/" + letter.to().id()));
            }
        }
    }

    private void finish(CallId call, Decided decided, long unscreened, UUID actor) {
        List<ApplicationId> selected = ids(decided, Outcome.SELECTED);
        List<ApplicationId> reserve = ids(decided, Outcome.RESERVE);
        List<ApplicationId> refused = ids(decided, Outcome.REFUSED);
        audit.record(
                actor,
                "selection.released",
                call.value(),
                Map.of(
                        "selected",
                        selected.size(),
                        "reserve",
                        reserve.size(),
                        "refused",
                        refused.size(),
                        "unscreened",
                        unscreened));
        events.publishEvent(new DecisionsReleased(call, selected, reserve, refused));
    }

    private static List<ApplicationId> ids(Decided decided, Outcome outcome) {
        return decided.with(outcome).stream().map(Chosen::application).toList();
    }
}

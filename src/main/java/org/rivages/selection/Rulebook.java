package org.rivages.selection;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.audit.AuditTrail;
import org.rivages.calls.CallId;
import org.rivages.shared.Conflict;
import org.rivages.shared.LocalizedText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the selection rule of a call, version after version. */
@Component
public class Rulebook {
    private static final int SEED_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final BoardStore boards;
    private final RuleStore rules;
    private final AuditTrail audit;

    Rulebook(BoardStore boards, RuleStore rules, AuditTrail audit) {
        this.boards = boards;
        this.rules = rules;
        this.audit = audit;
    }

    /**
     * Makes the next version of the selection rule.
     *
     * @param expected the version that it replaces, 0 for none
     * @param sentences rule id → the committee's words
     */
    @Transactional
    public void set(
            CallId call,
            int expected,
            RuleSet set,
            Map<String, LocalizedText> sentences,
            String reason,
            @Nullable UUID actor) {
        Board board = boards.lock(call);
        if (board.state() != BoardState.CHOOSING) {
            throw new Conflict("selection.conflict.not-choosing");
        }
        Optional<SavedRules> current = rules.current(call);
        int standing = current.map(SavedRules::version).orElse(0);
        RuleSet seeded = seeded(set, current);
        if (standing != expected
                || !rules.insert(call, standing + 1, seeded, sentences, reason, actor)) {
            throw new Conflict("selection.conflict.changed");
        }
        boards.touch(call);
        audit.record(
                actor,
                "selection.rules-set",
                call.value(),
                Map.of("version", standing + 1, "reason", reason, "hash", seeded.hash()));
    }

    /**
     * The seed is drawn once, with the first version, and stays secret until the release: whoever
     * writes rules cannot choose it, and its hash binds it.
     */
    private static RuleSet seeded(RuleSet set, Optional<SavedRules> standing) {
        if (standing.isPresent() && !standing.get().rules().seed().isEmpty()) {
            return set.withSeed(standing.get().rules().seed());
        }
        if (!set.seed().isEmpty()) {
            return set;
        }
        byte[] seed = new byte[SEED_BYTES];
        RANDOM.nextBytes(seed);
        return set.withSeed(HexFormat.of().formatHex(seed));
    }
}

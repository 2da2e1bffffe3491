package org.rivages.selection;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.LocalizedText;

/**
 * A version of a call's selection rule.
 *
 * @param sentences rule id → its words; a rule without is said in ours
 * @param reason why this version replaced the one before; "" for the first
 */
public record SavedRules(
        int version,
        RuleSet rules,
        Map<String, LocalizedText> sentences,
        String reason,
        @Nullable UUID author,
        Instant at) {
    public SavedRules {
        sentences = Map.copyOf(sentences);
    }
}

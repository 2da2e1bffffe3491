package org.rivages.selection;

import java.time.Instant;
import java.util.HashMap;
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

    /** The same version with only some of its rules. */
    SavedRules counting(RuleSet some) {
        return new SavedRules(version, some, sentences, reason, author, at);
    }

    /** Other rules to be tried out: what is changed is said in our words. */
    SavedRules trying(RuleSet other) {
        Map<String, LocalizedText> same = new HashMap<>(sentences);
        other.rules().stream()
                .filter(rule -> !rules.rules().contains(rule))
                .forEach(rule -> same.remove(rule.id()));
        return new SavedRules(version, other, same, reason, author, at);
    }
}

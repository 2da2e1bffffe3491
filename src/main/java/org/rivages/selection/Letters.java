package org.rivages.selection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rivages.shared.LocalizedText;

/**
 * The committee's own texts for the decision letters; an outcome that is missing, or a language of
 * it, is said in our words. Stored as JSON by the code of the outcome.
 */
public record Letters(@JsonValue Map<String, Text> byOutcome) {
    public static final Letters NONE = new Letters(Map.of());

    /** Placeholders in braces: see {@link LetterText}. */
    public record Text(LocalizedText subject, LocalizedText body) {}

    @JsonCreator
    public Letters {
        byOutcome = Map.copyOf(byOutcome);
    }

    @JsonIgnore
    public Optional<Text> text(Outcome outcome) {
        return Optional.ofNullable(byOutcome.get(outcome.code()));
    }

    public Letters with(Outcome outcome, Text text) {
        Map<String, Text> changed = new LinkedHashMap<>(byOutcome);
        changed.put(outcome.code(), text);
        return new Letters(changed);
    }
}

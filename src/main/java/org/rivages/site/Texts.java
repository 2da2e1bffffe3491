package org.rivages.site;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.rivages.shared.Language;
import org.springframework.stereotype.Component;

/**
 * The {@link Words} of each language, for what is written outside a page: letters, feeds,
 * calendars.
 */
@Component
public class Texts {
    private final Map<Language, Words> words = new EnumMap<>(Language.class);

    Texts(Messages messages) {
        for (Language language : Language.values()) {
            words.put(language, new Words(messages, language));
        }
    }

    public Words in(Language language) {
        return Objects.requireNonNull(words.get(language));
    }
}

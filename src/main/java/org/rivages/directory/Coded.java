package org.rivages.directory;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** A word of a closed list, with the code that stands in addresses, tables and message keys. */
public interface Coded {
    String name();

    /** Lower case with hyphens: {@code public-agency}. */
    @JsonValue
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E> & Coded> Optional<E> of(Class<E> list, String code) {
        for (E word : list.getEnumConstants()) {
            if (word.code().equals(code)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    /** The same for codes that our own tables hold. */
    static <E extends Enum<E> & Coded> E require(Class<E> list, String code) {
        return of(list, code)
                .orElseThrow(
                        () -> new IllegalArgumentException(list.getSimpleName() + ": " + code));
    }
}

package org.rivages.calls;

import java.util.List;
import java.util.Optional;

/**
 * How well somebody commands a language: the levels of the CEFR, and what people say instead of
 * one.
 */
public enum LanguageLevel {
    NONE,
    A1,
    A2,
    B1,
    B2,
    C1,
    C2,
    /** First language, or schooled in it. */
    NATIVE,
    /** Speaks it, but cannot name a level: a person has to look. */
    UNSURE;

    /** What a call may ask for. */
    public static final List<LanguageLevel> CEFR = List.of(A1, A2, B1, B2, C1, C2);

    /** False for {@link #UNSURE}, which is no statement at all. */
    public boolean atLeast(LanguageLevel wanted) {
        return this != UNSURE && compareTo(wanted) >= 0;
    }

    public static Optional<LanguageLevel> of(String name) {
        for (LanguageLevel level : values()) {
            if (level.name().equals(name)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}

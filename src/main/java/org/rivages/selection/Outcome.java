package org.rivages.selection;

import org.rivages.applications.Decision;

/** What a person is told. */
public enum Outcome {
    SELECTED,
    RESERVE,
    REFUSED;

    /** As it stands in tables and message keys. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Outcome ofCode(String code) {
        return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }

    /** For the application. */
    Decision decision() {
        return Decision.valueOf(name());
    }
}

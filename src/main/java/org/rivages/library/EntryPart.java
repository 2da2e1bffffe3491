package org.rivages.library;

import java.util.Locale;

/** What an entry tells, under a heading of its own. Which parts it has, its kind says. */
public enum EntryPart {
    CONTEXT,
    QUESTION,
    METHOD,
    ACTION,
    COST,
    RESULTS,
    SHORTFALL,
    LESSON,
    ADVICE,
    LIMITS,
    TRANSFER;

    /** As it stands in data and in the names of fields: {@code results}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

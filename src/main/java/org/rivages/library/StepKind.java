package org.rivages.library;

import java.util.Locale;

/** A step in the life of an entry; together they are its review trail. */
public enum StepKind {
    CREATED,
    CHANGED,
    SENT,
    RETURNED,
    PUBLISHED,
    /** The city said that it is still so. */
    CONFIRMED,
    WITHDRAWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whoever reads it later has to know why. */
    boolean needsComment() {
        return this == RETURNED || this == WITHDRAWN;
    }

    /** The others are taken by the secretariat. */
    boolean isForWriters() {
        return this == SENT;
    }
}

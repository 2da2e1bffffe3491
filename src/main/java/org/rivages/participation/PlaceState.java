package org.rivages.participation;

import java.util.Locale;

/** What became of an offered place. */
public enum PlaceState {
    OFFERED,
    ACCEPTED,
    DECLINED,
    /** The date of the offer passed without an answer. */
    EXPIRED,
    /** Accepted, and given back later. */
    WITHDRAWN;

    /** As it stands in tables and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PlaceState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Takes up one of the call's places, or may still. */
    boolean holds() {
        return this == OFFERED || this == ACCEPTED;
    }
}

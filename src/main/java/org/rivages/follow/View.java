package org.rivages.follow;

import java.util.Locale;

/** How the same results are shown. */
public enum View {
    LIST,
    MAP,
    CALENDAR;

    /** As addresses and message keys spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

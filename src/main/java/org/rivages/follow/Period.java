package org.rivages.follow;

import org.jspecify.annotations.Nullable;

/**
 * Years from–to, both included; one of them may be open. A record belongs to it when one of its
 * years does.
 */
record Period(@Nullable Integer from, @Nullable Integer to) {

    boolean has(int year) {
        return (from == null || year >= from) && (to == null || year <= to);
    }

    boolean overlaps(int first, int last) {
        return (from == null || last >= from) && (to == null || first <= to);
    }

    static String text(@Nullable Integer year) {
        return year == null ? "" : "%04d".formatted(year);
    }
}

package org.rivages.follow;

import org.rivages.shared.LocalizedText;

/**
 * Near a place.
 *
 * @param place its code, or its name in any language as somebody typed it
 * @param radius kilometres, from 1 to {@link #MOST}
 * @param name what it is called; empty where that is not known
 */
record Around(String place, int radius, LocalizedText name) {
    static final int USUAL = 100;
    static final int MOST = 20_000;

    Around(String place, int radius) {
        this(place, radius, LocalizedText.EMPTY);
    }
}

package org.rivages.directory;

import org.jspecify.annotations.Nullable;
import org.rivages.shared.LocalizedText;

/**
 * Where an organisation sits.
 *
 * @param place the town; empty when not known
 * @param country ISO 3166 alpha-2; null when not known
 * @param latitude degrees, WGS 84; null together with the longitude
 * @param precision how exact the coordinates are; null without them
 * @param inhabitants of the city or territory that it speaks for; null when not known, or when it
 *     speaks for none
 */
public record Seat(
        LocalizedText place,
        @Nullable String country,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Precision precision,
        @Nullable Integer inhabitants) {

    public static final Seat UNKNOWN = new Seat(LocalizedText.EMPTY, null, null, null, null, null);

    public boolean onMap() {
        return latitude != null && longitude != null;
    }
}

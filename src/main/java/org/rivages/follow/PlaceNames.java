package org.rivages.follow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.LocalizedText;

/**
 * Places by name, from which "near" is measured. A bean in the room that knows places; everybody
 * may know them.
 */
public interface PlaceNames {
    /** In any order, each as often as it occurs; asked again only when something has changed. */
    List<NamedPlace> places();

    /**
     * @param country ISO 3166 alpha-2; null when not known
     * @param latitude degrees, WGS 84
     */
    record NamedPlace(
            LocalizedText name, @Nullable String country, double latitude, double longitude) {}
}

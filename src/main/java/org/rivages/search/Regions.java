package org.rivages.search;

import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sub-region of a country, by the codes of the United Nations (M49): 015 is Northern Africa.
 */
public final class Regions {
    private static final Map<String, Optional<String>> KNOWN = new ConcurrentHashMap<>();

    private Regions() {}

    /**
     * @param country ISO 3166 alpha-2; empty for what is none
     */
    public static Optional<String> of(String country) {
        return country.matches("[A-Z]{2}")
                ? KNOWN.computeIfAbsent(country, Regions::find)
                : Optional.empty();
    }

    private static Optional<String> find(String country) {
        try {
            Region within =
                    Region.getInstance(country.toUpperCase(Locale.ROOT))
                            .getContainingRegion(RegionType.SUBCONTINENT);
            return Optional.ofNullable(within)
                    .map(region -> "%03d".formatted(region.getNumericCode()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

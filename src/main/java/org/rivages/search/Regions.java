package org.rivages.search;

import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The sub-region of a country, by the codes of the United Nations (M49): 015 is Northern Africa.
 */
public final class Regions {
    private static final Map<String, Optional<String>> KNOWN = new ConcurrentHashMap<>();

    private static final Map<String, Set<String>> WITHIN = new ConcurrentHashMap<>();

    private Regions() {}

    /**
     * @param country ISO 3166 alpha-2; empty for what is none
     */
    public static Optional<String> of(String country) {
        return country.matches("[A-Z]{2}")
                ? KNOWN.computeIfAbsent(country, Regions::find)
                : Optional.empty();
    }

    /**
     * The countries and territories of a sub-region; empty for what is none.
     *
     * @param region its code, three digits
     */
    public static Set<String> countries(String region) {
        return region.matches("[0-9]{3}")
                ? WITHIN.computeIfAbsent(region, Regions::within)
                : Set.of();
    }

    private static Set<String> within(String region) {
        return Region.getAvailable(RegionType.TERRITORY).stream()
                .map(Region::toString)
                .filter(country -> of(country).filter(region::equals).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
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

package org.rivages.subscriptions;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The time zones that a reader can choose: those of places, as IANA spells them. */
final class Zones {
    private static final Pattern PLACE =
            Pattern.compile(
                    "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC");
    private static final Set<String> KNOWN = known();

    private Zones() {}

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(ZoneId.getAvailableZoneIds());
        known.removeIf(zone -> !PLACE.matcher(zone).matches());
        return known;
    }

    static Optional<ZoneId> of(String id) {
        return KNOWN.contains(id) ? Optional.of(ZoneId.of(id)) : Optional.empty();
    }

    /**
     * @param own shown too when it is none of the usual ones
     */
    static Map<String, String> choices(ZoneId own) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(own.getId(), own.getId().replace('_', ' '));
        KNOWN.forEach(zone -> choices.put(zone, zone.replace('_', ' ')));
        return choices;
    }
}

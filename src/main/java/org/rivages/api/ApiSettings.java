package org.rivages.api;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the operator may set; {@code docs/operations.md} describes it. */
@Component
class ApiSettings {
    /** Exactly as browsers write it: no path, no stroke at the end, small letters. */
    private static final Pattern ORIGIN =
            Pattern.compile("https?://([a-z0-9.-]+|\\[[0-9a-f:]+])(:[0-9]{1,5})?");

    private final int limit;
    private final List<String> origins;

    /**
     * @param limit requests of one host in a minute; 0 for any number
     * @param origins {@code *}, or origins with commas between them; "" for none
     */
    ApiSettings(
            @Value("${rivages.api-limit:300}") int limit,
            @Value("${rivages.api-origins:}") String origins) {
        if (limit < 0) {
            throw new IllegalStateException("RIVAGES_API_LIMIT must be 0 or more, not " + limit);
        }
        this.limit = limit;
        this.origins =
                Arrays.stream(origins.split(",", -1))
                        .map(String::strip)
                        .filter(origin -> !origin.isEmpty())
                        .toList();
        for (String origin : this.origins) {
            if (!origin.equals("*") && !ORIGIN.matcher(origin).matches()) {
                throw new IllegalStateException(
                        "RIVAGES_API_ORIGINS: not an origin, as in https://a.example: \""
                                + origin
                                + '"');
            }
        }
    }

    int limit() {
        return limit;
    }

    boolean sharesWithAll() {
        return origins.contains("*");
    }

    boolean sharesWith(String origin) {
        return sharesWithAll() || origins.contains(origin);
    }
}

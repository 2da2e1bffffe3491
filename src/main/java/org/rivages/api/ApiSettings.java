package org.rivages.api;

import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the operator may set; {@code docs/operations.md} describes it. */
@Component
class ApiSettings {
    private final int limit;
    private final List<String> origins;

    /**
     * @param limit requests of one host in a minute; 0 for any number
     * @param origins {@code *}, or origins with commas between them; "" for none
     */
    ApiSettings(
            @Value("${rivages.api-limit:300}") int limit,
            @Value("${rivages.api-origins:}") String origins) {
        this.limit = limit;
        this.origins =
                Arrays.stream(origins.split(",", -1))
                        .map(String::strip)
                        .filter(origin -> !origin.isEmpty())
                        .toList();
    }

    int limit() {
        return limit;
    }

    /** Whether pages of other sites may read answers at all. */
    boolean shares() {
        return !origins.isEmpty();
    }

    boolean sharesWithAll() {
        return origins.contains("*");
    }

    boolean sharesWith(String origin) {
        return sharesWithAll() || origins.contains(origin);
    }
}

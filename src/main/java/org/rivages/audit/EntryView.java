package org.rivages.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.Json;
import tools.jackson.core.type.TypeReference;

/**
 * One line of the trail.
 *
 * @param actor null when the program itself acted
 * @param details a JSON object
 */
public record EntryView(
        long id, Instant at, @Nullable UUID actor, String action, UUID subject, String details) {

    /** The details as name and value, nested values as JSON. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        Json.read(details, new TypeReference<Map<String, Object>>() {})
                .forEach((name, value) ->
                        facts.put(name, value instanceof String text ? text : Json.write(value)));
        return facts;
    }
}

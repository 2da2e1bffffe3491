package org.rivages.selection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rivages.applications.ApplicationId;

/**
 * Picks that were kept under a name.
 *
 * @param in those chosen
 * @param reserve in its order
 * @param out those turned down
 * @param rulesVersion the rule that was in force then
 * @param engine it is a proposal of the engine
 */
record Scenario(
        UUID id,
        String name,
        List<ApplicationId> in,
        List<ApplicationId> reserve,
        List<ApplicationId> out,
        int rulesVersion,
        boolean engine,
        UUID author,
        Instant at) {
    Scenario named(String other) {
        return new Scenario(id, other, in, reserve, out, rulesVersion, engine, author, at);
    }

    /** As stored. */
    Map<String, List<UUID>> picks() {
        return Map.of("in", ids(in), "reserve", ids(reserve), "out", ids(out));
    }

    static List<UUID> ids(List<ApplicationId> applications) {
        return applications.stream().map(ApplicationId::value).toList();
    }
}

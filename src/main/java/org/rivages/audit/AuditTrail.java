package org.rivages.audit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door of the trail. An entry is written in the transaction of what it records, so the
 * two stand or fall together.
 */
@Component
public class AuditTrail {
    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param actor the person, or null when the program itself acts
     * @param action past tense with its room: {@code calls.deadline-extended}
     * @param subject what it was done to
     * @param details codes, numbers, ids and reasons; no names, no addresses, no secrets
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(@Nullable UUID actor, String action, UUID subject, Map<String, ?> details) {
        jdbc.sql(
                        """
                        insert into audit.entry (actor, action, subject, details)
                        values (:actor, :action, :subject, :details::jsonb)
                        """)
                .param("actor", actor)
                .param("action", action)
                .param("subject", subject)
                .param("details", Json.write(details))
                .update();
    }
}

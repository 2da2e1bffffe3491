package org.rivages.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.rivages.calls.CallId;
import org.rivages.shared.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was published of each release, and the auditor's file behind it. */
@Component
class Publications {
    private final JdbcClient jdbc;

    Publications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(CallId call, Published published, AuditorsFile file) {
        jdbc.sql(
                        """
                        insert into selection.publication
                            (call, published, commitment, salt, people, rules, cohort)
                        values (:call, :published::jsonb, :commitment, :salt, :people, :rules, :cohort)
                        """)
                .param("call", call.value())
                .param("published", Json.write(published))
                .param("commitment", published.commitment())
                .param("salt", file.salt())
                .param("people", file.people())
                .param("rules", file.rules())
                .param("cohort", file.cohort())
                .update();
    }

    Optional<Published> published(CallId call) {
        return jdbc.sql("select published from selection.publication where call = :call")
                .param("call", call.value())
                .query((row, n) -> Json.read(row.getString("published"), Published.class))
                .optional();
    }

    Optional<AuditorsFile> file(CallId call) {
        return jdbc.sql(
                        "select salt, people, rules, cohort from selection.publication where call = :call")
                .param("call", call.value())
                .query(Publications::file)
                .optional();
    }

    private static AuditorsFile file(ResultSet row, int n) throws SQLException {
        return new AuditorsFile(
                row.getBytes("salt"),
                row.getBytes("people"),
                row.getBytes("rules"),
                row.getBytes("cohort"));
    }
}

package org.rivages.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rivages.audit.AuditTrail;
import org.rivages.calls.CallId;
import org.rivages.shared.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was published of each release, and the auditor's file behind it. */
@Component
class Publications {
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    Publications(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
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

    /** A copy of the auditor's file, and the line in the trail that says who took it. */
    @Transactional
    public Optional<AuditorsFile> handOut(CallId call, UUID to) {
        Optional<AuditorsFile> file = file(call);
        file.ifPresent(given ->
                audit.record(
                        to,
                        "selection.auditors-file",
                        call.value(),
                        Map.of("commitment", given.commitment())));
        return file;
    }

    private Optional<AuditorsFile> file(CallId call) {
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

package org.rivages.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.Json;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every state that a record ever had. */
@Component
class VersionStore {
    /**
     * @param author null when the program itself wrote it
     */
    record Version(
            int number, Organisation record, @Nullable UUID author, String reason, Instant at) {}

    private final JdbcClient jdbc;

    VersionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Organisation record, int number, @Nullable UUID author, String reason, Instant at) {
        jdbc.sql(
                        """
                        insert into directory.version (organisation, number, record, author, reason, at)
                        values (:id, :number, :record::jsonb, :author, :reason, :at)
                        """)
                .param("id", record.id().value())
                .param("number", number)
                .param("record", Json.write(record))
                .param("author", author)
                .param("reason", reason)
                .param("at", Rows.param(at))
                .update();
    }

    /** The newest first. */
    List<Version> of(OrganisationId id) {
        return select("where organisation = :id order by number desc")
                .param("id", id.value())
                .query(this::version)
                .list();
    }

    Optional<Version> of(OrganisationId id, int number) {
        return select("where organisation = :id and number = :number")
                .param("id", id.value())
                .param("number", number)
                .query(this::version)
                .optional();
    }

    private JdbcClient.StatementSpec select(String where) {
        return jdbc.sql(
                "select number, record, author, reason, at from directory.version " + where);
    }

    private Version version(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Version(
                row.getInt("number"),
                Json.read(row.getString("record"), Organisation.class),
                Rows.uuidOrNull(row, "author"),
                row.getString("reason"),
                Rows.instant(row, "at"));
    }
}

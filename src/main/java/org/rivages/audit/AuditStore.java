package org.rivages.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AuditStore {
    /** One copy of the program seals at a time. */
    private static final long LOCK = 7_211_022_001L;

    private static final int BATCH = 500;

    /**
     * An entry as one line of JSON, made by PostgreSQL alike for ever: jsonb orders keys, the time
     * is UTC with microseconds.
     */
    private static final String CANONICAL =
            """
            jsonb_build_object('id', e.id,
                'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
                'actor', e.actor, 'action', e.action, 'subject', e.subject, 'details', e.details)::text
            """;

    /** What a reader of the trail asks for; "" and null mean any. */
    record Search(
            String action,
            @Nullable UUID subject,
            @Nullable UUID actor,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /**
     * @param hash of the position before, or {@link Sealing#FIRST}
     */
    record Head(long position, String hash) {}

    /** A sealed entry as it stands now; canonical is null when the entry is gone. */
    record Link(long position, long entry, String hash, @Nullable String canonical) {}

    private static final String FOUND =
            """
            where (:action = '' or action like :prefix)
              and (cast(:subject as uuid) is null or subject = cast(:subject as uuid))
              and (cast(:actor as uuid) is null or actor = cast(:actor as uuid))
              and (cast(:from as timestamptz) is null or at >= cast(:from as timestamptz))
              and (cast(:until as timestamptz) is null or at < cast(:until as timestamptz))
            """;

    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    // ---- sealing; within a transaction

    /** False when another copy of the program is sealing. */
    boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    Head head() {
        return jdbc.sql("select position, hash from audit.seal order by position desc limit 1")
                .query((row, n) -> new Head(row.getLong("position"), row.getString("hash")))
                .optional()
                .orElse(new Head(0, Sealing.FIRST));
    }

    record Unsealed(long entry, String canonical) {}

    /**
     * The next entries whose transaction, and every older one, is over; in commit order of
     * transactions.
     */
    List<Unsealed> unsealed() {
        return jdbc.sql(
                        "select e.id, "
                                + CANONICAL
                                + """
                                 as canonical
                                from audit.entry e
                                where e.transaction < pg_snapshot_xmin(pg_current_snapshot())
                                  and not exists (select 1 from audit.seal s where s.entry = e.id)
                                order by e.transaction, e.id limit :most
                                """)
                .param("most", BATCH)
                .query((row, n) -> new Unsealed(row.getLong("id"), row.getString("canonical")))
                .list();
    }

    void seal(long position, long entry, String hash) {
        jdbc.sql("insert into audit.seal (position, entry, hash) values (:position, :entry, :hash)")
                .param("position", position)
                .param("entry", entry)
                .param("hash", hash)
                .update();
    }

    // ---- verifying

    void each(Consumer<Link> consumer) {
        long at = 0;
        List<Link> links;
        do {
            links = links(at);
            links.forEach(consumer);
            at = links.isEmpty() ? at : links.getLast().position();
        } while (links.size() == BATCH);
    }

    private List<Link> links(long after) {
        return jdbc.sql(
                        "select s.position, s.entry, s.hash, case when e.id is not null then "
                                + CANONICAL
                                + """
                                 end as canonical
                                from audit.seal s left join audit.entry e on e.id = s.entry
                                where s.position > :after order by s.position limit :most
                                """)
                .param("after", after)
                .param("most", BATCH)
                .query((row, n) ->
                        new Link(
                                row.getLong("position"),
                                row.getLong("entry"),
                                row.getString("hash"),
                                row.getString("canonical")))
                .list();
    }

    long waiting() {
        return jdbc.sql(
                        "select count(*) from audit.entry e where not exists (select 1 from audit.seal s where s.entry = e.id)")
                .query(Long.class)
                .single();
    }

    // ---- reading

    int count(Search search) {
        return bound("select count(*) from audit.entry " + FOUND, search)
                .query((row, n) -> row.getInt(1))
                .single();
    }

    List<EntryView> page(Search search, int offset, int most) {
        return bound(
                        "select * from audit.entry "
                                + FOUND
                                + " order by id desc offset :offset limit :most",
                        search)
                .param("offset", offset)
                .param("most", most)
                .query(AuditStore::view)
                .list();
    }

    List<String> actions() {
        return jdbc.sql("select distinct action from audit.entry order by action")
                .query((row, n) -> row.getString("action"))
                .list();
    }

    Optional<Instant> lastSealed() {
        return jdbc.sql("select sealed_at from audit.seal order by position desc limit 1")
                .query((row, n) -> Rows.instant(row, "sealed_at"))
                .optional();
    }

    private JdbcClient.StatementSpec bound(String sql, Search search) {
        return jdbc.sql(sql)
                .param("action", search.action())
                .param("prefix", search.action().replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("subject", search.subject())
                .param("actor", search.actor())
                .param("from", Rows.param(search.from()))
                .param("until", Rows.param(search.until()));
    }

    private static EntryView view(ResultSet row, int n) throws SQLException {
        return new EntryView(
                row.getLong("id"),
                Rows.instant(row, "at"),
                Rows.uuidOrNull(row, "actor"),
                row.getString("action"),
                Rows.uuid(row, "subject"),
                row.getString("details"));
    }
}

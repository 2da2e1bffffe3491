package org.rivages.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines that rooms write with {@link SearchChanges}, read in the order of commits. */
@Component
class ChangeStore {
    private final JdbcClient jdbc;

    ChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Change(String kind, UUID record, Instant at) {}

    /** Which database this is, also after its content was put back into another one. */
    String database() {
        return jdbc.sql(
                        """
                        select system_identifier || '/' || d.oid
                        from pg_control_system(), pg_database d
                        where d.datname = current_database()
                        """)
                .query(String.class)
                .single();
    }

    /** Every transaction below this number is over: what it wrote is there, or never will be. */
    long horizon() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
    }

    /** The changes of transactions from one number on and below the other. */
    List<Change> between(long from, long below) {
        return jdbc.sql(
                        """
                        select kind, record, at from search.change
                        where transaction >= :from::text::xid8 and transaction < :below::text::xid8
                        order by sequence
                        """)
                .param("from", from)
                .param("below", below)
                .query((row, n) ->
                        new Change(
                                row.getString("kind"),
                                Rows.uuid(row, "record"),
                                Rows.instant(row, "at")))
                .list();
    }

    Instant time() {
        return jdbc.sql("select clock_timestamp() as at")
                .query((row, n) -> Rows.instant(row, "at"))
                .single();
    }

    /**
     * The number below which lines have been thrown away: an index behind it must be built anew.
     */
    long pruned() {
        return jdbc.sql("select below::text::bigint from search.pruned").query(Long.class).single();
    }

    /** Throws away lines that are a day old and in the index. */
    void prune(long below) {
        jdbc.sql(
                        """
                        with gone as (
                            delete from search.change
                            where transaction < :below::text::xid8
                              and at < clock_timestamp() - interval '1 day'
                            returning transaction
                        ), last as (select max(transaction::text::bigint) + 1 as below from gone)
                        update search.pruned p
                        set below = greatest(p.below::text::bigint, last.below)::text::xid8
                        from last where last.below is not null
                        """)
                .param("below", below)
                .update();
    }
}

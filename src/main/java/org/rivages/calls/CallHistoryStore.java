package org.rivages.calls;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.Json;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CallHistoryStore {
    private final JdbcClient jdbc;

    CallHistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CallId call, HistoryEntry entry, @Nullable UUID author) {
        jdbc.sql(
                        """
                        insert into calls.change (call, kind, at, author, reason, before, after, terms)
                        values (:call, :kind, :at, :author, :reason::jsonb, :before, :after, :terms)
                        """)
                .param("call", call.value())
                .param("kind", entry.kind())
                .param("at", Rows.param(entry.at()))
                .param("author", author)
                .param("reason", Json.write(entry.reason()))
                .param("before", Rows.param(entry.before()))
                .param("after", Rows.param(entry.after()))
                .param("terms", entry.terms())
                .update();
    }

    /** Newest first. */
    List<HistoryEntry> of(CallId call) {
        return jdbc.sql("select * from calls.change where call = :call order by id desc")
                .param("call", call.value())
                .query((row, n) ->
                        new HistoryEntry(
                                row.getString("kind"),
                                Rows.instant(row, "at"),
                                Rows.text(row, "reason"),
                                Rows.instantOrNull(row, "before"),
                                Rows.instantOrNull(row, "after"),
                                row.getObject("terms", Integer.class)))
                .list();
    }

    /** How many times the deadline moved: the sequence of its calendar entry. */
    int moves(CallId call) {
        return jdbc.sql(
                        """
                        select count(*) from calls.change
                        where call = :call and kind in ('extended', 'closed-early')
                        """)
                .param("call", call.value())
                .query(Integer.class)
                .single();
    }
}

package org.rivages.selection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rivages.accounts.Accounts;
import org.rivages.accounts.Person;
import org.rivages.audit.AuditTrail;
import org.rivages.calls.CallId;
import org.rivages.shared.Conflict;
import org.rivages.shared.Now;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Minority opinions on a choice: written until the release, never changed. */
@Component
class Opinions {
    private final JdbcClient jdbc;
    private final BoardStore boards;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Now now;

    Opinions(JdbcClient jdbc, BoardStore boards, Accounts accounts, AuditTrail audit, Now now) {
        this.jdbc = jdbc;
        this.boards = boards;
        this.accounts = accounts;
        this.audit = audit;
        this.now = now;
    }

    private record Row(UUID id, UUID author, String text, java.time.Instant at) {}

    /** Oldest first. */
    List<Opinion> of(CallId call) {
        List<Row> rows =
                jdbc.sql("select * from selection.opinion where call = :call order by at, id")
                        .param("call", call.value())
                        .query((row, n) ->
                                new Row(
                                        Rows.uuid(row, "id"),
                                        Rows.uuid(row, "author"),
                                        row.getString("text"),
                                        Rows.instant(row, "at")))
                        .list();
        Map<UUID, Person> people =
                new HashMap<>(accounts.people(rows.stream().map(Row::author).distinct().toList()));
        return rows.stream()
                .map(row -> {
                    Person author = people.get(row.author());
                    return new Opinion(
                            row.id(), author == null ? "" : author.name(), row.text(), row.at());
                })
                .toList();
    }

    @Transactional
    public void add(CallId call, String text, UUID author) {
        if (boards.lock(call).state() == BoardState.RELEASED) {
            throw new Conflict("selection.conflict.released");
        }
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into selection.opinion (id, call, author, text, at)
                        values (:id, :call, :author, :text, :at)
                        """)
                .param("id", id)
                .param("call", call.value())
                .param("author", author)
                .param("text", text)
                .param("at", Rows.param(now.instant()))
                .update();
        audit.record(author, "selection.opinion-given", id, Map.of("call", call.value()));
    }
}

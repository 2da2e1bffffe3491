package org.rivages.library;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The review trail of each entry; its lines are only ever added. */
@Component
class ReviewTrail {
    private final JdbcClient jdbc;

    ReviewTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was done with it, the newest first. */
    List<EntryStep> of(EntryId id) {
        return jdbc.sql(
                        """
                        select kind, at, by, comment, day from library.step
                        where entry = :id order by number desc
                        """)
                .param("id", id.value())
                .query((row, n) ->
                        new EntryStep(
                                StepKind.valueOf(row.getString("kind")),
                                Rows.instant(row, "at"),
                                Rows.uuidOrNull(row, "by"),
                                Objects.requireNonNull(row.getString("comment")),
                                row.getObject("day", LocalDate.class)))
                .list();
    }

    /** Adds a line to the trail; the entry is locked or new. */
    void add(EntryId id, EntryStep step) {
        jdbc.sql(
                        """
                        insert into library.step (entry, number, kind, at, by, comment, day)
                        select :id, coalesce(max(number), 0) + 1, :kind, :at, :by, :comment, :day
                        from library.step where entry = :id
                        """)
                .param("id", id.value())
                .param("kind", step.kind().name())
                .param("at", Rows.param(step.at()))
                .param("by", step.by(), Types.OTHER)
                .param("comment", step.comment())
                .param("day", step.day(), Types.DATE)
                .update();
    }
}

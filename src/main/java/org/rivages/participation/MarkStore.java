package org.rivages.participation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rivages.programmes.SessionId;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MarkStore {
    private final JdbcClient jdbc;

    MarkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same mark sent twice is one mark; false then. */
    boolean insert(
            SessionId session,
            PlaceId place,
            String halfDay,
            boolean present,
            Instant at,
            UUID by,
            String reason) {
        return jdbc.sql(
                                """
                                insert into participation.mark
                                (session, half_day, place, present, marked_at, marked_by, reason)
                                values (:session, :half, :place, :present, :at, :by, :reason)
                                on conflict do nothing
                                """)
                        .param("session", session.value())
                        .param("half", halfDay)
                        .param("place", place.value())
                        .param("present", present)
                        .param("at", Rows.param(at))
                        .param("by", by)
                        .param("reason", reason.isEmpty() ? null : reason)
                        .update()
                > 0;
    }

    /** The marks that count: the last of each person and half-day. */
    List<Mark> counting(SessionId session) {
        return jdbc.sql(
                        """
                        select distinct on (place, half_day) * from participation.mark
                        where session = :session
                        order by place, half_day, marked_at desc, id desc
                        """)
                .param("session", session.value())
                .query((row, n) ->
                        new Mark(
                                row.getLong("id"),
                                new PlaceId(Rows.uuid(row, "place")),
                                row.getString("half_day"),
                                row.getBoolean("present"),
                                Rows.instant(row, "marked_at"),
                                Rows.instant(row, "recorded_at")))
                .list();
    }

    Optional<Boolean> current(SessionId session, PlaceId place, String halfDay) {
        return jdbc.sql(
                        """
                        select present from participation.mark
                        where session = :session and place = :place and half_day = :half
                        order by marked_at desc, id desc limit 1
                        """)
                .param("session", session.value())
                .param("place", place.value())
                .param("half", halfDay)
                .query(Boolean.class)
                .optional();
    }
}

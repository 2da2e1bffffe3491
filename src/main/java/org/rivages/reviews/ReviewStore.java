package org.rivages.reviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rivages.applications.ApplicationId;
import org.rivages.calls.CallId;
import org.rivages.shared.Json;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

@Component
class ReviewStore {
    private static final TypeReference<Map<String, Integer>> SCORES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> COMMENTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Review review(ResultSet row, int n) throws SQLException {
        return new Review(
                Rows.uuid(row, "id"),
                new CallId(Rows.uuid(row, "call")),
                new ApplicationId(Rows.uuid(row, "application")),
                Rows.uuid(row, "juror"),
                ReviewState.ofCode(row.getString("state")),
                Json.read(row.getString("scores"), SCORES),
                Json.read(row.getString("comments"), COMMENTS),
                row.getString("overall"),
                (Integer) row.getObject("total"),
                row.getInt("version"),
                Rows.instant(row, "changed_at"),
                Rows.instantOrNull(row, "finished_at"));
    }

    Optional<Review> byId(UUID id) {
        return jdbc.sql("select * from reviews.review where id = :id")
                .param("id", id)
                .query(ReviewStore::review)
                .optional();
    }

    List<Review> ofCall(CallId call) {
        return jdbc.sql(
                        "select * from reviews.review where call = :call order by application, assigned_at, id")
                .param("call", call.value())
                .query(ReviewStore::review)
                .list();
    }

    List<Review> ofJuror(UUID juror) {
        return jdbc.sql(
                        "select * from reviews.review where juror = :juror order by call, assigned_at, id")
                .param("juror", juror)
                .query(ReviewStore::review)
                .list();
    }

    List<Review> ofApplication(ApplicationId application) {
        return jdbc.sql(
                        "select * from reviews.review where application = :application order by assigned_at, id")
                .param("application", application.value())
                .query(ReviewStore::review)
                .list();
    }

    boolean begun(CallId call) {
        return jdbc.sql(
                        "select exists (select 1 from reviews.review where call = :call and state <> 'assigned')")
                .param("call", call.value())
                .query(Boolean.class)
                .single();
    }

    void assign(CallId call, ApplicationId application, UUID juror) {
        jdbc.sql(
                        """
                        insert into reviews.review (id, call, application, juror)
                        values (:id, :call, :application, :juror)
                        on conflict (application, juror) do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("call", call.value())
                .param("application", application.value())
                .param("juror", juror)
                .update();
    }

    void remove(Collection<UUID> ids) {
        jdbc.sql("delete from reviews.review where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /** What nobody has finished is not wanted any more. */
    void removeUnfinished(ApplicationId application) {
        jdbc.sql(
                        "delete from reviews.review where application = :application and state <> 'finished'")
                .param("application", application.value())
                .update();
    }

    /** False when it was saved since this version was read. */
    boolean save(Review review, Instant at) {
        return jdbc.sql(
                                """
                                update reviews.review
                                set state = :state, scores = :scores::jsonb, comments = :comments::jsonb,
                                    overall = :overall, total = :total, version = version + 1, changed_at = :at,
                                    finished_at = case when :state = 'finished' then cast(:at as timestamptz) end
                                where id = :id and version = :version
                                """)
                        .param("id", review.id())
                        .param("state", review.state().code())
                        .param("scores", Json.write(review.scores()))
                        .param("comments", Json.write(review.comments()))
                        .param("overall", review.overall())
                        .param("total", review.total())
                        .param("at", Rows.param(at))
                        .param("version", review.version())
                        .update()
                > 0;
    }
}

package org.rivages.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rivages.programmes.EditionId;
import org.rivages.programmes.ProgrammeId;
import org.rivages.shared.Conflict;
import org.rivages.shared.Json;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Calls themselves; their terms are with {@link CallTermsStore}. */
@Component
class CallStore {
    private static final String SELECT =
            """
            select c.*,
                   coalesce((select max(t.version) from calls.terms t
                             where t.call = c.id and t.published_at is not null),
                            (select max(t.version) from calls.terms t where t.call = c.id), 1) as terms
            from calls.call c
            """;

    private final JdbcClient jdbc;

    CallStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static CallView call(ResultSet row, int n) throws SQLException {
        String zone = row.getString("zone");
        return new CallView(
                new CallId(Rows.uuid(row, "id")),
                new ProgrammeId(Rows.uuid(row, "programme")),
                new EditionId(Rows.uuid(row, "edition")),
                row.getString("slug"),
                Rows.text(row, "title"),
                Rows.text(row, "summary"),
                Rows.text(row, "text"),
                row.getInt("places"),
                Json.read(row.getString("languages"), new TypeReference<List<LanguageNeed>>() {}),
                Rows.instantOrNull(row, "opens"),
                Rows.instantOrNull(row, "closes"),
                Rows.dateOrNull(row, "closes_on"),
                zone == null ? null : ZoneId.of(zone),
                row.getInt("grace_minutes"),
                row.getInt("retention_months"),
                Rows.instantOrNull(row, "announced_at"),
                Rows.instantOrNull(row, "deciding_at"),
                Rows.instantOrNull(row, "decided_at"),
                Rows.instantOrNull(row, "archived_at"),
                row.getBoolean("demonstration"),
                row.getInt("terms"),
                row.getInt("version"),
                Rows.instant(row, "changed_at"));
    }

    Optional<CallView> byId(CallId id) {
        return jdbc.sql(SELECT + "where c.id = :id")
                .param("id", id.value())
                .query(CallStore::call)
                .optional();
    }

    /**
     * Holds the row until the end of the transaction: acts on one call come one after the other.
     */
    CallView lock(CallId id) {
        return jdbc.sql(SELECT + "where c.id = :id for update of c")
                .param("id", id.value())
                .query(CallStore::call)
                .optional()
                .orElseThrow(() -> new org.rivages.shared.NotFound("call " + id));
    }

    Optional<CallView> bySlug(String slug) {
        return jdbc.sql(SELECT + "where c.slug = :slug")
                .param("slug", slug)
                .query(CallStore::call)
                .optional();
    }

    List<CallView> ofEdition(EditionId edition) {
        return jdbc.sql(
                        SELECT
                                + "where c.edition = :edition order by c.closes desc nulls last, c.slug")
                .param("edition", edition.value())
                .query(CallStore::call)
                .list();
    }

    /** All of them, the desk's drafts too: nearest deadlines first. */
    List<CallView> all() {
        return jdbc.sql(SELECT + "order by c.closes desc nulls last, c.slug")
                .query(CallStore::call)
                .list();
    }

    boolean insert(CallView call) {
        return jdbc.sql(
                                """
                                insert into calls.call (id, programme, edition, slug, title, summary, text,
                                    places, languages, opens, closes, closes_on, zone, grace_minutes,
                                    retention_months, announced_at, archived_at, demonstration, changed_at)
                                values (:id, :programme, :edition, :slug, :title::jsonb, :summary::jsonb,
                                    :text::jsonb, :places, :languages::jsonb, :opens, :closes, :closesOn,
                                    :zone, :grace, :retention, :announced, :archived, :demonstration,
                                    :changed)
                                on conflict (slug) do nothing
                                """)
                        .params(settings(call))
                        .param("programme", call.programme().value())
                        .param("edition", call.edition().value())
                        .param("announced", Rows.param(call.announcedAt()))
                        .param("archived", Rows.param(call.archivedAt()))
                        .param("demonstration", call.demonstration())
                        .update()
                > 0;
    }

    private static java.util.Map<String, @Nullable Object> settings(CallView call) {
        java.util.Map<String, @Nullable Object> params = new java.util.HashMap<>();
        params.put("id", call.id().value());
        params.put("slug", call.slug());
        params.put("title", Json.write(call.title()));
        params.put("summary", Json.write(call.summary()));
        params.put("text", Json.write(call.text()));
        params.put("places", call.places());
        params.put("languages", Json.write(call.languages()));
        params.put("opens", Rows.param(call.opens()));
        params.put("closes", Rows.param(call.closes()));
        params.put("closesOn", call.closesOn() == null ? null : call.closesOn().edtf());
        params.put("zone", call.zone() == null ? null : call.zone().getId());
        params.put("grace", call.graceMinutes());
        params.put("retention", call.retentionMonths());
        params.put("changed", Rows.param(call.changedAt()));
        return params;
    }

    /** Stores the settings; a conflict when somebody saved in between. */
    void update(CallView call) {
        int updated =
                jdbc.sql(
                                """
                                update calls.call
                                set slug = :slug, title = :title::jsonb, summary = :summary::jsonb,
                                    text = :text::jsonb, places = :places, languages = :languages::jsonb,
                                    opens = :opens, closes = :closes, closes_on = :closesOn, zone = :zone,
                                    grace_minutes = :grace, retention_months = :retention,
                                    changed_at = :changed, version = version + 1
                                where id = :id and version = :version
                                """)
                        .params(settings(call))
                        .param("version", call.version())
                        .update();
        if (updated == 0) {
            throw new Conflict("calls.conflict.edited");
        }
    }

    /** Calls that opened or closed by the clock since that was last told; each is answered once. */
    List<CallId> turned(Instant now) {
        return jdbc.sql(
                        """
                        update calls.call set clock_seen = :now
                        where id in (select id from calls.call
                                     where announced_at is not null and archived_at is null
                                       and ((clock_seen < opens and opens <= :now)
                                         or (clock_seen < closes and closes <= :now))
                                     for update skip locked)
                        returning id
                        """)
                .param("now", Rows.param(now))
                .query((row, n) -> new CallId(Rows.uuid(row, "id")))
                .list();
    }

    void touch(CallId id, Instant at) {
        jdbc.sql("update calls.call set changed_at = :at, version = version + 1 where id = :id")
                .param("at", Rows.param(at))
                .param("id", id.value())
                .update();
    }

    void deadline(CallId id, Instant closes, Instant at) {
        jdbc.sql(
                        """
                        update calls.call set closes = :closes, changed_at = :at, version = version + 1
                        where id = :id
                        """)
                .param("closes", Rows.param(closes))
                .param("at", Rows.param(at))
                .param("id", id.value())
                .update();
    }

    /** Marks a step that is made by an act: one of the columns announced_at, deciding_at … */
    void mark(CallId id, Step step, Instant at) {
        jdbc.sql(
                        "update calls.call set "
                                + step.column
                                + " = :at, changed_at = :at, version = version + 1 where id = :id")
                .param("at", Rows.param(at))
                .param("id", id.value())
                .update();
    }

    enum Step {
        ANNOUNCED("announced_at"),
        DECIDING("deciding_at"),
        DECIDED("decided_at"),
        ARCHIVED("archived_at");

        private final String column;

        Step(String column) {
            this.column = column;
        }
    }
}

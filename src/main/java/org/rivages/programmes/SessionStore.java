package org.rivages.programmes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.directory.OrganisationId;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Json;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions and their history as they lie in the database. */
@Component
class SessionStore {
    private static final String SESSIONS =
            """
            select s.*, '/programmes/' || p.slug || '/' || e.slug || '/' || s.slug as path
            from programmes.session s
              join programmes.edition e on e.id = s.edition
              join programmes.programme p on p.id = e.programme
            """;

    /** Those without a date stand last; within a year, as they were planned. */
    private static final String IN_ORDER =
            " order by s.date is null, left(s.date, 10), s.created_at, s.slug";

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Session> sessions(EditionId edition) {
        return jdbc.sql(SESSIONS + "where s.edition = :edition" + IN_ORDER)
                .param("edition", edition.value())
                .query(SessionStore::session)
                .list();
    }

    List<Session> publicSessions() {
        return jdbc.sql(SESSIONS + "where e.published and p.published" + IN_ORDER)
                .query(SessionStore::session)
                .list();
    }

    List<Session> hostedBy(OrganisationId host) {
        return jdbc.sql(
                        SESSIONS
                                + "where s.host = :host and e.published and p.published"
                                + IN_ORDER)
                .param("host", host.value())
                .query(SessionStore::session)
                .list();
    }

    Optional<Session> session(SessionId id) {
        return jdbc.sql(SESSIONS + "where s.id = :id")
                .param("id", id.value())
                .query(SessionStore::session)
                .optional();
    }

    /** The session as it stands, which nobody else can change until this transaction ends. */
    Optional<Session> locked(SessionId id) {
        return jdbc.sql(SESSIONS + "where s.id = :id for update of s")
                .param("id", id.value())
                .query(SessionStore::session)
                .optional();
    }

    Optional<SessionId> bySlug(EditionId edition, String slug) {
        return jdbc.sql(
                        "select id from programmes.session where edition = :edition and slug = :slug")
                .param("edition", edition.value())
                .param("slug", slug)
                .query((row, n) -> new SessionId(Rows.uuid(row, "id")))
                .optional();
    }

    private static Session session(ResultSet row, int n) throws SQLException {
        UUID host = Rows.uuidOrNull(row, "host");
        return new Session(
                new SessionId(Rows.uuid(row, "id")),
                new EditionId(Rows.uuid(row, "edition")),
                row.getString("slug"),
                row.getString("path"),
                Rows.text(row, "title"),
                Rows.text(row, "about"),
                host == null ? null : new OrganisationId(host),
                ZoneId.of(row.getString("zone")),
                new SessionState(
                        SessionStatus.valueOf(row.getString("status")),
                        Rows.dateOrNull(row, "date"),
                        Rows.text(row, "place"),
                        row.getString("country")),
                row.getInt("sequence"),
                row.getInt("version"),
                Rows.instant(row, "changed_at"));
    }

    Edited insert(EditionId edition, SessionContent content, SessionState state, Instant at) {
        UUID id = UUID.randomUUID();
        int rows =
                fill(
                                jdbc.sql(
                                        """
                                        insert into programmes.session
                                          (id, edition, slug, title, about, host, zone, place, country, date,
                                           status, version, created_at, changed_at)
                                        values (:id, :edition, :slug, :title::jsonb, :about::jsonb, :host, :zone,
                                          :place::jsonb, :country, :date, :status, 1, :at, :at)
                                        on conflict (edition, slug) do nothing
                                        """),
                                content,
                                at)
                        .param("id", id)
                        .param("edition", edition.value())
                        .param("place", Json.write(state.place()))
                        .param("country", state.country())
                        .param("date", edtf(state.date()))
                        .param("status", state.status().name())
                        .update();
        return rows == 0 ? new Edited.SlugTaken() : new Edited.Saved(id);
    }

    Edited update(Session session, SessionContent content, Instant at) {
        int rows =
                fill(
                                jdbc.sql(
                                        """
                                        update programmes.session
                                        set slug = :slug, title = :title::jsonb, about = :about::jsonb, host = :host,
                                            zone = :zone, version = version + 1, changed_at = :at
                                        where id = :id
                                          and not exists (select from programmes.session other
                                                          where other.slug = :slug and other.id <> :id
                                                            and other.edition = session.edition)
                                        """),
                                content,
                                at)
                        .param("id", session.id().value())
                        .update();
        return rows == 0 ? new Edited.SlugTaken() : new Edited.Saved(session.id().value());
    }

    private static JdbcClient.StatementSpec fill(
            JdbcClient.StatementSpec statement, SessionContent content, Instant at) {
        OrganisationId host = content.host();
        return statement
                .param("slug", content.slug())
                .param("title", Json.write(content.title()))
                .param("about", Json.write(content.about()))
                .param("host", host == null ? null : host.value())
                .param("zone", content.zone().getId())
                .param("at", Rows.param(at));
    }

    private static @Nullable String edtf(@Nullable FuzzyDate date) {
        return date == null ? null : date.edtf();
    }

    // ---- changes of date, place and status

    void change(SessionChange change) {
        jdbc.sql(
                        """
                        update programmes.session
                        set status = :status, date = :date, place = :place::jsonb, country = :country,
                            sequence = :sequence, version = version + 1, changed_at = :at
                        where id = :id
                        """)
                .param("id", change.session().value())
                .param("status", change.after().status().name())
                .param("date", edtf(change.after().date()))
                .param("place", Json.write(change.after().place()))
                .param("country", change.after().country())
                .param("sequence", change.sequence())
                .param("at", Rows.param(change.at()))
                .update();
        jdbc.sql(
                        """
                        insert into programmes.session_change
                          (session, sequence, before, after, reason, author, at, announced)
                        values (:session, :sequence, :before::jsonb, :after::jsonb, :reason::jsonb, :author, :at,
                          :announced)
                        """)
                .param("session", change.session().value())
                .param("sequence", change.sequence())
                .param("before", Json.write(change.before()))
                .param("after", Json.write(change.after()))
                .param("reason", Json.write(change.reason()))
                .param("author", change.author())
                .param("at", Rows.param(change.at()))
                .param("announced", change.announced())
                .update();
    }

    /** Newest first. */
    List<SessionChange> history(SessionId session) {
        return jdbc.sql(
                        "select * from programmes.session_change where session = :session order by sequence desc")
                .param("session", session.value())
                .query(SessionStore::changeRow)
                .list();
    }

    Optional<SessionChange> lastChange(SessionId session) {
        return history(session).stream().findFirst();
    }

    /** Of all public sessions, newest first. */
    List<SessionChange> latest(int most) {
        return jdbc.sql(
                        """
                        select c.* from programmes.session_change c
                          join programmes.session s on s.id = c.session
                          join programmes.edition e on e.id = s.edition
                          join programmes.programme p on p.id = e.programme
                        where c.announced and e.published and p.published
                        order by c.at desc limit :most
                        """)
                .param("most", most)
                .query(SessionStore::changeRow)
                .list();
    }

    private static SessionChange changeRow(ResultSet row, int n) throws SQLException {
        return new SessionChange(
                new SessionId(Rows.uuid(row, "session")),
                row.getInt("sequence"),
                Json.read(row.getString("before"), SessionState.class),
                Json.read(row.getString("after"), SessionState.class),
                Rows.text(row, "reason"),
                Rows.uuidOrNull(row, "author"),
                Rows.instant(row, "at"),
                row.getBoolean("announced"));
    }
}

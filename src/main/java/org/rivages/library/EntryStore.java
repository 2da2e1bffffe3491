package org.rivages.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.directory.OrganisationId;
import org.rivages.programmes.SessionId;
import org.rivages.shared.Json;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Entries and their trail as they lie in the database. */
@Component
class EntryStore {
    private static final String ENTRIES =
            """
            select e.*, array(select r.organisation from library.reuse r
                              where r.entry = e.id order by r.position) as reused_by
            from library.entry e
            """;

    private static final String NEWEST = " order by e.changed_at desc, e.slug";

    private final JdbcClient jdbc;

    EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    // ---- reading

    /** The newest change first. */
    List<Entry> entries() {
        return jdbc.sql(ENTRIES + NEWEST).query(EntryStore::entry).list();
    }

    List<Entry> entries(EntryKind kind) {
        return jdbc.sql(ENTRIES + "where e.kind = :kind" + NEWEST)
                .param("kind", kind.name())
                .query(EntryStore::entry)
                .list();
    }

    Optional<Entry> entry(EntryId id) {
        return jdbc.sql(ENTRIES + "where e.id = :id")
                .param("id", id.value())
                .query(EntryStore::entry)
                .optional();
    }

    /** The entry, which nobody else can change until this transaction ends. */
    Optional<Entry> locked(EntryId id) {
        return jdbc.sql(ENTRIES + "where e.id = :id for update of e")
                .param("id", id.value())
                .query(EntryStore::entry)
                .optional();
    }

    Optional<Entry> bySlug(String slug) {
        return jdbc.sql(ENTRIES + "where e.slug = :slug")
                .param("slug", slug)
                .query(EntryStore::entry)
                .optional();
    }

    /** Public entries of this organisation, or that it reused. */
    List<Entry> published(OrganisationId organisation) {
        return jdbc.sql(
                        ENTRIES
                                + """
                                where e.state = 'PUBLISHED'
                                  and (e.organisation = :organisation
                                       or exists (select from library.reuse r
                                                  where r.entry = e.id
                                                    and r.organisation = :organisation))
                                """
                                + NEWEST)
                .param("organisation", organisation.value())
                .query(EntryStore::entry)
                .list();
    }

    /** Public entries that come from one of these sessions. */
    List<Entry> published(Collection<SessionId> sessions) {
        return sessions.isEmpty()
                ? List.of()
                : jdbc.sql(
                                ENTRIES
                                        + "where e.state = 'PUBLISHED' and e.session in (:sessions)"
                                        + NEWEST)
                        .param("sessions", sessions.stream().map(SessionId::value).toList())
                        .query(EntryStore::entry)
                        .list();
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        UUID organisation = Rows.uuidOrNull(row, "organisation");
        UUID session = Rows.uuidOrNull(row, "session");
        return new Entry(
                new EntryId(Rows.uuid(row, "id")),
                new EntryContent(
                        EntryKind.valueOf(row.getString("kind")),
                        row.getString("slug"),
                        Rows.text(row, "title"),
                        Rows.text(row, "summary"),
                        parts(row.getString("parts")),
                        Rows.text(row, "source"),
                        row.getString("link"),
                        organisation == null ? null : new OrganisationId(organisation),
                        session == null ? null : new SessionId(session),
                        Rows.dateOrNull(row, "date"),
                        List.of((String[]) row.getArray("languages").getArray()),
                        List.of((String[]) row.getArray("themes").getArray()),
                        List.of((Integer[]) row.getArray("sdgs").getArray()),
                        Arrays.stream((UUID[]) row.getArray("reused_by").getArray())
                                .map(OrganisationId::new)
                                .toList()),
                EntryState.valueOf(row.getString("state")),
                row.getObject("confirmed_on", LocalDate.class),
                Rows.instantOrNull(row, "published_at"),
                row.getInt("version"),
                Rows.instant(row, "changed_at"));
    }

    private static Map<EntryPart, LocalizedText> parts(String json) {
        Map<EntryPart, LocalizedText> parts = new EnumMap<>(EntryPart.class);
        Map<String, LocalizedText> stored = Json.read(json, new TypeReference<>() {});
        for (EntryPart part : EntryPart.values()) {
            LocalizedText text = stored.get(part.code());
            if (text != null) {
                parts.put(part, text);
            }
        }
        return parts;
    }

    /** Of what is public, the newest change first. */
    List<Entry> latest(int most) {
        return jdbc.sql(ENTRIES + "where e.state = 'PUBLISHED'" + NEWEST + " limit :most")
                .param("most", most)
                .query(EntryStore::entry)
                .list();
    }

    // ---- writing

    /** Empty when another entry has this address. */
    Optional<EntryId> insert(EntryContent content, Instant at) {
        oneAddressAtATime();
        EntryId id = new EntryId(UUID.randomUUID());
        int rows =
                fill(
                                jdbc.sql(
                                        """
                                        insert into library.entry
                                          (id, kind, slug, title, summary, parts, source, link, organisation,
                                           session, date, languages, themes, sdgs, state, version, changed_at)
                                        values (:id, :kind, :slug, :title::jsonb, :summary::jsonb, :parts::jsonb,
                                          :source::jsonb, :link, :organisation, :session, :date, :languages,
                                          :themes, :sdgs, 'DRAFT', 1, :at)
                                        on conflict (slug) do nothing
                                        """),
                                id,
                                content,
                                at)
                        .param("kind", content.kind().name())
                        .update();
        if (rows == 0) {
            return Optional.empty();
        }
        reuse(id, content.reusedBy());
        return Optional.of(id);
    }

    /** False when another entry has this address. */
    boolean update(EntryId id, EntryContent content, Instant at) {
        oneAddressAtATime();
        int rows =
                fill(
                                jdbc.sql(
                                        """
                                        update library.entry
                                        set slug = :slug, title = :title::jsonb, summary = :summary::jsonb,
                                            parts = :parts::jsonb, source = :source::jsonb, link = :link,
                                            organisation = :organisation, session = :session, date = :date,
                                            languages = :languages, themes = :themes, sdgs = :sdgs,
                                            version = version + 1, changed_at = :at
                                        where id = :id
                                          and not exists (select from library.entry other
                                                          where other.slug = :slug and other.id <> :id)
                                        """),
                                id,
                                content,
                                at)
                        .update();
        if (rows > 0) {
            jdbc.sql("delete from library.reuse where entry = :id")
                    .param("id", id.value())
                    .update();
            reuse(id, content.reusedBy());
        }
        return rows > 0;
    }

    /** Two who take the same address wait for each other, so that the second is told. */
    private void oneAddressAtATime() {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext('library.entry.slug'))")
                .query(Integer.class)
                .single();
    }

    private void reuse(EntryId id, List<OrganisationId> organisations) {
        int position = 0;
        for (OrganisationId organisation : organisations) {
            jdbc.sql("insert into library.reuse values (:id, :organisation, :position)")
                    .param("id", id.value())
                    .param("organisation", organisation.value())
                    .param("position", position++)
                    .update();
        }
    }

    private static JdbcClient.StatementSpec fill(
            JdbcClient.StatementSpec statement, EntryId id, EntryContent content, Instant at) {
        Map<String, LocalizedText> parts = new LinkedHashMap<>();
        content.parts().forEach((part, text) -> parts.put(part.code(), text));
        return statement
                .param("id", id.value())
                .param("slug", content.slug())
                .param("title", Json.write(content.title()))
                .param("summary", Json.write(content.summary()))
                .param("parts", Json.write(parts))
                .param("source", Json.write(content.source()))
                .param("link", content.link())
                .param(
                        "organisation",
                        content.organisation() == null ? null : content.organisation().value(),
                        Types.OTHER)
                .param(
                        "session",
                        content.session() == null ? null : content.session().value(),
                        Types.OTHER)
                .param("date", content.date() == null ? null : content.date().edtf(), Types.VARCHAR)
                .param("languages", content.languages().toArray(String[]::new))
                .param("themes", content.themes().toArray(String[]::new))
                .param("sdgs", content.sdgs().toArray(Integer[]::new))
                .param("at", Rows.param(at));
    }

    void state(EntryId id, EntryState state, @Nullable LocalDate confirmedOn, Instant at) {
        jdbc.sql(
                        """
                        update library.entry
                        set state = :state, confirmed_on = :confirmed, changed_at = :at,
                            published_at = case when :state = 'PUBLISHED'
                                                then coalesce(published_at, :at) else published_at end
                        where id = :id
                        """)
                .param("id", id.value())
                .param("state", state.name())
                .param("confirmed", confirmedOn, Types.DATE)
                .param("at", Rows.param(at))
                .update();
    }
}

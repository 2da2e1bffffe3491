package org.rivages.programmes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rivages.shared.Json;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Editions as they lie in the database. */
@Component
class EditionStore {
    private static final String EDITIONS =
            """
            select e.*, p.slug as programme_slug, p.name as programme_name, p.published as programme_published
            from programmes.edition e join programmes.programme p on p.id = e.programme
            """;

    private final JdbcClient jdbc;
    private final Partners partners;

    EditionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.partners = new Partners(jdbc, "edition");
    }

    List<Edition> editions() {
        return editions(
                jdbc.sql(EDITIONS + "order by e.year desc, p.slug, e.slug"), partners.all());
    }

    List<Edition> editions(ProgrammeId programme) {
        return editions(
                jdbc.sql(EDITIONS + "where e.programme = :programme order by e.year desc, e.slug")
                        .param("programme", programme.value()),
                partners.all());
    }

    Optional<Edition> edition(EditionId id) {
        return editions(
                        jdbc.sql(EDITIONS + "where e.id = :id").param("id", id.value()),
                        partners.of(id.value()))
                .stream()
                .findFirst();
    }

    Optional<EditionId> editionBySlug(String programme, String slug) {
        return jdbc.sql(
                        """
                        select e.id from programmes.edition e join programmes.programme p on p.id = e.programme
                        where p.slug = :programme and e.slug = :slug
                        """)
                .param("programme", programme)
                .param("slug", slug)
                .query((row, n) -> new EditionId(Rows.uuid(row, "id")))
                .optional();
    }

    private static List<Edition> editions(
            JdbcClient.StatementSpec query, Map<UUID, List<Partner>> partners) {
        return query.query((row, n) -> edition(row, partners)).list();
    }

    private static Edition edition(ResultSet row, Map<UUID, List<Partner>> partners)
            throws SQLException {
        UUID id = Rows.uuid(row, "id");
        return new Edition(
                new EditionId(id),
                new ProgrammeId(Rows.uuid(row, "programme")),
                row.getString("programme_slug"),
                Rows.text(row, "programme_name"),
                row.getString("slug"),
                row.getInt("year"),
                Rows.text(row, "title"),
                Rows.text(row, "summary"),
                Rows.text(row, "about"),
                Rows.text(row, "source"),
                partners.getOrDefault(id, List.of()),
                row.getBoolean("published"),
                row.getBoolean("programme_published"),
                row.getInt("version"),
                Rows.instant(row, "changed_at"));
    }

    Edited insert(ProgrammeId programme, EditionContent content, Instant at) {
        UUID id = UUID.randomUUID();
        int rows =
                fill(
                                jdbc.sql(
                                        """
                                        insert into programmes.edition
                                          (id, programme, slug, year, title, summary, about, source, published,
                                           version, changed_at)
                                        values (:id, :programme, :slug, :year, :title::jsonb, :summary::jsonb,
                                          :about::jsonb, :source::jsonb, :published, 1, :at)
                                        on conflict (programme, slug) do nothing
                                        """),
                                content,
                                at)
                        .param("id", id)
                        .param("programme", programme.value())
                        .update();
        if (rows == 0) {
            return new Edited.SlugTaken();
        }
        partners.save(id, content.partners());
        return new Edited.Saved(id);
    }

    Edited update(EditionId id, int version, EditionContent content, Instant at) {
        Optional<Integer> now = partners.lockedVersion(id.value());
        if (now.isEmpty() || now.get() != version) {
            return new Edited.Stale(now.orElse(0));
        }
        int rows =
                fill(
                                jdbc.sql(
                                        """
                                        update programmes.edition
                                        set slug = :slug, year = :year, title = :title::jsonb, summary = :summary::jsonb,
                                            about = :about::jsonb, source = :source::jsonb, published = :published,
                                            version = version + 1, changed_at = :at
                                        where id = :id
                                          and not exists (select from programmes.edition other
                                                          where other.slug = :slug and other.id <> :id
                                                            and other.programme = edition.programme)
                                        """),
                                content,
                                at)
                        .param("id", id.value())
                        .update();
        if (rows == 0) {
            return new Edited.SlugTaken();
        }
        partners.save(id.value(), content.partners());
        return new Edited.Saved(id.value());
    }

    private static JdbcClient.StatementSpec fill(
            JdbcClient.StatementSpec statement, EditionContent content, Instant at) {
        return statement
                .param("slug", content.slug())
                .param("year", content.year())
                .param("title", Json.write(content.title()))
                .param("summary", Json.write(content.summary()))
                .param("about", Json.write(content.about()))
                .param("source", Json.write(content.source()))
                .param("published", content.published())
                .param("at", Rows.param(at));
    }
}

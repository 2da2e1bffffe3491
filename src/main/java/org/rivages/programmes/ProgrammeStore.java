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

/** Programmes as they lie in the database. */
@Component
class ProgrammeStore {
    private final JdbcClient jdbc;
    private final Partners partners;

    ProgrammeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.partners = new Partners(jdbc, "programme");
    }

    List<Programme> programmes() {
        return programmes(
                jdbc.sql("select * from programmes.programme order by slug"), partners.all());
    }

    Optional<Programme> programme(ProgrammeId id) {
        return programmes(
                        jdbc.sql("select * from programmes.programme where id = :id")
                                .param("id", id.value()),
                        partners.of(id.value()))
                .stream()
                .findFirst();
    }

    Optional<ProgrammeId> programmeBySlug(String slug) {
        return jdbc.sql("select id from programmes.programme where slug = :slug")
                .param("slug", slug)
                .query((row, n) -> new ProgrammeId(Rows.uuid(row, "id")))
                .optional();
    }

    private static List<Programme> programmes(
            JdbcClient.StatementSpec query, Map<UUID, List<Partner>> partners) {
        return query.query((row, n) -> programme(row, partners)).list();
    }

    private static Programme programme(ResultSet row, Map<UUID, List<Partner>> partners)
            throws SQLException {
        UUID id = Rows.uuid(row, "id");
        return new Programme(
                new ProgrammeId(id),
                row.getString("slug"),
                Rows.text(row, "name"),
                Rows.text(row, "summary"),
                Rows.text(row, "rationale"),
                Rows.text(row, "objectives"),
                Rows.text(row, "audience"),
                Rows.text(row, "source"),
                strings(row, "languages"),
                strings(row, "themes"),
                partners.getOrDefault(id, List.of()),
                row.getBoolean("published"),
                row.getInt("version"),
                Rows.instant(row, "changed_at"));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    Edited insert(ProgrammeContent content, Instant at) {
        UUID id = UUID.randomUUID();
        int rows =
                fill(
                                jdbc.sql(
                                        """
                                        insert into programmes.programme
                                          (id, slug, name, summary, rationale, objectives, audience, source,
                                           languages, themes, published, version, changed_at)
                                        values (:id, :slug, :name::jsonb, :summary::jsonb, :rationale::jsonb,
                                          :objectives::jsonb, :audience::jsonb, :source::jsonb,
                                          :languages, :themes, :published, 1, :at)
                                        on conflict (slug) do nothing
                                        """),
                                content,
                                at)
                        .param("id", id)
                        .update();
        if (rows == 0) {
            return new Edited.SlugTaken();
        }
        partners.save(id, content.partners());
        return new Edited.Saved(id);
    }

    Edited update(ProgrammeId id, int version, ProgrammeContent content, Instant at) {
        Optional<Integer> now = partners.lockedVersion(id.value());
        if (now.isEmpty() || now.get() != version) {
            return new Edited.Stale(now.orElse(0));
        }
        int rows =
                fill(
                                jdbc.sql(
                                        """
                                        update programmes.programme
                                        set slug = :slug, name = :name::jsonb, summary = :summary::jsonb,
                                            rationale = :rationale::jsonb, objectives = :objectives::jsonb,
                                            audience = :audience::jsonb, source = :source::jsonb,
                                            languages = :languages, themes = :themes, published = :published,
                                            version = version + 1, changed_at = :at
                                        where id = :id
                                          and not exists (select from programmes.programme other
                                                          where other.slug = :slug and other.id <> :id)
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
            JdbcClient.StatementSpec statement, ProgrammeContent content, Instant at) {
        return statement
                .param("slug", content.slug())
                .param("name", Json.write(content.name()))
                .param("summary", Json.write(content.summary()))
                .param("rationale", Json.write(content.rationale()))
                .param("objectives", Json.write(content.objectives()))
                .param("audience", Json.write(content.audience()))
                .param("source", Json.write(content.source()))
                .param("languages", content.languages().toArray(String[]::new))
                .param("themes", content.themes().toArray(String[]::new))
                .param("published", content.published())
                .param("at", Rows.param(at));
    }
}

package org.rivages.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads organisations as others know them. */
@Component
class SummaryStore {
    private static final String SELECT =
            """
            select id, slug, name, native_name, coalesce(acronyms[1], '') as acronym, kind, country,
                   place, latitude, longitude
            from directory.organisation
            """;

    private final JdbcClient jdbc;

    SummaryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<OrganisationId, OrganisationSummary> byIds(Collection<OrganisationId> ids) {
        Map<OrganisationId, OrganisationSummary> found = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(SELECT + "where id = any(:ids)")
                    .param("ids", ids.stream().map(OrganisationId::value).toArray(UUID[]::new))
                    .query(SummaryStore::summary)
                    .list()
                    .forEach(one -> found.put(one.id(), one));
        }
        return found;
    }

    Map<UUID, OrganisationSummary> byUuids(Collection<UUID> ids) {
        Map<UUID, OrganisationSummary> found = new LinkedHashMap<>();
        byIds(ids.stream().map(OrganisationId::new).toList())
                .forEach((id, one) -> found.put(id.value(), one));
        return found;
    }

    Optional<OrganisationSummary> bySlug(String slug) {
        return jdbc.sql(SELECT + "where slug = :slug and archived_at is null")
                .param("slug", slug)
                .query(SummaryStore::summary)
                .optional();
    }

    boolean exists(OrganisationId id) {
        return jdbc.sql(
                        "select exists (select from directory.organisation where id = :id and archived_at is null)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    List<OrganisationSummary> all() {
        return jdbc.sql(
                        SELECT
                                + "where archived_at is null order by coalesce(name ->> 'en', name ->> 'fr', name ->> 'ar'), slug")
                .query(SummaryStore::summary)
                .list();
    }

    List<OrganisationSummary> networks() {
        return jdbc.sql(
                        SELECT
                                + """
                                where archived_at is null
                                  and (kind = 'network'
                                       or exists (select from directory.membership m
                                                  where m.network = organisation.id))
                                order by coalesce(name ->> 'en', name ->> 'fr', name ->> 'ar'), slug
                                """)
                .query(SummaryStore::summary)
                .list();
    }

    /** Words that begin a name come first, then the shorter names. */
    List<OrganisationSummary> suggest(String plain, int limit) {
        return jdbc.sql(
                        SELECT
                                + """
                                where archived_at is null and position(:plain in spoken) > 0
                                order by position(chr(10) || :plain in spoken) = 0, length(name ->> 'en'), slug
                                limit :limit
                                """)
                .param("plain", plain)
                .param("limit", limit)
                .query(SummaryStore::summary)
                .list();
    }

    static OrganisationSummary summary(ResultSet row, int n) throws SQLException {
        return new OrganisationSummary(
                new OrganisationId(Rows.uuid(row, "id")),
                row.getString("slug"),
                Rows.text(row, "name"),
                row.getString("native_name"),
                row.getString("acronym"),
                Coded.require(OrganisationKind.class, row.getString("kind")),
                row.getString("country"),
                Rows.text(row, "place"),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class));
    }
}

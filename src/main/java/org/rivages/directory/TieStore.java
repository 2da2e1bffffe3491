package org.rivages.directory;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How other organisations stand to this one: its members, who holds its offices, who names it. */
@Component
class TieStore {
    /** One end of a tie, and the tie. */
    record Held<T>(OrganisationId holder, T tie) {}

    private final JdbcClient jdbc;

    TieStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Held<Membership>> members(OrganisationId network) {
        return held("membership", "network", network, PartStore::membership);
    }

    List<Held<Mandate>> offices(OrganisationId network) {
        return held("mandate", "network", network, PartStore::mandate);
    }

    List<Held<Relation>> namedBy(OrganisationId other) {
        return held("relation", "other", other, PartStore::relation);
    }

    private <T> List<Held<T>> held(
            String table,
            String column,
            OrganisationId id,
            org.springframework.jdbc.core.RowMapper<T> mapper) {
        return jdbc.sql(
                        """
                        select t.*, o.id as holder
                        from directory.%s t join directory.organisation o on o.id = t.organisation
                        where t.%s = :id and o.archived_at is null
                        order by coalesce(o.name ->> 'en', o.name ->> 'fr', o.name ->> 'ar'), o.slug, t.position
                        """
                                .formatted(table, column))
                .param("id", id.value())
                .query((row, n) ->
                        new Held<>(
                                new OrganisationId(row.getObject("holder", java.util.UUID.class)),
                                mapper.mapRow(row, n)))
                .list();
    }
}

package org.rivages.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The directory as its secretariat sees it: what is old, doubtful or unchecked. */
@Component
public class DeskStore {
    /** What to show only; the words stand in addresses. */
    public enum Only implements Coded {
        STALE,
        LINKS,
        CLAIMS,
        DISPUTED,
        ARCHIVED
    }

    /**
     * @param known when it was last known to be right
     * @param links links that nobody has opened, or not for a year, or that are broken
     * @param claims claims that nobody has read again for a year
     */
    public record Row(
            OrganisationSummary organisation,
            int version,
            LocalDate known,
            boolean stale,
            int links,
            int claims,
            int disputed,
            boolean archived,
            Instant changedAt) {}

    public record Counts(int stale, int links, int claims, int disputed, int archived, int all) {}

    /**
     * The last day of {@code checked} in SQL: its year and month are enough for the rule of one
     * year, since a date is as old as the last day that it can mean.
     */
    private static final String VIEW =
            """
            with work as (
                select o.*,
                       coalesce(o.confirmed_on, (o.created_at at time zone 'UTC')::date) as known,
                       (select count(*) from jsonb_array_elements(o.links) l
                        where l ->> 'state' <> 'checked' or l ->> 'checkedOn' is null
                           or (l ->> 'checkedOn')::date <= :limit) as open_links,
                       (select count(*) from directory.claim c
                        where c.organisation = o.id
                          and (c.checked is null or left(split_part(c.checked || '/' || c.checked, '/', 2), 10)
                               <= left(to_char(cast(:limit as date), 'YYYY-MM-DD'),
                                       length(split_part(c.checked || '/' || c.checked, '/', 2))))) as old_claims,
                       (select count(*) from directory.claim c
                        where c.organisation = o.id and c.disputed) as disputed_claims
                from directory.organisation o)
            """;

    private final JdbcClient jdbc;

    DeskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The stale first, the longest unconfirmed at the top, then by name. */
    List<Row> rows(
            String plain, @Nullable OrganisationKind kind, @Nullable Only only, Instant now) {
        return jdbc.sql(
                        VIEW
                                + """
                                select *, coalesce(acronyms[1], '') as acronym, known <= :limit as stale
                                from work
                                where (archived_at is not null) = (cast(:only as text) is not distinct from 'archived')
                                  and (:plain = '' or position(:plain in spoken) > 0)
                                  and (cast(:kind as text) is null or kind = :kind)
                                  and case cast(:only as text)
                                          when 'stale' then known <= :limit
                                          when 'links' then open_links > 0
                                          when 'claims' then old_claims > 0
                                          when 'disputed' then disputed_claims > 0
                                          else true end
                                order by known > :limit, case when known <= :limit then known end,
                                         coalesce(name ->> 'en', name ->> 'fr', name ->> 'ar'), slug
                                """)
                .param("limit", Staleness.limit(now))
                .param("plain", plain)
                .param("kind", kind == null ? null : kind.code())
                .param("only", only == null ? null : only.code())
                .query(DeskStore::row)
                .list();
    }

    Counts counts(Instant now) {
        return jdbc.sql(
                        VIEW
                                + """
                                select count(*) filter (where archived_at is null and known <= :limit) as stale,
                                       coalesce(sum(open_links) filter (where archived_at is null), 0) as links,
                                       coalesce(sum(old_claims) filter (where archived_at is null), 0) as claims,
                                       coalesce(sum(disputed_claims) filter (where archived_at is null), 0) as disputed,
                                       count(*) filter (where archived_at is not null) as archived,
                                       count(*) filter (where archived_at is null) as everything
                                from work
                                """)
                .param("limit", Staleness.limit(now))
                .query((row, n) ->
                        new Counts(
                                row.getInt("stale"),
                                row.getInt("links"),
                                row.getInt("claims"),
                                row.getInt("disputed"),
                                row.getInt("archived"),
                                row.getInt("everything")))
                .single();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                SummaryStore.summary(row, n),
                row.getInt("version"),
                row.getObject("known", LocalDate.class),
                row.getBoolean("stale"),
                row.getInt("open_links"),
                row.getInt("old_claims"),
                row.getInt("disputed_claims"),
                row.getObject("archived_at") != null,
                Rows.instant(row, "changed_at"));
    }
}

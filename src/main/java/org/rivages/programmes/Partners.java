package org.rivages.programmes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rivages.directory.OrganisationId;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The partners of programmes, or those of editions: two tables of one shape. */
final class Partners {
    private final JdbcClient jdbc;

    /** One of our own two words, never text from outside. */
    private final String table;

    Partners(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    Map<UUID, List<Partner>> all() {
        return read(
                jdbc.sql("select * from programmes.%s_partner order by position".formatted(table)));
    }

    Map<UUID, List<Partner>> of(UUID id) {
        return read(
                jdbc.sql(
                                "select * from programmes.%1$s_partner where %1$s = :id order by position"
                                        .formatted(table))
                        .param("id", id));
    }

    private Map<UUID, List<Partner>> read(JdbcClient.StatementSpec query) {
        Map<UUID, List<Partner>> partners = new HashMap<>();
        query.query(row -> {
            partners.computeIfAbsent(Rows.uuid(row, table), id -> new ArrayList<>())
                    .add(
                            new Partner(
                                    new OrganisationId(Rows.uuid(row, "organisation")),
                                    PartnerRole.valueOf(row.getString("role"))));
        });
        return partners;
    }

    void save(UUID id, List<Partner> partners) {
        jdbc.sql("delete from programmes.%1$s_partner where %1$s = :id".formatted(table))
                .param("id", id)
                .update();
        int position = 0;
        for (Partner partner : partners) {
            jdbc.sql(
                            "insert into programmes.%s_partner values (:id, :organisation, :role, :position) on conflict do nothing"
                                    .formatted(table))
                    .param("id", id)
                    .param("organisation", partner.organisation().value())
                    .param("role", partner.role().name())
                    .param("position", position++)
                    .update();
        }
    }

    /**
     * The version of the programme or edition, which nobody else can save until this transaction
     * ends.
     */
    Optional<Integer> lockedVersion(UUID id) {
        return jdbc.sql(
                        "select version from programmes.%s where id = :id for update"
                                .formatted(table))
                .param("id", id)
                .query(Integer.class)
                .optional();
    }
}

package org.rivages.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.rivages.shared.Json;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Memberships, mandates, relations and claims of one organisation, in the order of the desk. */
@Component
class PartStore {
    private final JdbcClient jdbc;

    PartStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Membership> memberships(OrganisationId of) {
        return list("membership", of, PartStore::membership);
    }

    List<Mandate> mandates(OrganisationId of) {
        return list("mandate", of, PartStore::mandate);
    }

    List<Relation> relations(OrganisationId of) {
        return list("relation", of, PartStore::relation);
    }

    List<Claim> claims(OrganisationId of) {
        return list("claim", of, PartStore::claim);
    }

    private <T> List<T> list(
            String table, OrganisationId of, org.springframework.jdbc.core.RowMapper<T> mapper) {
        return jdbc.sql(
                        "select * from directory."
                                + table
                                + " where organisation = :id order by position")
                .param("id", of.value())
                .query(mapper)
                .list();
    }

    /** Replaces all parts by those of this record. */
    void write(Organisation one) {
        for (String table : List.of("membership", "mandate", "relation", "claim")) {
            jdbc.sql("delete from directory." + table + " where organisation = :id")
                    .param("id", one.id().value())
                    .update();
        }
        for (int i = 0; i < one.memberships().size(); i++) {
            insert(one.id(), one.memberships().get(i), i);
        }
        for (int i = 0; i < one.mandates().size(); i++) {
            insert(one.id(), one.mandates().get(i), i);
        }
        for (int i = 0; i < one.relations().size(); i++) {
            insert(one.id(), one.relations().get(i), i);
        }
        for (int i = 0; i < one.claims().size(); i++) {
            insert(one.id(), one.claims().get(i), i);
        }
    }

    private void insert(OrganisationId of, Membership one, int position) {
        jdbc.sql(
                        """
                        insert into directory.membership
                            (id, organisation, network, class, state, since, until, decision, position)
                        values (:id, :of, :network, :class, :state, :since, :until, :decision, :position)
                        """)
                .param("id", one.id())
                .param("of", of.value())
                .param("network", one.network().value())
                .param("class", one.memberClass().code())
                .param("state", one.state().code())
                .param("since", OrganisationStore.edtf(one.since()))
                .param("until", OrganisationStore.edtf(one.until()))
                .param("decision", one.decision())
                .param("position", position)
                .update();
    }

    private void insert(OrganisationId of, Mandate one, int position) {
        jdbc.sql(
                        """
                        insert into directory.mandate
                            (id, organisation, network, office, since, until, source, position)
                        values (:id, :of, :network, :office, :since, :until, :source, :position)
                        """)
                .param("id", one.id())
                .param("of", of.value())
                .param("network", one.network().value())
                .param("office", one.office().code())
                .param("since", OrganisationStore.edtf(one.since()))
                .param("until", OrganisationStore.edtf(one.until()))
                .param("source", one.source())
                .param("position", position)
                .update();
    }

    private void insert(OrganisationId of, Relation one, int position) {
        jdbc.sql(
                        """
                        insert into directory.relation
                            (id, organisation, kind, other, since, until, position)
                        values (:id, :of, :kind, :other, :since, :until, :position)
                        """)
                .param("id", one.id())
                .param("of", of.value())
                .param("kind", one.kind().code())
                .param("other", one.other().value())
                .param("since", OrganisationStore.edtf(one.since()))
                .param("until", OrganisationStore.edtf(one.until()))
                .param("position", position)
                .update();
    }

    private void insert(OrganisationId of, Claim one, int position) {
        jdbc.sql(
                        """
                        insert into directory.claim
                            (id, organisation, value, text, as_of, source, source_url, checked,
                             disputed, dispute, position)
                        values (:id, :of, :value, :text::jsonb, :asOf, :source, :sourceUrl, :checked,
                                :disputed, :dispute::jsonb, :position)
                        """)
                .param("id", one.id())
                .param("of", of.value())
                .param("value", one.value())
                .param("text", Json.write(one.text()))
                .param("asOf", OrganisationStore.edtf(one.asOf()))
                .param("source", one.source())
                .param("sourceUrl", one.sourceUrl())
                .param("checked", OrganisationStore.edtf(one.checked()))
                .param("disputed", one.disputed())
                .param("dispute", Json.write(one.dispute()))
                .param("position", position)
                .update();
    }

    static Membership membership(ResultSet row, int n) throws SQLException {
        return new Membership(
                Rows.uuid(row, "id"),
                new OrganisationId(Rows.uuid(row, "network")),
                Coded.require(MembershipClass.class, row.getString("class")),
                Coded.require(MembershipState.class, row.getString("state")),
                Rows.dateOrNull(row, "since"),
                Rows.dateOrNull(row, "until"),
                row.getString("decision"));
    }

    static Mandate mandate(ResultSet row, int n) throws SQLException {
        return new Mandate(
                Rows.uuid(row, "id"),
                new OrganisationId(Rows.uuid(row, "network")),
                Coded.require(Office.class, row.getString("office")),
                Rows.dateOrNull(row, "since"),
                Rows.dateOrNull(row, "until"),
                row.getString("source"));
    }

    static Relation relation(ResultSet row, int n) throws SQLException {
        return new Relation(
                Rows.uuid(row, "id"),
                Coded.require(RelationKind.class, row.getString("kind")),
                new OrganisationId(Rows.uuid(row, "other")),
                Rows.dateOrNull(row, "since"),
                Rows.dateOrNull(row, "until"));
    }

    private static Claim claim(ResultSet row, int n) throws SQLException {
        return new Claim(
                Rows.uuid(row, "id"),
                row.getString("value"),
                Rows.text(row, "text"),
                Rows.dateOrNull(row, "as_of"),
                row.getString("source"),
                row.getString("source_url"),
                Rows.dateOrNull(row, "checked"),
                Rows.text(row, "dispute"));
    }
}

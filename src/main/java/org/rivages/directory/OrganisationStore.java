package org.rivages.directory;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Json;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The record of an organisation with all its parts. */
@Component
class OrganisationStore {
    private final JdbcClient jdbc;
    private final PartStore parts;

    OrganisationStore(JdbcClient jdbc, PartStore parts) {
        this.jdbc = jdbc;
        this.parts = parts;
    }

    Optional<StoredOrganisation> byId(OrganisationId id) {
        return read("where id = :id", id.value());
    }

    /** For an edit: nobody else can change it until the transaction ends. */
    Optional<StoredOrganisation> locked(OrganisationId id) {
        return read("where id = :id for update", id.value());
    }

    Optional<StoredOrganisation> bySlug(String slug) {
        return read("where slug = :id", slug);
    }

    private Optional<StoredOrganisation> read(String where, Object id) {
        return jdbc.sql("select * from directory.organisation " + where)
                .param("id", id)
                .query(this::stored)
                .optional();
    }

    List<StoredOrganisation> all() {
        return jdbc.sql("select * from directory.organisation order by slug")
                .query(this::stored)
                .list();
    }

    /** The present slug of what once stood here. */
    Optional<String> movedTo(String formerSlug) {
        return jdbc.sql(
                        """
                        select o.slug from directory.former_slug f
                        join directory.organisation o on o.id = f.organisation
                        where f.slug = :slug and o.archived_at is null
                        """)
                .param("slug", formerSlug)
                .query(String.class)
                .optional();
    }

    /** Whether another organisation has or had this slug. */
    boolean slugTaken(String slug, OrganisationId by) {
        return jdbc.sql(
                        """
                        select exists (select from directory.organisation where slug = :slug and id <> :id)
                            or exists (select from directory.former_slug
                                       where slug = :slug and organisation <> :id)
                        """)
                .param("slug", slug)
                .param("id", by.value())
                .query(Boolean.class)
                .single();
    }

    void insert(Organisation organisation, Instant at) {
        columns(
                        jdbc.sql(
                                """
                                insert into directory.organisation
                                    (id, slug, kind, name, native_name, native_language, acronyms,
                                     former_names, description, founded, founded_by, legal_form, place,
                                     country, latitude, longitude, precision, inhabitants, links,
                                     themes, sdgs, identifiers, spoken, confirmed_on, version, created_at, changed_at)
                                values
                                    (:id, :slug, :kind, :name::jsonb, :nativeName, :nativeLanguage,
                                     :acronyms, :formerNames, :description::jsonb, :founded,
                                     :foundedBy::jsonb, :legalForm::jsonb, :place::jsonb, :country,
                                     :latitude, :longitude, :precision, :inhabitants, :links::jsonb,
                                     :themes, :sdgs, :identifiers::jsonb, :spoken, :confirmedOn, 1, :at, :at)
                                """),
                        organisation)
                .param("at", Rows.param(at))
                .update();
        parts.write(organisation);
    }

    void update(Organisation organisation, String formerSlug, int version, Instant at) {
        if (!formerSlug.equals(organisation.slug())) {
            rename(organisation.id(), formerSlug, organisation.slug());
        }
        columns(
                        jdbc.sql(
                                """
                                update directory.organisation set
                                    slug = :slug, kind = :kind, name = :name::jsonb,
                                    native_name = :nativeName, native_language = :nativeLanguage,
                                    acronyms = :acronyms, former_names = :formerNames,
                                    description = :description::jsonb, founded = :founded,
                                    founded_by = :foundedBy::jsonb, legal_form = :legalForm::jsonb,
                                    place = :place::jsonb, country = :country, latitude = :latitude,
                                    longitude = :longitude, precision = :precision,
                                    inhabitants = :inhabitants,
                                    links = :links::jsonb, themes = :themes, sdgs = :sdgs,
                                    identifiers = :identifiers::jsonb, spoken = :spoken,
                                    confirmed_on = :confirmedOn, version = :version, changed_at = :at
                                where id = :id
                                """),
                        organisation)
                .param("version", version)
                .param("at", Rows.param(at))
                .update();
        parts.write(organisation);
    }

    private void rename(OrganisationId id, String from, String to) {
        jdbc.sql("delete from directory.former_slug where slug = :to").param("to", to).update();
        jdbc.sql(
                        "insert into directory.former_slug (slug, organisation) values (:from, :id) on conflict do nothing")
                .param("from", from)
                .param("id", id.value())
                .update();
    }

    private static JdbcClient.StatementSpec columns(
            JdbcClient.StatementSpec sql, Organisation one) {
        Seat seat = one.seat();
        return sql.param("id", one.id().value())
                .param("slug", one.slug())
                .param("kind", one.kind().code())
                .param("name", Json.write(one.names().name()))
                .param("nativeName", one.names().nativeName())
                .param("nativeLanguage", one.names().nativeLanguage())
                .param("acronyms", one.names().acronyms().toArray(String[]::new))
                .param("formerNames", one.names().former().toArray(String[]::new))
                .param("description", Json.write(one.description()))
                .param("founded", edtf(one.founded()))
                .param("foundedBy", Json.write(one.foundedBy()))
                .param("legalForm", Json.write(one.legalForm()))
                .param("place", Json.write(seat.place()))
                .param("country", seat.country())
                .param("latitude", seat.latitude())
                .param("longitude", seat.longitude())
                .param("precision", seat.precision() == null ? null : seat.precision().code())
                .param("inhabitants", seat.inhabitants())
                .param("links", Json.write(one.links()))
                .param("themes", one.themes().toArray(String[]::new))
                .param("sdgs", one.sdgs().toArray(Integer[]::new))
                .param("identifiers", Json.write(one.identifiers()))
                .param("spoken", Spoken.all(one.names().all()))
                .param("confirmedOn", one.confirmedOn());
    }

    void archive(OrganisationId id, @Nullable Instant at, String reason, int version) {
        jdbc.sql(
                        """
                        update directory.organisation
                        set archived_at = :at, archive_reason = :reason, version = :version,
                            changed_at = clock_timestamp()
                        where id = :id
                        """)
                .param("at", Rows.param(at))
                .param("reason", reason)
                .param("version", version)
                .param("id", id.value())
                .update();
    }

    private StoredOrganisation stored(ResultSet row, int n) throws SQLException {
        return new StoredOrganisation(
                organisation(row),
                row.getInt("version"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "changed_at"),
                Rows.instantOrNull(row, "archived_at"),
                row.getString("archive_reason"));
    }

    private Organisation organisation(ResultSet row) throws SQLException {
        OrganisationId id = new OrganisationId(Rows.uuid(row, "id"));
        return new Organisation(
                id,
                row.getString("slug"),
                Coded.require(OrganisationKind.class, row.getString("kind")),
                new Organisation.Names(
                        Rows.text(row, "name"),
                        row.getString("native_name"),
                        row.getString("native_language"),
                        strings(row.getArray("acronyms")),
                        strings(row.getArray("former_names"))),
                Rows.text(row, "description"),
                Rows.dateOrNull(row, "founded"),
                Rows.text(row, "founded_by"),
                Rows.text(row, "legal_form"),
                seat(row),
                Json.read(row.getString("links"), new TypeReference<List<Link>>() {}),
                strings(row.getArray("themes")),
                List.of((Integer[]) row.getArray("sdgs").getArray()),
                Json.read(row.getString("identifiers"), new TypeReference<List<Identifier>>() {}),
                parts.memberships(id),
                parts.mandates(id),
                parts.relations(id),
                parts.claims(id),
                day(row, "confirmed_on"));
    }

    private static Seat seat(ResultSet row) throws SQLException {
        String precision = row.getString("precision");
        return new Seat(
                Rows.text(row, "place"),
                row.getString("country"),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class),
                precision == null ? null : Coded.require(Precision.class, precision),
                row.getObject("inhabitants", Integer.class));
    }

    private static List<String> strings(Array array) throws SQLException {
        return new ArrayList<>(Arrays.asList((String[]) array.getArray()));
    }

    static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }

    static @Nullable String edtf(@Nullable FuzzyDate date) {
        return date == null ? null : date.edtf();
    }

    /** Those whose documents name this organisation: its members and office holders. */
    List<UUID> participants(OrganisationId network) {
        return jdbc.sql(
                        """
                        select organisation from directory.membership where network = :id
                        union select organisation from directory.mandate where network = :id
                        """)
                .param("id", network.value())
                .query((row, n) -> Rows.uuid(row, "organisation"))
                .list();
    }
}

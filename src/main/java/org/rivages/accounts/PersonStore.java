package org.rivages.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Role;
import org.rivages.access.Viewer;
import org.rivages.shared.Language;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PersonStore {
    private final JdbcClient jdbc;

    PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Person person(ResultSet row, int n) throws SQLException {
        return new Person(
                Rows.uuid(row, "id"),
                row.getString("email"),
                row.getString("name"),
                Language.require(row.getString("language")));
    }

    Optional<Person> byId(UUID id) {
        return jdbc.sql("select * from accounts.person where id = :id")
                .param("id", id)
                .query(PersonStore::person)
                .optional();
    }

    Optional<Person> byEmail(String email) {
        return jdbc.sql("select * from accounts.person where email = :email")
                .param("email", email)
                .query(PersonStore::person)
                .optional();
    }

    Map<UUID, Person> byIds(List<UUID> ids) {
        Map<UUID, Person> people = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select * from accounts.person where id = any(:ids) order by name, id")
                    .param("ids", ids.toArray(UUID[]::new))
                    .query(PersonStore::person)
                    .list()
                    .forEach(person -> people.put(person.id(), person));
        }
        return people;
    }

    List<Person> holding(Role role, @Nullable UUID programme) {
        return jdbc.sql(
                        """
                        select distinct p.* from accounts.person p
                        join accounts.role_grant g on g.person = p.id
                        where g.role = :role
                          and (g.programme is null or g.programme = cast(:programme as uuid))
                        order by p.name, p.id
                        """)
                .param("role", role.name())
                .param("programme", programme)
                .query(PersonStore::person)
                .list();
    }

    /** Everybody with at least one role, with their grants. */
    Map<Person, List<Viewer.Grant>> staff() {
        Map<Person, List<Viewer.Grant>> staff = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select p.*, g.role, g.programme from accounts.person p
                        join accounts.role_grant g on g.person = p.id
                        order by p.name, p.id, g.role
                        """)
                .query((row, n) -> {
                    staff.computeIfAbsent(person(row, n), p -> new java.util.ArrayList<>())
                            .add(grant(row));
                    return n;
                })
                .list();
        return staff;
    }

    List<Viewer.Grant> grants(UUID person) {
        return jdbc.sql("select role, programme from accounts.role_grant where person = :person")
                .param("person", person)
                .query((row, n) -> grant(row))
                .list();
    }

    private static Viewer.Grant grant(ResultSet row) throws SQLException {
        return new Viewer.Grant(
                Role.valueOf(row.getString("role")), Rows.uuidOrNull(row, "programme"));
    }

    void insert(Person person) {
        jdbc.sql(
                        """
                        insert into accounts.person (id, email, name, language)
                        values (:id, :email, :name, :language)
                        on conflict (email) do nothing
                        """)
                .param("id", person.id())
                .param("email", person.email())
                .param("name", person.name())
                .param("language", person.language().code())
                .update();
    }

    void update(UUID person, String name, Language language) {
        jdbc.sql("update accounts.person set name = :name, language = :language where id = :id")
                .param("id", person)
                .param("name", name)
                .param("language", language.code())
                .update();
    }

    boolean grant(UUID person, Role role, @Nullable UUID programme, @Nullable UUID by) {
        return jdbc.sql(
                                """
                                insert into accounts.role_grant (id, person, role, programme, granted_by)
                                values (:id, :person, :role, :programme, :by)
                                on conflict do nothing
                                """)
                        .param("id", UUID.randomUUID())
                        .param("person", person)
                        .param("role", role.name())
                        .param("programme", programme)
                        .param("by", by)
                        .update()
                > 0;
    }

    boolean revoke(UUID person, Role role, @Nullable UUID programme) {
        return jdbc.sql(
                                """
                                delete from accounts.role_grant
                                where person = :person and role = :role
                                  and programme is not distinct from cast(:programme as uuid)
                                """)
                        .param("person", person)
                        .param("role", role.name())
                        .param("programme", programme)
                        .update()
                > 0;
    }

    void setPassword(UUID person, String hash) {
        jdbc.sql("update accounts.person set password_hash = :hash where id = :id")
                .param("id", person)
                .param("hash", hash)
                .update();
    }

    @Nullable String passwordHash(UUID person) {
        return jdbc.sql("select password_hash from accounts.person where id = :id")
                .param("id", person)
                .query((row, n) -> Optional.ofNullable(row.getString("password_hash")))
                .optional()
                .flatMap(hash -> hash)
                .orElse(null);
    }

    /** True the first time only. */
    boolean claim() {
        return jdbc.sql("insert into accounts.claim default values on conflict do nothing").update()
                > 0;
    }

    boolean claimed() {
        return jdbc.sql("select exists (select 1 from accounts.claim)")
                .query(Boolean.class)
                .single();
    }
}

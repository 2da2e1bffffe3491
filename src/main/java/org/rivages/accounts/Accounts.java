package org.rivages.accounts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Role;
import org.rivages.access.Viewer;
import org.rivages.audit.AuditTrail;
import org.rivages.shared.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door: who people are, and which roles they hold. */
@Component
public class Accounts {
    private final PersonStore people;
    private final AuditTrail audit;

    Accounts(PersonStore people, AuditTrail audit) {
        this.people = people;
        this.audit = audit;
    }

    public Optional<Person> person(UUID id) {
        return people.byId(id);
    }

    public Optional<Person> person(String email) {
        return people.byEmail(email.strip().toLowerCase(java.util.Locale.ROOT));
    }

    public Map<UUID, Person> people(List<UUID> ids) {
        return people.byIds(ids);
    }

    /**
     * The person with the roles that they hold now, for what is read on their behalf while they are
     * away.
     */
    public Optional<Viewer> viewer(UUID person) {
        return people.byId(person)
                .map(p ->
                        new Viewer(
                                p.id(),
                                p.name().isEmpty() ? p.email() : p.name(),
                                p.email(),
                                people.grants(person)));
    }

    /** Everybody who holds this role for the programme, or for all programmes. */
    public List<Person> holding(Role role, @Nullable UUID programme) {
        return people.holding(role, programme);
    }

    /** The person with this address, made known now if they were not. */
    @Transactional
    public Person welcome(String email, String name, Language language) {
        return person(email)
                .orElseGet(() -> {
                    Person person =
                            new Person(
                                    UUID.randomUUID(),
                                    email.strip().toLowerCase(java.util.Locale.ROOT),
                                    name,
                                    language);
                    people.insert(person);
                    audit.record(null, "accounts.person-welcomed", person.id(), Map.of());
                    // a second request may have been faster: the address is unique
                    return person(email).orElseThrow();
                });
    }

    @Transactional
    public void rename(UUID person, String name, Language language) {
        people.update(person, name, language);
        audit.record(person, "accounts.person-changed", person, Map.of());
    }

    /**
     * @param by who grants, or null when the program itself does
     */
    @Transactional
    public void grant(UUID person, Role role, @Nullable UUID programme, @Nullable UUID by) {
        if (people.grant(person, role, programme, by)) {
            audit.record(
                    by,
                    "accounts.role-granted",
                    person,
                    Map.of(
                            "role",
                            role.name(),
                            "programme",
                            programme == null ? "all" : programme));
        }
    }

    @Transactional
    public void revoke(UUID person, Role role, @Nullable UUID programme, UUID by) {
        if (people.revoke(person, role, programme)) {
            audit.record(
                    by,
                    "accounts.role-revoked",
                    person,
                    Map.of(
                            "role",
                            role.name(),
                            "programme",
                            programme == null ? "all" : programme));
        }
    }

    /**
     * Sets a password; at least {@value Passwords#LEAST} characters, checked by the caller's form.
     */
    @Transactional
    public void setPassword(UUID person, String password) {
        people.setPassword(person, Passwords.hash(password));
        audit.record(person, "accounts.password-set", person, Map.of());
    }

    /**
     * Marks the house as taken, so that the first-run page is gone. False when it was taken before.
     */
    @Transactional
    public boolean claimed() {
        return people.claim();
    }
}

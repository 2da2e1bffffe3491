package org.rivages.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Role;
import org.rivages.audit.AuditTrail;
import org.rivages.shared.Language;
import org.rivages.site.Links;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An empty house belongs to whoever reads its console: at the start it prints a code there, and the
 * first-run page asks for it. Once claimed, the page is gone for ever.
 */
@Component
class FirstRun {
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 12;

    private final PersonStore people;
    private final Accounts accounts;
    private final SignInStore signIns;
    private final AuditTrail audit;
    private final Links links;
    private final TransactionTemplate transaction;
    private final boolean demo;
    private @Nullable String code;

    FirstRun(
            PersonStore people,
            Accounts accounts,
            SignInStore signIns,
            AuditTrail audit,
            Links links,
            TransactionTemplate transaction,
            @Value("${rivages.demo:false}") boolean demo) {
        this.people = people;
        this.accounts = accounts;
        this.signIns = signIns;
        this.audit = audit;
        this.links = links;
        this.transaction = transaction;
        this.demo = demo;
    }

    @EventListener(ApplicationReadyEvent.class)
    void printCode() {
        if (demo || people.claimed()) {
            return;
        }
        SecureRandom random = new SecureRandom();
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            made.append(i > 0 && i % 4 == 0 ? "-" : "")
                    .append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        code = made.toString();
        System.out.printf(
                "This house is empty. Claim it at %s with the code %s%n",
                links.absolute(Language.EN, "/first-run"), code);
    }

    boolean open() {
        return !people.claimed();
    }

    enum Claim {
        CLAIMED,
        WRONG_CODE,
        TOO_MANY
    }

    Claim claim(String typed, String email, String name, String password, Language language) {
        if (!signIns.attempt("first-run", 30, 15)) {
            return Claim.TOO_MANY;
        }
        return java.util.Objects.requireNonNull(
                transaction.execute(status -> judged(typed, email, name, password, language)));
    }

    private Claim judged(
            String typed, String email, String name, String password, Language language) {
        String expected = Optional.ofNullable(code).orElse("");
        boolean right =
                !expected.isEmpty()
                        && MessageDigest.isEqual(
                                bytes(typed.strip().toUpperCase(java.util.Locale.ROOT)),
                                bytes(expected));
        if (!right || !people.claim()) {
            return Claim.WRONG_CODE;
        }
        Person person = accounts.welcome(email, name, language);
        accounts.setPassword(person.id(), password);
        for (Role role :
                new Role[] {Role.ADMINISTRATOR, Role.SECRETARIAT, Role.PROGRAMME_MANAGER}) {
            accounts.grant(person.id(), role, null, person.id());
        }
        audit.record(person.id(), "accounts.house-claimed", person.id(), Map.of());
        return Claim.CLAIMED;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

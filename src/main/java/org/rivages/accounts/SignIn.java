package org.rivages.accounts;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rivages.audit.AuditTrail;
import org.rivages.mail.Letter;
import org.rivages.mail.Outbox;
import org.rivages.shared.Language;
import org.rivages.site.Texts;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The rules of signing in: limits, one answer for known and unknown addresses, links used once. */
@Component
class SignIn {
    private static final int LINKS_PER_ADDRESS = 5;
    private static final int LINKS_PER_HOST = 60;
    private static final int PASSWORDS_PER_ADDRESS = 10;
    private static final int PASSWORDS_PER_HOST = 100;
    private static final int MINUTES = 15;

    enum Sending {
        SENT,
        TOO_MANY
    }

    sealed interface ByPassword {}

    record Known(Person person) implements ByPassword {}

    record Unknown() implements ByPassword {}

    record TooMany() implements ByPassword {}

    /**
     * @param continueAt without the language
     */
    record Proven(Person person, String continueAt) {}

    private final SignInStore signIns;
    private final PersonStore people;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Texts texts;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    SignIn(
            SignInStore signIns,
            PersonStore people,
            Accounts accounts,
            Outbox outbox,
            Texts texts,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.signIns = signIns;
        this.people = people;
        this.accounts = accounts;
        this.outbox = outbox;
        this.texts = texts;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** The same answer whether the address is known or not: a stranger learns nothing. */
    Sending sendLink(String email, Language language, String continueAt, String host) {
        if (!signIns.attempt("link:" + email, LINKS_PER_ADDRESS, MINUTES)
                || !signIns.attempt("link-host:" + host, LINKS_PER_HOST, MINUTES)) {
            return Sending.TOO_MANY;
        }
        transaction.executeWithoutResult(status -> put(email, language, continueAt));
        return Sending.SENT;
    }

    private void put(String email, Language language, String continueAt) {
        Optional<Person> known = people.byEmail(email);
        Language tongue = known.map(Person::language).orElse(language);
        UUID wish = signIns.wish(email, language, continueAt);
        Words words = texts.in(tongue);
        outbox.put(
                new Letter(
                        "mail.kind.sign-in",
                        wish,
                        email,
                        known.map(Person::id).orElse(null),
                        tongue,
                        words.get("accounts.mail.sign-in.subject"),
                        words.get(
                                "accounts.mail.sign-in.body",
                                "link",
                                "{{" + SignInLink.NAME + "}}"),
                        "sign-in:" + wish));
    }

    /** Holds no connection while it computes, which is meant to take long. */
    ByPassword byPassword(String email, String password, String host) {
        if (!signIns.attempt("password:" + email, PASSWORDS_PER_ADDRESS, MINUTES)
                || !signIns.attempt("password-host:" + host, PASSWORDS_PER_HOST, MINUTES)) {
            return new TooMany();
        }
        Optional<Person> person = people.byEmail(email.toLowerCase(Locale.ROOT));
        String hash = person.map(p -> people.passwordHash(p.id())).orElse(null);
        boolean right = password.length() <= Passwords.MOST && Passwords.matches(password, hash);
        if (!right || person.isEmpty()) {
            return new Unknown();
        }
        transaction.executeWithoutResult(status -> {
            signIns.forgive("password:" + email);
            signIns.takeBack("password-host:" + host);
            audit.record(
                    person.get().id(),
                    "accounts.signed-in",
                    person.get().id(),
                    Map.of("by", "password"));
        });
        return new Known(person.get());
    }

    /** Sets a password and tells its owner by mail, who may not be the one that set it. */
    @Transactional
    public void setPassword(Person person, String password) {
        accounts.setPassword(person.id(), password);
        Words words = texts.in(person.language());
        outbox.put(
                new Letter(
                        "mail.kind.password-set",
                        person.id(),
                        person.email(),
                        person.id(),
                        person.language(),
                        words.get("accounts.mail.password-set.subject"),
                        words.get("accounts.mail.password-set.body", "name", person.name()),
                        "password-set:" + UUID.randomUUID()));
    }

    boolean valid(String token) {
        return signIns.valid(Tokens.hash(token));
    }

    /** Uses the link up. Whoever holds it has the mailbox: a new address becomes a person now. */
    @Transactional
    Optional<Proven> byLink(String token) {
        return signIns.consume(Tokens.hash(token))
                .map(wish -> {
                    Person person = accounts.welcome(wish.email(), "", wish.language());
                    audit.record(
                            person.id(), "accounts.signed-in", person.id(), Map.of("by", "link"));
                    return new Proven(person, wish.continueAt());
                });
    }

    /** A path of our own without its language, so that nobody can send people elsewhere. */
    static Optional<String> ownPath(String continueAt) {
        if (!continueAt.matches("/(en|fr|ar)(/[^\\\\\\s]*)?") || continueAt.contains("//")) {
            return Optional.empty();
        }
        return Optional.of(continueAt.length() == 3 ? "/" : continueAt.substring(3));
    }
}

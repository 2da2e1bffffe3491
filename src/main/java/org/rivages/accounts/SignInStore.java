package org.rivages.accounts;

import java.util.Optional;
import java.util.UUID;
import org.rivages.shared.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class SignInStore {
    /**
     * A wish to sign in that a token proves.
     *
     * @param continueAt where the person was going, without the language
     */
    record SignIn(UUID id, String email, Language language, String continueAt) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate alone;

    SignInStore(JdbcClient jdbc, TransactionTemplate alone) {
        this.jdbc = jdbc;
        this.alone = alone;
    }

    UUID wish(String email, Language language, String continueAt) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into accounts.sign_in (id, email, language, continue_at)
                        values (:id, :email, :language, :continueAt)
                        """)
                .param("id", id)
                .param("email", email)
                .param("language", language.code())
                .param("continueAt", continueAt)
                .update();
        return id;
    }

    /**
     * Gives the wish its token, valid from now on; a second letter replaces the first one's token.
     */
    void arm(UUID wish, String tokenHash) {
        jdbc.sql(
                        """
                        update accounts.sign_in
                        set token_hash = :hash, expires_at = clock_timestamp() + interval '30 minutes'
                        where id = :id and used_at is null
                        """)
                .param("id", wish)
                .param("hash", tokenHash)
                .update();
    }

    Optional<Language> languageOf(UUID wish) {
        return jdbc.sql("select language from accounts.sign_in where id = :id")
                .param("id", wish)
                .query(String.class)
                .optional()
                .map(Language::require);
    }

    boolean valid(String tokenHash) {
        return jdbc.sql(
                        """
                        select exists (select 1 from accounts.sign_in
                        where token_hash = :hash and used_at is null and expires_at > clock_timestamp())
                        """)
                .param("hash", tokenHash)
                .query(Boolean.class)
                .single();
    }

    /** Uses the token up; empty when it is unknown, used or too old. */
    Optional<SignIn> consume(String tokenHash) {
        return jdbc.sql(
                        """
                        update accounts.sign_in set used_at = clock_timestamp()
                        where token_hash = :hash and used_at is null and expires_at > clock_timestamp()
                        returning id, email, language, continue_at
                        """)
                .param("hash", tokenHash)
                .query((row, n) ->
                        new SignIn(
                                row.getObject("id", UUID.class),
                                row.getString("email"),
                                Language.require(row.getString("language")),
                                row.getString("continue_at")))
                .optional();
    }

    // ---- limits

    /**
     * Counts an attempt; false when there were already this many within the window. In a
     * transaction of its own, one after the other for each key: many at once get no more than their
     * number. To be called outside of any other.
     */
    boolean attempt(String key, int most, int minutes) {
        return Boolean.TRUE.equals(alone.execute(status -> counted(key, most, minutes)));
    }

    private boolean counted(String key, int most, int minutes) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('accounts.attempt:' || :key, 0))")
                .param("key", key)
                .query()
                .singleRow();
        int before =
                jdbc.sql(
                                """
                                select count(*) from accounts.attempt
                                where key = :key and at > clock_timestamp() - make_interval(mins => :minutes)
                                """)
                        .param("key", key)
                        .param("minutes", minutes)
                        .query(Integer.class)
                        .single();
        if (before >= most) {
            return false;
        }
        jdbc.sql("insert into accounts.attempt (key) values (:key)").param("key", key).update();
        return true;
    }

    void forgive(String key) {
        jdbc.sql("delete from accounts.attempt where key = :key").param("key", key).update();
    }

    /** Takes back the newest attempt: one that was right is no sign of guessing. */
    void takeBack(String key) {
        jdbc.sql(
                        """
                        delete from accounts.attempt where ctid = (
                            select ctid from accounts.attempt where key = :key order by at desc limit 1)
                        """)
                .param("key", key)
                .update();
    }

    /** Forgets what nobody needs any more. */
    void tidy() {
        jdbc.sql("delete from accounts.attempt where at < clock_timestamp() - interval '1 day'")
                .update();
        jdbc.sql(
                        "delete from accounts.sign_in where created_at < clock_timestamp() - interval '2 days'")
                .update();
        jdbc.sql(
                        "delete from accounts.parked_form where created_at < clock_timestamp() - interval '1 day'")
                .update();
    }
}

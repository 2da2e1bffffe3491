package org.rivages.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.rivages.shared.Language;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class LetterStore {
    /** How long a claim holds; longer than all waiting on a mail server together. */
    static final Duration CLAIM = Duration.ofMinutes(5);

    /**
     * What is looked for; "" means any.
     *
     * @param confidential these too
     */
    record Search(String state, String kind, String words, boolean confidential) {}

    private static final String FOUND =
            """
            where (:state = '' or state = :state) and (:kind = '' or kind = :kind)
              and (:words = '' or address ilike :like or subject ilike :like)
              and (:confidential or not confidential)
            """;

    private final JdbcClient jdbc;

    LetterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when a letter with this key stands there already. */
    boolean insert(Letter letter, Instant at) {
        return jdbc.sql(
                                """
                                insert into mail.letter
                                    (kind, about, recipient, address, language, subject, body, key, confidential, stop,
                                     created_at)
                                values (:kind, :about, :recipient, :address, :language, :subject, :body, :key,
                                        :confidential, :stop, :at)
                                on conflict (key) do nothing
                                """)
                        .param("kind", letter.kind())
                        .param("about", letter.about())
                        .param("recipient", letter.recipient())
                        .param("address", letter.to())
                        .param("language", letter.language().code())
                        .param("subject", letter.subject())
                        .param("body", letter.body())
                        .param("key", letter.key())
                        .param("confidential", letter.confidential())
                        .param("stop", letter.stop())
                        .param("at", Rows.param(at))
                        .update()
                == 1;
    }

    // ---- the worker

    /**
     * The next letter that is due, taken for {@link #CLAIM}. Committed before anything is sent: two
     * workers never hold the same letter, and no transaction stays open while a mail server thinks.
     */
    Optional<Waiting> claim() {
        return jdbc.sql(
                        """
                        update mail.letter
                        set attempts = attempts + 1,
                            next_attempt_at = clock_timestamp() + make_interval(secs => :claim)
                        where id = (select id from mail.letter
                                    where state = 'waiting' and next_attempt_at <= clock_timestamp()
                                    order by id limit 1 for update skip locked)
                        returning id, uid, attempts, about, address, language, subject, body, stop
                        """)
                .param("claim", CLAIM.toSeconds())
                .query((row, n) ->
                        new Waiting(
                                row.getLong("id"),
                                Rows.uuid(row, "uid"),
                                row.getInt("attempts"),
                                Rows.uuidOrNull(row, "about"),
                                row.getString("address"),
                                Language.require(row.getString("language")),
                                row.getString("subject"),
                                row.getString("body"),
                                row.getString("stop")))
                .optional();
    }

    void sent(Waiting letter, Instant at) {
        jdbc.sql(
                        """
                        update mail.letter set state = 'sent', sent_at = :at, last_error = null
                        where id = :id and state = 'waiting'
                        """)
                .param("id", letter.id())
                .param("at", Rows.param(at))
                .update();
    }

    void failed(Waiting letter, String reason) {
        jdbc.sql(
                        """
                        update mail.letter set state = 'failed', last_error = :reason
                        where id = :id and state = 'waiting' and attempts = :attempt
                        """)
                .param("id", letter.id())
                .param("attempt", letter.attempt())
                .param("reason", reason)
                .update();
    }

    void later(Waiting letter, Duration pause, String reason) {
        again(letter, letter.attempt(), pause, reason);
    }

    /** Gives the claim back as if it had not been tried. */
    void notTried(Waiting letter, Duration pause, String reason) {
        again(letter, letter.attempt() - 1, pause, reason);
    }

    private void again(Waiting letter, int attempts, Duration pause, String reason) {
        jdbc.sql(
                        """
                        update mail.letter
                        set attempts = :attempts, last_error = :reason,
                            next_attempt_at = clock_timestamp() + make_interval(secs => :pause)
                        where id = :id and state = 'waiting' and attempts = :attempt
                        """)
                .param("id", letter.id())
                .param("attempt", letter.attempt())
                .param("attempts", attempts)
                .param("pause", pause.toSeconds())
                .param("reason", reason)
                .update();
    }

    // ---- the desk

    /** State → how many of those that the desk can read. */
    Map<String, Integer> states() {
        Map<String, Integer> states = new TreeMap<>();
        jdbc.sql(
                        "select state, count(*) as n from mail.letter where not confidential group by state")
                .query((row, n) -> states.put(row.getString("state"), row.getInt("n")))
                .list();
        return states;
    }

    List<String> kinds() {
        return jdbc.sql(
                        "select distinct kind from mail.letter where not confidential order by kind")
                .query((row, n) -> row.getString("kind"))
                .list();
    }

    int count(Search search) {
        return bound("select count(*) from mail.letter " + FOUND, search)
                .query((row, n) -> row.getInt(1))
                .single();
    }

    /**
     * @param now the time on our clock: pauses are counted in the database's own time
     */
    List<LetterView> page(Search search, int offset, int most, Instant now) {
        return bound(
                        "select *, cast(:now as timestamptz) + (next_attempt_at - clock_timestamp()) as due from mail.letter "
                                + FOUND
                                + " order by id desc offset :offset limit :most",
                        search)
                .param("offset", offset)
                .param("most", most)
                .param("now", Rows.param(now))
                .query(LetterStore::view)
                .list();
    }

    Optional<LetterView> letter(UUID uid, Instant now) {
        return jdbc.sql(
                        """
                        select *, cast(:now as timestamptz) + (next_attempt_at - clock_timestamp()) as due
                        from mail.letter where uid = :uid
                        """)
                .param("uid", uid)
                .param("now", Rows.param(now))
                .query(LetterStore::view)
                .optional();
    }

    List<LetterView> about(UUID record, Instant now) {
        return jdbc.sql(
                        """
                        select *, cast(:now as timestamptz) + (next_attempt_at - clock_timestamp()) as due
                        from mail.letter where about = :record order by id desc
                        """)
                .param("record", record)
                .param("now", Rows.param(now))
                .query(LetterStore::view)
                .list();
    }

    /** Kind and state → how many, of the letters whose kind begins so. */
    Map<String, Map<String, Integer>> states(String kinds) {
        Map<String, Map<String, Integer>> states = new TreeMap<>();
        jdbc.sql(
                        """
                        select kind, state, count(*) as n from mail.letter
                        where starts_with(kind, :kinds) group by kind, state
                        """)
                .param("kinds", kinds)
                .query((row, n) ->
                        states.computeIfAbsent(row.getString("kind"), kind -> new TreeMap<>())
                                .put(row.getString("state"), row.getInt("n")))
                .list();
        return states;
    }

    boolean readableAtTheDesk(UUID uid) {
        return jdbc.sql(
                        "select exists (select 1 from mail.letter where uid = :uid and not confidential)")
                .param("uid", uid)
                .query(Boolean.class)
                .single();
    }

    void forget(UUID about) {
        jdbc.sql("delete from mail.letter where about = :about and confidential")
                .param("about", about)
                .update();
    }

    void forget(String kind, Instant before) {
        jdbc.sql(
                        """
                        delete from mail.letter
                        where kind = :kind and confidential and state <> 'waiting' and created_at < :before
                        """)
                .param("kind", kind)
                .param("before", Rows.param(before))
                .update();
    }

    /** A failed letter waits again, with all its attempts before it. */
    boolean retry(UUID uid) {
        return jdbc.sql(
                                """
                                update mail.letter
                                set state = 'waiting', attempts = 0, next_attempt_at = clock_timestamp(),
                                    last_error = null
                                where uid = :uid and state = 'failed'
                                """)
                        .param("uid", uid)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec bound(String sql, Search search) {
        return jdbc.sql(sql)
                .param("state", search.state())
                .param("kind", search.kind())
                .param("words", search.words())
                .param("confidential", search.confidential())
                .param("like", "%" + search.words().replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }

    private static LetterView view(ResultSet row, int n) throws SQLException {
        return new LetterView(
                Rows.uuid(row, "uid"),
                row.getString("kind"),
                row.getString("address"),
                Language.require(row.getString("language")),
                row.getString("subject"),
                row.getString("body"),
                row.getString("state"),
                row.getInt("attempts"),
                row.getString("last_error"),
                Rows.instant(row, "created_at"),
                Rows.instantOrNull(row, "sent_at"),
                Rows.instant(row, "due"));
    }
}

package org.rivages.follow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The topics of the hub, and the outbox of what it must be told. */
@Component
class TopicStore {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    TopicStore(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * A topic of which the hub must be told.
     *
     * @param attempt from 1
     */
    record Due(String path, int version, int attempt) {}

    /**
     * Remembers that a feed is followed, for as long as somebody asks for it.
     *
     * @param most topics there may be
     * @return false when there are too many already
     */
    boolean remember(String path, int most) {
        int known =
                jdbc.sql(
                                """
                                update follow.topic set asked_at = clock_timestamp()
                                where path = :path and asked_at < clock_timestamp() - interval '1 day'
                                """)
                        .param("path", path)
                        .update();
        return known == 1 || exists(path) || insert(path, most);
    }

    private boolean exists(String path) {
        return jdbc.sql("select exists (select 1 from follow.topic where path = :path)")
                .param("path", path)
                .query(Boolean.class)
                .single();
    }

    private boolean insert(String path, int most) {
        return jdbc.sql(
                                """
                                insert into follow.topic (path)
                                select :path where (select count(*) from follow.topic) < :most
                                on conflict (path) do update set asked_at = clock_timestamp()
                                """)
                        .param("path", path)
                        .param("most", most)
                        .update()
                == 1;
    }

    /** Drops the topics that nobody asked for within that time. */
    void forget(Duration unasked) {
        jdbc.sql(
                        """
                        delete from follow.topic
                        where asked_at < clock_timestamp() - make_interval(secs => :unasked)
                        """)
                .param("unasked", unasked.toSeconds())
                .update();
    }

    /**
     * Looks at one topic that was last seen with older content, if no other copy of the program
     * does. Where the feed says something new, the hub is to be told, after a short wait in which
     * more changes may come.
     *
     * @param changed how young the content is
     * @param state what a feed says now, as a hash; empty while that cannot be known
     * @return false when there is no such topic
     */
    boolean compareOne(Instant changed, Duration wait, Function<String, Optional<String>> state) {
        return Boolean.TRUE.equals(
                transactions.execute(status -> {
                    Optional<String> next =
                            jdbc.sql(
                                            """
                                            select path from follow.topic where checked_at < :changed
                                            order by checked_at, path limit 1 for update skip locked
                                            """)
                                    .param("changed", Rows.param(changed))
                                    .query(String.class)
                                    .optional();
                    return next.isPresent()
                            && state.apply(next.get())
                                    .map(now -> compared(next.get(), changed, wait, now))
                                    .orElse(false);
                }));
    }

    private boolean compared(String path, Instant changed, Duration wait, String state) {
        jdbc.sql(
                        """
                        update follow.topic t
                        set checked_at = :changed, state = :state,
                            version = t.version + news.one,
                            attempts = t.attempts * (1 - news.one),
                            next_attempt_at = case news.one when 0 then t.next_attempt_at
                                else clock_timestamp() + make_interval(secs => :wait) end
                        from (select case when state in ('', :state) then 0 else 1 end as one
                              from follow.topic where path = :path) news
                        where t.path = :path
                        """)
                .param("path", path)
                .param("changed", Rows.param(changed))
                .param("state", state)
                .param("wait", wait.toMillis() / 1000.0)
                .update();
        return true;
    }

    /** The next topic that is due, taken for that long: no other copy takes it meanwhile. */
    Optional<Due> claim(Duration claim, int mostAttempts) {
        return jdbc.sql(
                        """
                        update follow.topic
                        set attempts = attempts + 1,
                            next_attempt_at = clock_timestamp() + make_interval(secs => :claim)
                        where path = (select path from follow.topic
                                      where version > pinged and attempts < :most
                                        and next_attempt_at <= clock_timestamp()
                                      order by next_attempt_at, path limit 1 for update skip locked)
                        returning path, version, attempts
                        """)
                .param("claim", claim.toSeconds())
                .param("most", mostAttempts)
                .query((row, n) ->
                        new Due(
                                row.getString("path"),
                                row.getInt("version"),
                                row.getInt("attempts")))
                .optional();
    }

    void told(Due due) {
        jdbc.sql(
                        """
                        update follow.topic
                        set pinged = greatest(pinged, :version), last_error = null,
                            attempts = case when version = :version then 0 else attempts end
                        where path = :path
                        """)
                .param("path", due.path())
                .param("version", due.version())
                .update();
    }

    void later(Due due, Duration pause, String reason) {
        jdbc.sql(
                        """
                        update follow.topic
                        set next_attempt_at = clock_timestamp() + make_interval(secs => :pause),
                            last_error = :reason
                        where path = :path and version = :version and attempts = :attempt
                        """)
                .param("path", due.path())
                .param("version", due.version())
                .param("attempt", due.attempt())
                .param("pause", pause.toSeconds())
                .param("reason", reason)
                .update();
    }
}

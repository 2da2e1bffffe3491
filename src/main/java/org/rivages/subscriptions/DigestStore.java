package org.rivages.subscriptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is to be told and what was. Claims hold while their transaction lasts, so what a killed
 * program had claimed is free again at once.
 */
@Component
class DigestStore {
    /**
     * A change of a session that is told at once.
     *
     * @param status after the change, as a code
     */
    record SessionNews(
            UUID session,
            int sequence,
            String status,
            String statusBefore,
            @Nullable String countryBefore,
            @Nullable FuzzyDate dateBefore,
            Instant at) {}

    /** Such a change and one subscription that is to be held against it. */
    record Notice(SessionNews news, UUID subscription) {}

    /** A digest that was made. */
    record Made(LocalDate period, int records, Instant at) {}

    private static final String NEWS =
            "n.session, n.sequence, n.status, n.status_before, n.country_before, n.date_before, n.at";

    private final JdbcClient jdbc;

    DigestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    // ---- digests

    /** One that is due, or whose first state is not known yet; nobody else gets it meanwhile. */
    Optional<Subscription> claimDue(Instant now) {
        return jdbc.sql(
                        """
                        select * from subscriptions.subscription
                        where (due_at <= :now or seen is null) and (retry_at is null or retry_at <= :now)
                        order by due_at, id limit 1 for update skip locked
                        """)
                .param("now", Rows.param(now))
                .query(SubscriptionStore::subscription)
                .optional();
    }

    /** False when this period has its digest already. */
    boolean made(UUID subscription, LocalDate period, int records, Instant at) {
        return jdbc.sql(
                                """
                                insert into subscriptions.digest (subscription, period, records, made_at)
                                values (:subscription, :period, :records, :at)
                                on conflict do nothing
                                """)
                        .param("subscription", subscription)
                        .param("period", period)
                        .param("records", records)
                        .param("at", Rows.param(at))
                        .update()
                == 1;
    }

    void see(UUID subscription, Seen seen) {
        jdbc.sql("update subscriptions.subscription set seen = :seen where id = :id")
                .param("id", subscription)
                .param("seen", seen.bytes())
                .update();
    }

    void told(UUID subscription, Instant at) {
        jdbc.sql("update subscriptions.subscription set told_at = :at where id = :id")
                .param("id", subscription)
                .param("at", Rows.param(at))
                .update();
    }

    void due(UUID subscription, Instant next) {
        jdbc.sql(
                        """
                        update subscriptions.subscription set due_at = :next, retry_at = null
                        where id = :id
                        """)
                .param("id", subscription)
                .param("next", Rows.param(next))
                .update();
    }

    void retry(UUID subscription, Instant at) {
        jdbc.sql("update subscriptions.subscription set retry_at = :at where id = :id")
                .param("id", subscription)
                .param("at", Rows.param(at))
                .update();
    }

    List<Made> made(UUID subscription) {
        return jdbc.sql(
                        """
                        select period, records, made_at from subscriptions.digest
                        where subscription = :id order by period
                        """)
                .param("id", subscription)
                .query((row, n) ->
                        new Made(
                                row.getObject("period", LocalDate.class),
                                row.getInt("records"),
                                Rows.instant(row, "made_at")))
                .list();
    }

    // ---- sessions that do not wait

    /** Does nothing when this change is known: an event may come twice. */
    void add(SessionNews news) {
        jdbc.sql(
                        """
                        insert into subscriptions.session_news
                            (session, sequence, status, status_before, country_before, date_before, at)
                        values (:session, :sequence, :status, :before, :country, :date, :at)
                        on conflict do nothing
                        """)
                .param("session", news.session())
                .param("sequence", news.sequence())
                .param("status", news.status())
                .param("before", news.statusBefore())
                .param("country", news.countryBefore())
                .param("date", news.dateBefore() == null ? null : news.dateBefore().edtf())
                .param("at", Rows.param(news.at()))
                .update();
    }

    Optional<SessionNews> claimNews(Instant now) {
        return jdbc.sql(
                        "select "
                                + NEWS
                                + """
                                 from subscriptions.session_news n
                                where spread_at is null and (retry_at is null or retry_at <= :now)
                                order by at limit 1 for update skip locked
                                """)
                .param("now", Rows.param(now))
                .query((row, n) -> news(row))
                .optional();
    }

    void newsLater(SessionNews news, Instant retry) {
        update("update subscriptions.session_news set retry_at = :at", news, retry);
    }

    void spread(SessionNews news, Instant at) {
        update("update subscriptions.session_news set spread_at = :at", news, at);
    }

    /** One notice for everybody who followed anything when it happened. */
    void noticeAll(SessionNews news, Instant at) {
        jdbc.sql(
                        """
                        insert into subscriptions.notice (session, sequence, subscription, made_at)
                        select :session, :sequence, id, :now from subscriptions.subscription
                        where confirmed_at <= :at
                        on conflict do nothing
                        """)
                .param("session", news.session())
                .param("sequence", news.sequence())
                .param("now", Rows.param(at))
                .param("at", Rows.param(news.at()))
                .update();
    }

    Optional<Notice> claimNotice(Instant now) {
        return jdbc.sql(
                        "select o.subscription, "
                                + NEWS
                                + """
                                 from subscriptions.notice o
                                join subscriptions.session_news n using (session, sequence)
                                where o.done_at is null and (o.retry_at is null or o.retry_at <= :now)
                                order by o.made_at limit 1 for update of o skip locked
                                """)
                .param("now", Rows.param(now))
                .query((row, n) -> new Notice(news(row), Rows.uuid(row, "subscription")))
                .optional();
    }

    void done(Notice notice, boolean told, Instant at) {
        jdbc.sql(
                        """
                        update subscriptions.notice set done_at = :at, told = :told
                        where session = :session and sequence = :sequence and subscription = :id
                        """)
                .param("session", notice.news().session())
                .param("sequence", notice.news().sequence())
                .param("id", notice.subscription())
                .param("told", told)
                .param("at", Rows.param(at))
                .update();
    }

    void noticeLater(Notice notice, Instant retry) {
        jdbc.sql(
                        """
                        update subscriptions.notice set retry_at = :at
                        where session = :session and sequence = :sequence and subscription = :id
                        """)
                .param("session", notice.news().session())
                .param("sequence", notice.news().sequence())
                .param("id", notice.subscription())
                .param("at", Rows.param(retry))
                .update();
    }

    /** Forgets what was told, and the news that everybody has been held against. */
    void forget(Instant before) {
        for (String sql :
                List.of(
                        "delete from subscriptions.digest where made_at < :before",
                        "delete from subscriptions.notice where done_at < :before",
                        "delete from subscriptions.session_news where spread_at < :before")) {
            jdbc.sql(sql).param("before", Rows.param(before)).update();
        }
    }

    private void update(String sql, SessionNews news, Instant at) {
        jdbc.sql(sql + " where session = :session and sequence = :sequence")
                .param("session", news.session())
                .param("sequence", news.sequence())
                .param("at", Rows.param(at))
                .update();
    }

    private static SessionNews news(ResultSet row) throws SQLException {
        return new SessionNews(
                Rows.uuid(row, "session"),
                row.getInt("sequence"),
                row.getString("status"),
                row.getString("status_before"),
                row.getString("country_before"),
                Rows.dateOrNull(row, "date_before"),
                Rows.instant(row, "at"));
    }
}

package org.rivages.subscriptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.follow.FollowedSearches.Followed;
import org.rivages.follow.Listing;
import org.rivages.shared.Language;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Wishes, subscriptions, and the links that lead to them. */
@Component
class SubscriptionStore {
    private final JdbcClient jdbc;

    SubscriptionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    // ---- wishes

    void wish(Wish wish, Instant at, Instant expires) {
        jdbc.sql(
                        """
                        insert into subscriptions.wish
                            (id, address, person, list, query, rhythm, language, zone, created_at, expires_at)
                        values (:id, :address, :person, :list, :query, :rhythm, :language, :zone, :at, :expires)
                        """)
                .param("id", wish.id())
                .param("address", wish.address())
                .param("person", wish.person())
                .param("list", wish.followed().listing().word())
                .param("query", wish.followed().query())
                .param("rhythm", wish.rhythm().code())
                .param("language", wish.language().code())
                .param("zone", wish.zone().getId())
                .param("at", Rows.param(at))
                .param("expires", Rows.param(expires))
                .update();
    }

    /** A second letter replaces the first one's token. */
    void arm(UUID wish, String tokenHash) {
        jdbc.sql(
                        "update subscriptions.wish set token_hash = :hash where id = :id and used_at is null")
                .param("id", wish)
                .param("hash", tokenHash)
                .update();
    }

    Optional<Language> languageOfWish(UUID wish) {
        return jdbc.sql("select language from subscriptions.wish where id = :id")
                .param("id", wish)
                .query(String.class)
                .optional()
                .map(Language::require);
    }

    /** The wish of a token, confirmed or not; empty when it is unknown or too old. */
    Optional<Wish> wish(String tokenHash, Instant now) {
        return jdbc.sql(
                        """
                        select * from subscriptions.wish
                        where token_hash = :hash and expires_at > :now
                        """)
                .param("hash", tokenHash)
                .param("now", Rows.param(now))
                .query(SubscriptionStore::wish)
                .optional();
    }

    /** Uses the token up; empty when that was done before. */
    Optional<Wish> consume(String tokenHash, Instant now) {
        return jdbc.sql(
                        """
                        update subscriptions.wish set used_at = :now
                        where token_hash = :hash and used_at is null and expires_at > :now
                        returning *
                        """)
                .param("hash", tokenHash)
                .param("now", Rows.param(now))
                .query(SubscriptionStore::wish)
                .optional();
    }

    /** Throws away wishes whose time is over. */
    List<UUID> forgetWishes(Instant now) {
        return jdbc.sql("delete from subscriptions.wish where expires_at <= :now returning id")
                .param("now", Rows.param(now))
                .query((row, n) -> Rows.uuid(row, "id"))
                .list();
    }

    // ---- subscriptions

    /** Begins, or changes the rhythm of what this address follows already. */
    UUID begin(Wish wish, @Nullable Seen seen, Instant at, Instant due) {
        return jdbc.sql(
                        """
                        insert into subscriptions.subscription as own
                            (id, address, person, list, query, rhythm, language, zone, confirmed_at, told_at,
                             seen, due_at)
                        values (:id, :address, :person, :list, :query, :rhythm, :language, :zone, :at, :at,
                                :seen, :due)
                        on conflict (address, list, query) do update
                            set rhythm = excluded.rhythm, zone = excluded.zone, language = excluded.language,
                                person = coalesce(own.person, excluded.person), due_at = excluded.due_at
                        returning id
                        """)
                .param("id", wish.id())
                .param("address", wish.address())
                .param("person", wish.person())
                .param("list", wish.followed().listing().word())
                .param("query", wish.followed().query())
                .param("rhythm", wish.rhythm().code())
                .param("language", wish.language().code())
                .param("zone", wish.zone().getId())
                .param("at", Rows.param(at))
                .param("seen", seen == null ? null : seen.bytes())
                .param("due", Rows.param(due))
                .query((row, n) -> Rows.uuid(row, "id"))
                .single();
    }

    Optional<Subscription> subscription(UUID id) {
        return jdbc.sql("select * from subscriptions.subscription where id = :id")
                .param("id", id)
                .query(SubscriptionStore::subscription)
                .optional();
    }

    /** The same, and nobody else changes it until this transaction ends. */
    Optional<Subscription> locked(UUID id) {
        return jdbc.sql("select * from subscriptions.subscription where id = :id for update")
                .param("id", id)
                .query(SubscriptionStore::subscription)
                .optional();
    }

    Optional<Subscription> subscription(String address, Followed followed) {
        return jdbc.sql(
                        """
                        select * from subscriptions.subscription
                        where address = :address and list = :list and query = :query
                        """)
                .param("address", address)
                .param("list", followed.listing().word())
                .param("query", followed.query())
                .query(SubscriptionStore::subscription)
                .optional();
    }

    /** What a person follows, with their account or with its address. */
    List<Subscription> of(UUID person, String address) {
        return jdbc.sql(
                        """
                        select * from subscriptions.subscription
                        where person = :person or (person is null and address = :address)
                        order by confirmed_at
                        """)
                .param("person", person)
                .param("address", address)
                .query(SubscriptionStore::subscription)
                .list();
    }

    void change(UUID id, Rhythm rhythm, ZoneId zone, Instant due) {
        jdbc.sql(
                        """
                        update subscriptions.subscription
                        set rhythm = :rhythm, zone = :zone, due_at = :due where id = :id
                        """)
                .param("id", id)
                .param("rhythm", rhythm.code())
                .param("zone", zone.getId())
                .param("due", Rows.param(due))
                .update();
    }

    boolean delete(UUID id) {
        return jdbc.sql("delete from subscriptions.subscription where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    // ---- links

    /** Nothing happens when the subscription has ended. */
    void link(UUID subscription, String tokenHash, Instant at) {
        jdbc.sql(
                        """
                        insert into subscriptions.link (token_hash, subscription, made_at)
                        select :hash, id, :at from subscriptions.subscription where id = :id
                        """)
                .param("hash", tokenHash)
                .param("id", subscription)
                .param("at", Rows.param(at))
                .update();
    }

    Optional<Subscription> byLink(String tokenHash) {
        return jdbc.sql(
                        """
                        select s.* from subscriptions.link l
                        join subscriptions.subscription s on s.id = l.subscription
                        where l.token_hash = :hash
                        """)
                .param("hash", tokenHash)
                .query(SubscriptionStore::subscription)
                .optional();
    }

    void forgetLinks(Instant before) {
        jdbc.sql("delete from subscriptions.link where made_at < :before")
                .param("before", Rows.param(before))
                .update();
    }

    // ---- what is told of all of them

    /** Kind of data → days for which it is kept. */
    Map<String, Integer> retention() {
        Map<String, Integer> days = new TreeMap<>();
        jdbc.sql("select what, days from subscriptions.retention")
                .query((row, n) -> days.put(row.getString("what"), row.getInt("days")))
                .list();
        return days;
    }

    /** List and rhythm → how many. */
    Map<String, Map<String, Integer>> counts() {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        jdbc.sql(
                        """
                        select list, rhythm, count(*) as n from subscriptions.subscription
                        group by list, rhythm
                        """)
                .query((row, n) ->
                        counts.computeIfAbsent(row.getString("list"), list -> new TreeMap<>())
                                .put(row.getString("rhythm"), row.getInt("n")))
                .list();
        return counts;
    }

    int waitingWishes(Instant now) {
        return jdbc.sql(
                        """
                        select count(*) from subscriptions.wish
                        where used_at is null and expires_at > :now
                        """)
                .param("now", Rows.param(now))
                .query(Integer.class)
                .single();
    }

    private static Followed followed(ResultSet row) throws SQLException {
        return new Followed(
                Listing.valueOf(row.getString("list").toUpperCase(Locale.ROOT)),
                row.getString("query"));
    }

    private static Wish wish(ResultSet row, int n) throws SQLException {
        return new Wish(
                Rows.uuid(row, "id"),
                row.getString("address"),
                Rows.uuidOrNull(row, "person"),
                followed(row),
                Rhythm.require(row.getString("rhythm")),
                Language.require(row.getString("language")),
                ZoneId.of(row.getString("zone")));
    }

    static Subscription subscription(ResultSet row, int n) throws SQLException {
        byte[] seen = row.getBytes("seen");
        return new Subscription(
                Rows.uuid(row, "id"),
                row.getString("address"),
                Rows.uuidOrNull(row, "person"),
                followed(row),
                Rhythm.require(row.getString("rhythm")),
                Language.require(row.getString("language")),
                ZoneId.of(row.getString("zone")),
                Rows.instant(row, "confirmed_at"),
                Rows.instant(row, "told_at"),
                seen == null ? null : Seen.read(Objects.requireNonNull(seen)),
                Rows.instant(row, "due_at"));
    }
}

package org.rivages.participation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rivages.applications.ApplicationId;
import org.rivages.calls.CallId;
import org.rivages.shared.Json;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PlaceStore {
    private final JdbcClient jdbc;

    PlaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when this application was offered a place before. */
    boolean insert(Place place) {
        return jdbc.sql(
                                """
                                insert into participation.place
                                (id, call, application, person, reserve_rank, reason, state, offered_at, answer_by)
                                values (:id, :call, :application, :person, :rank, :reason::jsonb, :state, :at, :by)
                                on conflict (application) do nothing
                                """)
                        .param("id", place.id().value())
                        .param("call", place.call().value())
                        .param("application", place.application().value())
                        .param("person", place.person())
                        .param("rank", place.reserveRank())
                        .param("reason", Json.write(place.reason()))
                        .param("state", place.state().code())
                        .param("at", Rows.param(place.offeredAt()))
                        .param("by", Rows.param(place.answerBy()))
                        .update()
                > 0;
    }

    Optional<Place> find(PlaceId id) {
        return jdbc.sql("select * from participation.place where id = :id")
                .param("id", id.value())
                .query(PlaceStore::place)
                .optional();
    }

    /** Locks the row until the end of the transaction: two answers come one after the other. */
    Optional<Place> lock(PlaceId id) {
        return jdbc.sql("select * from participation.place where id = :id for update")
                .param("id", id.value())
                .query(PlaceStore::place)
                .optional();
    }

    List<Place> of(CallId call) {
        return jdbc.sql(
                        """
                        select * from participation.place where call = :call
                        order by reserve_rank nulls first, offered_at, id
                        """)
                .param("call", call.value())
                .query(PlaceStore::place)
                .list();
    }

    List<Place> ofPerson(UUID person) {
        return jdbc.sql(
                        "select * from participation.place where person = :person order by offered_at desc, id")
                .param("person", person)
                .query(PlaceStore::place)
                .list();
    }

    /** Offers whose date has passed, locked; another copy's share is left to it. */
    List<Place> due(Instant now, int most) {
        return jdbc.sql(
                        """
                        select * from participation.place where state = 'offered' and answer_by <= :now
                        order by answer_by, id limit :most for update skip locked
                        """)
                .param("now", Rows.param(now))
                .param("most", most)
                .query(PlaceStore::place)
                .list();
    }

    void answer(PlaceId id, PlaceState state, Instant at, String reason) {
        jdbc.sql(
                        """
                        update participation.place
                        set state = :state, answered_at = :at, answer_reason = :reason, version = version + 1
                        where id = :id
                        """)
                .param("id", id.value())
                .param("state", state.code())
                .param("at", Rows.param(at))
                .param("reason", reason)
                .update();
    }

    void extend(PlaceId id, Instant answerBy) {
        jdbc.sql(
                        """
                        update participation.place
                        set answer_by = :by, state = 'offered', answered_at = null, version = version + 1
                        where id = :id
                        """)
                .param("id", id.value())
                .param("by", Rows.param(answerBy))
                .update();
    }

    /** One writer at a time for a call's places, so that no free place is given twice. */
    void lockCall(CallId call) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "participation:" + call.value())
                .query((row, n) -> n)
                .list();
    }

    // ---- terms

    Terms terms(CallId call) {
        return jdbc.sql("select * from participation.terms where call = :call")
                .param("call", call.value())
                .query((row, n) ->
                        new Terms(
                                row.getInt("offer_days"),
                                row.getBoolean("automatic"),
                                row.getInt("least_percent")))
                .optional()
                .orElse(Terms.USUAL);
    }

    void save(CallId call, Terms terms) {
        jdbc.sql(
                        """
                        insert into participation.terms (call, offer_days, automatic, least_percent)
                        values (:call, :days, :automatic, :percent)
                        on conflict (call) do update set offer_days = excluded.offer_days,
                          automatic = excluded.automatic, least_percent = excluded.least_percent,
                          updated_at = clock_timestamp()
                        """)
                .param("call", call.value())
                .param("days", terms.offerDays())
                .param("automatic", terms.automatic())
                .param("percent", terms.leastPercent())
                .update();
    }

    // ---- practical matters

    Practical practical(PlaceId place) {
        return jdbc.sql("select * from participation.practical where place = :place")
                .param("place", place.value())
                .query(PlaceStore::practical)
                .optional()
                .orElse(Practical.NONE);
    }

    Map<PlaceId, Practical> practicalOf(CallId call) {
        return jdbc
                .sql(
                        """
                        select q.* from participation.practical q
                        join participation.place p on p.id = q.place where p.call = :call
                        """)
                .param("call", call.value())
                .query((row, n) ->
                        Map.entry(new PlaceId(Rows.uuid(row, "place")), practical(row, n)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void save(PlaceId place, Practical practical) {
        jdbc.sql(
                        """
                        insert into participation.practical (place, passport_name, diet, access_needs)
                        values (:place, :name, :diet, :access)
                        on conflict (place) do update set passport_name = excluded.passport_name,
                          diet = excluded.diet, access_needs = excluded.access_needs,
                          updated_at = clock_timestamp()
                        """)
                .param("place", place.value())
                .param("name", practical.passportName())
                .param("diet", practical.diet())
                .param("access", practical.accessNeeds())
                .update();
    }

    private static Practical practical(ResultSet row, int n) throws SQLException {
        return new Practical(
                row.getString("passport_name"),
                row.getString("diet"),
                row.getString("access_needs"));
    }

    private static Place place(ResultSet row, int n) throws SQLException {
        @Nullable Integer rank = row.getObject("reserve_rank", Integer.class);
        String reason = row.getString("answer_reason");
        return new Place(
                new PlaceId(Rows.uuid(row, "id")),
                new CallId(Rows.uuid(row, "call")),
                new ApplicationId(Rows.uuid(row, "application")),
                Rows.uuidOrNull(row, "person"),
                rank,
                Rows.text(row, "reason"),
                PlaceState.ofCode(row.getString("state")),
                Rows.instant(row, "offered_at"),
                Rows.instant(row, "answer_by"),
                Rows.instantOrNull(row, "answered_at"),
                reason == null ? "" : reason);
    }
}

package org.rivages.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rivages.applications.ApplicationId;
import org.rivages.calls.CallId;
import org.rivages.shared.Conflict;
import org.rivages.shared.Json;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The board, its picks, its scenarios, and the decision that came of it. */
@Component
class BoardStore {
    private static final TypeReference<Map<String, List<UUID>>> PICKS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    BoardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Board board(ResultSet row, int n) throws SQLException {
        return new Board(
                new CallId(Rows.uuid(row, "call")),
                BoardState.ofCode(row.getString("state")),
                row.getInt("version"),
                row.getString("exception"),
                row.getBoolean("tells_rank"),
                Json.read(row.getString("letters"), Letters.class),
                Rows.instantOrNull(row, "proposed_at"),
                Rows.instantOrNull(row, "closed_at"),
                Rows.instantOrNull(row, "released_at"));
    }

    Optional<Board> board(CallId call) {
        return jdbc.sql("select * from selection.board where call = :call")
                .param("call", call.value())
                .query(BoardStore::board)
                .optional();
    }

    /** The boards of these calls, by call. */
    Map<CallId, Board> boards(Collection<CallId> calls) {
        Map<CallId, Board> boards = new LinkedHashMap<>();
        jdbc.sql("select * from selection.board where call = any(:calls)")
                .param("calls", calls.stream().map(CallId::value).toArray(UUID[]::new))
                .query(BoardStore::board)
                .list()
                .forEach(board -> boards.put(board.call(), board));
        return boards;
    }

    /** The board, made now if there is none, and held until the end of the transaction. */
    Board lock(CallId call) {
        jdbc.sql("insert into selection.board (call) values (:call) on conflict do nothing")
                .param("call", call.value())
                .update();
        return jdbc.sql("select * from selection.board where call = :call for update")
                .param("call", call.value())
                .query(BoardStore::board)
                .single();
    }

    /** The board, held, if it stands as the actor saw it. */
    Board at(CallId call, int version) {
        Board board = lock(call);
        if (board.version() != version) {
            throw new Conflict("selection.conflict.changed");
        }
        return board;
    }

    /** The same, and the committee still picks. */
    void choosing(CallId call, int version) {
        if (at(call, version).state() != BoardState.CHOOSING) {
            throw new Conflict("selection.conflict.not-choosing");
        }
    }

    void touch(CallId call) {
        jdbc.sql("update selection.board set version = version + 1 where call = :call")
                .param("call", call.value())
                .update();
    }

    /** False when the engine was asked before. */
    boolean propose(CallId call, Instant at) {
        return jdbc.sql(
                                """
                                update selection.board set proposed_at = :at
                                where call = :call and proposed_at is null
                                """)
                        .param("call", call.value())
                        .param("at", Rows.param(at))
                        .update()
                > 0;
    }

    void close(CallId call, String exception, UUID by, Instant at) {
        jdbc.sql(
                        """
                        update selection.board set state = 'closed', exception = :exception, closed_by = :by,
                            closed_at = :at, version = version + 1 where call = :call
                        """)
                .param("call", call.value())
                .param("exception", exception)
                .param("by", by)
                .param("at", Rows.param(at))
                .update();
    }

    void reopen(CallId call) {
        jdbc.sql(
                        """
                        update selection.board set state = 'choosing', exception = '', closed_by = null,
                            closed_at = null, version = version + 1 where call = :call
                        """)
                .param("call", call.value())
                .update();
    }

    void letters(CallId call, Letters letters, boolean tellsRank) {
        jdbc.sql(
                        """
                        update selection.board set letters = :letters::jsonb, tells_rank = :rank,
                            version = version + 1 where call = :call
                        """)
                .param("call", call.value())
                .param("letters", Json.write(letters))
                .param("rank", tellsRank)
                .update();
    }

    void release(CallId call, UUID by, Instant at) {
        jdbc.sql(
                        """
                        update selection.board set state = 'released', released_by = :by, released_at = :at,
                            version = version + 1 where call = :call
                        """)
                .param("call", call.value())
                .param("by", by)
                .param("at", Rows.param(at))
                .update();
    }

    Map<ApplicationId, Pick> picks(CallId call) {
        Map<ApplicationId, Pick> picks = new LinkedHashMap<>();
        jdbc.sql(
                        "select * from selection.pick where call = :call order by rank, picked_at, application")
                .param("call", call.value())
                .query((row, n) ->
                        new Pick(
                                new ApplicationId(Rows.uuid(row, "application")),
                                PickState.ofCode(row.getString("state")),
                                (Integer) row.getObject("rank"),
                                row.getString("reason"),
                                Rows.uuid(row, "picked_by")))
                .list()
                .forEach(pick -> picks.put(pick.application(), pick));
        return picks;
    }

    void put(CallId call, Pick pick, Instant at) {
        jdbc.sql(
                        """
                        insert into selection.pick (call, application, state, rank, reason, picked_by, picked_at)
                        values (:call, :application, :state, :rank, :reason, :by, :at)
                        on conflict (call, application) do update set state = excluded.state,
                            rank = excluded.rank, reason = excluded.reason, picked_by = excluded.picked_by,
                            picked_at = excluded.picked_at
                        """)
                .param("call", call.value())
                .param("application", pick.application().value())
                .param("state", pick.state().code())
                .param("rank", pick.rank())
                .param("reason", pick.reason())
                .param("by", pick.by())
                .param("at", Rows.param(at))
                .update();
    }

    void drop(CallId call, ApplicationId application) {
        jdbc.sql("delete from selection.pick where call = :call and application = :application")
                .param("call", call.value())
                .param("application", application.value())
                .update();
    }

    void dropAll(CallId call) {
        jdbc.sql("delete from selection.pick where call = :call")
                .param("call", call.value())
                .update();
    }

    private static Scenario scenario(ResultSet row, int n) throws SQLException {
        Map<String, List<UUID>> picks = Json.read(row.getString("picks"), PICKS);
        return new Scenario(
                Rows.uuid(row, "id"),
                row.getString("name"),
                ids(picks, "in"),
                ids(picks, "reserve"),
                ids(picks, "out"),
                row.getInt("rules_version"),
                row.getBoolean("engine"),
                Rows.uuid(row, "author"),
                Rows.instant(row, "at"));
    }

    private static List<ApplicationId> ids(Map<String, List<UUID>> picks, String state) {
        return picks.getOrDefault(state, List.of()).stream().map(ApplicationId::new).toList();
    }

    /** Oldest first. */
    List<Scenario> scenarios(CallId call) {
        return jdbc.sql("select * from selection.scenario where call = :call order by at, id")
                .param("call", call.value())
                .query(BoardStore::scenario)
                .list();
    }

    /** False when the name is taken. */
    boolean insert(CallId call, Scenario scenario) {
        return jdbc.sql(
                                """
                                insert into selection.scenario (id, call, name, picks, rules_version, engine, author, at)
                                values (:id, :call, :name, :picks::jsonb, :rules, :engine, :author, :at)
                                on conflict (call, name) do nothing
                                """)
                        .param("id", scenario.id())
                        .param("call", call.value())
                        .param("name", scenario.name())
                        .param("picks", Json.write(scenario.picks()))
                        .param("rules", scenario.rulesVersion())
                        .param("engine", scenario.engine())
                        .param("author", scenario.author())
                        .param("at", Rows.param(scenario.at()))
                        .update()
                > 0;
    }

    void delete(CallId call, UUID scenario) {
        jdbc.sql("delete from selection.scenario where call = :call and id = :id")
                .param("call", call.value())
                .param("id", scenario)
                .update();
    }

    void decide(CallId call, Outcome outcome, List<Chosen> chosen) {
        for (Chosen one : chosen) {
            jdbc.sql(
                            """
                            insert into selection.decision (application, call, outcome, rank, score)
                            values (:application, :call, :outcome, :rank, :score)
                            """)
                    .param("application", one.application().value())
                    .param("call", call.value())
                    .param("outcome", outcome.code())
                    .param("rank", one.rank())
                    .param("score", one.score())
                    .update();
        }
    }

    /** In the order of rank. */
    List<Chosen> decided(CallId call, Outcome outcome) {
        return jdbc.sql(
                        """
                        select application, rank, score from selection.decision
                        where call = :call and outcome = :outcome order by rank
                        """)
                .param("call", call.value())
                .param("outcome", outcome.code())
                .query((row, n) ->
                        new Chosen(
                                new ApplicationId(Rows.uuid(row, "application")),
                                row.getInt("rank"),
                                row.getInt("score")))
                .list();
    }
}

package org.rivages.applications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rivages.calls.CallId;
import org.rivages.calls.Outcome;
import org.rivages.shared.Json;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * What the secretariat finds, asks for and decides otherwise. Nothing of it is ever overwritten.
 */
@Component
class ScreeningStore {
    /** A person's word against that of a rule. */
    record Overrule(String criterion, Outcome outcome, String reason, UUID author, Instant at) {}

    record Finding(boolean eligible, String reason, UUID author, Instant at) {}

    private final JdbcClient jdbc;

    ScreeningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    // ---- overruling

    void overrule(ApplicationId application, Overrule overrule) {
        jdbc.sql(
                        """
                        insert into applications.overrule
                            (id, application, criterion, outcome, reason, author, at)
                        values (:id, :application, :criterion, :outcome, :reason, :author, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("application", application.value())
                .param("criterion", overrule.criterion())
                .param("outcome", overrule.outcome().code())
                .param("reason", overrule.reason())
                .param("author", overrule.author())
                .param("at", Rows.param(overrule.at()))
                .update();
    }

    /** All of them, oldest first. */
    List<Overrule> overrules(ApplicationId application) {
        return jdbc.sql(
                        "select * from applications.overrule where application = :id order by at, id")
                .param("id", application.value())
                .query((row, n) ->
                        new Overrule(
                                row.getString("criterion"),
                                Outcome.valueOf(
                                        row.getString("outcome")
                                                .toUpperCase(java.util.Locale.ROOT)
                                                .replace('-', '_')),
                                row.getString("reason"),
                                Rows.uuid(row, "author"),
                                Rows.instant(row, "at")))
                .list();
    }

    /** The last word on each criterion. */
    Map<String, Overrule> effective(ApplicationId application) {
        Map<String, Overrule> last = new LinkedHashMap<>();
        overrules(application).forEach(one -> last.put(one.criterion(), one));
        return last;
    }

    // ---- findings

    void find(ApplicationId application, Finding finding) {
        jdbc.sql(
                        """
                        insert into applications.finding (id, application, eligible, reason, author, at)
                        values (:id, :application, :eligible, :reason, :author, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("application", application.value())
                .param("eligible", finding.eligible())
                .param("reason", finding.reason())
                .param("author", finding.author())
                .param("at", Rows.param(finding.at()))
                .update();
    }

    /** Oldest first; the last one counts. */
    List<Finding> findings(ApplicationId application) {
        return jdbc.sql(
                        "select * from applications.finding where application = :id order by at, id")
                .param("id", application.value())
                .query((row, n) ->
                        new Finding(
                                row.getBoolean("eligible"),
                                row.getString("reason"),
                                Rows.uuid(row, "author"),
                                Rows.instant(row, "at")))
                .list();
    }

    /**
     * Why each of these applications of a call was found not eligible, in the secretariat's words.
     */
    Map<ApplicationId, String> reasons(CallId call) {
        Map<ApplicationId, String> reasons = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select distinct on (f.application) f.application, f.reason
                        from applications.finding f
                        join applications.application a on a.id = f.application
                        where a.call = :call and a.state = 'not-eligible'
                        order by f.application, f.at desc
                        """)
                .param("call", call.value())
                .query((row, n) ->
                        reasons.put(
                                new ApplicationId(Rows.uuid(row, "application")),
                                row.getString("reason")))
                .list();
        return reasons;
    }

    // ---- pieces

    void ask(PiecesRequest request, UUID author) {
        jdbc.sql(
                        """
                        insert into applications.pieces_request
                            (id, application, fields, note, until, author, at)
                        values (:id, :application, :fields::jsonb, :note, :until, :author, :at)
                        """)
                .param("id", request.id())
                .param("application", request.application().value())
                .param("fields", Json.write(request.fields()))
                .param("note", request.note())
                .param("until", Rows.param(request.until()))
                .param("author", author)
                .param("at", Rows.param(request.at()))
                .update();
    }

    /** A newer wish takes the place of one that nobody has answered. */
    void settlePieces(ApplicationId application, Instant at) {
        jdbc.sql(
                        """
                        update applications.pieces_request set answered_at = :at
                        where application = :id and answered_at is null
                        """)
                .param("id", application.value())
                .param("at", Rows.param(at))
                .update();
    }

    Optional<PiecesRequest> openPieces(ApplicationId application) {
        return jdbc.sql(
                        """
                        select * from applications.pieces_request
                        where application = :id and answered_at is null
                        """)
                .param("id", application.value())
                .query(ScreeningStore::pieces)
                .optional();
    }

    List<PiecesRequest> pieces(ApplicationId application) {
        return jdbc.sql(
                        "select * from applications.pieces_request where application = :id order by at, id")
                .param("id", application.value())
                .query(ScreeningStore::pieces)
                .list();
    }

    // ---- reminders

    /** False when this round was done before. */
    boolean remind(UUID round, CallId call, UUID author, int letters, Instant at) {
        return jdbc.sql(
                                """
                                insert into applications.reminder (id, call, author, letters, at)
                                values (:id, :call, :author, :letters, :at) on conflict (id) do nothing
                                """)
                        .param("id", round)
                        .param("call", call.value())
                        .param("author", author)
                        .param("letters", letters)
                        .param("at", Rows.param(at))
                        .update()
                == 1;
    }

    /** When drafts of this call were reminded last. */
    Optional<Instant> lastReminder(CallId call) {
        return jdbc.sql(
                        "select at from applications.reminder where call = :call order by at desc limit 1")
                .param("call", call.value())
                .query((row, n) -> Rows.instant(row, "at"))
                .optional();
    }

    private static PiecesRequest pieces(ResultSet row, int n) throws SQLException {
        return new PiecesRequest(
                Rows.uuid(row, "id"),
                new ApplicationId(Rows.uuid(row, "application")),
                Json.read(row.getString("fields"), new TypeReference<List<String>>() {}),
                row.getString("note"),
                Rows.instant(row, "until"),
                Rows.instant(row, "at"),
                Rows.instantOrNull(row, "answered_at"));
    }
}

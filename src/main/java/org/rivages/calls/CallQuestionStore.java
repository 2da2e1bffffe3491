package org.rivages.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rivages.shared.Json;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CallQuestionStore {
    private final JdbcClient jdbc;

    CallQuestionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static CallQuestion question(ResultSet row, int n) throws SQLException {
        return new CallQuestion(
                Rows.uuid(row, "id"),
                new CallId(Rows.uuid(row, "call")),
                Rows.uuid(row, "asker"),
                Language.require(row.getString("language")),
                row.getString("question"),
                Rows.instant(row, "asked_at"),
                CallQuestion.State.valueOf(
                        row.getString("state").toUpperCase(java.util.Locale.ROOT)),
                Rows.text(row, "public_question"),
                Rows.text(row, "answer"),
                Rows.instantOrNull(row, "answered_at"));
    }

    /** Answered in public, oldest first. */
    List<CallQuestion> published(CallId call) {
        return jdbc.sql(
                        """
                        select * from calls.question where call = :call and state = 'answered'
                        order by asked_at, id
                        """)
                .param("call", call.value())
                .query(CallQuestionStore::question)
                .list();
    }

    /** All of them; those that wait first. */
    List<CallQuestion> all(CallId call) {
        return jdbc.sql(
                        """
                        select * from calls.question where call = :call
                        order by state <> 'waiting', asked_at desc, id
                        """)
                .param("call", call.value())
                .query(CallQuestionStore::question)
                .list();
    }

    Optional<CallQuestion> byId(UUID id) {
        return jdbc.sql("select * from calls.question where id = :id")
                .param("id", id)
                .query(CallQuestionStore::question)
                .optional();
    }

    int waiting(CallId call) {
        return jdbc.sql(
                        "select count(*) from calls.question where call = :call and state = 'waiting'")
                .param("call", call.value())
                .query(Integer.class)
                .single();
    }

    /** How many this person asked since then, about any call. */
    int askedSince(UUID asker, Instant since) {
        return jdbc.sql(
                        "select count(*) from calls.question where asker = :asker and asked_at > :since")
                .param("asker", asker)
                .param("since", Rows.param(since))
                .query(Integer.class)
                .single();
    }

    void insert(CallQuestion question) {
        jdbc.sql(
                        """
                        insert into calls.question (id, call, asker, language, question, asked_at, state)
                        values (:id, :call, :asker, :language, :question, :at, 'waiting')
                        on conflict (id) do nothing
                        """)
                .param("id", question.id())
                .param("call", question.call().value())
                .param("asker", question.asker())
                .param("language", question.language().code())
                .param("question", question.question())
                .param("at", Rows.param(question.askedAt()))
                .update();
    }

    void settle(
            UUID id,
            CallQuestion.State state,
            LocalizedText question,
            LocalizedText answer,
            Instant at,
            UUID by) {
        jdbc.sql(
                        """
                        update calls.question
                        set state = :state, public_question = :question::jsonb, answer = :answer::jsonb,
                            answered_at = :at, answered_by = :by
                        where id = :id
                        """)
                .param("id", id)
                .param("state", state.code())
                .param("question", Json.write(question))
                .param("answer", Json.write(answer))
                .param("at", Rows.param(at))
                .param("by", by)
                .update();
    }
}

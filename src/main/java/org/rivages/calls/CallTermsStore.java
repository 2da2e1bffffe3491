package org.rivages.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rivages.shared.Json;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The versions of a call's terms. The database itself refuses to change a published one. */
@Component
class CallTermsStore {
    private final JdbcClient jdbc;

    CallTermsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static CallTerms terms(ResultSet row, int n) throws SQLException {
        return new CallTerms(
                row.getInt("version"),
                Json.read(row.getString("form"), CallForm.class),
                Json.read(row.getString("criteria"), new TypeReference<List<Criterion>>() {}),
                Rows.text(row, "selection_rule"),
                Rows.text(row, "privacy_notice"),
                Rows.text(row, "reason"),
                Rows.instantOrNull(row, "published_at"));
    }

    Optional<CallTerms> version(CallId call, int version) {
        return jdbc.sql("select * from calls.terms where call = :call and version = :version")
                .param("call", call.value())
                .param("version", version)
                .query(CallTermsStore::terms)
                .optional();
    }

    /** The version in force; for a draft the one being worked on. */
    Optional<CallTerms> current(CallId call) {
        return jdbc.sql(
                        """
                        select * from calls.terms where call = :call
                        order by published_at is null, version desc limit 1
                        """)
                .param("call", call.value())
                .query(CallTermsStore::terms)
                .optional();
    }

    /** What the desk is working on and nobody else sees. */
    Optional<CallTerms> workingCopy(CallId call) {
        return jdbc.sql("select * from calls.terms where call = :call and published_at is null")
                .param("call", call.value())
                .query(CallTermsStore::terms)
                .optional();
    }

    /** The published versions, oldest first. */
    List<CallTerms> published(CallId call) {
        return jdbc.sql(
                        """
                        select * from calls.terms where call = :call and published_at is not null
                        order by version
                        """)
                .param("call", call.value())
                .query(CallTermsStore::terms)
                .list();
    }

    /** How often the working copy was saved: the optimistic lock of its editors. */
    int edits(CallId call) {
        return jdbc.sql("select edits from calls.terms where call = :call and published_at is null")
                .param("call", call.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Stores the working copy, new or changed. */
    void save(CallId call, CallTerms terms) {
        jdbc.sql(
                        """
                        insert into calls.terms (call, version, form, criteria, selection_rule, privacy_notice)
                        values (:call, :version, :form::jsonb, :criteria::jsonb, :rule::jsonb, :privacy::jsonb)
                        on conflict (call, version) do update
                        set form = excluded.form, criteria = excluded.criteria,
                            selection_rule = excluded.selection_rule,
                            privacy_notice = excluded.privacy_notice, edits = terms.edits + 1
                        """)
                .param("call", call.value())
                .param("version", terms.version())
                .param("form", Json.write(terms.form()))
                .param("criteria", criteria(terms.criteria()))
                .param("rule", Json.write(terms.selectionRule()))
                .param("privacy", Json.write(terms.privacyNotice()))
                .update();
    }

    /** With their kinds, which a plain list would lose. */
    private static String criteria(List<Criterion> criteria) {
        return Json.mapper()
                .writerFor(new TypeReference<List<Criterion>>() {})
                .writeValueAsString(criteria);
    }

    /** The working copy becomes the version in force. */
    void publish(CallId call, LocalizedText reason, Instant at) {
        jdbc.sql(
                        """
                        update calls.terms set published_at = :at, reason = :reason::jsonb
                        where call = :call and published_at is null
                        """)
                .param("call", call.value())
                .param("at", Rows.param(at))
                .param("reason", Json.write(reason))
                .update();
    }

    void discard(CallId call) {
        jdbc.sql("delete from calls.terms where call = :call and published_at is null")
                .param("call", call.value())
                .update();
    }
}

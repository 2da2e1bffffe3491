package org.rivages.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.calls.CallId;
import org.rivages.shared.Json;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

@Component
class RuleStore {
    private static final TypeReference<Map<String, LocalizedText>> SENTENCES =
            new TypeReference<>() {};

    private final JdbcClient jdbc;

    RuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static SavedRules rules(ResultSet row, int n) throws SQLException {
        return new SavedRules(
                row.getInt("version"),
                RuleSet.read(row.getString("rules")),
                Json.read(row.getString("sentences"), SENTENCES),
                row.getString("reason"),
                Rows.uuidOrNull(row, "author"),
                Rows.instant(row, "at"));
    }

    Optional<SavedRules> current(CallId call) {
        return history(call).stream().findFirst();
    }

    /** Newest first. */
    List<SavedRules> history(CallId call) {
        return jdbc.sql("select * from selection.rule_set where call = :call order by version desc")
                .param("call", call.value())
                .query(RuleStore::rules)
                .list();
    }

    /** False when this version stands there already: somebody was faster. */
    boolean insert(
            CallId call,
            int version,
            RuleSet rules,
            Map<String, LocalizedText> sentences,
            String reason,
            @Nullable UUID author) {
        return jdbc.sql(
                                """
                                insert into selection.rule_set (call, version, rules, sentences, reason, author)
                                values (:call, :version, :rules::jsonb, :sentences::jsonb, :reason, :author)
                                on conflict (call, version) do nothing
                                """)
                        .param("call", call.value())
                        .param("version", version)
                        .param("rules", rules.json())
                        .param("sentences", Json.write(sentences))
                        .param("reason", reason)
                        .param("author", author)
                        .update()
                > 0;
    }
}

package org.rivages.thesaurus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.search.Thesaurus.Concept;
import org.rivages.shared.Json;
import org.rivages.shared.Language;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The concepts, every state that they had, and the number that grows with each change. */
@Component
class ConceptStore {
    private static final String COLUMNS =
            "select id, code, means, labels, version, removed from thesaurus.concept ";

    private final JdbcClient jdbc;

    ConceptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long number() {
        return jdbc.sql("select number from thesaurus.state").query(Long.class).single();
    }

    /** Makes all other changes wait until this transaction is over; what the number was. */
    long lock() {
        return jdbc.sql("select number from thesaurus.state for update").query(Long.class).single();
    }

    /** All of them, those that were removed too, by code. */
    List<Kept> all() {
        return jdbc.sql(COLUMNS + "order by code").query(ConceptStore::kept).list();
    }

    Optional<Kept> byCode(String code) {
        return jdbc.sql(COLUMNS + "where code = :code")
                .param("code", code)
                .query(ConceptStore::kept)
                .optional();
    }

    /** Puts this state in the place of the one before, and keeps both. */
    void put(Kept kept, @Nullable UUID author, String reason) {
        jdbc.sql(
                        """
                        insert into thesaurus.concept (id, code, means, labels, version, removed)
                        values (:id, :code, :means, :labels::jsonb, :version, :removed)
                        on conflict (id) do update
                        set means = excluded.means, labels = excluded.labels,
                            version = excluded.version, removed = excluded.removed
                        """)
                .param("id", kept.id())
                .param("code", kept.concept().code())
                .param("means", means(kept.concept()))
                .param("labels", labels(kept.concept()))
                .param("version", kept.version())
                .param("removed", kept.removed())
                .update();
        jdbc.sql(
                        """
                        insert into thesaurus.version
                            (concept, number, means, labels, removed, author, reason)
                        values (:id, :number, :means, :labels::jsonb, :removed, :author, :reason)
                        """)
                .param("id", kept.id())
                .param("number", kept.version())
                .param("means", means(kept.concept()))
                .param("labels", labels(kept.concept()))
                .param("removed", kept.removed())
                .param("author", author)
                .param("reason", reason)
                .update();
    }

    void grow() {
        jdbc.sql("update thesaurus.state set number = number + 1").update();
    }

    /** The newest first. */
    List<ConceptVersion> versions(Kept kept) {
        return jdbc.sql(
                        """
                        select number, means, labels, removed, author, reason, at
                        from thesaurus.version where concept = :id order by number desc
                        """)
                .param("id", kept.id())
                .query((row, n) ->
                        new ConceptVersion(
                                row.getInt("number"),
                                concept(row, kept.concept().code()),
                                row.getBoolean("removed"),
                                Rows.uuidOrNull(row, "author"),
                                row.getString("reason"),
                                Rows.instant(row, "at")))
                .list();
    }

    private static String[] means(Concept concept) {
        return concept.values().stream().sorted().toArray(String[]::new);
    }

    private static String labels(Concept concept) {
        Map<String, List<String>> byCode = new LinkedHashMap<>();
        concept.labels().forEach((language, labels) -> byCode.put(language.code(), labels));
        return Json.write(byCode);
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        return new Kept(
                Rows.uuid(row, "id"),
                concept(row, row.getString("code")),
                row.getInt("version"),
                row.getBoolean("removed"));
    }

    private static Concept concept(ResultSet row, String code) throws SQLException {
        Map<Language, List<String>> labels = new EnumMap<>(Language.class);
        Map<String, List<String>> stored =
                Json.read(row.getString("labels"), new TypeReference<>() {});
        for (Language language : Language.values()) {
            labels.put(language, stored.getOrDefault(language.code(), List.of()));
        }
        String[] means = (String[]) row.getArray("means").getArray();
        return new Concept(code, new TreeSet<>(Arrays.asList(means)), labels);
    }
}

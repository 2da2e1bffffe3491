package org.rivages.bench;

import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.rivages.platform.TestDatabase;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchEngine;
import org.rivages.search.SearchQuery;
import org.rivages.search.SearchResult;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * PostgreSQL full text in three languages, with facets in one SQL statement. Its own stemming and
 * no typing errors forgiven, so its counts differ.
 */
final class BenchSearchPostgres implements SearchEngine {
    private static final DataSource DATABASE = TestDatabase.empty();

    private final ThreadLocal<JdbcClient> jdbc =
            ThreadLocal.withInitial(() -> JdbcClient.create(single()));
    private final List<SingleConnectionDataSource> open =
            java.util.Collections.synchronizedList(new ArrayList<>());

    private DataSource single() {
        try {
            var one = new SingleConnectionDataSource(DATABASE.getConnection(), true);
            open.add(one);
            return one;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void index(Consumer<Consumer<SearchDocument>> everything) throws IOException {
        jdbc.get().sql("drop table if exists bench").update();
        StringBuilder columns = new StringBuilder();
        COUNTED.forEach(name -> columns.append("c_").append(name).append(" text[], "));
        jdbc.get()
                .sql(
                        "create unlogged table bench (id int generated always as identity primary"
                                + " key, "
                                + columns
                                + "words tsvector, name text, day int, changed bigint, record text)")
                .update();
        try (Connection connection = DATABASE.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(insert())) {
                int[] waiting = {0};
                everything.accept(record -> {
                    try {
                        fill(connection, insert, record);
                        if (++waiting[0] % 1000 == 0) {
                            insert.executeBatch();
                        }
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
                insert.executeBatch();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IOException(e);
        }
        jdbc.get().sql("create index on bench using gin (words)").update();
        COUNTED.forEach(name ->
                jdbc.get().sql("create index on bench using gin (c_" + name + ")").update());
        for (String column : List.of("name", "day desc", "changed desc")) {
            jdbc.get().sql("create index on bench (" + column + ")").update();
        }
        jdbc.get().sql("vacuum analyze bench").update();
    }

    private static String insert() {
        return "insert into bench ("
                + String.join(", ", COUNTED.stream().map(name -> "c_" + name).toList())
                + ", words, name, day, changed, record) values ("
                + "?, ".repeat(COUNTED.size())
                + "to_tsvector('english', ?) || to_tsvector('french', ?)"
                + " || to_tsvector('arabic', ?) || to_tsvector('simple', ?), ?, ?, ?, ?)";
    }

    private static void fill(Connection connection, PreparedStatement insert, SearchDocument record)
            throws SQLException {
        int at = 1;
        for (String criterion : COUNTED) {
            Set<String> values =
                    switch (criterion) {
                        case "kind" -> Set.of(record.kind());
                        case "year" -> Set.of(record.dates().getFirst().edtf().substring(0, 4));
                        default -> record.criteria().getOrDefault(criterion, Set.of());
                    };
            Array array = connection.createArrayOf("text", values.toArray());
            insert.setArray(at++, array);
        }
        StringBuilder all = new StringBuilder();
        for (Language language : Language.values()) {
            StringBuilder text = new StringBuilder();
            for (LocalizedText each : List.of(record.title(), record.summary(), record.text())) {
                text.append(each.exactly(language)).append(' ');
            }
            insert.setString(at++, text.toString());
            all.append(text);
        }
        insert.setString(at++, all.toString());
        insert.setString(at++, record.title().in(Language.EN));
        insert.setInt(at++, (int) record.dates().getFirst().start().toEpochDay());
        insert.setLong(at++, record.changedAt().toEpochMilli());
        insert.setString(at, record.path());
        insert.addBatch();
    }

    @Override
    public SearchResult search(SearchQuery query) {
        Map<String, Object> values = new LinkedHashMap<>();
        String text = text(query, values);
        StringBuilder sql = new StringBuilder("with base as materialized (select * from bench");
        sql.append(text.isEmpty() ? "" : " where words @@ (" + text + ")").append(") ");
        for (String criterion : COUNTED) {
            sql.append(
                    "select '%1$s' as c, v, count(*) as n from base, unnest(c_%1$s) v where "
                            .formatted(criterion));
            sql.append(where(query, criterion)).append(" group by v union all ");
        }
        sql.append("select '', '', count(*) from base where ").append(where(query, ""));
        query.criteria()
                .forEach((criterion, wanted) ->
                        values.put(criterion, wanted.toArray(String[]::new)));
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        COUNTED.forEach(criterion -> counts.put(criterion, new TreeMap<>()));
        long[] total = {0};
        jdbc.get()
                .sql(sql.toString())
                .params(values)
                .query(row -> {
                    if (row.getString(1).isEmpty()) {
                        total[0] = row.getLong(3);
                    } else {
                        counts.get(row.getString(1)).put(row.getString(2), row.getInt(3));
                    }
                });
        hits(query, text, values);
        return new SearchResult(total[0], List.of(), counts, Map.of(), false, "");
    }

    private void hits(SearchQuery query, String text, Map<String, Object> values) {
        String order =
                switch (query.sort()) {
                    case DATE -> "day desc";
                    case CHANGED -> "changed desc";
                    case NAME, DISTANCE -> "name";
                    case RELEVANCE -> "ts_rank(words, " + text + ") desc";
                };
        jdbc.get()
                .sql(
                        "select record from bench where "
                                + (text.isEmpty() ? "true" : "words @@ (" + text + ")")
                                + " and "
                                + where(query, "")
                                + " order by "
                                + order
                                + " limit 20")
                .params(values)
                .query(String.class)
                .list();
    }

    private static String where(SearchQuery query, String but) {
        StringBuilder where = new StringBuilder("true");
        query.criteria()
                .keySet()
                .forEach(criterion -> {
                    if (!criterion.equals(but)) {
                        where.append(" and c_%1$s && array[:%1$s]::text[]".formatted(criterion));
                    }
                });
        return where.toString();
    }

    private static String text(SearchQuery query, Map<String, Object> values) {
        if (query.text().isBlank()) {
            return "";
        }
        if (query.text().startsWith("\"")) {
            values.put("phrase", query.text());
            return "phraseto_tsquery('simple', :phrase)";
        }
        boolean isOpen = !query.text().endsWith(" ");
        List<String> parts = new ArrayList<>();
        List<String> words = SearchEngine.words(query.text());
        for (int i = 0; i < words.size(); i++) {
            String name = "w" + i;
            values.put(name, words.get(i));
            String simple =
                    isOpen && i == words.size() - 1
                            ? "to_tsquery('simple', :" + name + " || ':*')"
                            : "plainto_tsquery('simple', :" + name + ")";
            parts.add(
                    "(plainto_tsquery('english', :%1$s) || plainto_tsquery('french', :%1$s) || plainto_tsquery('arabic', :%1$s) || %2$s)"
                            .formatted(name, simple));
        }
        return String.join(" && ", parts);
    }

    @Override
    public boolean isSlow() {
        return true;
    }

    @Override
    public List<ProcessHandle> processes() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/bin/postgres"))
                .toList();
    }

    @Override
    public void close() {
        open.forEach(SingleConnectionDataSource::destroy);
    }
}

package org.rivages.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rivages.platform.BackupManifest.Sequence;

/**
 * What is in a database, as a backup sees it: everything but the system's own, Flyway's history
 * (restored by migrating), web sessions (people sign in again) and who asked the API of late.
 */
record DatabaseCatalog(Connection connection) {

    private static final String OURS =
            """
            n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'flyway')
            and (n.nspname, c.relname) not in
                (('accounts', 'web_session'), ('accounts', 'web_session_attributes'),
                 ('api', 'request_count'))
            and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
            """;

    /** A constraint that is taken away while rows come in, in no order, and then put back. */
    record ForeignKey(String table, String name, String definition) {}

    /** The columns that are stored and not computed, of every table, by quoted name. */
    Map<String, List<String>> tables() throws SQLException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        String sql =
                """
                select format('%I.%I', n.nspname, c.relname), quote_ident(a.attname)
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid
                where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
                  and a.attgenerated = '' and OURS
                order by n.nspname, c.relname, a.attnum
                """;
        query(
                sql.replace("OURS", OURS),
                row ->
                        tables.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                                .add(row.getString(2)));
        return tables;
    }

    Map<String, Sequence> sequences() throws SQLException {
        List<String> names = new ArrayList<>();
        query(
                """
                select format('%I.%I', n.nspname, c.relname)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'S' and OURS
                order by 1
                """
                        .replace("OURS", OURS),
                row -> names.add(row.getString(1)));
        Map<String, Sequence> sequences = new LinkedHashMap<>();
        for (String name : names) {
            query(
                    "select last_value, is_called from " + name,
                    row -> sequences.put(name, new Sequence(row.getLong(1), row.getBoolean(2))));
        }
        return sequences;
    }

    List<ForeignKey> foreignKeys() throws SQLException {
        List<ForeignKey> keys = new ArrayList<>();
        query(
                """
                select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)
                from pg_constraint
                where contype = 'f' and conparentid = 0
                order by 1, 2
                """,
                row ->
                        keys.add(
                                new ForeignKey(
                                        row.getString(1), row.getString(2), row.getString(3))));
        return keys;
    }

    /** Applied versions with their checksums, in the order in which they were applied. */
    Map<String, Integer> migrations() throws SQLException {
        Map<String, Integer> migrations = new LinkedHashMap<>();
        query(
                """
                select version, checksum from flyway.flyway_schema_history
                where success and version is not null
                order by installed_rank
                """,
                row -> migrations.put(row.getString(1), row.getInt(2)));
        return migrations;
    }

    List<String> schemas() throws SQLException {
        List<String> schemas = new ArrayList<>();
        query(
                """
                select quote_ident(nspname) from pg_namespace
                where nspname !~ '^pg_' and nspname <> 'information_schema'
                """,
                row -> schemas.add(row.getString(1)));
        return schemas;
    }

    /** True when nobody has put a table, view or sequence anywhere. */
    boolean isEmpty() throws SQLException {
        List<Long> found = new ArrayList<>();
        query(
                """
                select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                """,
                row -> found.add(row.getLong(1)));
        return found.getFirst() == 0;
    }

    private void query(String sql, RowReader reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }
}

package org.rivages.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class BackupIT {

    @TempDir Path folder;
    private DataSource house;
    private Path file;

    @BeforeEach
    void makeAHouse() throws SQLException {
        house = TestDatabase.migrated();
        file = folder.resolve("house.zip");
        JdbcClient jdbc = JdbcClient.create(house);
        jdbc.sql(
                        """
                        insert into events.event_publication
                        values (gen_random_uuid(), 'listener', 'type', '{"word": "ضفاف"}', now())
                        """)
                .update();
        try (Connection connection = house.getConnection()) {
            Backup.write(connection, file);
        }
    }

    @Test
    void bringsEveryRowBack() {
        DataSource copy = TestDatabase.empty();
        restore(copy);
        assertThat(contents(copy)).isEqualTo(contents(house));
        assertThat(keysAndTriggers(copy)).isEqualTo(keysAndTriggers(house));
    }

    @Test
    void bringsTheSameFileAgainFromTheCopy() throws Exception {
        DataSource copy = TestDatabase.empty();
        restore(copy);
        Path second = folder.resolve("second.zip");
        try (Connection connection = copy.getConnection()) {
            BackupManifest again = Backup.write(connection, second);
            try (BackupFile first = BackupFile.open(file)) {
                assertThat(again.tables()).isEqualTo(first.manifest().tables());
                assertThat(again.sequences()).isEqualTo(first.manifest().sequences());
                assertThat(again.migrations()).isEqualTo(first.manifest().migrations());
            }
        }
    }

    @Test
    void isReadableByItsOwnerOnlyAndOverwritesNothing() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Connection connection = house.getConnection()) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> Backup.write(connection, file))
                    .withMessageContaining("exists already");
        }
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void refusesADatabaseThatIsNotEmpty() {
        refuses(house, "not empty");
        assertThat(contents(house)).isNotEmpty();
    }

    @Test
    void refusesADamagedFile() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        refusesFile();
        Files.write(file, List.of("not a zip"));
        refusesFile();
    }

    @Test
    void refusesATamperedEntry() throws Exception {
        change("/tables/events.event_publication", "forged");
        refusesFile();
    }

    @Test
    void refusesATamperedManifest() throws Exception {
        change("/manifest.json", "{\"format\":1}");
        refusesFile();
    }

    @Test
    void refusesAnEntryThatDoesNotBelongThere() throws Exception {
        change("/tables/pg_catalog.pg_authid", "forged");
        refusesFile();
    }

    @Test
    void refusesAFileFromANewerProgramAndLeavesTheDatabaseEmpty() throws Exception {
        changeManifest("\"20261122.1000\"", "\"29991231.2359\"");
        DataSource copy = TestDatabase.empty();
        refuses(copy, "another version of Rivages");
        assertThat(contents(copy)).isEmpty();
    }

    @Test
    void leavesTheDatabaseEmptyWhenItFailsHalfWay() throws Exception {
        changeManifest("\"rows\" : 1,", "\"rows\" : 2,");
        DataSource copy = TestDatabase.empty();
        refuses(copy, "not the number of rows");
        assertThat(contents(copy)).isEmpty();
        assertThat(count(copy, "select count(*) from pg_namespace where nspname = 'events'"))
                .isZero();
    }

    private void refusesFile() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> BackupFile.open(file).close())
                .withMessageContaining("damaged, was changed, or is no backup")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    private void refuses(DataSource database, String message) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> restore(database))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    private void restore(DataSource database) {
        try (BackupFile backup = BackupFile.open(file)) {
            Restore.read(database, backup);
        }
    }

    private void change(String entry, String text) throws IOException {
        try (FileSystem zip =
                FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), Map.of())) {
            Files.writeString(zip.getPath(entry), text);
        }
    }

    /** As a careful forger would, with the hash. */
    private void changeManifest(String from, String to) throws IOException {
        try (FileSystem zip =
                FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), Map.of())) {
            Path manifest = zip.getPath("/manifest.json");
            String text = Files.readString(manifest);
            assertThat(text).contains(from);
            String changed = text.replace(from, to);
            Files.writeString(manifest, changed);
            Files.writeString(
                    zip.getPath("/manifest.sha256"),
                    Sha256.of(changed.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Every table with a digest of its rows, as text and without order. */
    private static Map<String, String> contents(DataSource database) {
        try (Connection connection = database.getConnection()) {
            Map<String, String> contents = new java.util.TreeMap<>();
            JdbcClient jdbc = JdbcClient.create(database);
            for (String table : new DatabaseCatalog(connection).tables().keySet()) {
                contents.put(
                        table,
                        jdbc.sql(
                                        "select count(*) || md5(coalesce(string_agg(t::text, '|'"
                                                + " order by t::text), '')) from "
                                                + table
                                                + " t")
                                .query(String.class)
                                .single());
            }
            return contents;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> keysAndTriggers(DataSource database) {
        return JdbcClient.create(database)
                .sql(
                        """
                        select conrelid::regclass || ' ' || pg_get_constraintdef(oid)
                        from pg_constraint where contype = 'f'
                        union all
                        select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text
                        from pg_trigger where not tgisinternal
                        order by 1
                        """)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static long count(DataSource database, String sql) {
        return JdbcClient.create(database).sql(sql).query(Long.class).single();
    }
}

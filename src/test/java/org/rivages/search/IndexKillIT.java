package org.rivages.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rivages.platform.TestDatabase;
import org.rivages.shared.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The feeding program is a real one, and is really killed. */
class IndexKillIT {
    private static final int KILLS = 5;

    private final DriverManagerDataSource database =
            (DriverManagerDataSource) TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(database));
    private final SearchChanges changes = new SearchChanges(jdbc, new ContentVersion());
    private final Random random = new Random(11);

    @Test
    void catchesUpExactlyAfterBeingKilledAtAnyMoment(@TempDir Path parent) throws Exception {
        Path folder = parent.resolve("index");
        jdbc.sql("create table search.killed (id uuid primary key, slug text not null)").update();
        for (int kill = 0; kill < KILLS; kill++) {
            Process program = start(folder);
            try {
                awaitLine(program, folder.resolveSibling("killed.log"));
                for (int i = 20 + random.nextInt(60); i > 0; i--) {
                    change();
                }
            } finally {
                program.destroyForcibly();
                program.waitFor();
            }
            assertThat(program.exitValue()).as("killed, not ended").isEqualTo(128 + 9);
        }
        change();
        try (LuceneIndex index = LuceneIndex.in(SearchExamples.ANALYSIS, folder)) {
            long before = Objects.requireNonNull(index.position()).transaction();
            KilledIndex.feed(index, database).catchUp();
            assertThat(Objects.requireNonNull(index.position()).transaction())
                    .isGreaterThan(before);
            assertThat(new TreeSet<>(found(index))).isEqualTo(stored());
            assertThat(found(index)).doesNotHaveDuplicates();
        }
    }

    private static java.util.List<String> found(LuceneIndex index) {
        return SearchIndexContract.found(index, SearchQuery.all(Language.EN).page(1, 1000));
    }

    private TreeSet<String> stored() {
        return new TreeSet<>(jdbc.sql("select slug from search.killed").query(String.class).list());
    }

    /** Puts, or takes away, one of two hundred records. */
    private void change() {
        String slug = "r" + random.nextInt(200);
        transaction.executeWithoutResult(status -> {
            int gone =
                    jdbc.sql("delete from search.killed where id = :id")
                            .param("id", SearchExamples.id(slug))
                            .update();
            if (gone == 0 || random.nextBoolean()) {
                jdbc.sql("insert into search.killed values (:id, :slug)")
                        .param("id", SearchExamples.id(slug))
                        .param("slug", slug)
                        .update();
            }
            changes.changed("organisation", SearchExamples.id(slug));
        });
    }

    private Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledIndex.class.getName(),
                        Objects.requireNonNull(database.getUrl()),
                        Objects.requireNonNull(database.getUsername()),
                        Objects.requireNonNull(database.getPassword()),
                        folder.toString())
                .redirectError(folder.resolveSibling("killed.log").toFile())
                .start();
    }

    private static void awaitLine(Process program, Path log) throws IOException {
        var lines =
                new BufferedReader(
                        new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals("caught up")) {
                return;
            }
        }
        throw new AssertionError("the program ended by itself: " + Files.readString(log));
    }
}

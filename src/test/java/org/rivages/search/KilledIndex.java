package org.rivages.search;

import static org.rivages.search.SearchExamples.record;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.rivages.platform.Readiness;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A program of its own that feeds an index in a folder from a database until it is killed. Records
 * stand in the table {@code search.killed}.
 */
final class KilledIndex {
    private KilledIndex() {}

    public static void main(String[] args) throws Exception {
        DataSource database = new DriverManagerDataSource(args[0], args[1], args[2]);
        JdbcClient jdbc = JdbcClient.create(database);
        try (LuceneIndex index = LuceneIndex.in(SearchExamples.ANALYSIS, Path.of(args[3]))) {
            IndexFeed feed = feed(index, database);
            while (true) {
                feed.catchUp();
                System.out.println("caught up");
                Thread.sleep(5);
            }
        }
    }

    static IndexFeed feed(FedIndex index, DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        return new IndexFeed(
                index,
                new ChangeStore(jdbc),
                new ContentVersion(),
                new Readiness(),
                new LiveThesaurus(SearchExamples.ANALYSIS, Optional.empty()),
                new IndexProgress(),
                new BuildTurn(database),
                List.of(new Records(jdbc)));
    }

    /** The records of the table. */
    record Records(JdbcClient jdbc) implements SearchSource {
        @Override
        public String kind() {
            return "organisation";
        }

        @Override
        public Optional<SearchDocument> document(UUID id) {
            return jdbc.sql("select slug from search.killed where id = :id")
                    .param("id", id)
                    .query(String.class)
                    .optional()
                    .map(slug -> record(slug).build());
        }

        @Override
        public void each(Consumer<SearchDocument> consumer) {
            jdbc.sql("select slug from search.killed").query(String.class).list().stream()
                    .map(slug -> record(slug).build())
                    .forEach(consumer);
        }
    }
}

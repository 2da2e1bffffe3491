package org.rivages.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rivages.search.SearchExamples.record;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rivages.platform.Readiness;
import org.rivages.platform.TestDatabase;
import org.rivages.shared.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The feed on a real PostgreSQL: order of commits, interruption, pruning. */
class IndexFeedIT {
    private final javax.sql.DataSource database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(database));
    private final ContentVersion version = new ContentVersion();
    private final SearchChanges changes = new SearchChanges(jdbc, version);
    private final ChangeStore store = new ChangeStore(jdbc);
    private final Map<UUID, SearchDocument> records = new ConcurrentHashMap<>();
    private final Directory directory = new ByteBuffersDirectory();

    private final SearchSource source =
            new SearchSource() {
                @Override
                public String kind() {
                    return "organisation";
                }

                @Override
                public Optional<SearchDocument> document(UUID id) {
                    return Optional.ofNullable(records.get(id));
                }

                @Override
                public void each(Consumer<SearchDocument> consumer) {
                    records.values().forEach(consumer);
                }
            };

    private LuceneIndex index() {
        return new LuceneIndex(analysis, lasting(directory), new ByteBuffersDirectory());
    }

    /** What lies on a disk is still there when an index has closed it. */
    private static Directory lasting(Directory directory) {
        return new FilterDirectory(directory) {
            @Override
            public void close() {}
        };
    }

    private final Analysis analysis = new Analysis(Thesaurus.EMPTY);
    private final IndexProgress progress = new IndexProgress();
    private Optional<ThesaurusSource> thesaurus = Optional.empty();

    private IndexFeed feed(FedIndex index) {
        return feed(index, source);
    }

    private IndexFeed feed(FedIndex index, SearchSource from) {
        return new IndexFeed(
                index,
                store,
                version,
                new Readiness(),
                new LiveThesaurus(analysis, thesaurus),
                progress,
                new BuildTurn(database),
                List.of(from));
    }

    private void write(String slug) {
        SearchDocument record = record(slug).build();
        records.put(record.id(), record);
        changes.changed("organisation", record.id());
    }

    private static long total(SearchIndex index) {
        return index.search(SearchQuery.all(Language.EN), Reader.VISITOR).total();
    }

    @Test
    void buildsTheIndexFirstAndFollowsThen() throws Exception {
        write("a");
        try (LuceneIndex index = index()) {
            IndexFeed feed = feed(index);
            feed.catchUp();
            assertThat(total(index)).isEqualTo(1);
            long before = version.now();
            write("b");
            records.remove(SearchExamples.id("a"));
            changes.changed("organisation", SearchExamples.id("a"));
            feed.catchUp();
            assertThat(SearchIndexContract.found(index, "")).containsExactly("b");
            assertThat(version.now()).isGreaterThan(before);
        }
    }

    /** The line of a slow transaction has the smaller number and becomes visible later. */
    @Test
    void missesNoChangeOfATransactionThatCommitsLate() throws Exception {
        try (LuceneIndex index = index()) {
            IndexFeed feed = feed(index);
            feed.catchUp();
            CountDownLatch written = new CountDownLatch(1);
            CountDownLatch other = new CountDownLatch(1);
            Thread slow =
                    Thread.ofPlatform()
                            .start(() ->
                                    transaction.executeWithoutResult(status -> {
                                        write("slow");
                                        written.countDown();
                                        await(other);
                                    }));
            await(written);
            records.remove(SearchExamples.id("slow"));
            transaction.executeWithoutResult(status -> write("fast"));
            feed.catchUp();
            records.put(SearchExamples.id("slow"), record("slow").build());
            other.countDown();
            slow.join(Duration.ofSeconds(20));
            feed.catchUp();
            assertThat(SearchIndexContract.found(index, "")).containsExactly("fast", "slow");
        }
    }

    @Test
    void catchesUpAfterBeingKilledAtAnyMoment() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 12; round++) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                write("r" + random.nextInt(20));
            }
            LuceneIndex index = index();
            try {
                if (random.nextBoolean()) {
                    feed(new Dying(index, random.nextInt(2))).catchUp();
                }
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("killed");
            }
            index.close();
            try (LuceneIndex next = index()) {
                feed(next).catchUp();
                assertThat(total(next)).isEqualTo(records.size());
            }
        }
    }

    @Test
    void buildsAnewWhatIsTooFarBehindOrOfAnotherDatabase() throws Exception {
        write("a");
        try (LuceneIndex index = index()) {
            IndexFeed feed = feed(index);
            feed.catchUp();
            Position far = java.util.Objects.requireNonNull(index.position());
            records.put(SearchExamples.id("b"), record("b").build());
            // a transaction of its own, so that what is pruned lies beyond what the index has
            jdbc.sql("select pg_current_xact_id()::text").query(String.class).single();
            jdbc.sql("update search.pruned set below = pg_current_xact_id()").update();
            feed.catchUp();
            assertThat(total(index)).isEqualTo(2);
            records.put(SearchExamples.id("c"), record("c").build());
            index.apply(Map.of(), new Position("another", far.transaction(), far.changedAt()));
            feed.catchUp();
            assertThat(total(index)).isEqualTo(3);
        }
    }

    @Test
    void throwsAwayOnlyOldLinesThatAreInTheIndex() {
        write("a");
        jdbc.sql("update search.change set at = at - interval '2 days'").update();
        write("b");
        store.prune(store.horizon());
        assertThat(jdbc.sql("select count(*) from search.change").query(Long.class).single())
                .isEqualTo(1);
        assertThat(store.pruned()).isPositive();
    }

    @Test
    void passesOverARecordThatCannotBeDescribed() throws Exception {
        try (LuceneIndex index = index()) {
            feed(index).catchUp();
            SearchSource broken =
                    new SearchSource() {
                        @Override
                        public String kind() {
                            return "organisation";
                        }

                        @Override
                        public Optional<SearchDocument> document(UUID id) {
                            if (id.equals(SearchExamples.id("bad"))) {
                                throw new IllegalArgumentException(
                                        "a record of a test that cannot be read");
                            }
                            return source.document(id);
                        }

                        @Override
                        public void each(Consumer<SearchDocument> consumer) {
                            source.each(consumer);
                        }
                    };
            write("bad");
            write("good");
            feed(index, broken).catchUp();
            assertThat(SearchIndexContract.found(index, "")).containsExactly("good");
        }
    }

    @Test
    void findsAWriteByItselfAndSaysHowSoon() throws Exception {
        try (LuceneIndex index = index()) {
            IndexFeed feed = feed(index);
            feed.start();
            try {
                long slowest = 0;
                for (int i = 1; i <= 20; i++) {
                    write("w" + i);
                    long begin = System.nanoTime();
                    while (total(index) < i) {
                        Thread.sleep(2);
                    }
                    slowest = Math.max(slowest, System.nanoTime() - begin);
                }
                System.out.printf(
                        "the slowest of 20 writes was found after %d ms%n", slowest / 1_000_000);
            } finally {
                feed.stop();
            }
            assertThat(total(index)).isEqualTo(20);
        }
    }

    @Test
    void tellsHowFarANewIndexIsWhileTheOldOneAnswers() throws Exception {
        try (LuceneIndex index = index()) {
            write("a");
            feed(index).catchUp();
            assertThat(progress.now().building()).isFalse();
            assertThat(progress.now().records()).isEqualTo(1);
            write("b");
            List<IndexProgress.State> seen = new java.util.ArrayList<>();
            SearchSource watched =
                    new SearchSource() {
                        @Override
                        public String kind() {
                            return "session";
                        }

                        @Override
                        public Optional<SearchDocument> document(UUID id) {
                            return source.document(id);
                        }

                        @Override
                        public void each(Consumer<SearchDocument> consumer) {
                            source.each(record -> {
                                consumer.accept(record);
                                seen.add(progress.now());
                                assertThat(total(index)).isEqualTo(1);
                            });
                        }
                    };
            feed(index, watched).catchUp();
            assertThat(total(index)).isEqualTo(2);
            assertThat(seen).extracting(IndexProgress.State::records).containsExactly(1L, 2L);
            assertThat(seen).allMatch(state -> state.building() && state.before() == 1);
            assertThat(progress.now().building()).isFalse();
        }
    }

    /** A number that somebody raises, as the room of the thesaurus does with each change. */
    private static final class Edited implements ThesaurusSource {
        private long number = 1;
        private Thesaurus thesaurus = Thesaurus.EMPTY;

        @Override
        public long number() {
            return number;
        }

        @Override
        public Thesaurus now() {
            return thesaurus;
        }
    }

    @Test
    void goesByTheThesaurusAsItIsEdited() throws Exception {
        Edited edited = new Edited();
        thesaurus = Optional.of(edited);
        SearchDocument record = record("practice").title("", "", "القمامة").build();
        records.put(record.id(), record);
        try (LuceneIndex index = index()) {
            IndexFeed feed = feed(index);
            feed.catchUp();
            assertThat(SearchIndexContract.found(index, "déchets ")).isEmpty();
            edited.thesaurus = Thesaurus.read("waste\t\twaste\tdéchets\tالقمامة");
            feed.catchUp();
            assertThat(SearchIndexContract.found(index, "déchets ")).isEmpty();
            edited.number = 2;
            feed.catchUp();
            assertThat(SearchIndexContract.found(index, "déchets ")).containsExactly("practice");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Dies before or after its write reaches the disk. */
    private record Dying(LuceneIndex index, int moment) implements FedIndex {
        @Override
        public @Nullable Position position() {
            return index.position();
        }

        @Override
        public void apply(Map<String, Optional<SearchDocument>> batch, Position position) {
            if (moment == 1) {
                index.apply(new LinkedHashMap<>(batch), position);
            }
            throw new IllegalStateException("killed");
        }

        @Override
        public void rebuild(Consumer<Consumer<SearchDocument>> everything, Position position) {
            if (moment == 1) {
                index.rebuild(everything, position);
            }
            throw new IllegalStateException("killed");
        }

        @Override
        public SearchResult search(SearchQuery query, Reader reader) {
            return index.search(query, reader);
        }

        @Override
        public void close() throws java.io.IOException {
            index.close();
        }

        @Override
        public java.time.Instant changedAt() {
            return index.changedAt();
        }
    }

    @Test
    void copiesThatShareAnIndexBuildItOneAtATime() {
        BuildTurn one = new BuildTurn(database);
        BuildTurn two = new BuildTurn(database);
        List<String> built = new ArrayList<>();
        assertThat(
                        one.take(() -> {
                            built.add("one");
                            assertThat(two.take(() -> built.add("two meanwhile"))).isFalse();
                        }))
                .isTrue();
        assertThat(two.take(() -> built.add("two after it"))).isTrue();
        assertThat(built).containsExactly("one", "two after it");
    }

    @Test
    void aFeedThatIsStoppedInTheMidstOfAWriteLeavesTheIndexUsable(@TempDir Path folder)
            throws Exception {
        List<IndexFeed> feeds = new CopyOnWriteArrayList<>();
        SearchSource stopping =
                new SearchSource() {
                    @Override
                    public String kind() {
                        return source.kind();
                    }

                    @Override
                    public Optional<SearchDocument> document(UUID id) {
                        Thread.ofVirtual().start(feeds.getLast()::stop);
                        while (feeds.getLast().isRunning()) {
                            Thread.onSpinWait();
                        }
                        LockSupport.parkNanos(100_000_000);
                        return source.document(id);
                    }

                    @Override
                    public void each(Consumer<SearchDocument> consumer) {
                        source.each(consumer);
                    }
                };
        try (LuceneIndex index = LuceneIndex.in(analysis, folder)) {
            IndexFeed feed = feed(index, stopping);
            feeds.add(feed);
            feed.catchUp();
            write("a");
            feed.start();
            for (int tries = 0; tries < 400 && total(index) == 0; tries++) {
                Thread.sleep(50);
            }
            assertThat(total(index)).isEqualTo(1);
            write("b");
            feed(index).catchUp();
            assertThat(total(index)).isEqualTo(2);
        }
    }
}

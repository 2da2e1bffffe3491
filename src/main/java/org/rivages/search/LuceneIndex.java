package org.rivages.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index in a folder of this machine. Its position lies in Lucene's own commit, so that records
 * and position survive together or not at all.
 */
final class LuceneIndex implements FedIndex {
    private static final Logger log = LoggerFactory.getLogger(LuceneIndex.class);

    private static final double BUILDING_MB = 64;

    private final LuceneDocuments documents;
    private final Segments segments = new Segments();
    private final LuceneSearch searches;
    private final Analysis analysis;
    private final Directory directory;
    private final Directory aside;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile @Nullable Position position;

    /**
     * @param aside where a new state is built before it replaces the old one
     */
    LuceneIndex(Analysis analysis, Directory directory, Directory aside) {
        this.analysis = analysis;
        documents = new LuceneDocuments(new Descriptions(analysis));
        searches = new LuceneSearch(analysis, segments);
        this.directory = directory;
        this.aside = aside;
        try {
            writer = open();
            position = positionIn(writer.getLiveCommitData());
            searchers = new SearcherManager(writer, new Searchers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LuceneIndex in(Analysis analysis, Path folder) {
        try {
            return new LuceneIndex(
                    analysis,
                    FSDirectory.open(Files.createDirectories(folder)),
                    FSDirectory.open(
                            Files.createDirectories(
                                    folder.resolveSibling(folder.getFileName() + ".new"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What cannot be read is thrown away: everything in it stands in the database. */
    private IndexWriter open() throws IOException {
        try {
            return new IndexWriter(directory, config(OpenMode.CREATE_OR_APPEND));
        } catch (IOException | IllegalArgumentException e) {
            if (e instanceof org.apache.lucene.store.LockObtainFailedException) {
                throw e;
            }
            log.warn("the search index cannot be read and is built anew: {}", e.toString());
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
            return new IndexWriter(directory, config(OpenMode.CREATE));
        }
    }

    private IndexWriterConfig config(OpenMode mode) {
        return new IndexWriterConfig(analysis.analyzer())
                .setOpenMode(mode)
                .setSimilarity(new Relevance())
                .setRAMBufferSizeMB(16)
                .setMergedSegmentWarmer(segments::prepare)
                .setCommitOnClose(false);
    }

    private static final class Searchers extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(
                org.apache.lucene.index.IndexReader reader,
                org.apache.lucene.index.@Nullable IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new Relevance());
            searcher.setQueryCache(null);
            return searcher;
        }
    }

    private static @Nullable Position positionIn(
            @Nullable Iterable<Map.Entry<String, String>> commit) {
        Map<String, String> data = new HashMap<>();
        if (commit != null) {
            commit.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        if (!LuceneDocuments.SCHEMA.equals(data.get("schema"))) {
            return null;
        }
        return new Position(
                "" + data.get("database"),
                Long.parseLong("" + data.get("transaction")),
                Instant.parse("" + data.get("changedAt")));
    }

    @Override
    public @Nullable Position position() {
        return position;
    }

    @Override
    public Instant changedAt() {
        Position known = position;
        return known == null ? Instant.EPOCH : known.changedAt();
    }

    @Override
    public synchronized void apply(
            Map<String, Optional<SearchDocument>> records, Position newPosition) {
        try {
            for (Map.Entry<String, Optional<SearchDocument>> each : records.entrySet()) {
                Term key = new Term(LuceneDocuments.KEY, each.getKey());
                if (each.getValue().isPresent()) {
                    put(writer, each.getValue().get());
                } else {
                    writer.deleteDocuments(key);
                }
            }
            commit(newPosition);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Builds aside and takes the whole over in one commit: a failure on the way changes nothing.
     */
    @Override
    public synchronized void rebuild(
            Consumer<Consumer<SearchDocument>> everything, Position newPosition) {
        try {
            try (IndexWriter fresh =
                            new IndexWriter(
                                    aside,
                                    config(OpenMode.CREATE).setRAMBufferSizeMB(BUILDING_MB));
                    ManyHands hands = new ManyHands(record -> add(fresh, record))) {
                everything.accept(hands);
                hands.finish();
                fresh.commit();
            }
            writer.deleteAll();
            writer.addIndexes(aside);
            commit(newPosition);
            for (String file : aside.listAll()) {
                aside.deleteFile(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(IndexWriter into, SearchDocument record) {
        try {
            into.addDocument(documents.document(record));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(IndexWriter into, SearchDocument record) {
        Term key = new Term(LuceneDocuments.KEY, Descriptions.key(record.kind(), record.id()));
        try {
            into.updateDocument(key, documents.document(record));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void commit(Position newPosition) throws IOException {
        writer.setLiveCommitData(
                Map.of(
                                "schema", LuceneDocuments.SCHEMA,
                                "database", newPosition.database(),
                                "transaction", String.valueOf(newPosition.transaction()),
                                "changedAt", newPosition.changedAt().toString())
                        .entrySet());
        writer.commit();
        searchers.maybeRefreshBlocking();
        position = newPosition;
    }

    @Override
    public SearchResult search(SearchQuery query, Reader reader) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return searches.search(searcher, query, reader);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
        aside.close();
    }
}

package org.rivages.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A way to answer searches, for benches and oracles outside of this room. What is asked is what
 * {@link SearchIndex} promises, as a visitor.
 */
public interface SearchEngine extends AutoCloseable {
    /** The criteria that rivals count; ours counts all it has. */
    List<String> COUNTED =
            List.of("kind", "country", "theme", "language", "year", "network", "status");

    void index(Consumer<Consumer<SearchDocument>> everything) throws IOException;

    SearchResult search(SearchQuery query) throws IOException;

    /** So slow that a bench should ask it less. */
    default boolean isSlow() {
        return false;
    }

    /** Other programs that work for it. */
    default List<ProcessHandle> processes() {
        return List.of();
    }

    @Override
    void close() throws IOException;

    /**
     * Puts these records in the place of all others into the index of a program that is stopped,
     * which then believes that it has built them itself.
     */
    static void fill(Path folder, Consumer<Consumer<SearchDocument>> everything)
            throws IOException {
        try (LuceneIndex index = LuceneIndex.in(SearchExamples.ANALYSIS, folder)) {
            index.rebuild(everything, Objects.requireNonNull(index.position()));
        }
    }

    /** Our own index in a folder, as the program runs it. */
    static SearchEngine ours(Path folder) {
        return new Ours(LuceneIndex.in(SearchExamples.ANALYSIS, folder));
    }

    /** The same records and the same text queries, counted by Lucene's DrillSideways. */
    static SearchEngine sideways(Path folder) throws IOException {
        return new Sideways(folder);
    }

    /** The same records and questions in a node of OpenSearch of its own. */
    static SearchEngine openSearch(String memory) throws IOException {
        OpenSearchNode node = OpenSearchNode.start("bench", memory);
        return new Ours(new OpenSearchIndex(SearchExamples.ANALYSIS, node.url(), "bench")) {
            @Override
            public List<ProcessHandle> processes() {
                return ProcessHandle.of(node.processId()).stream().toList();
            }

            @Override
            public void close() throws IOException {
                super.close();
                node.close();
            }
        };
    }

    /**
     * The words of a text as the unstemmed field keeps them, for engines that lack our analysis.
     */
    static List<String> words(String text) {
        return SearchExamples.ANALYSIS.words(Analysis.PLAIN, text);
    }

    /** Our index behind the port. */
    class Ours implements SearchEngine {
        private final FedIndex index;

        Ours(FedIndex index) {
            this.index = index;
        }

        @Override
        public void index(Consumer<Consumer<SearchDocument>> everything) {
            index.rebuild(everything, new Position("bench", 1, Instant.EPOCH));
        }

        @Override
        public SearchResult search(SearchQuery query) {
            return index.search(query, Reader.VISITOR);
        }

        @Override
        public void close() throws IOException {
            index.close();
        }
    }
}

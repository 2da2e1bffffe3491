package org.rivages.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.rivages.shared.Language;

/**
 * A way to answer searches, for benches and oracles outside of this room. What is asked is what
 * {@link SearchIndex} promises, as a visitor.
 */
public interface SearchEngine extends AutoCloseable {
    /** The criteria that rivals count; ours counts all it has. */
    List<String> COUNTED = List.of("kind", "country", "theme", "language", "year", "network", "status");

    void index(Consumer<Consumer<SearchDocument>> everything) throws IOException;

    SearchResult search(SearchQuery query) throws IOException;

    /** So slow that a bench should ask it less. */
    default boolean isSlow() {
        return false;
    }

    /** Seconds of processor that it used outside of this program. */
    default double cpu() {
        return 0;
    }

    /** Megabytes that it uses outside of this program. */
    default double memory() {
        return 0;
    }

    @Override
    void close() throws IOException;

    /** Our own index in a folder, as the program runs it. */
    static SearchEngine ours(Path folder) {
        return new Ours(LuceneIndex.in(SearchExamples.ANALYSIS, folder));
    }

    /** The same records and the same text queries, counted by Lucene's DrillSideways. */
    static SearchEngine sideways(Path folder) throws IOException {
        return new Sideways(folder);
    }

    /** The words of a text as the unstemmed field keeps them, for engines that lack our analysis. */
    static List<String> words(String text) {
        return SearchExamples.ANALYSIS.words(Analysis.PLAIN, text);
    }

    /** Our index behind the port. */
    final class Ours implements SearchEngine {
        private final FedIndex index;

        Ours(FedIndex index) {
            this.index = index;
        }

        @Override
        public void index(Consumer<Consumer<SearchDocument>> everything) {
            index.rebuild(everything, new Position("bench", 1, Instant.EPOCH));
        }

        /** One write, found as soon as this returns. */
        public void change(SearchDocument record) {
            index.apply(
                    java.util.Map.of(
                            Descriptions.key(record.kind(), record.id()),
                            java.util.Optional.of(record)),
                    new Position("bench", 2, Instant.EPOCH));
        }

        /** How many records there are for everybody. */
        public long size() {
            return search(SearchQuery.all(Language.EN)).total();
        }

        @Override
        public SearchResult search(SearchQuery query) {
            return index.search(query, Reader.VISITOR);
        }

        @Override
        public void close() throws IOException {
            ((LuceneIndex) index).close();
        }
    }
}

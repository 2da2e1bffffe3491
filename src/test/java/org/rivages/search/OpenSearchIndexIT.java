package org.rivages.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rivages.search.SearchExamples.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rivages.shared.Language;

/** The contract over a real OpenSearch node, and what only it can do: be lost and come back. */
class OpenSearchIndexIT extends SearchIndexContract {
    private static int number;
    private static @Nullable OpenSearchNode node;

    @BeforeAll
    @BeforeContainer
    static void start() throws IOException {
        if (node == null) {
            node = OpenSearchNode.start("contract-" + ProcessHandle.current().pid(), "512m");
        }
    }

    @AfterAll
    @AfterContainer
    static void stop() {
        if (node != null) {
            node.close();
            node = null;
        }
    }

    private static OpenSearchNode running() {
        return Objects.requireNonNull(node);
    }

    @Override
    FedIndex empty() {
        number++;
        return open();
    }

    /** Another copy of the index that was opened last. */
    private static OpenSearchIndex open() {
        return new OpenSearchIndex(SearchExamples.ANALYSIS, running().url(), "contract-" + number);
    }

    /** A lot of small indexes would make the node slow. */
    @AfterEach
    @AfterTry
    void forget() {
        try (OpenSearchClient client = new OpenSearchClient(running().url())) {
            client.maybe("DELETE", "contract-*-*", null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void sharesItsPositionWithOtherCopies() {
        FedIndex one = index(record("a").build());
        try (OpenSearchIndex other = open()) {
            assertThat(other.position()).isEqualTo(one.position());
            one.apply(
                    Map.of(
                            "organisation/" + SearchExamples.id("b"),
                            Optional.of(record("b").build())),
                    new Position("db", 5, Instant.EPOCH));
            assertThat(found(other, "")).containsExactly("a", "b");
            assertThat(Objects.requireNonNull(other.position()).transaction()).isEqualTo(5);
        }
    }

    @Test
    void keepsWhatANewerWriterWroteAgainstAnOlderOne() {
        FedIndex index = index();
        String key = "organisation/" + SearchExamples.id("a");
        index.apply(
                Map.of(key, Optional.of(record("a").title("Newer", "", "").build())),
                new Position("db", 9, Instant.EPOCH));
        index.apply(
                Map.of(key, Optional.of(record("a").title("Older", "", "").build())),
                new Position("db", 7, Instant.EPOCH));
        assertThat(found(index, "newer")).containsExactly("a");
        assertThat(found(index, "older")).isEmpty();
    }

    @Test
    void leavesTheOldStateWhereARebuildFails() {
        FedIndex index = index(record("a").build());
        assertThatThrownBy(() ->
                        index.rebuild(
                                all -> {
                                    all.accept(record("b").build());
                                    throw new IllegalStateException("broken source");
                                },
                                new Position("db", 2, Instant.EPOCH)))
                .hasMessage("broken source");
        assertThat(found(index, "")).containsExactly("a");
    }

    @Test
    void saysThatItIsLostAndHealsByItself() throws IOException {
        OpenSearchNode lost = OpenSearchNode.start("lost-" + running().processId(), "256m");
        try (OpenSearchIndex index =
                new OpenSearchIndex(SearchExamples.ANALYSIS, lost.url(), "lost")) {
            index.rebuild(
                    all -> all.accept(record("a").build()), new Position("db", 1, Instant.EPOCH));
            assertThat(found(index, "a")).containsExactly("a");
            lost.close();
            SearchResult nothing = index.search(SearchQuery.all(Language.EN), Reader.VISITOR);
            assertThat(nothing.available()).isFalse();
            assertThat(nothing.hits()).isEmpty();
            lost = lost.again();
            SearchResult again = index.search(SearchQuery.all(Language.EN), Reader.VISITOR);
            for (int tries = 0; tries < 200 && !again.available(); tries++) {
                // the node reads its shards first
                pause();
                again = index.search(SearchQuery.all(Language.EN), Reader.VISITOR);
            }
            assertThat(again.available()).isTrue();
            assertThat(again.total()).isEqualTo(1);
        } finally {
            lost.close();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

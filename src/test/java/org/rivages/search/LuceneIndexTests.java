package org.rivages.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rivages.search.SearchExamples.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexTests extends SearchIndexContract {
    @Override
    FedIndex empty() {
        return new LuceneIndex(
                SearchExamples.ANALYSIS, new ByteBuffersDirectory(), new ByteBuffersDirectory());
    }

    @Test
    void opensAgainWhereItStood(@TempDir Path folder) throws IOException {
        Position position = new Position("db", 42, Instant.parse("2026-05-01T10:00:00Z"));
        try (LuceneIndex index = LuceneIndex.in(SearchExamples.ANALYSIS, folder)) {
            assertThat(index.position()).isNull();
            index.rebuild(all -> all.accept(record("a").build()), position);
        }
        try (LuceneIndex index = LuceneIndex.in(SearchExamples.ANALYSIS, folder)) {
            assertThat(index.position()).isEqualTo(position);
            assertThat(found(index, "a")).containsExactly("a");
        }
    }

    @Test
    void forgetsHalfABatchWhenTheProgramDies(@TempDir Path folder, @TempDir Path copies)
            throws IOException {
        try (LuceneIndex index = LuceneIndex.in(SearchExamples.ANALYSIS, folder)) {
            index.rebuild(
                    all -> all.accept(record("a").build()), new Position("db", 1, Instant.EPOCH));
            try {
                index.rebuild(
                        all -> {
                            all.accept(record("b").build());
                            copy(folder, copies.resolve("dead"));
                            throw new IllegalStateException("killed");
                        },
                        new Position("db", 2, Instant.EPOCH));
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("killed");
            }
            assertThat(found(index, "a")).containsExactly("a");
        }
        try (LuceneIndex dead = LuceneIndex.in(SearchExamples.ANALYSIS, copies.resolve("dead"))) {
            assertThat(dead.position()).isEqualTo(new Position("db", 1, Instant.EPOCH));
            assertThat(found(dead, "")).containsExactly("a");
        }
    }

    @Test
    void goesOnAfterAFailedRebuild(@TempDir Path folder) throws IOException {
        try (LuceneIndex index = LuceneIndex.in(SearchExamples.ANALYSIS, folder)) {
            index.rebuild(
                    all -> all.accept(record("a").build()), new Position("db", 1, Instant.EPOCH));
            try {
                index.rebuild(
                        all -> {
                            all.accept(record("b").build());
                            throw new IllegalStateException("broken source");
                        },
                        new Position("db", 2, Instant.EPOCH));
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("broken source");
            }
            index.apply(
                    Map.of(
                            "organisation/" + SearchExamples.id("c"),
                            Optional.of(record("c").build())),
                    new Position("db", 3, Instant.EPOCH));
            assertThat(found(index, "")).containsExactly("a", "c");
        }
    }

    @Test
    void buildsAnewWhatCannotBeRead(@TempDir Path folder) throws IOException {
        try (LuceneIndex index = LuceneIndex.in(SearchExamples.ANALYSIS, folder)) {
            index.rebuild(
                    all -> all.accept(record("a").build()), new Position("db", 1, Instant.EPOCH));
        }
        try (var files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.getFileName().toString().startsWith("segments")).toList()) {
                Files.writeString(file, "broken");
            }
        }
        try (LuceneIndex index = LuceneIndex.in(SearchExamples.ANALYSIS, folder)) {
            assertThat(index.position()).isNull();
        }
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

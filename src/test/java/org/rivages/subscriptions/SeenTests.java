package org.rivages.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rivages.search.SearchDocument;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.LocalizedText;
import org.rivages.subscriptions.News.Part;

class SeenTests {
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void what_was_there_is_no_news() {
        Seen seen = stored(record(ID, "Tunis", "open", MONDAY, ""));
        assertThat(seen.news(List.of(record(ID, "Tunis", "open", MONDAY, "")))).isEmpty();
    }

    @Test
    void what_was_not_there_is_new() {
        SearchDocument other = record(UUID.randomUUID(), "Sfax", "open", MONDAY, "");
        Seen seen = stored(record(ID, "Tunis", "open", MONDAY, ""));
        assertThat(seen.news(List.of(record(ID, "Tunis", "open", MONDAY, ""), other)))
                .containsExactly(new News.Fresh(other));
    }

    @Test
    void a_change_names_its_parts() {
        Seen seen = stored(record(ID, "Tunis", "open", MONDAY, ""));
        SearchDocument now = record(ID, "Sfax", "closed", TUESDAY, "Closed early.");
        assertThat(seen.news(List.of(now)))
                .containsExactly(new News.Changed(now, Set.of(Part.TITLE, Part.STATUS, Part.SAID)));
    }

    @Test
    void an_edit_of_what_the_search_does_not_know_is_a_change_of_details() {
        Seen seen = stored(record(ID, "Tunis", "open", MONDAY, ""));
        SearchDocument now = record(ID, "Tunis", "open", TUESDAY, "");
        assertThat(seen.news(List.of(now)))
                .containsExactly(new News.Changed(now, Set.of(Part.DETAILS)));
    }

    @Test
    void words_that_a_new_version_of_the_program_says_otherwise_are_no_news() {
        Seen seen = stored(record(ID, "Session in Tunis", "open", MONDAY, ""));
        assertThat(seen.news(List.of(record(ID, "Session of Tunis", "open", MONDAY, ""))))
                .isEmpty();
    }

    @Test
    void a_status_that_time_changes_is_news_without_an_edit() {
        Seen seen = stored(record(ID, "Tunis", "open", MONDAY, ""));
        SearchDocument now = record(ID, "Tunis", "closed", MONDAY, "");
        assertThat(seen.news(List.of(now)))
                .containsExactly(new News.Changed(now, Set.of(Part.STATUS)));
    }

    @Test
    void what_was_told_at_once_is_not_told_again() {
        Seen seen = stored(record(ID, "Tunis", "open", MONDAY, ""));
        SearchDocument cancelled = record(ID, "Tunis", "cancelled", TUESDAY, "Cancelled.");
        Seen told = Seen.read(seen.with(cancelled).bytes());
        assertThat(told.news(List.of(cancelled))).isEmpty();
        assertThat(told.size()).isEqualTo(1);
        SearchDocument later =
                record(ID, "Tunis", "confirmed", TUESDAY.plusSeconds(60), "It takes place.");
        assertThat(told.news(List.of(later)))
                .containsExactly(new News.Changed(later, Set.of(Part.STATUS, Part.SAID)));
    }

    private static Seen stored(SearchDocument record) {
        return Seen.read(Seen.of(List.of(record)).bytes());
    }

    private static SearchDocument record(
            UUID id, String title, String status, Instant changedAt, String change) {
        return new SearchDocument(
                "call",
                id,
                "/calls/x",
                LocalizedText.same(title),
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                List.of(),
                Map.of("status", Set.of(status), "country", Set.of("TN", "MA")),
                Set.of(),
                List.of(FuzzyDate.of("2026-11")),
                FuzzyDate.of("2026-11"),
                null,
                new LinkedHashMap<>(Map.of("status", status)),
                Set.of(),
                changedAt,
                LocalizedText.same(change),
                null);
    }
}

package org.rivages.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EntryStateTests {
    private static final LocalDate TODAY = LocalDate.parse("2027-03-14");

    @ParameterizedTest
    @CsvSource({
        "DRAFT, SENT, IN_REVIEW",
        "DRAFT, PUBLISHED, PUBLISHED",
        "DRAFT, RETURNED,",
        "DRAFT, CONFIRMED,",
        "DRAFT, WITHDRAWN,",
        "IN_REVIEW, SENT,",
        "IN_REVIEW, RETURNED, DRAFT",
        "IN_REVIEW, PUBLISHED, PUBLISHED",
        "IN_REVIEW, WITHDRAWN,",
        "PUBLISHED, SENT,",
        "PUBLISHED, PUBLISHED,",
        "PUBLISHED, CONFIRMED, PUBLISHED",
        "PUBLISHED, WITHDRAWN, WITHDRAWN",
        "WITHDRAWN, PUBLISHED, PUBLISHED",
        "WITHDRAWN, CONFIRMED,",
        "WITHDRAWN, SENT,"
    })
    void leadsOnlyWhereTheWayGoes(EntryState from, StepKind step, @Nullable EntryState to) {
        assertThat(from.after(step).orElse(null)).isEqualTo(to);
    }

    @ParameterizedTest
    @EnumSource(EntryState.class)
    void isNeitherMadeNorChangedByAStep(EntryState state) {
        assertThat(state.after(StepKind.CREATED)).isEmpty();
        assertThat(state.after(StepKind.CHANGED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLISHED, 2026-03-14, , true",
        "PUBLISHED, 2026-03-15, , false",
        "PUBLISHED, 2020-01-01, 2026-03-15, false",
        "PUBLISHED, 2020-01-01, 2026-03-14, true",
        "WITHDRAWN, 2020-01-01, , false",
        "IN_REVIEW, , , false"
    })
    void isStaleAYearAfterItWasLastSaidToBeTrue(
            EntryState state,
            @Nullable LocalDate published,
            @Nullable LocalDate confirmed,
            boolean stale) {
        Entry entry =
                new Entry(
                        new EntryId(UUID.randomUUID()),
                        Entries.practice("shade", "Shade", Map.of()),
                        state,
                        confirmed,
                        published == null ? null : Instant.parse(published + "T12:00:00Z"),
                        1,
                        Instant.EPOCH);
        assertThat(entry.isStale(TODAY)).isEqualTo(stale);
    }

    @Test
    void hasACodeForAddresses() {
        assertThat(EntryState.IN_REVIEW.code()).isEqualTo("in-review");
    }
}

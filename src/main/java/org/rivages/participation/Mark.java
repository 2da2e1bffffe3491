package org.rivages.participation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Somebody marked a person present or absent for a half-day. Marks are never changed; the one
 * marked last counts, whenever it arrived here.
 *
 * @param halfDay key of {@code programmes.HalfDay}
 * @param markedAt by the clock of the device, which may have had no network
 * @param recordedAt when it arrived, by our clock
 */
public record Mark(
        long id,
        PlaceId place,
        String halfDay,
        boolean present,
        Instant markedAt,
        Instant recordedAt) {
    private static final Comparator<Mark> LAST =
            Comparator.comparing(Mark::markedAt).thenComparingLong(Mark::id);

    static Optional<Mark> counting(List<Mark> marks) {
        return marks.stream().max(LAST);
    }
}

package org.rivages.participation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.Language;

/**
 * A certificate of attendance as it was issued; it does not change when attendance is corrected
 * later, it is revoked and issued anew.
 *
 * @param code for the public check page
 * @param name as printed on it
 * @param attended half-days attended
 * @param total half-days of the sessions
 */
public record Certificate(
        UUID id,
        PlaceId place,
        String code,
        String name,
        Language language,
        int attended,
        int total,
        Instant issuedAt,
        @Nullable Instant revokedAt,
        String revokedReason) {
    public boolean valid() {
        return revokedAt == null;
    }
}

package org.rivages.programmes;

import java.util.Locale;
import java.util.Optional;

/** How sure a session is. "To be confirmed" is tentative without a place or a date. */
public enum SessionStatus {
    TENTATIVE,
    CONFIRMED,
    /** It takes place, but elsewhere or at another time than was announced. */
    MOVED,
    HELD,
    CANCELLED;

    /** As it stands in addresses, feeds and the search: {@code tentative}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SessionStatus> of(String code) {
        for (SessionStatus status : values()) {
            if (status.code().equals(code)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}

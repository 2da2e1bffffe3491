package org.rivages.directory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sizes of cities by their inhabitants; the codes sort from the smallest. */
enum CitySize implements Coded {
    UNDER_100_000("1-under-100k", 100_000),
    UNDER_500_000("2-under-500k", 500_000),
    UNDER_1_000_000("3-under-1m", 1_000_000),
    UNDER_5_000_000("4-under-5m", 5_000_000),
    LARGER("5-over-5m", Integer.MAX_VALUE);

    private final String code;
    private final int below;

    CitySize(String code, int below) {
        this.code = code;
        this.below = below;
    }

    /**
     * @param inhabitants null when not known
     */
    static Optional<CitySize> of(@Nullable Integer inhabitants) {
        if (inhabitants == null) {
            return Optional.empty();
        }
        for (CitySize size : values()) {
            if (inhabitants < size.below) {
                return Optional.of(size);
            }
        }
        return Optional.of(LARGER);
    }

    @Override
    public String code() {
        return code;
    }

    String key() {
        return "directory.size." + code;
    }
}

package org.rivages.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BooleanSupplier;

/**
 * Waiting for what the program does on its own: a search that follows a write, a copy that heals.
 */
public final class Eventually {
    private static final int PAUSE_MS = 50;
    private static final int USUAL_SECONDS = 20;

    private Eventually() {}

    /** Asks until it is so, and fails after twenty seconds. */
    public static void until(BooleanSupplier there) {
        until(USUAL_SECONDS, there);
    }

    public static void until(int seconds, BooleanSupplier there) {
        for (int i = 0; i < seconds * 1000 / PAUSE_MS && !there.getAsBoolean(); i++) {
            try {
                Thread.sleep(PAUSE_MS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        assertThat(there.getAsBoolean()).isTrue();
    }
}

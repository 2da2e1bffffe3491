package org.rivages.shared;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clocks of a test's own, so that the program that all tests share keeps its time. */
public final class Clocks {
    private Clocks() {}

    public static Now ahead(JdbcClient jdbc, Duration by) {
        return new Now(jdbc, by);
    }
}

package org.rivages.search;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives the records of one source to all processors of the machine. The first failure is thrown to
 * the source, at its next record or at the end.
 */
final class ManyHands implements Consumer<SearchDocument>, AutoCloseable {
    private static final int WAITING = 256;

    private final ThreadPoolExecutor hands;
    private final Consumer<SearchDocument> work;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    ManyHands(Consumer<SearchDocument> work) {
        this.work = work;
        int others = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        hands =
                new ThreadPoolExecutor(
                        others,
                        others,
                        1,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(WAITING),
                        Thread.ofPlatform().name("search-build-", 1).daemon().factory(),
                        new ThreadPoolExecutor.CallerRunsPolicy());
    }

    @Override
    public void accept(SearchDocument record) {
        complain();
        hands.execute(() -> {
            try {
                work.accept(record);
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            }
        });
    }

    /** Waits until everything is done. */
    void finish() {
        hands.shutdown();
        try {
            while (!hands.awaitTermination(1, TimeUnit.MINUTES)) {
                complain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while building the search index", e);
        }
        complain();
    }

    private void complain() {
        RuntimeException first = failure.get();
        if (first != null) {
            throw first;
        }
    }

    @Override
    public void close() {
        hands.shutdownNow();
        try {
            hands.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

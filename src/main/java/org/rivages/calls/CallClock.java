package org.rivages.calls;

import java.time.Duration;
import org.rivages.search.SearchChanges;
import org.rivages.shared.Now;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A call opens and closes by the clock, without anybody's act. This tells the search and the cache
 * of public pages when it has happened; what an application may do never waits for it.
 */
@Component
class CallClock implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CallClock.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final CallStore calls;
    private final SearchChanges search;
    private final Now now;
    private final TransactionTemplate transaction;
    private volatile boolean stopped;

    CallClock(CallStore calls, SearchChanges search, Now now, TransactionTemplate transaction) {
        this.calls = calls;
        this.search = search;
        this.now = now;
        this.transaction = transaction;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual().name("call-clock").start(this::run);
    }

    private void run() {
        while (!stopped) {
            try {
                Thread.sleep(PAUSE);
                tell();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!stopped) {
                    log.warn(
                            "could not tell of opened and closed calls, trying again: {}",
                            e.toString());
                }
            }
        }
    }

    /** How many calls had turned. */
    int tell() {
        Integer turned =
                transaction.execute(status -> {
                    var ids = calls.turned(now.instant());
                    ids.forEach(id -> search.changed("call", id.value()));
                    return ids.size();
                });
        return turned == null ? 0 : turned;
    }

    @Override
    public void close() {
        stopped = true;
    }
}

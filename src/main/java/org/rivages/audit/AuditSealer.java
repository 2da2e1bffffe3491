package org.rivages.audit;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Seals while the program serves; a console command never starts it. */
@Component
class AuditSealer {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(AuditSealer.class);

    private final AuditChain chain;
    private volatile @Nullable Thread thread;

    AuditSealer(AuditChain chain) {
        this.chain = chain;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread started = Thread.ofVirtual().name("audit").unstarted(this::work);
        thread = started;
        started.start();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            running.join(Duration.ofSeconds(10));
        }
    }

    private void work() {
        while (thread == Thread.currentThread()) {
            try {
                while (chain.seal() > 0) {
                    // until everything that was committed is sealed
                }
            } catch (RuntimeException e) {
                log.warn("the audit trail is not being sealed: {}", e.toString());
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}

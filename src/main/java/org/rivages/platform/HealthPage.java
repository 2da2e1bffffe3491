package org.rivages.platform;

import java.util.Set;
import org.rivages.access.Allow;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /health}: 200 when everything is complete, otherwise 503 and what is missing. */
@RestController
class HealthPage {

    private static final String START = "start";

    private final Readiness readiness;

    HealthPage(Readiness readiness) {
        this.readiness = readiness;
        readiness.expect(START);
    }

    /** Migrations and everything that start-up runs is over by then. */
    @EventListener(ApplicationReadyEvent.class)
    void started() {
        readiness.done(START);
    }

    @Allow(Allow.Who.EVERYBODY)
    @GetMapping("/health")
    ResponseEntity<Health> health() {
        Set<String> missing = readiness.missing();
        return ResponseEntity.status(
                        missing.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(new Health(missing.isEmpty() ? "up" : "starting", missing));
    }

    /** Without the list when nothing is missing. */
    record Health(
            String status,
            @com.fasterxml.jackson.annotation.JsonInclude(
                            com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY)
                    Set<String> missing) {}
}

package org.rivages.participation;

import org.rivages.selection.DecisionsReleased;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Offers go out when a decision is released, and end when their date passes. */
@Component
class OfferJob {
    private final Places places;

    OfferJob(Places places) {
        this.places = places;
    }

    @ApplicationModuleListener
    void on(DecisionsReleased released) {
        places.offer(released.call(), released.selected());
    }

    @Scheduled(fixedDelay = 20_000, initialDelay = 5_000)
    void expire() {
        places.expire();
    }
}

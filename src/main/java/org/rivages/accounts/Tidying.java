package org.rivages.accounts;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets used links, counted attempts and kept forms when their time is over. */
@Component
class Tidying {
    private final SignInStore signIns;

    Tidying(SignInStore signIns) {
        this.signIns = signIns;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    @Transactional
    public void tidy() {
        signIns.tidy();
    }
}

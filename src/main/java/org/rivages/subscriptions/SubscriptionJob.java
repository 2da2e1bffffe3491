package org.rivages.subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rivages.mail.Outbox;
import org.rivages.platform.Readiness;
import org.rivages.shared.Now;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks every two seconds for what is to be told, and every hour for what is to be forgotten. */
@Component
class SubscriptionJob {
    /** In one go; what is left waits two seconds, so that other jobs have their turn. */
    private static final int MOST = 200;

    private final Digests digests;
    private final UrgentNews urgent;
    private final SubscriptionStore subscriptions;
    private final DigestStore made;
    private final Outbox outbox;
    private final Readiness readiness;
    private final Now now;
    private final TransactionTemplate transaction;

    SubscriptionJob(
            Digests digests,
            UrgentNews urgent,
            SubscriptionStore subscriptions,
            DigestStore made,
            Outbox outbox,
            Readiness readiness,
            Now now,
            TransactionTemplate transaction) {
        this.digests = digests;
        this.urgent = urgent;
        this.subscriptions = subscriptions;
        this.made = made;
        this.outbox = outbox;
        this.readiness = readiness;
        this.now = now;
        this.transaction = transaction;
    }

    /** An index that is still being filled would make everything look new later. */
    @Scheduled(fixedDelay = 2_000, initialDelay = 2_000)
    void tell() {
        if (readiness.complete()) {
            urgent.round(MOST);
            digests.round(MOST);
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 300_000)
    void forget() {
        transaction.executeWithoutResult(status -> {
            Instant at = now.instant();
            Map<String, Integer> days = subscriptions.retention();
            subscriptions.forgetWishes(at).forEach(outbox::forget);
            Instant sent = before(at, days, "sent");
            made.forget(sent);
            for (String kind :
                    List.of(FollowLetters.KNOWN, FollowLetters.DIGEST, FollowLetters.URGENT)) {
                outbox.forget(kind, sent);
            }
            subscriptions.forgetLinks(before(at, days, "link"));
        });
    }

    private static Instant before(Instant at, Map<String, Integer> days, String what) {
        return at.minus(Duration.ofDays(Objects.requireNonNull(days.get(what))));
    }
}

package org.rivages.subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Viewer;
import org.rivages.accounts.Limits;
import org.rivages.accounts.Tokens;
import org.rivages.audit.AuditTrail;
import org.rivages.follow.FollowedSearches;
import org.rivages.follow.FollowedSearches.Followed;
import org.rivages.mail.Outbox;
import org.rivages.search.Reader;
import org.rivages.search.SearchResult;
import org.rivages.shared.Language;
import org.rivages.shared.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rules of following by mail: one answer whatever exists, nothing without a confirmation, gone
 * without a trace when it ends.
 */
@Component
class Subscribing {
    /** The records of one search that are compared; more is no search but everything. */
    static final int MOST_RECORDS = 10_000;

    private static final int PER_ADDRESS = 5;
    private static final int PER_HOST = 30;
    private static final int MINUTES = 60;

    enum Asked {
        SENT,
        TOO_MANY,
        /** The search finds more than can be compared. */
        TOO_WIDE,
        /** The search cannot be reached now. */
        UNAVAILABLE
    }

    sealed interface Confirming {}

    /**
     * @param token leads to the page where it is changed and ended
     */
    record Confirmed(String token) implements Confirming {}

    record ConfirmedBefore() implements Confirming {}

    record Unknown() implements Confirming {}

    private final SubscriptionStore store;
    private final FollowedSearches searches;
    private final Readers readers;
    private final FollowLetters letters;
    private final Outbox outbox;
    private final Limits limits;
    private final AuditTrail audit;
    private final Now now;
    private final TransactionTemplate transaction;

    Subscribing(
            SubscriptionStore store,
            FollowedSearches searches,
            Readers readers,
            FollowLetters letters,
            Outbox outbox,
            Limits limits,
            AuditTrail audit,
            Now now,
            TransactionTemplate transaction) {
        this.store = store;
        this.searches = searches;
        this.readers = readers;
        this.letters = letters;
        this.outbox = outbox;
        this.limits = limits;
        this.audit = audit;
        this.now = now;
        this.transaction = transaction;
    }

    /**
     * Sends a letter to the address: the question whether it was meant, or, where it follows this
     * search already, how to change that. The answer is the same.
     */
    Asked ask(
            String address,
            Followed followed,
            Rhythm rhythm,
            Language language,
            ZoneId zone,
            Viewer viewer,
            String host) {
        if (!limits.attempt("follow:" + address, PER_ADDRESS, MINUTES)
                || !limits.attempt("follow-host:" + host, PER_HOST, MINUTES)) {
            return Asked.TOO_MANY;
        }
        SearchResult found = searches.find(followed, language, Reader.of(viewer), 0);
        if (!found.available()) {
            return Asked.UNAVAILABLE;
        }
        if (found.total() > MOST_RECORDS) {
            return Asked.TOO_WIDE;
        }
        UUID person = viewer.email().equals(address) ? viewer.id() : null;
        Wish wish = new Wish(UUID.randomUUID(), address, person, followed, rhythm, language, zone);
        transaction.executeWithoutResult(status -> put(wish, viewer.id()));
        return Asked.SENT;
    }

    private void put(Wish wish, @Nullable UUID by) {
        Optional<Subscription> known = store.subscription(wish.address(), wish.followed());
        if (known.isPresent()) {
            outbox.put(letters.known(known.get(), wish.id()));
            audit.record(by, "subscriptions.asked-again", known.get().id(), Map.of());
            return;
        }
        Instant at = now.instant();
        int days = days("wish");
        store.wish(wish, at, at.plus(Duration.ofDays(days)));
        outbox.put(letters.confirm(wish, days));
        audit.record(by, "subscriptions.asked", wish.id(), Map.of("rhythm", wish.rhythm().code()));
    }

    int days(String what) {
        return Objects.requireNonNull(store.retention().get(what));
    }

    Optional<Wish> wish(String token) {
        return store.wish(Tokens.hash(token), now.instant());
    }

    /** Uses the token up. What matches now is known to the reader; only what comes is told. */
    @Transactional
    public Confirming confirm(String token) {
        Instant at = now.instant();
        String hash = Tokens.hash(token);
        Optional<Wish> wish = store.consume(hash, at);
        if (wish.isEmpty()) {
            return store.wish(hash, at).isPresent() ? new ConfirmedBefore() : new Unknown();
        }
        Wish meant = wish.get();
        UUID id = store.begin(meant, now(meant), at, meant.rhythm().next(at, meant.zone()));
        String link = Tokens.make();
        store.link(id, Tokens.hash(link), at);
        audit.record(
                meant.person(),
                "subscriptions.confirmed",
                id,
                Map.of("rhythm", meant.rhythm().code()));
        return new Confirmed(link);
    }

    /** Null while the search cannot be reached: the job looks again. */
    private @Nullable Seen now(Wish wish) {
        SearchResult found =
                searches.find(
                        wish.followed(), wish.language(), readers.of(wish.person()), MOST_RECORDS);
        return found.available() ? Seen.of(Digests.meant(found)) : null;
    }

    Optional<Subscription> byLink(String token) {
        return store.byLink(Tokens.hash(token));
    }

    @Transactional
    public void change(Subscription subscription, Rhythm rhythm, ZoneId zone, @Nullable UUID by) {
        store.change(subscription.id(), rhythm, zone, rhythm.next(now.instant(), zone));
        audit.record(
                by,
                "subscriptions.changed",
                subscription.id(),
                Map.of("rhythm", rhythm.code(), "zone", zone.getId()));
    }

    /** Ends it: the address, what it follows and the letters about it are deleted. */
    @Transactional
    public void stop(Subscription subscription, @Nullable UUID by) {
        if (store.delete(subscription.id())) {
            outbox.forget(subscription.id());
            audit.record(by, "subscriptions.stopped", subscription.id(), Map.of());
        }
    }
}

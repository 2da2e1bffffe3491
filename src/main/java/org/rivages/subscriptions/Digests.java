package org.rivages.subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.audit.AuditTrail;
import org.rivages.follow.FollowedSearches;
import org.rivages.mail.Outbox;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchResult;
import org.rivages.shared.Language;
import org.rivages.shared.Now;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells each subscription what changed since the last time. One transaction holds the claim, the
 * line that says that this period is done, what the reader knows now, and the letter: a program
 * that dies leaves all of it or nothing, and two programs never hold the same subscription.
 */
@Component
class Digests {
    /** After something went wrong with one of them; the others go on. */
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private static final Logger log = LoggerFactory.getLogger(Digests.class);

    private final DigestStore store;
    private final FollowedSearches searches;
    private final Readers readers;
    private final FollowLetters letters;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Now now;
    private final TransactionTemplate transaction;

    Digests(
            DigestStore store,
            FollowedSearches searches,
            Readers readers,
            FollowLetters letters,
            Outbox outbox,
            AuditTrail audit,
            Now now,
            TransactionTemplate transaction) {
        this.store = store;
        this.searches = searches;
        this.readers = readers;
        this.letters = letters;
        this.outbox = outbox;
        this.audit = audit;
        this.now = now;
        this.transaction = transaction;
    }

    /** Works until nothing is due, or that many are done. */
    void round(int most) {
        for (int i = 0; i < most && one(); i++) {
            // the next one
        }
    }

    /** False when nothing is due or the search cannot be reached. */
    boolean one() {
        UUID[] claimed = new UUID[1];
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> next(claimed)));
        } catch (RuntimeException e) {
            UUID failed = claimed[0];
            if (failed == null) {
                throw e;
            }
            log.error("the digest of subscription {} waits", failed, e);
            transaction.executeWithoutResult(
                    status -> store.retry(failed, now.instant().plus(PAUSE)));
            return true;
        }
    }

    private boolean next(@Nullable UUID[] claimed) {
        Instant at = now.instant();
        Subscription due = store.claimDue(at).orElse(null);
        if (due == null) {
            return false;
        }
        claimed[0] = due.id();
        Language language = readers.language(due);
        SearchResult found =
                searches.find(
                        due.followed(),
                        language,
                        readers.of(due.person()),
                        Subscribing.MOST_RECORDS);
        if (!found.available()) {
            return false;
        }
        List<SearchDocument> records = meant(found);
        Seen seen = due.seen();
        if (seen == null) {
            store.see(due.id(), Seen.of(records));
        } else {
            tell(due, seen, records, language, at);
        }
        if (!due.dueAt().isAfter(at)) {
            store.due(due.id(), due.rhythm().next(at, due.zone()));
        }
        return true;
    }

    private void tell(
            Subscription due,
            Seen seen,
            List<SearchDocument> records,
            Language language,
            Instant at) {
        List<News> news = seen.news(records);
        LocalDate period = due.dueAt().atZone(due.zone()).toLocalDate();
        if (!store.made(due.id(), period, news.size(), at)) {
            return;
        }
        store.see(due.id(), Seen.of(records));
        if (!news.isEmpty()) {
            outbox.put(letters.digest(due, language, period, news, records.size()));
            store.told(due.id(), at);
            audit.record(
                    null,
                    "subscriptions.digest-sent",
                    due.id(),
                    Map.of("period", period.toString(), "records", news.size()));
        }
    }

    /** The hits, unless they are only spelled almost like the words. */
    static List<SearchDocument> meant(SearchResult found) {
        return found.close() ? List.of() : found.hits();
    }
}

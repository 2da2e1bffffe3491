package org.rivages.subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.audit.AuditTrail;
import org.rivages.follow.FollowedSearches;
import org.rivages.mail.Outbox;
import org.rivages.programmes.SessionChanged;
import org.rivages.programmes.SessionState;
import org.rivages.programmes.SessionStatus;
import org.rivages.search.Reader;
import org.rivages.search.Regions;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchIndex;
import org.rivages.search.SearchQuery;
import org.rivages.search.SearchResult;
import org.rivages.shared.Language;
import org.rivages.shared.Now;
import org.rivages.subscriptions.DigestStore.Notice;
import org.rivages.subscriptions.DigestStore.SessionNews;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A session that is cancelled, moved, or takes place after all does not wait for the digest: it
 * goes at once to whoever follows a search that it matches now or matched before, and the digest
 * does not tell it again. First the change is spread into one line per subscription, as soon as the
 * index knows it; then each line is worked off in a transaction of its own.
 */
@Component
class UrgentNews {
    /** What the index does not know by then has been withdrawn. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PAGE = 200;
    private static final Set<String> CHANGED_WITH_IT =
            Set.of("status", "country", SearchQuery.REGION, SearchQuery.YEAR);

    private final DigestStore store;
    private final SubscriptionStore subscriptions;
    private final FollowedSearches searches;
    private final SearchIndex index;
    private final Readers readers;
    private final FollowLetters letters;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Now now;
    private final TransactionTemplate transaction;

    UrgentNews(
            DigestStore store,
            SubscriptionStore subscriptions,
            FollowedSearches searches,
            SearchIndex index,
            Readers readers,
            FollowLetters letters,
            Outbox outbox,
            AuditTrail audit,
            Now now,
            TransactionTemplate transaction) {
        this.store = store;
        this.subscriptions = subscriptions;
        this.searches = searches;
        this.index = index;
        this.readers = readers;
        this.letters = letters;
        this.outbox = outbox;
        this.audit = audit;
        this.now = now;
        this.transaction = transaction;
    }

    @ApplicationModuleListener
    void on(SessionChanged change) {
        if (!change.announced() || !urgent(change.before(), change.after())) {
            return;
        }
        store.add(
                new SessionNews(
                        change.session().value(),
                        change.sequence(),
                        change.after().status().code(),
                        change.before().status().code(),
                        change.before().country(),
                        change.before().date(),
                        change.at()));
    }

    private static boolean urgent(SessionState before, SessionState after) {
        return after.status() == SessionStatus.CANCELLED
                || after.status() == SessionStatus.MOVED
                || before.status() == SessionStatus.CANCELLED;
    }

    /** Works until nothing waits, or that many are done. */
    void round(int most) {
        for (int i = 0; i < most && spreadOne(); i++) {
            // the next one
        }
        for (int i = 0; i < most && tellOne(); i++) {
            // the next one
        }
    }

    boolean spreadOne() {
        return Boolean.TRUE.equals(transaction.execute(status -> spreadNext()));
    }

    private boolean spreadNext() {
        Instant at = now.instant();
        SessionNews news = store.claimNews(at).orElse(null);
        if (news == null) {
            return false;
        }
        SearchQuery sessions =
                SearchQuery.all(Language.EN).with(SearchQuery.KIND, Set.of("session"));
        boolean known =
                find(sessions, Reader.VISITOR, news.session())
                        .filter(record -> sequence(record) >= news.sequence())
                        .isPresent();
        if (known) {
            store.noticeAll(news, at);
        }
        if (known || news.at().plus(PATIENCE).isBefore(at)) {
            store.spread(news, at);
        } else {
            store.newsLater(news, at.plus(PAUSE));
        }
        return true;
    }

    boolean tellOne() {
        return Boolean.TRUE.equals(transaction.execute(status -> tellNext()));
    }

    private boolean tellNext() {
        Instant at = now.instant();
        Notice notice = store.claimNotice(at).orElse(null);
        if (notice == null) {
            return false;
        }
        Subscription subscription = subscriptions.locked(notice.subscription()).orElse(null);
        if (subscription != null) {
            tell(notice, subscription, at);
        }
        return true;
    }

    private void tell(Notice notice, Subscription to, Instant at) {
        SessionNews news = notice.news();
        Language language = readers.language(to);
        Reader reader = readers.of(to.person());
        SearchQuery sessions = SearchQuery.all(language).with(SearchQuery.KIND, Set.of("session"));
        SearchResult any = index.search(sessions.page(1, 0), reader);
        Optional<SearchDocument> record = find(sessions, reader, news.session());
        if (!any.available()
                || record.filter(known -> sequence(known) < news.sequence()).isPresent()) {
            store.noticeLater(notice, at.plus(PAUSE));
            return;
        }
        // a later change has its own line, or is told by the digest
        boolean told =
                record.filter(known -> sequence(known) == news.sequence())
                        .filter(known -> follows(to, known, news, language, reader))
                        .isPresent();
        if (told) {
            send(to, language, record.orElseThrow(), news);
        }
        store.done(notice, told, at);
    }

    private void send(Subscription to, Language language, SearchDocument record, SessionNews news) {
        Seen seen = to.seen();
        Set<News.Part> parts = seen != null && seen.has(record) ? seen.changed(record) : Set.of();
        outbox.put(letters.urgent(to, language, record, news, parts));
        if (seen != null) {
            store.see(to.id(), seen.with(record));
        }
        audit.record(
                null,
                "subscriptions.session-told",
                to.id(),
                Map.of("session", news.session(), "sequence", news.sequence()));
    }

    // ---- whether it matches, or did

    private boolean follows(
            Subscription to,
            SearchDocument record,
            SessionNews news,
            Language language,
            Reader reader) {
        SearchQuery asked = searches.query(to.followed(), language, PAGE);
        Seen seen = to.seen();
        return seen != null && seen.has(record)
                || find(asked, reader, news.session()).isPresent()
                || matchedBefore(asked, news)
                        && find(unrestricted(asked), reader, news.session()).isPresent();
    }

    private static SearchQuery unrestricted(SearchQuery asked) {
        SearchQuery wider = asked;
        for (String criterion : CHANGED_WITH_IT) {
            wider = wider.with(criterion, Set.of());
        }
        return wider;
    }

    /** Whether what the change replaced satisfies the criteria that rest on it. */
    private static boolean matchedBefore(SearchQuery asked, SessionNews news) {
        @Nullable String country = news.countryBefore();
        return wants(asked.values("status"), List.of(news.statusBefore()))
                && wants(asked.values("country"), country == null ? List.of() : List.of(country))
                && wants(
                        asked.values(SearchQuery.REGION),
                        country == null
                                ? List.of()
                                : Regions.of(country).map(List::of).orElse(List.of()))
                && (asked.values(SearchQuery.YEAR).isEmpty()
                        || news.dateBefore() != null
                                && asked.values(SearchQuery.YEAR).stream()
                                        .anyMatch(year ->
                                                news.dateBefore()
                                                        .touchesYear(Integer.parseInt(year))));
    }

    private static boolean wants(Set<String> wanted, List<String> had) {
        return wanted.isEmpty() || had.stream().anyMatch(wanted::contains);
    }

    /** The record among those that are found by what is meant; what changed last comes first. */
    private Optional<SearchDocument> find(SearchQuery query, Reader reader, UUID id) {
        SearchQuery latest = query.sort(SearchQuery.Sort.CHANGED);
        for (int page = 1; page * PAGE <= Subscribing.MOST_RECORDS; page++) {
            List<SearchDocument> records =
                    Digests.meant(index.search(latest.page(page, PAGE), reader));
            for (SearchDocument record : records) {
                if (record.id().equals(id)) {
                    return Optional.of(record);
                }
            }
            if (records.size() < PAGE) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static int sequence(SearchDocument record) {
        return record.event() == null ? 0 : record.event().sequence();
    }
}

package org.rivages.search;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rivages.platform.Readiness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Brings changes from the database into the index, in the order of their commits, a few times a
 * second. Builds the index when it is new, of another shape, of another database, or too far
 * behind.
 */
@Component
class IndexFeed implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(IndexFeed.class);
    private static final String PART = "search index";
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final Duration BETWEEN_PRUNINGS = Duration.ofHours(1);
    private static final int BATCH = 500;
    private static final int BETWEEN_NEWS = 10_000;

    private final FedIndex index;
    private final ChangeStore changes;
    private final ContentVersion version;
    private final Readiness readiness;
    private final LiveThesaurus thesaurus;
    private final IndexProgress progress;
    private final Map<String, SearchSource> sources;
    private volatile boolean running;
    private volatile boolean stuck;
    private volatile boolean loaded;
    private @Nullable Position seen;
    private long noticed = Long.MAX_VALUE;
    private Thread thread = new Thread();
    private Instant prunedAt = Instant.EPOCH;

    IndexFeed(
            FedIndex index,
            ChangeStore changes,
            ContentVersion version,
            Readiness readiness,
            LiveThesaurus thesaurus,
            IndexProgress progress,
            List<SearchSource> sources) {
        this.index = index;
        this.changes = changes;
        this.version = version;
        this.readiness = readiness;
        this.thesaurus = thesaurus;
        this.progress = progress;
        this.sources =
                sources.stream().collect(Collectors.toMap(SearchSource::kind, Function.identity()));
        readiness.expect(PART);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("search-feed").daemon().start(this::work);
    }

    /**
     * Demonstration data is loaded by then; health waits until all of it can be found, unless the
     * index is elsewhere and does not answer.
     */
    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void loaded() {
        loaded = true;
        try {
            catchUp();
            readiness.done(PART);
        } catch (UncheckedIOException e) {
            // everything else works without it, and the page of the search says so
            log.error("the search index cannot be reached; trying again", e);
            stuck = true;
            readiness.done(PART);
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                catchUp();
                if (loaded) {
                    readiness.done(PART);
                }
                if (stuck) {
                    // pages that say that the search does not answer
                    version.bump();
                    stuck = false;
                }
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running && !stuck) {
                    log.error("the search index cannot follow; trying again", e);
                }
                stuck = true;
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Brings in everything that was committed before this call. */
    synchronized void catchUp() {
        notice();
        Position at = index.position();
        if (at != null && !at.equals(seen)) {
            // another copy of the program brought something in
            seen = at;
            version.bump();
        }
        String origin = origin();
        long horizon = changes.horizon();
        if (at == null
                || !at.database().equals(origin)
                || at.transaction() > horizon
                || at.transaction() < changes.pruned()) {
            rebuild(origin);
            return;
        }
        if (at.transaction() < horizon) {
            follow(at, horizon);
        }
    }

    /** Pages made before a change of any copy are not kept, also while the index is not there. */
    private void notice() {
        long now = changes.horizon();
        if (noticed < now && !changes.between(noticed, now).isEmpty()) {
            version.bump();
        }
        noticed = now;
    }

    /** The database, the kinds that this program takes from it, the thesaurus that it goes by. */
    private String origin() {
        return changes.database()
                + " "
                + new TreeSet<>(sources.keySet())
                + " "
                + thesaurus.follow();
    }

    private void follow(Position at, long horizon) {
        List<ChangeStore.Change> lines = changes.between(at.transaction(), horizon);
        if (lines.isEmpty()) {
            return;
        }
        Map<String, ChangeStore.Change> latest = new LinkedHashMap<>();
        lines.forEach(line -> latest.put(Descriptions.key(line.kind(), line.record()), line));
        Instant changedAt = at.changedAt();
        for (ChangeStore.Change line : lines) {
            changedAt = line.at().isAfter(changedAt) ? line.at() : changedAt;
        }
        Map<String, Optional<SearchDocument>> batch = new LinkedHashMap<>();
        for (Map.Entry<String, ChangeStore.Change> each : latest.entrySet()) {
            document(each.getValue(), batch, each.getKey());
            if (batch.size() >= BATCH) {
                index.apply(batch, at);
                batch.clear();
            }
        }
        index.apply(batch, new Position(at.database(), horizon, changedAt));
        version.bump();
        prune(horizon);
    }

    /** A record that cannot be described keeps its old entry; the others go on. */
    private void document(
            ChangeStore.Change line, Map<String, Optional<SearchDocument>> batch, String key) {
        SearchSource source = sources.get(line.kind());
        if (source == null) {
            return;
        }
        try {
            batch.put(key, source.document(line.record()));
        } catch (DataAccessException | CannotCreateTransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("{} cannot be described for the search", key, e);
        }
    }

    /** Builds everything anew from the rooms; searches go on in the old state meanwhile. */
    private void rebuild(String origin) {
        Position start = new Position(origin, changes.horizon(), changes.time());
        AtomicLong built = new AtomicLong();
        progress.begin();
        try {
            index.rebuild(
                    all ->
                            sources.values()
                                    .forEach(source ->
                                            source.each(record -> {
                                                all.accept(record);
                                                tell(built.incrementAndGet());
                                            })),
                    start);
        } catch (RuntimeException e) {
            progress.failed();
            throw e;
        }
        progress.done(built.get(), start.changedAt());
        version.bump();
        log.info("the search index was built: {} records", built.get());
    }

    private void tell(long built) {
        progress.reached(built);
        if (built % BETWEEN_NEWS == 0) {
            log.info("building the search index: {} records so far", built);
        }
    }

    private void prune(long horizon) {
        Instant now = changes.time();
        if (prunedAt.plus(BETWEEN_PRUNINGS).isBefore(now)) {
            changes.prune(horizon);
            prunedAt = now;
        }
    }
}

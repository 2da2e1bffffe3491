package org.rivages.follow;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rivages.search.Reader;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchIndex;
import org.rivages.search.SearchResult;
import org.rivages.site.Links;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks every few seconds whether the content has changed, finds the topics that now say something
 * else to a visitor, and tells the hub. Every copy of the program may do so: a topic is only ever
 * in the hands of one. What the hub does not take is tried again with growing pauses, then left
 * until the next change.
 */
@Component
class WebSubWorker {
    /** After the first, second … failed attempt. */
    static final List<Duration> PAUSES =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2));

    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Longer than any answer takes. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    private static final int MOST_PINGS_A_ROUND = 100;
    private static final Logger log = LoggerFactory.getLogger(WebSubWorker.class);

    private final WebSub webSub;
    private final TopicStore topics;
    private final SearchIndex index;
    private final Links links;
    private final Duration wait;
    private @Nullable HttpClient http;
    private Instant looked = Instant.EPOCH;
    private volatile @Nullable Thread thread;

    @Autowired
    WebSubWorker(WebSub webSub, TopicStore topics, SearchIndex index, Links links) {
        this(webSub, topics, index, links, WAIT);
    }

    /**
     * @param wait how long more changes are waited for
     */
    WebSubWorker(WebSub webSub, TopicStore topics, SearchIndex index, Links links, Duration wait) {
        this.webSub = webSub;
        this.topics = topics;
        this.index = index;
        this.links = links;
        this.wait = wait;
    }

    /** A console command never gets this far, so it tells nobody anything. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (webSub.isSet()) {
            Thread started = Thread.ofVirtual().name("websub").unstarted(this::work);
            thread = started;
            started.start();
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        Thread running = thread;
        if (running != null) {
            thread = null;
            running.interrupt();
            running.join(PATIENCE);
        }
    }

    private void work() {
        while (thread == Thread.currentThread()) {
            try {
                round();
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("the hub waits: {}", e.toString());
            }
        }
    }

    /** Compares what has changed since the last round, then tells the hub what is due. */
    void round() throws InterruptedException {
        Instant changed = index.changedAt().truncatedTo(ChronoUnit.MICROS);
        if (!changed.equals(looked)) {
            Topic.lists().forEach(topic -> topics.remember(topic.path(), Integer.MAX_VALUE));
            topics.forget(WebSub.UNASKED);
            for (int i = 0; i < 2 * WebSub.MOST_TOPICS; i++) {
                if (!topics.compareOne(changed, wait, this::state)) {
                    break;
                }
            }
            looked = changed;
        }
        for (int i = 0; i < MOST_PINGS_A_ROUND; i++) {
            Optional<TopicStore.Due> due = topics.claim(CLAIM, PAUSES.size() + 1);
            if (due.isEmpty()) {
                return;
            }
            tell(due.get());
        }
    }

    /** What a visitor reads in the feed; a topic that is none any more always says the same. */
    private Optional<String> state(String path) {
        Optional<Topic> topic = Topic.of(path);
        if (topic.isEmpty()) {
            return Optional.of("-");
        }
        Topic one = topic.get();
        SearchResult result =
                index.search(
                        Results.query(
                                one.language(),
                                one.listing(),
                                one.form().kinds(one.listing()),
                                one.form().ordered(one.asked()),
                                one.form().size()),
                        Reader.VISITOR);
        return result.available() ? Optional.of(hash(one, result.hits())) : Optional.empty();
    }

    private static String hash(Topic topic, List<SearchDocument> records) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (SearchDocument record : records) {
                String line =
                        String.join(
                                "\n",
                                record.kind(),
                                record.id().toString(),
                                record.path(),
                                record.changedAt().toString(),
                                record.title().in(topic.language()),
                                record.summary().in(topic.language()),
                                record.change().in(topic.language()));
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tell(TopicStore.Due due) throws InterruptedException {
        try {
            int status = post(links.base() + due.path());
            if (status >= 200 && status < 300) {
                topics.told(due);
            } else {
                later(due, "status " + status);
            }
        } catch (IOException e) {
            later(due, e.getClass().getSimpleName());
        }
    }

    private void later(TopicStore.Due due, String reason) {
        int failed = Math.min(due.attempt(), PAUSES.size());
        topics.later(due, PAUSES.get(failed - 1), reason);
        log.info("the hub did not take {} ({}), attempt {}", due.path(), reason, due.attempt());
    }

    /**
     * {@code hub.url} is what hubs of the older protocol read, {@code hub.topic} the newer ones.
     */
    private int post(String topic) throws IOException, InterruptedException {
        String encoded = URLEncoder.encode(topic, StandardCharsets.UTF_8);
        HttpRequest request =
                HttpRequest.newBuilder(webSub.address())
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "hub.mode=publish&hub.url="
                                                + encoded
                                                + "&hub.topic="
                                                + encoded))
                        .build();
        return client().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** Made when first needed; follows no redirect, so that nobody sends us elsewhere. */
    private synchronized HttpClient client() {
        HttpClient made = http;
        if (made == null) {
            made =
                    HttpClient.newBuilder()
                            .connectTimeout(PATIENCE)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .build();
            http = made;
        }
        return made;
    }
}

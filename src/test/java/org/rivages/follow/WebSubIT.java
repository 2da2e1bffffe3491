package org.rivages.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rivages.platform.TestDatabase;
import org.rivages.search.Reader;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchIndex;
import org.rivages.search.SearchQuery;
import org.rivages.search.SearchResult;
import org.rivages.shared.LocalizedText;
import org.rivages.site.SiteExamples;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox of the hub on a real PostgreSQL, the hub a real web server. */
class WebSubIT {
    private static final Instant FIRST = Instant.parse("2026-11-22T10:00:00.123456Z");

    private static final javax.sql.DataSource DATABASE = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final TopicStore topics =
            new TopicStore(jdbc, new TransactionTemplate(new JdbcTransactionManager(DATABASE)));
    private final Changing index = new Changing();
    private final List<Map<String, String>> heard = new CopyOnWriteArrayList<>();
    private volatile int answer = 202;
    private HttpServer hub;
    private WebSub webSub;

    @BeforeEach
    void start() throws IOException {
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/hub", this::hear);
        hub.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        hub.start();
        webSub = new WebSub(topics, "http://127.0.0.1:" + hub.getAddress().getPort() + "/hub");
        jdbc.sql("delete from follow.topic").update();
        index.put("organisation", "avitem", FIRST);
        index.put("call", "2020", FIRST);
    }

    @AfterEach
    void stop() {
        hub.stop(0);
    }

    private void hear(HttpExchange exchange) throws IOException {
        Map<String, String> form = new LinkedHashMap<>();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        form.put("method", exchange.getRequestMethod());
        heard.add(form);
        if (answer == 302) {
            exchange.getResponseHeaders().add("Location", "/hub");
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private WebSubWorker worker() {
        return new WebSubWorker(webSub, topics, index, SiteExamples.links(), Duration.ZERO);
    }

    private Set<String> topicsHeard() {
        Set<String> all = new TreeSet<>();
        heard.forEach(form -> all.add("" + form.get("hub.topic")));
        return all;
    }

    @Test
    void tellsNothingBeforeSomethingChangesAndThenOnlyTheTopicsThatSayMore() throws Exception {
        WebSubWorker worker = worker();
        worker.round();
        worker.round();
        assertThat(heard).isEmpty();
        index.put("call", "2021", FIRST.plusSeconds(60));
        worker.round();
        List<String> expected = new ArrayList<>();
        for (String language : List.of("en", "fr", "ar")) {
            for (String list : List.of("search", "calls")) {
                for (String suffix : List.of("atom", "jsonfeed")) {
                    expected.add("http://rivages.test/" + language + "/" + list + "." + suffix);
                }
            }
        }
        assertThat(topicsHeard()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(heard)
                .hasSameSizeAs(expected)
                .allSatisfy(form -> {
                    assertThat(form)
                            .containsEntry("method", "POST")
                            .containsEntry("hub.mode", "publish");
                    assertThat(form.get("hub.url")).isEqualTo(form.get("hub.topic"));
                });
        worker.round();
        assertThat(heard).hasSameSizeAs(expected);
    }

    @Test
    void tellsACombinationThatSomebodyFollowsOnlyWhenThatCombinationChanges() throws Exception {
        String calls = "/en/search.atom?kind=call";
        String organisations = "/en/search.jsonfeed?q=l%C3%A0&kind=organisation";
        assertThat(topics.remember(calls, 100)).isTrue();
        assertThat(topics.remember(organisations, 100)).isTrue();
        WebSubWorker worker = worker();
        worker.round();
        index.put("organisation", "new", FIRST.plusSeconds(60));
        worker.round();
        assertThat(topicsHeard())
                .contains("http://rivages.test" + organisations)
                .doesNotContain("http://rivages.test" + calls);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 404, 302})
    void triesAgainLaterWhatTheHubDidNotTakeAndGivesUpUntilTheNextChange(int refusal)
            throws Exception {
        WebSubWorker worker = worker();
        worker.round();
        index.put("call", "2021", FIRST.plusSeconds(60));
        answer = refusal;
        worker.round();
        assertThat(heard).hasSize(12);
        worker.round();
        assertThat(heard).as("not before its time").hasSize(12);
        for (int attempt = 2; attempt <= WebSubWorker.PAUSES.size() + 1; attempt++) {
            timePasses();
            worker.round();
            assertThat(heard).hasSize(12 * attempt);
        }
        timePasses();
        worker.round();
        assertThat(heard).as("given up").hasSize(12 * (WebSubWorker.PAUSES.size() + 1));
        answer = 204;
        heard.clear();
        index.put("call", "2022", FIRST.plusSeconds(120));
        worker.round();
        assertThat(heard).hasSize(12);
        timePasses();
        worker.round();
        assertThat(heard).hasSize(12);
        assertThat(waiting()).isZero();
    }

    @Test
    void aHubThatIsAwayLosesNothing() throws Exception {
        WebSubWorker worker = worker();
        worker.round();
        int port = hub.getAddress().getPort();
        hub.stop(0);
        index.put("organisation", "new", FIRST.plusSeconds(60));
        worker.round();
        assertThat(waiting()).isPositive();
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        hub.createContext("/hub", this::hear);
        hub.start();
        timePasses();
        // another copy of the program goes on
        worker().round();
        assertThat(waiting()).isZero();
        assertThat(topicsHeard()).contains("http://rivages.test/fr/organisations.jsonfeed");
    }

    @Test
    void severalCopiesTellEachTopicOnce() throws Exception {
        worker().round();
        index.put("call", "2021", FIRST.plusSeconds(60));
        index.put("organisation", "new", FIRST.plusSeconds(61));
        try (ExecutorService copies = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> rounds = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                WebSubWorker copy = worker();
                rounds.add(
                        copies.submit(() -> {
                            copy.round();
                            return null;
                        }));
            }
            for (Future<?> round : rounds) {
                round.get();
            }
        }
        // a topic that another copy held at that moment is looked at in the next round
        worker().round();
        assertThat(heard).hasSize(18).hasSameSizeAs(topicsHeard());
        assertThat(waiting()).isZero();
    }

    @Test
    void remembersNoMoreTopicsThanItMayAndForgetsWhatNobodyAsksFor() {
        assertThat(topics.remember("/en/search.atom?q=1", 2)).isTrue();
        assertThat(topics.remember("/en/search.atom?q=2", 2)).isTrue();
        assertThat(topics.remember("/en/search.atom?q=3", 2)).isFalse();
        assertThat(topics.remember("/en/search.atom?q=1", 2)).isTrue();
        jdbc.sql(
                        """
                        update follow.topic set asked_at = asked_at - interval '31 days'
                        where path like '%q=1'
                        """)
                .update();
        topics.forget(WebSub.UNASKED);
        assertThat(topics.remember("/en/search.atom?q=3", 2)).isTrue();
        assertThat(topics.remember("/en/search.atom?q=1", 2)).isFalse();
    }

    @Test
    void aSearchThatIsAwayIsNoNews() throws Exception {
        WebSubWorker worker = worker();
        worker.round();
        index.available = false;
        index.put("call", "2021", FIRST.plusSeconds(60));
        worker.round();
        assertThat(heard).isEmpty();
        index.available = true;
        worker().round();
        assertThat(heard).hasSize(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub", "ftp://hub.example/", "https:///x", "javascript:alert(1)"})
    void refusesAnAddressThatIsNoHub(String address) {
        assertThatThrownBy(() -> new WebSub(topics, address))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("RIVAGES_WEBSUB_HUB");
    }

    private void timePasses() {
        jdbc.sql("update follow.topic set next_attempt_at = clock_timestamp()").update();
    }

    private int waiting() {
        return jdbc.sql("select count(*) from follow.topic where version > pinged")
                .query(Integer.class)
                .single();
    }

    /** An index that knows kinds and nothing else. */
    private static final class Changing implements SearchIndex {
        private final Map<String, SearchDocument> records = new ConcurrentHashMap<>();
        private volatile Instant changed = FIRST;
        private volatile boolean available = true;

        void put(String kind, String slug, Instant at) {
            records.put(
                    slug,
                    new SearchDocument(
                            kind,
                            UUID.nameUUIDFromBytes(slug.getBytes(StandardCharsets.UTF_8)),
                            "/" + kind + "s/" + slug,
                            LocalizedText.same(slug),
                            LocalizedText.EMPTY,
                            LocalizedText.EMPTY,
                            List.of(),
                            Map.of(),
                            Set.of(),
                            List.of(),
                            null,
                            null,
                            new LinkedHashMap<>(),
                            Set.of(),
                            at,
                            LocalizedText.EMPTY,
                            null));
            changed = at;
        }

        @Override
        public SearchResult search(SearchQuery query, Reader reader) {
            assertThat(reader).isEqualTo(Reader.VISITOR);
            Set<String> kinds = query.values(SearchQuery.KIND);
            List<SearchDocument> hits =
                    records.values().stream()
                            .filter(record -> kinds.isEmpty() || kinds.contains(record.kind()))
                            .sorted(java.util.Comparator.comparing(SearchDocument::path))
                            .toList();
            return new SearchResult(hits.size(), hits, Map.of(), Map.of(), false, "", available);
        }

        @Override
        public Instant changedAt() {
            return changed;
        }
    }
}

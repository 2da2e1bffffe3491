package org.rivages.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The index in OpenSearch, for several copies of the program. All of them may feed it: each write
 * carries the number of the transaction up to which its writer has read, and an older one never
 * replaces a newer one. The position is a record of the index, written after the records it speaks
 * of: a writer that dies between them leaves work to be done again, and nothing undone.
 */
final class OpenSearchIndex implements FedIndex {
    private static final Logger log = LoggerFactory.getLogger(OpenSearchIndex.class);
    private static final String POSITION = "position";

    /** Letters of one request. */
    private static final int BULK = 4_000_000;

    /** How long nobody asks again after no answer, so that pages do not wait in a row. */
    private static final long RESPITE = Duration.ofSeconds(1).toNanos();

    /** An index that is still half built after so long was left by a copy that died. */
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private final String name;
    private final OpenSearchClient client;
    private final OpenSearchDocuments documents;
    private final OpenSearchSearch searches;
    private volatile Instant changedAt = Instant.EPOCH;
    private volatile boolean lost;
    private volatile long lostAt;

    /**
     * @param name under which it is found; what is built has a name that begins so
     */
    OpenSearchIndex(Analysis analysis, String url, String name) {
        this.name = name;
        client = new OpenSearchClient(url);
        documents = new OpenSearchDocuments(analysis);
        searches = new OpenSearchSearch(analysis, client, name);
    }

    @Override
    public @Nullable Position position() {
        try {
            Optional<JsonNode> found = client.maybe("GET", name + "/_doc/" + POSITION, null);
            lost = false;
            if (found.isEmpty()) {
                return null;
            }
            JsonNode data = found.get().at("/_source/position");
            if (!OpenSearchDocuments.SCHEMA.equals(data.path("schema").asString(""))) {
                return null;
            }
            Position position =
                    new Position(
                            data.path("database").asString(""),
                            data.path("transaction").asLong(),
                            Instant.parse(data.path("changedAt").asString("")));
            changedAt = position.changedAt();
            return position;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Instant changedAt() {
        return changedAt;
    }

    @Override
    public void apply(Map<String, Optional<SearchDocument>> records, Position position) {
        try {
            Bulk bulk = new Bulk(name, "&require_alias=true", position.transaction());
            for (Map.Entry<String, Optional<SearchDocument>> each : records.entrySet()) {
                if (each.getValue().isPresent()) {
                    bulk.put(each.getKey(), documents.document(each.getValue().get()));
                } else {
                    bulk.remove(each.getKey());
                }
            }
            bulk.send();
            put(name, "&require_alias=true", position);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Builds an index of another name and swaps the names at once. */
    @Override
    public void rebuild(Consumer<Consumer<SearchDocument>> everything, Position position) {
        String fresh = name + "-" + UUID.randomUUID();
        try {
            client.ask("PUT", fresh, OpenSearchDocuments.index());
            Bulk bulk = new Bulk(fresh, "", position.transaction());
            everything.accept(record -> {
                try {
                    bulk.put(
                            Descriptions.key(record.kind(), record.id()),
                            documents.document(record));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            bulk.send();
            put(fresh, "", position);
            swap(fresh);
        } catch (IOException | RuntimeException e) {
            forget(fresh);
            throw e instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) e;
        }
    }

    private void swap(String fresh) throws IOException {
        List<String> old = new ArrayList<>();
        client.maybe("GET", "_alias/" + name, null)
                .ifPresent(names -> old.addAll(names.propertyNames()));
        List<Object> actions = new ArrayList<>();
        old.forEach(gone -> actions.add(Map.of("remove_index", Map.of("index", gone))));
        actions.add(Map.of("add", Map.of("index", fresh, "alias", name)));
        client.ask("POST", "_aliases", Map.of("actions", actions));
        tidy(fresh);
    }

    private void tidy(String fresh) throws IOException {
        JsonNode all = client.ask("GET", name + "-*/_settings/index.creation_date", null);
        long before = born(all, fresh) - LEFT_BEHIND.toMillis();
        for (String one : all.propertyNames()) {
            boolean used = client.maybe("GET", one + "/_alias/" + name, null).isPresent();
            if (born(all, one) < before && !used) {
                forget(one);
            }
        }
    }

    private static long born(JsonNode all, String index) {
        return all.path(index).at("/settings/index/creation_date").asLong(Long.MAX_VALUE);
    }

    private void forget(String fresh) {
        try {
            client.maybe("DELETE", fresh, null);
        } catch (IOException e) {
            log.warn("half an index is left in OpenSearch: {}", fresh);
        }
    }

    private void put(String index, String where, Position position) throws IOException {
        client.ask(
                "PUT",
                index + "/_doc/" + POSITION + "?refresh=true" + where,
                Map.of(
                        "position",
                        Map.of(
                                "schema",
                                OpenSearchDocuments.SCHEMA,
                                "database",
                                position.database(),
                                "transaction",
                                position.transaction(),
                                "changedAt",
                                position.changedAt().toString())));
        changedAt = position.changedAt();
    }

    /** An answer that says so when OpenSearch is not there; a question soon after tries again. */
    @Override
    public SearchResult search(SearchQuery query, Reader reader) {
        if (lost && System.nanoTime() - lostAt < RESPITE) {
            return SearchResult.unavailable();
        }
        try {
            SearchResult result = searches.search(query, reader);
            lost = false;
            return result;
        } catch (IOException e) {
            if (!lost) {
                log.error("OpenSearch does not answer: {}", e.toString());
            }
            lostAt = System.nanoTime();
            lost = true;
            return SearchResult.unavailable();
        }
    }

    @Override
    public void close() {
        client.close();
    }

    /** Writes of one kind of number, sent when they are many. */
    private final class Bulk {
        private final String index;
        private final String where;
        private final long version;
        private final StringBuilder lines = new StringBuilder();

        /**
         * @param where "&require_alias=true" for the index in use: when it is gone, nothing makes
         *     an empty one in its place
         */
        Bulk(String index, String where, long version) {
            this.index = index;
            this.where = where;
            this.version = version;
        }

        void put(String key, Map<String, Object> document) throws IOException {
            line("index", key);
            lines.append(Json.write(document)).append('\n');
            if (lines.length() > BULK) {
                send();
            }
        }

        void remove(String key) {
            line("delete", key);
        }

        private void line(String act, String key) {
            Map<String, Object> how = new LinkedHashMap<>();
            how.put("_id", key);
            how.put("version", version);
            how.put("version_type", "external_gte");
            lines.append(Json.write(Map.of(act, how))).append('\n');
        }

        /** What a newer writer has written meanwhile stays. */
        void send() throws IOException {
            if (lines.isEmpty()) {
                return;
            }
            JsonNode answer =
                    client.ask("POST", index + "/_bulk?refresh=false" + where, lines.toString());
            for (JsonNode item : answer.path("items")) {
                JsonNode one = item.iterator().next();
                int status = one.path("status").asInt();
                boolean notThere = status == 404 && one.path("error").isMissingNode();
                if (status > 299 && status != 409 && !notThere) {
                    throw new IOException("OpenSearch refuses a record: " + one);
                }
            }
            lines.setLength(0);
        }
    }
}

package org.rivages.search;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.Json;
import tools.jackson.databind.JsonNode;

/** The few requests that OpenSearch is asked, as JSON over HTTP. */
final class OpenSearchClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Of somebody who waits for a page. */
    private static final Duration READERS_PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final URI base;
    private final @Nullable String authorization;

    /**
     * @param url with user and password in it where OpenSearch asks for them
     */
    OpenSearchClient(String url) {
        URI whole = URI.create(url.endsWith("/") ? url : url + "/");
        String user = whole.getUserInfo();
        authorization =
                user == null
                        ? null
                        : "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(user.getBytes(StandardCharsets.UTF_8));
        base =
                URI.create(
                        whole.toString()
                                .replace(
                                        user == null ? "//" : "//" + whole.getRawUserInfo() + "@",
                                        "//"));
    }

    /**
     * Asks, and takes nothing but an answer.
     *
     * @throws IOException when OpenSearch is not there, or refuses
     */
    JsonNode ask(String method, String path, @Nullable Object body) throws IOException {
        return there(method, path, send(method, path, body, PATIENCE));
    }

    /** The same for a question that somebody waits for. */
    JsonNode search(String path, Object body) throws IOException {
        return there("POST", path, send("POST", path, body, READERS_PATIENCE));
    }

    private static JsonNode there(String method, String path, Optional<JsonNode> answer)
            throws IOException {
        return answer.orElseThrow(() -> new IOException(method + " " + path + ": not found"));
    }

    /** The same; empty for 404. */
    Optional<JsonNode> maybe(String method, String path, @Nullable Object body) throws IOException {
        return send(method, path, body, PATIENCE);
    }

    private Optional<JsonNode> send(
            String method, String path, @Nullable Object body, Duration patience)
            throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(patience)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(
                                                body instanceof String text
                                                        ? text.getBytes(StandardCharsets.UTF_8)
                                                        : Json.mapper().writeValueAsBytes(body)));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<byte[]> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 404) {
                return Optional.empty();
            }
            if (answer.statusCode() > 299) {
                String said = new String(answer.body(), StandardCharsets.UTF_8);
                throw new IOException(
                        method + " " + path + ": " + answer.statusCode() + " " + said);
            }
            return Optional.of(Json.mapper().readTree(answer.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking OpenSearch", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

package org.rivages.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rivages.api.Description.Operation;
import org.rivages.shared.Json;
import org.rivages.support.RivagesTest;
import org.rivages.support.TestServer;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Tags, methods, hosts, origins and problems of the API on the running program. */
@RivagesTest
class ApiAnswersIT {
    private final Visitor visitor = new Visitor();

    @Autowired JdbcClient jdbc;

    private static HttpResponse<byte[]> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(TestServer.base() + path))
                        .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void tagsAreStrongAndOfTheVeryBytes() throws Exception {
        for (String path : List.of("/api/v1/organisations/avitem", "/api/v1/openapi.json")) {
            HttpResponse<byte[]> plain = send("GET", path);
            HttpResponse<byte[]> small = send("GET", path, "Accept-Encoding", "gzip");
            String tag = header(plain, "ETag");
            assertThat(tag).matches("\"[0-9a-f]+\"");
            assertThat(header(small, "ETag")).isNotEqualTo(tag).matches("\"[0-9a-f]+-gz\"");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(small.body())).readAllBytes())
                    .isEqualTo(plain.body());
            assertThat(header(plain, "Cache-Control")).isEqualTo("no-cache, public");
            assertThat(header(plain, "Vary"))
                    .contains("Accept-Encoding", "Accept-Language", "Origin");
            HttpResponse<byte[]> again = send("GET", path, "If-None-Match", "\"x\", " + tag);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(header(again, "ETag")).isEqualTo(tag);
            assertThat(send("GET", path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aHeadIsAGetWithoutItsBody() throws Exception {
        for (Operation operation : Description.operations().values()) {
            HttpResponse<byte[]> get = send("GET", operation.example());
            HttpResponse<byte[]> head = send("HEAD", operation.example());
            assertThat(head.statusCode()).isEqualTo(get.statusCode());
            assertThat(head.body()).isEmpty();
            for (String name : List.of("ETag", "Content-Type", "Link", "Content-Length")) {
                assertThat(header(head, name))
                        .as(operation.path() + " " + name)
                        .isEqualTo(header(get, name));
            }
            HttpResponse<byte[]> options = send("OPTIONS", operation.example());
            assertThat(options.statusCode()).isEqualTo(200);
            assertThat(Set.of(header(options, "Allow").split(",\\s*")))
                    .isEqualTo(Set.of("GET", "HEAD", "OPTIONS"));
        }
    }

    /** What a client writes into the header itself stands left of what the proxy adds. */
    @Test
    void countsTheReaderBehindAProxyAndNotWhoHePretendsToBe() throws Exception {
        send("GET", "/api/v1/calls", "X-Forwarded-For", "198.51.100.7, 203.0.113.9");
        send("GET", "/api/v1/calls", "X-Forwarded-For", "2001:db8:5:6:7::8");
        assertThat(hosts())
                .contains("203.0.113.9", "2001:db8:5:6::/64")
                .doesNotContain("198.51.100.7");
    }

    private List<String> hosts() {
        return jdbc.sql("select host from api.request_count")
                .query((row, n) -> "" + row.getString(1))
                .list();
    }

    /** The framework would list every method that it knows. */
    @Test
    void tellsABrowserThatAsksFirstWhatThereIs() throws Exception {
        HttpResponse<byte[]> answer =
                send(
                        "OPTIONS",
                        "/api/v1/calls",
                        "Origin",
                        "https://other.example",
                        "Access-Control-Request-Method",
                        "PUT");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(answer.headers().map().keySet())
                .noneMatch(name ->
                        name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
    }

    /** A page shows what it could read; data do not pretend to. */
    @Test
    void saysOfWhatItRefusesNotThatItWasLeftOut() {
        for (String query :
                List.of("q=" + "a".repeat(301), "page=x", "sort=x", "year=1", "theme=(")) {
            String asked = "?" + query;
            String refused = detail(visitor.raw("/api/v1/search" + asked, "Accept-Language", "fr"));
            assertThat(refused)
                    .isEqualTo(detail(visitor.raw("/fr/search.json" + asked)))
                    .doesNotContain("pris en compte", "affiché", "laissé");
        }
    }

    private static String detail(Answer answer) {
        assertThat(answer.status()).as(answer.path()).isEqualTo(400);
        return Json.mapper().readTree(answer.text()).get("detail").asString();
    }

    @Test
    void anotherOriginReadsNothingUnlessTheOperatorAllowsIt() throws Exception {
        HttpResponse<byte[]> answer =
                send("GET", "/api/v1/calls", "Origin", "https://other.example");
        assertThat(answer.headers().map().keySet())
                .noneMatch(name ->
                        name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
    }

    @Test
    void theOrderOfNamesFollowsTheLanguage() {
        assertThat(names("fr")).isNotEqualTo(names("ar"));
    }

    private List<String> names(String language) {
        return Json.mapper()
                .readTree(
                        visitor.raw("/api/v1/organisations?size=100", "Accept-Language", language)
                                .text())
                .get("items")
                .valueStream()
                .map(item -> item.get("slug").asString())
                .toList();
    }

    // ---- problems

    private static final Map<String, List<String>> TITLES =
            Map.of(
                    "en", List.of("The request cannot be read", "There is nothing here"),
                    "fr", List.of("La requête est illisible", "Il n’y a rien ici"),
                    "ar", List.of("تعذّرت قراءة الطلب", "لا شيء هنا"));

    @ParameterizedTest
    @CsvSource({"en", "fr", "ar"})
    void tellsProblemsInTheLanguageThatIsPreferred(String language) throws Exception {
        HttpResponse<byte[]> unread =
                send("GET", "/api/v1/calls?year=abc", "Accept-Language", language + ", en;q=0.5");
        HttpResponse<byte[]> nowhere =
                send("GET", "/api/v1/calls/nowhere", "Accept-Language", language);
        assertThat(List.of(title(unread), title(nowhere))).isEqualTo(TITLES.get(language));
        assertThat(header(unread, "Content-Language")).isEqualTo(language);
    }

    private static String title(HttpResponse<byte[]> answer) {
        return Json.mapper().readTree(answer.body()).get("title").asString();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/organisations?contry=FR,400,bad-request",
        "GET,/api/v1/search?page=0,400,bad-request",
        "GET,/api/v1/search?page=-1,400,bad-request",
        "GET,/api/v1/search?page=1000000001,400,bad-request",
        "GET,/api/v1/search?page=99999999999999999999,400,bad-request",
        "GET,/api/v1/search?size=0,400,bad-request",
        "GET,/api/v1/search?size=-5,400,bad-request",
        "GET,/api/v1/search?size=101,400,bad-request",
        "GET,/api/v1/search?size=x,400,bad-request",
        "GET,/api/v1/search?country=%ff,400,bad-request",
        "GET,/api/v1/organisations?kind=session,400,bad-request",
        "GET,/api/v1/calls;a=b,400,bad-request",
        "GET,/api/v1/organisations/nowhere,404,not-found",
        "GET,/api/v1/programmes/metropolitan-workshops/1066,404,not-found",
        "GET,/api/v1/programmes/metropolitan-workshops/2020/nowhere,404,not-found",
        "GET,/api/v1/problems/none,404,not-found",
        "GET,/api/v1/library/nowhere,404,not-found",
        "GET,/api/v1/projects,404,not-found",
        "GET,/api/v1,404,not-found",
        "GET,/api/v2/search,404,not-found",
        "GET,/api/calls,404,not-found",
        "POST,/api/v1/calls,405,method-not-allowed",
        "DELETE,/api/v1/organisations/avitem,405,method-not-allowed",
        "PATCH,/api/v1/nowhere,405,method-not-allowed"
    })
    void tellsEachProblemByItsOwnType(String method, String path, int status, String type)
            throws Exception {
        HttpResponse<byte[]> answer = send(method, path);
        assertThat(answer.statusCode()).isEqualTo(status);
        problem(answer, type);
        if (status == 405) {
            assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
        }
    }

    @Test
    void saysThatOnlyJsonIsGiven() throws Exception {
        HttpResponse<byte[]> answer = send("GET", "/api/v1/calls", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(406);
        problem(answer, "not-acceptable");
        assertThat(send("GET", "/api/v1/calls", "Accept", "text/html, */*;q=0.1").statusCode())
                .isEqualTo(200);
    }

    @Test
    void evenWhatTheServerItselfRefusesIsAProblem() throws Exception {
        HttpResponse<byte[]> answer = send("GET", "/api/v1/%2f");
        assertThat(answer.statusCode()).isEqualTo(400);
        problem(answer, "bad-request");
    }

    static void problem(HttpResponse<byte[]> answer, String type) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        assertThat(Description.wrong("Problem", body)).as(body).isEmpty();
        JsonNode problem = Json.mapper().readTree(body);
        assertThat(problem.get("type").asString()).isEqualTo("/api/v1/problems/" + type);
        assertThat(problem.get("status").asInt()).isEqualTo(answer.statusCode());
    }

    @Test
    void everyTypeLeadsToItsExplanationForPeople() {
        for (Problem problem : Problem.values()) {
            Answer answer = visitor.raw(problem.type(), "Accept-Language", "fr");
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.header("Location")).isEqualTo("/fr/api#" + problem.code());
            assertThat(visitor.get("/fr/api").page().getElementById(problem.code())).isNotNull();
        }
    }

    @Test
    void followsEveryLinkOfTheAnswersToAnAnswer() {
        Deque<String> open = new ArrayDeque<>(List.of("/api/v1/search?size=100"));
        Set<String> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            String path = open.pop();
            Answer answer = visitor.raw(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            Matcher links = Pattern.compile("\"(/api/v1/[^\"]+)\"").matcher(answer.text());
            while (links.find()) {
                if (seen.add(links.group(1))) {
                    open.add(links.group(1));
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(50);
    }
}

package org.rivages.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rivages.shared.Json;
import org.rivages.support.RivagesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What holds for every request, with settings of its own, on the real database. */
@RivagesTest
class ApiFilterIT {
    private static final FilterChain ANSWERS =
            (request, response) -> ((HttpServletResponse) response).setStatus(200);

    @Autowired Problems problems;
    @Autowired JdbcClient jdbc;

    private ApiFilter filter(int limit, String origins) {
        ApiSettings settings = new ApiSettings(limit, origins);
        return new ApiFilter(settings, new ApiLimit(jdbc, settings), problems);
    }

    private static MockHttpServletResponse ask(
            ApiFilter filter, String method, String host, FilterChain chain, String... headers)
            throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/v1/calls");
        request.setRemoteAddr(host);
        for (int i = 0; i < headers.length; i += 2) {
            request.addHeader(headers[i], headers[i + 1]);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, chain);
        return response;
    }

    /** A minute may end in between, so the count may begin anew once. */
    @Test
    void refusesAHostThatHasUsedUpItsMinuteOnAnyCopy() throws Exception {
        ApiFilter one = filter(3, "");
        ApiFilter other = filter(3, "");
        List<MockHttpServletResponse> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(ask(i % 2 == 0 ? one : other, "GET", "192.0.2.1", ANSWERS));
        }
        assertThat(answers.getFirst().getStatus()).isEqualTo(200);
        assertThat(answers.getFirst().getHeader("RateLimit-Limit")).isEqualTo("3");
        assertThat(answers.getFirst().getHeader("RateLimit-Remaining")).isEqualTo("2");
        assertThat(Integer.parseInt("" + answers.getFirst().getHeader("RateLimit-Reset")))
                .isBetween(1, 60);
        assertThat(answers).filteredOn(answer -> answer.getStatus() == 429).hasSizeBetween(2, 5);
        assertThat(answers)
                .filteredOn(answer -> answer.getStatus() == 429)
                .allSatisfy(answer -> {
                    assertThat(Integer.parseInt("" + answer.getHeader("Retry-After")))
                            .isBetween(1, 60);
                    assertThat(answer.getHeader("RateLimit-Remaining")).isEqualTo("0");
                    assertThat(Description.wrong("Problem", answer.getContentAsString())).isEmpty();
                    assertThat(answer.getContentAsString()).contains("too-many-requests");
                });
        assertThat(ask(one, "GET", "192.0.2.2", ANSWERS).getStatus())
                .as("another host")
                .isEqualTo(200);
    }

    @Test
    void countsExactlyWhenManyAskAtOnce() throws Exception {
        ApiFilter one = filter(1_000, "");
        List<Callable<MockHttpServletResponse>> calls = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            calls.add(() -> ask(one, "GET", "192.0.2.3", ANSWERS));
        }
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            many.invokeAll(calls);
        }
        assertThat(
                        jdbc.sql(
                                        "select sum(count) from api.request_count where host = '192.0.2.3'")
                                .query(Integer.class)
                                .single())
                .isEqualTo(100);
    }

    @Test
    void limitsNobodyWhenTheLimitIsNought() throws Exception {
        MockHttpServletResponse answer = ask(filter(0, ""), "GET", "192.0.2.4", ANSWERS);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("RateLimit-Limit")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,192.0.2.1",
        "2001:db8:1:2:3:4:5:6,2001:db8:1:2::/64",
        "2001:db8:1:2::7,2001:db8:1:2::/64",
        "0:0:0:0:0:0:0:1,0:0:0:0::/64",
        "fe80::1%eth0,fe80::/64"
    })
    void knowsAHostOfTheNewerKindByTheFirstHalfOfItsAddress(String address, String host) {
        assertThat(ApiLimit.host(address)).isEqualTo(host);
    }

    @Test
    void forgetsOldMinutes() {
        jdbc.sql("insert into api.request_count values ('192.0.2.5', 1, 7)").update();
        new ApiLimit(jdbc, new ApiSettings(1, "")).forget();
        assertThat(
                        jdbc.sql("select count(*) from api.request_count where minute = 1")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void sharesWithTheOriginsThatTheOperatorNames() throws Exception {
        ApiFilter named = filter(0, "https://a.example, https://b.example");
        MockHttpServletResponse answer =
                ask(named, "GET", "192.0.2.6", ANSWERS, "Origin", "https://b.example");
        assertThat(answer.getHeader("Access-Control-Allow-Origin")).isEqualTo("https://b.example");
        assertThat(answer.getHeader("Access-Control-Expose-Headers"))
                .contains("ETag", "Link", "RateLimit-Remaining", "Retry-After");
        assertThat(answer.getHeader("Access-Control-Allow-Credentials")).isNull();
        assertThat(
                        ask(named, "GET", "192.0.2.6", ANSWERS, "Origin", "https://c.example")
                                .getHeader("Access-Control-Allow-Origin"))
                .isNull();
        MockHttpServletResponse all =
                ask(filter(0, "*"), "GET", "192.0.2.6", ANSWERS, "Origin", "https://c.example");
        assertThat(all.getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void answersABrowserThatAsksFirst() throws Exception {
        ApiFilter named = filter(1, "https://a.example");
        String[] headers = {"Origin", "https://a.example", "Access-Control-Request-Method", "GET"};
        for (int i = 0; i < 5; i++) {
            MockHttpServletResponse answer = ask(named, "OPTIONS", "192.0.2.7", ANSWERS, headers);
            assertThat(answer.getStatus()).as("not counted").isEqualTo(204);
            assertThat(answer.getHeader("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD");
            assertThat(answer.getHeader("Access-Control-Allow-Headers")).contains("If-None-Match");
            assertThat(answer.getHeader("Access-Control-Allow-Credentials")).isNull();
            assertThat(answer.getHeader("Vary")).contains("Origin");
        }
        headers[1] = "https://other.example";
        assertThat(
                        ask(named, "OPTIONS", "192.0.2.7", ANSWERS, headers)
                                .getHeader("Access-Control-Allow-Methods"))
                .isNull();
    }

    @Test
    void promisesNoBrowserAnythingUnlessTheOperatorAllowsIt() throws Exception {
        MockHttpServletResponse answer =
                ask(
                        filter(0, ""),
                        "OPTIONS",
                        "192.0.2.7",
                        ANSWERS,
                        "Origin",
                        "https://a.example",
                        "Access-Control-Request-Method",
                        "GET");
        assertThat(answer.getHeaderNames()).noneMatch(name -> name.startsWith("Access-Control"));
        assertThat(answer.getHeader("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.example",
                "https://a.example/",
                "https://a.example/page",
                "https://A.example",
                "null",
                "https://a.example https://b.example",
                "https://*.example"
            })
    void refusesAnOriginThatNoBrowserWouldSend(String origin) {
        assertThatThrownBy(() -> new ApiSettings(1, "https://good.example," + origin))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("RIVAGES_API_ORIGINS")
                .hasMessageContaining(origin);
    }

    @Test
    void refusesALimitBelowNought() {
        assertThatThrownBy(() -> new ApiSettings(-1, "")).hasMessageContaining("RIVAGES_API_LIMIT");
        assertThat(
                        new ApiSettings(0, "http://localhost:3000, https://[::1]:8443")
                                .sharesWith("https://[::1]:8443"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"en,Too many requests", "fr,Trop de requêtes", "ar,طلبات كثيرة"})
    void tellsTheLimitInTheLanguageOfWhoAsks(String language, String begins) throws Exception {
        ApiFilter one = filter(1, "");
        MockHttpServletResponse answer = new MockHttpServletResponse();
        for (int i = 0; i < 3; i++) {
            answer = ask(one, "GET", "192.0.2.9", ANSWERS, "Accept-Language", language);
        }
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(Json.mapper().readTree(answer.getContentAsByteArray()).get("title").asString())
                .startsWith(begins);
        assertThat(answer.getHeader("Content-Language")).isEqualTo(language);
    }

    @Test
    void tellsWhatBreaksFurtherInAsAProblem() throws Exception {
        MockHttpServletResponse answer =
                ask(
                        filter(0, ""),
                        "GET",
                        "192.0.2.8",
                        (request, response) -> {
                            throw new IllegalStateException("secret of the house");
                        });
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.getContentAsString())
                .contains("/api/v1/problems/internal")
                .doesNotContain("secret");
        MockHttpServletResponse sent =
                ask(
                        filter(0, ""),
                        "GET",
                        "192.0.2.8",
                        (request, response) -> ((HttpServletResponse) response).sendError(400));
        assertThat(sent.getStatus()).isEqualTo(400);
        assertThat(sent.getContentAsString()).contains("/api/v1/problems/bad-request");
    }

    @Test
    void tellsWhatBreaksInAHandlerAsAProblem() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/calls");
        request.addHeader("Accept-Language", "fr");
        MockHttpServletResponse response = new MockHttpServletResponse();
        assertThat(
                        new ApiProblems(problems)
                                .resolveException(
                                        request,
                                        response,
                                        null,
                                        new IllegalStateException("secret of the house")))
                .isNotNull();
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(Description.wrong("Problem", response.getContentAsString())).isEmpty();
        assertThat(response.getContentAsString()).contains("Un incident").doesNotContain("secret");
        MockHttpServletRequest page = new MockHttpServletRequest("GET", "/en/calls");
        assertThat(
                        new ApiProblems(problems)
                                .resolveException(
                                        page,
                                        new MockHttpServletResponse(),
                                        null,
                                        new IllegalStateException()))
                .as("a page is not ours")
                .isNull();
    }
}

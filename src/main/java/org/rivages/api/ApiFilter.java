package org.rivages.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rivages.site.SafeHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What holds for every request under {@code /api/}: methods, the limit of the host, which other
 * sites may read the answer, and that whatever is refused further in is told as a problem.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ApiFilter extends OncePerRequestFilter {
    static final String FOLDER = "/api/";

    private static final Logger log = LoggerFactory.getLogger(ApiFilter.class);
    private static final String METHODS = "GET, HEAD, OPTIONS";
    private static final Set<String> ALLOWED = Set.of("GET", "HEAD", "OPTIONS");
    private static final String SHOWN =
            "ETag, Link, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After";

    private final ApiSettings settings;
    private final ApiLimit limit;
    private final Problems problems;

    ApiFilter(ApiSettings settings, ApiLimit limit, Problems problems) {
        this.settings = settings;
        this.limit = limit;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(FOLDER);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String origin = request.getHeader("Origin");
        share(origin, response);
        if (isPreflight(request)) {
            answerPreflight(request, response);
        } else if (!withinLimit(request, response)) {
            problems.write(request, response, Problem.TOO_MANY_REQUESTS);
        } else if (!ALLOWED.contains(request.getMethod())) {
            response.setHeader("Allow", METHODS);
            problems.write(request, response, Problem.METHOD_NOT_ALLOWED);
        } else {
            pass(request, response, chain);
        }
    }

    private void share(@Nullable String origin, HttpServletResponse response) {
        if (origin != null && settings.sharesWith(origin)) {
            response.setHeader(
                    "Access-Control-Allow-Origin", settings.sharesWithAll() ? "*" : origin);
            response.setHeader("Access-Control-Expose-Headers", SHOWN);
        }
    }

    private boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeader("Origin") != null
                && request.getHeader("Access-Control-Request-Method") != null;
    }

    /** A browser that gets none of these headers does not ask further. */
    private void answerPreflight(HttpServletRequest request, HttpServletResponse response) {
        if (settings.sharesWith(request.getHeader("Origin"))) {
            response.setHeader("Access-Control-Allow-Methods", "GET, HEAD");
            response.setHeader("Access-Control-Allow-Headers", "If-None-Match, Accept-Language");
            response.setHeader("Access-Control-Max-Age", "86400");
        }
        response.setHeader("Allow", METHODS);
        response.setHeader("Vary", "Origin");
        SafeHeaders.write(response);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private boolean withinLimit(HttpServletRequest request, HttpServletResponse response) {
        if (settings.limit() == 0) {
            return true;
        }
        ApiLimit.State state = limit.take(request.getRemoteAddr());
        response.setHeader("RateLimit-Limit", String.valueOf(settings.limit()));
        response.setHeader("RateLimit-Remaining", String.valueOf(Math.max(0, state.left())));
        response.setHeader("RateLimit-Reset", String.valueOf(state.seconds()));
        if (state.refused()) {
            response.setHeader("Retry-After", String.valueOf(state.seconds()));
        }
        return !state.refused();
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Errors errors = new Errors(response);
        try {
            chain.doFilter(request, errors);
        } catch (RuntimeException | ServletException e) {
            log.error("a request to the API failed", e);
            errors.status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        }
        if (errors.status != 0 && !response.isCommitted()) {
            response.resetBuffer();
            problems.write(request, response, Problem.of(errors.status));
        }
    }

    /** Keeps in mind the error that a filter wanted to send, which would become a page. */
    private static final class Errors extends HttpServletResponseWrapper {
        private int status;

        Errors(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int code) {
            status = code;
        }

        @Override
        public void sendError(int code, String message) {
            status = code;
        }
    }
}

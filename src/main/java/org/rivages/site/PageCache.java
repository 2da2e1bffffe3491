package org.rivages.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.rivages.access.AccessInterceptor;
import org.rivages.search.ContentVersion;
import org.rivages.shared.Now;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the bytes of public pages, so that a visitor costs no query. A kept page is answered only
 * to somebody without any cookie of ours, only while nothing public has changed, and for a minute
 * at most (a deadline may have passed). It stands before everything else: what it answers has
 * passed all of it once, security headers included.
 *
 * <p>Kept is what a handler open to everybody answers to GET with 200, when it sets no cookie (a
 * form token is one) and does not forbid it with a {@code Cache-Control} of its own. Everything
 * else leaves with {@code private, no-store} unless its handler says otherwise.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class PageCache extends OncePerRequestFilter {
    private static final int MOST_BYTES = 32_000_000;
    private static final int LARGEST_PAGE = 2_000_000;
    private static final int LONGEST_QUERY = 300;
    private static final int LONGEST_PATH = 300;
    private static final long KEEP_NANOS = Duration.ofSeconds(60).toNanos();
    private static final String OURS = "rivages";

    /** Its answers differ by more headers than the key of a page. */
    private static final String DATA = "/api/";

    private record Key(boolean secure, boolean part, String path, @Nullable String query) {}

    /**
     * @param version of the content while it was made
     * @param clock how far the clock was shifted then
     */
    private record Kept(CachedPage page, long version, Duration clock, long until) {}

    private final Cache<Key, Kept> pages =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_BYTES)
                    .weigher((Key key, Kept kept) -> kept.page().weight())
                    .build();
    private final ContentVersion version;
    private final Now now;

    PageCache(ContentVersion version, Now now) {
        this.version = version;
        this.now = now;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "private, no-store");
        Key key = key(request);
        if (key == null) {
            chain.doFilter(request, new CapturedResponse(response, 0));
            return;
        }
        Kept kept = pages.getIfPresent(key);
        if (kept != null && valid(kept)) {
            kept.page().answer(request, response);
            return;
        }
        long before = version.now();
        Duration clock = now.shifted();
        CapturedResponse captured = new CapturedResponse(response, LARGEST_PAGE);
        chain.doFilter(request, captured);
        if (request.isAsyncStarted() || captured.tooLarge() || !mayBeKept(request, captured)) {
            captured.release();
            return;
        }
        CachedPage page = CachedPage.of(captured);
        pages.put(key, new Kept(page, before, clock, System.nanoTime() + KEEP_NANOS));
        page.answer(request, response);
    }

    private boolean valid(Kept kept) {
        return kept.version() == version.now()
                && kept.clock().equals(now.shifted())
                && kept.until() - System.nanoTime() > 0;
    }

    /** Null when this request can neither be answered from the cache nor fill it. */
    private static @Nullable Key key(HttpServletRequest request) {
        String query = request.getQueryString();
        if (!request.getMethod().equals("GET")
                || request.getRequestURI().length() > LONGEST_PATH
                || request.getRequestURI().startsWith(DATA)
                || (query != null && query.length() > LONGEST_QUERY)
                || request.getHeader("Authorization") != null
                || knownToUs(request)) {
            return null;
        }
        boolean part = "true".equals(request.getHeader("HX-Request"));
        return new Key(request.isSecure(), part, request.getRequestURI(), query);
    }

    private static boolean knownToUs(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().startsWith(OURS)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean mayBeKept(HttpServletRequest request, CapturedResponse captured) {
        String own = captured.ownCacheControl();
        return request.getAttribute(AccessInterceptor.OPEN_TO_EVERYBODY) != null
                && captured.getStatus() == HttpServletResponse.SC_OK
                && !captured.leftEarly()
                && captured.getHeader("Set-Cookie") == null
                && request.getSession(false) == null
                && (own == null || own.startsWith("public"));
    }
}

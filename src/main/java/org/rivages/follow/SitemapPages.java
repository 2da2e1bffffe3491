package org.rivages.follow;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.rivages.access.Allow;
import org.rivages.search.Reader;
import org.rivages.search.SearchIndex;
import org.rivages.search.SearchQuery;
import org.rivages.search.SearchResult;
import org.rivages.shared.Language;
import org.rivages.shared.NotFound;
import org.rivages.site.Links;
import org.rivages.site.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/**
 * What search engines are told: which addresses they may read, and a map of all public records in
 * each language. The map is drawn as a visitor sees the house, whoever asks.
 */
@Controller
@Allow(Allow.Who.EVERYBODY)
class SitemapPages {
    private final SearchIndex index;
    private final Links links;
    private final Sitemaps sitemaps;

    SitemapPages(SearchIndex index, Links links, Sitemaps sitemaps) {
        this.index = index;
        this.links = links;
        this.sitemaps = sitemaps;
    }

    /** Calendars and feeds stay open: Google Calendar heeds this file too (RFC 9309). */
    @GetMapping("/robots.txt")
    ResponseEntity<byte[]> robots() {
        StringBuilder text = new StringBuilder("User-agent: *\n");
        for (Language language : Language.values()) {
            String root = "/" + language.code();
            text.append("Disallow: ").append(root).append("/desk/\n");
            text.append("Disallow: ").append(root).append("/me\n");
            text.append("Disallow: ").append(root).append("/sign-in\n");
            text.append("Disallow: ").append(root).append("/demo/\n");
            text.append("Disallow: ").append(root).append("/calls/*/apply\n");
            text.append("Disallow: ").append(root).append("/calls/*/application\n");
            text.append("Disallow: ").append(root).append("/search?\n");
        }
        text.append("\nSitemap: ").append(links.base()).append("/sitemap.xml\n");
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache().cachePublic())
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/sitemap.xml")
    void sitemap(WebRequest request, HttpServletResponse response) throws IOException {
        if (mayDraw(Language.EN, 1, request, response)) {
            sitemaps.index(total(Language.EN), index.changedAt(), response.getOutputStream());
        }
    }

    @GetMapping("/{lang}/sitemap-{number:\\d{1,6}}.xml")
    void sitemap(
            Page page, @PathVariable int number, WebRequest request, HttpServletResponse response)
            throws IOException {
        if (mayDraw(page.language(), number, request, response)) {
            sitemaps.file(page.language(), number, response.getOutputStream());
        }
    }

    /** Nothing is drawn for a reader who has the map as it is, nor while the search is away. */
    private boolean mayDraw(
            Language language, int number, WebRequest request, HttpServletResponse response) {
        long total = total(language);
        if (total < 0) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return false;
        }
        if (number < 1 || number > sitemaps.files(total)) {
            throw new NotFound("sitemap");
        }
        response.setHeader("Cache-Control", "public, no-cache");
        response.setContentType("application/xml;charset=UTF-8");
        return !request.checkNotModified("W/\"" + index.changedAt().toEpochMilli() + "\"");
    }

    /** -1 while nobody knows. */
    private long total(Language language) {
        SearchResult all = index.search(SearchQuery.all(language).page(1, 0), Reader.VISITOR);
        return all.available() ? all.total() : -1;
    }
}

package org.rivages.site;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Viewer;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.ModelAndView;

/**
 * What every page knows: its language and words, who reads it, where it stands. A handler takes it
 * as an argument and answers with {@link #view}; every template has it as its first parameter.
 */
public final class Page {
    private final HttpServletRequest request;
    private final Site site;
    private final Words words;
    private final Viewer viewer;
    private final Instant now;

    Page(HttpServletRequest request, Site site, Language language, Viewer viewer, Instant now) {
        this.request = request;
        this.site = site;
        this.words = site.texts().in(language);
        this.viewer = viewer;
        this.now = now;
    }

    public Language language() {
        return words.language();
    }

    public Words words() {
        return words;
    }

    /** The words of this key in the page's language. */
    public String t(String key) {
        return words.get(key);
    }

    /**
     * @param args name, value, name, value …
     */
    public String t(String key, Object... args) {
        return words.get(key, args);
    }

    public String t(LocalizedText text) {
        return words.get(text);
    }

    public Viewer viewer() {
        return viewer;
    }

    /** The database's time at the beginning of this request. */
    public Instant now() {
        return now;
    }

    /** An address on this site in the page's language, from a path that begins with a slash. */
    public String url(String path) {
        return "/" + language().code() + path;
    }

    /** The page's own path without language and query: {@code /organisations}. */
    public String path() {
        String uri = request.getRequestURI();
        int second = uri.indexOf('/', 1);
        return second < 0 ? "/" : uri.substring(second);
    }

    /** The query as it came, with its question mark, or "". */
    public String query() {
        String query = request.getQueryString();
        return query == null ? "" : "?" + query;
    }

    /** This very page in another language. */
    public String in(Language other) {
        return "/"
                + other.code()
                + (path().equals("/") ? "/" : path())
                + ("GET".equals(request.getMethod()) ? query() : "");
    }

    public Site site() {
        return site;
    }

    public SiteSettings settings() {
        return site.settings();
    }

    /**
     * The secretariat's time zone, in which pages tell moments that belong to no call or session.
     */
    public ZoneId zone() {
        return ZoneId.of(settings().zone());
    }

    /** Links of the strip that says that this is a demonstration; empty in a real house. */
    public List<DemoLink> demoLinks() {
        return site.demoLinks();
    }

    /** The lines of the desk's menu that this reader sees. */
    public List<DeskEntry> desk() {
        return site.desk(viewer);
    }

    /** What rooms add below a list; see {@link ListSection}. */
    public List<Fragment> below(String list, String query) {
        return site.below(this, list, query);
    }

    /** The address of an asset, which carries the hash of its content. */
    public String asset(String name) {
        return site.assets().url(name);
    }

    /** A part that another room draws. */
    public Content fragment(Fragment fragment) {
        Map<String, Object> params = new HashMap<>(fragment.params());
        params.put("page", this);
        return output -> site.templates().render(fragment.template() + ".jte", params, output);
    }

    /**
     * The token of a form that posts. Makes the page uncacheable, so only pages with such a form
     * ask.
     */
    public String csrf() {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token.getToken();
    }

    /** Whose form this is: a form filled by one person is never stored for another. */
    public String who() {
        return viewer.signedIn() ? viewer.person().toString() : "";
    }

    /** Whether the browser asked for a part of a page only (htmx). */
    public boolean partial() {
        return "true".equals(request.getHeader("HX-Request"));
    }

    /** A one-time notice that the last action left ("Saved."), or null. */
    public @Nullable String notice() {
        Object notice = request.getAttribute(Notices.ATTRIBUTE);
        return notice == null ? null : t("" + notice);
    }

    /**
     * @param template as {@code org/rivages/directory/organisation}
     * @param params name, value, name, value …; null values are left out
     */
    public ModelAndView view(String template, @Nullable Object... params) {
        ModelAndView view = new ModelAndView(template);
        view.addObject("page", this);
        for (int i = 0; i + 1 < params.length; i += 2) {
            if (params[i + 1] != null) {
                view.addObject((String) Objects.requireNonNull(params[i]), params[i + 1]);
            }
        }
        return view;
    }

    /** After a POST: see other, in this language, optionally with a notice to show there once. */
    public ModelAndView redirect(String path) {
        return new ModelAndView(new SeeOther(url(path)));
    }

    /**
     * The same into another language: what was typed is stored, the reader goes on in their own.
     */
    public ModelAndView redirect(Language other, String path) {
        return new ModelAndView(new SeeOther("/" + other.code() + path));
    }

    public ModelAndView redirect(String path, String noticeKey) {
        String separator = path.contains("?") ? "&" : "?";
        int hash = path.indexOf('#');
        String anchor = hash < 0 ? "" : path.substring(hash);
        String plain = hash < 0 ? path : path.substring(0, hash);
        return new ModelAndView(
                new SeeOther(
                        url(plain + separator + Notices.PARAMETER + "=" + noticeKey + anchor)));
    }
}

package org.rivages.site;

import org.rivages.shared.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Addresses for letters, feeds and calendars, which leave the site. Pages use paths without a host.
 */
@Component
public class Links {
    private final String base;

    Links(@Value("${rivages.base-url:http://localhost:8080}") String base) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /**
     * @param path begins with a slash and has no language: {@code /calls/2020}
     */
    public String absolute(Language language, String path) {
        return base + "/" + language.code() + path;
    }

    /** The same for programs that subscribe to a calendar rather than download it. */
    public String webcal(Language language, String path) {
        return absolute(language, path).replaceFirst("^https?", "webcal");
    }

    public String base() {
        return base;
    }
}

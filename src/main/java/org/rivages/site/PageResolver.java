package org.rivages.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Viewer;
import org.rivages.access.Viewers;
import org.rivages.shared.Language;
import org.rivages.shared.NotFound;
import org.rivages.shared.Now;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a handler its {@link Page}; the language is the first part of the path. What is data for
 * programs has no language in its path, and knows no one.
 */
@Component
class PageResolver implements HandlerMethodArgumentResolver {
    private static final String DATA = "/api/v1/";

    private final Site site;
    private final Viewers viewers;
    private final Now now;

    PageResolver(Site site, Viewers viewers, Now now) {
        this.site = site;
        this.viewers = viewers;
        this.now = now;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Page.class;
    }

    @Override
    public Page resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request =
                Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        if (request.getRequestURI().startsWith(DATA)) {
            Language language = Languages.preferred(request);
            return new Page(request, site, language, Viewer.VISITOR, now.instant());
        }
        Language language =
                languageIn(request.getRequestURI()).orElseThrow(() -> new NotFound("language"));
        keepNotice(request, language);
        return page(request, language);
    }

    private void keepNotice(HttpServletRequest request, Language language) {
        String notice = request.getParameter(Notices.PARAMETER);
        if (notice != null && notice.endsWith(".notice") && site.texts().in(language).has(notice)) {
            request.setAttribute(Notices.ATTRIBUTE, notice);
        }
    }

    /** Reads no parameter: an error page must come also where they cannot be read. */
    Page page(HttpServletRequest request, Language language) {
        return new Page(request, site, language, viewers.of(request), now.instant());
    }

    static Optional<Language> languageIn(String path) {
        int end = path.indexOf('/', 1);
        return path.length() < 3
                ? Optional.empty()
                : Language.of(path.substring(1, end < 0 ? path.length() : end));
    }
}

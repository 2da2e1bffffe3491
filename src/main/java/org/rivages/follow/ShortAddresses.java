package org.rivages.follow;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A browser without scripts sends every field of the form, also those that were left empty. Such an
 * address leads on to the one without them, which is what people copy.
 */
@Component
class ShortAddresses implements HandlerInterceptor, WebMvcConfigurer {
    private static final Set<String> FIELDS =
            Set.of("q", "sort", "from", "to", "near", "radius", "view", "month", "page");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/{lang}/search", "/{lang}/organisations", "/{lang}/programmes");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        String query = request.getQueryString();
        if (query == null || request.getHeader("HX-Request") != null) {
            return true;
        }
        String shorter = shorter(query);
        if (shorter.equals(query)) {
            return true;
        }
        response.sendRedirect(request.getRequestURI() + (shorter.isEmpty() ? "" : "?" + shorter));
        return false;
    }

    static String shorter(String query) {
        List<String> kept = new ArrayList<>();
        for (String part : query.split("&")) {
            boolean empty =
                    part.endsWith("=") && FIELDS.contains(part.substring(0, part.length() - 1));
            if (!empty) {
                kept.add(part);
            }
        }
        // how far away means nothing without from where
        if (kept.stream().noneMatch(part -> part.startsWith("near="))) {
            kept.removeIf(part -> part.matches("radius=\\d{1,5}"));
        }
        return String.join("&", kept);
    }
}

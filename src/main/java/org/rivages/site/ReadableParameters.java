package org.rivages.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the character U+0000 into no parameter: no text holds it, and PostgreSQL refuses it. Whoever
 * reads parameters further in need not think of it. What was typed into a form loses it; in an
 * address, which nobody types so, U+FFFD stands for it and is refused like any unknown code. A file
 * name with it makes the whole form unreadable.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ReadableParameters extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Readable(request), response);
    }

    private static final class Readable extends HttpServletRequestWrapper {
        private final String instead;

        Readable(HttpServletRequest request) {
            super(request);
            instead = "POST".equals(request.getMethod()) ? "" : "\uFFFD";
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = getParameterValues(name);
            return values == null || values.length == 0 ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = read(() -> super.getParameterValues(name));
            return values == null ? null : clean(values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> clean = new LinkedHashMap<>();
            read(super::getParameterMap)
                    .forEach((name, values) -> {
                        if (name.indexOf('\0') < 0) {
                            clean.put(name, clean(values));
                        }
                    });
            return clean;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }

        /** The server parses the form when it is first asked for a parameter. */
        private static <T extends @Nullable Object> T read(Supplier<T> parameter) {
            try {
                return parameter.get();
            } catch (InvalidFileNameException e) {
                throw new InvalidParameterException(e);
            }
        }

        private String[] clean(String[] values) {
            String[] clean = new String[values.length];
            for (int i = 0; i < values.length; i++) {
                clean[i] = values[i].replace("\0", instead);
            }
            return clean;
        }
    }
}

package org.rivages.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rivages.shared.Json;
import org.rivages.site.Languages;
import org.rivages.site.SafeHeaders;
import org.rivages.site.Texts;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;

/** Writes problems, in the language that the request prefers. */
@Component
class Problems {
    private static final int RETRY_SECONDS = 5;

    private final Texts texts;

    Problems(Texts texts) {
        this.texts = texts;
    }

    void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        write(request, response, problem, "");
    }

    /**
     * @param detail "" for what is always said of this problem
     */
    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            Problem problem,
            String detail)
            throws IOException {
        Words words = texts.in(Languages.preferred(request));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.type());
        body.put("title", words.get(problem.titleKey()));
        body.put("status", problem.status().value());
        body.put("detail", detail.isEmpty() ? words.get(problem.textKey()) : detail);
        body.put("instance", request.getRequestURI());
        byte[] bytes = Json.mapper().writeValueAsBytes(body);
        response.setStatus(problem.status().value());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Language", words.language().code());
        response.setHeader("Vary", "Accept-Language, Origin");
        if (problem == Problem.UNAVAILABLE) {
            response.setHeader("Retry-After", String.valueOf(RETRY_SECONDS));
        }
        SafeHeaders.write(response);
        response.setContentType("application/problem+json");
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
    }
}

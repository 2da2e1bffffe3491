package org.rivages.accounts;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.Json;
import org.rivages.shared.Language;
import org.rivages.site.SignInFirst;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.type.TypeReference;

/**
 * When a form arrives and its sender is not signed in any more, what it carried is kept for a day
 * under a secret that only this browser has, and offered again after sign-in, to the same person
 * only.
 */
@Component
class ParkedForms implements SignInFirst {
    static final String COOKIE = "rivages-parked";
    private static final int MOST_CHARACTERS = 400_000;
    private static final int LONG = 20_000;
    private static final int LONG_FORMS_PER_HOST = 60;
    private static final int MINUTES = 15;

    /**
     * @param path where it was going, with language
     */
    record Parked(@Nullable UUID person, String path, Map<String, List<String>> fields) {}

    private final JdbcClient jdbc;
    private final SignInStore signIns;

    ParkedForms(JdbcClient jdbc, SignInStore signIns) {
        this.jdbc = jdbc;
        this.signIns = signIns;
    }

    @Override
    public String location(
            HttpServletRequest request, HttpServletResponse response, Language language) {
        String back = request.getRequestURI();
        if ("POST".equals(request.getMethod())) {
            park(request, response);
            back = "/" + language.code() + "/sign-in/parked";
        } else if (request.getQueryString() != null) {
            back += "?" + request.getQueryString();
        }
        return "/"
                + language.code()
                + "/sign-in?continue="
                + UriUtils.encodeQueryParam(back, "UTF-8");
    }

    private void park(HttpServletRequest request, HttpServletResponse response) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int[] size = {0};
        request.getParameterMap()
                .forEach((name, values) -> {
                    if (!name.startsWith("_")) {
                        fields.put(name, List.of(values));
                        size[0] += name.length();
                        for (String value : values) {
                            size[0] += value.length();
                        }
                    }
                });
        if (size[0] > MOST_CHARACTERS
                || (size[0] > LONG
                        && !signIns.attempt(
                                "park-host:" + request.getRemoteAddr(),
                                LONG_FORMS_PER_HOST,
                                MINUTES))) {
            return;
        }
        String token = Tokens.make();
        jdbc.sql(
                        """
                        insert into accounts.parked_form (token_hash, person, path, fields)
                        values (:hash, :person, :path, :fields::jsonb)
                        """)
                .param("hash", Tokens.hash(token))
                .param("person", uuid(request.getParameter("_who")))
                .param("path", request.getRequestURI())
                .param("fields", Json.write(fields))
                .update();
        response.addHeader(
                "Set-Cookie",
                ResponseCookie.from(COOKIE, token)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(86_400)
                        .secure(request.isSecure())
                        .build()
                        .toString());
    }

    /** What this browser left, if it was this person who typed it. */
    Optional<Parked> find(HttpServletRequest request, UUID person) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return Optional.empty();
        }
        return jdbc.sql(
                        "select person, path, fields from accounts.parked_form where token_hash = :hash")
                .param("hash", Tokens.hash(cookie.getValue()))
                .query((row, n) ->
                        new Parked(
                                row.getObject("person", UUID.class),
                                row.getString("path"),
                                Json.read(
                                        row.getString("fields"),
                                        new TypeReference<Map<String, List<String>>>() {})))
                .optional()
                .filter(parked -> parked.person() == null || parked.person().equals(person));
    }

    void forget(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie != null) {
            jdbc.sql("delete from accounts.parked_form where token_hash = :hash")
                    .param("hash", Tokens.hash(cookie.getValue()))
                    .update();
        }
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

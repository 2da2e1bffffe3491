package org.rivages.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * A browser without scripts: keeps cookies, reads pages, fills in and sends the forms that it finds
 * there, token included.
 */
public final class Visitor {
    private final String base;
    private final CookieManager cookies;
    private final HttpClient http;

    public Visitor() {
        this(TestServer.base());
    }

    /**
     * @param base of the program that is visited: {@code http://127.0.0.1:12345}
     */
    public Visitor(String base) {
        this(base, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
    }

    private Visitor(String base, CookieManager cookies) {
        this.base = base;
        this.cookies = cookies;
        http =
                HttpClient.newBuilder()
                        .cookieHandler(cookies)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /** The same person, with the same cookies, at another copy of the program. */
    public Visitor at(String other) {
        return new Visitor(other, cookies);
    }

    /** One answer of the server. */
    public record Answer(int status, String path, HttpResponse<byte[]> response) {
        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public Document page() {
            return Jsoup.parse(text(), response.uri().toString());
        }

        /** The visible words of the page. */
        public String words() {
            return page().text();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** A file to send with a form. */
    public record Upload(String field, String name, String type, byte[] bytes) {}

    /** A visitor who has signed in with the password of the demonstration accounts. */
    public static Visitor signedIn(String email) {
        Visitor visitor = new Visitor();
        visitor.signIn(email);
        return visitor;
    }

    public void signIn(String email) {
        Answer page = get("/en/sign-in");
        Answer done =
                submit(
                        page,
                        "form[action$=/sign-in/password]",
                        Map.of("email", email, "password", "rivages demonstration"));
        if (done.status() != 200 || done.path().contains("sign-in")) {
            throw new AssertionError("could not sign in as " + email + ": " + done.words());
        }
    }

    /** Gets a path, following redirects. */
    public Answer get(String path) {
        return follow(send(request(path).GET()));
    }

    /** Gets a path as it answers, without following a redirect. */
    public Answer raw(String path, String... headers) {
        HttpRequest.Builder request = request(path).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /**
     * Sends a form of a page with these fields changed, as its first (or the named) button would.
     */
    public Answer submit(Answer page, String formSelector, Map<String, ?> changes) {
        FormElement form = form(page, formSelector);
        return post(action(form, page), fields(form, changes));
    }

    /** The same with files; an empty map of changes is fine. */
    public Answer submit(
            Answer page, String formSelector, Map<String, ?> changes, List<Upload> uploads) {
        FormElement form = form(page, formSelector);
        return follow(send(multipart(action(form, page), fields(form, changes), uploads)));
    }

    /**
     * What the form would send, before anything is changed. Values that are lists repeat the field.
     */
    public static Map<String, List<String>> fields(FormElement form, Map<String, ?> changes) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (var data : form.formData()) {
            fields.computeIfAbsent(data.key(), k -> new ArrayList<>()).add(data.value());
        }
        changes.forEach((name, value) -> {
            if (value instanceof List<?> many) {
                fields.put(name, many.stream().map(Object::toString).toList());
            } else {
                fields.put(name, List.of(value.toString()));
            }
        });
        return fields;
    }

    /** Posts fields to a path and follows the redirect. */
    public Answer post(String path, Map<String, List<String>> fields) {
        return follow(postRaw(path, fields));
    }

    public Answer postRaw(String path, Map<String, List<String>> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, values) ->
                values.forEach(value ->
                        body.append(body.isEmpty() ? "" : "&")
                                .append(encode(name))
                                .append('=')
                                .append(encode(value))));
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body.toString())));
    }

    /** Forgets the session cookie, as an expired session would. */
    public void expireSession() {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("rivages"))
                .toList()
                .forEach(cookie -> cookies.getCookieStore().remove(URI.create(base), cookie));
    }

    private static FormElement form(Answer page, String selector) {
        Element form = page.page().selectFirst(selector);
        if (form instanceof FormElement found) {
            return found;
        }
        throw new AssertionError(
                "no form "
                        + selector
                        + " on "
                        + page.path()
                        + " ("
                        + page.status()
                        + "): "
                        + page.words());
    }

    private static String action(FormElement form, Answer page) {
        String action = form.attr("action");
        return action.isEmpty() ? page.path() : action;
    }

    private Answer follow(Answer answer) {
        Answer now = answer;
        for (int i = 0;
                i < 6 && now.status() >= 300 && now.status() < 400 && now.status() != 304;
                i++) {
            now = send(request(now.header("Location")).GET());
        }
        return now;
    }

    private HttpRequest.Builder multipart(
            String path, Map<String, List<String>> fields, List<Upload> uploads) {
        String boundary = "rivages-" + UUID.randomUUID();
        List<byte[]> parts = new ArrayList<>();
        fields.forEach((name, values) ->
                values.forEach(value ->
                        parts.add(
                                bytes(
                                        "--"
                                                + boundary
                                                + "\r\nContent-Disposition: form-data; name=\""
                                                + name
                                                + "\"\r\n\r\n"
                                                + value
                                                + "\r\n"))));
        for (Upload upload : uploads) {
            parts.add(
                    bytes(
                            "--"
                                    + boundary
                                    + "\r\nContent-Disposition: form-data; name=\""
                                    + upload.field()
                                    + "\"; filename=\""
                                    + upload.name()
                                    + "\"\r\nContent-Type: "
                                    + upload.type()
                                    + "\r\n\r\n"));
            parts.add(upload.bytes());
            parts.add(bytes("\r\n"));
        }
        parts.add(bytes("--" + boundary + "--\r\n"));
        return request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(parts));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path));
    }

    private Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            String query = request.uri().getRawQuery();
            return new Answer(
                    response.statusCode(),
                    request.uri().getRawPath() + (query == null ? "" : "?" + query),
                    response);
        } catch (IOException e) {
            throw new AssertionError(request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package org.rivages.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rivages.support.Chromium;
import org.rivages.support.RivagesTest;
import org.rivages.support.TestServer;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Walks the whole site as each person, by the links that stand on its pages: no link is dead, every
 * page is valid HTML in each direction, and every kind of page is free of barriers in a real
 * browser.
 */
@RivagesTest
class EveryPageIT {
    private static final int PAGES_PER_KIND = 2;

    /** Pages of each kind that the validator has seen, whoever looked: it is slow. */
    private static final Map<String, Integer> VALIDATED = new HashMap<>();

    private static final List<String> STARTS =
            List.of("/en/", "/en/me", "/en/desk/", "/en/accessibility", "/en/privacy");

    @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "applicant@demo.example",
                "admin@demo.example",
                "secretariat@demo.example",
                "chair@demo.example",
                "juror1@demo.example",
                "host@demo.example"
            })
    void noLinkIsDeadAndEveryPageIsValid(String email) {
        Visitor visitor = email.isEmpty() ? new Visitor() : Visitor.signedIn(email);
        SoftAssertions all = new SoftAssertions();
        for (Answer page : walk(visitor, all).values()) {
            if (VALIDATED.merge(kind(page.path()), 1, Integer::sum) > PAGES_PER_KIND) {
                continue;
            }
            all.assertThat(Chromium.invalid(page.text()))
                    .as("as %s: %s", email, page.path())
                    .isEmpty();
            String arabic = page.path().replaceFirst("^/en", "/ar");
            Answer other = visitor.get(arabic);
            all.assertThat(other.status()).as(arabic).isEqualTo(200);
            all.assertThat(Chromium.invalid(other.text())).as("as %s: %s", email, arabic).isEmpty();
        }
        all.assertAll();
    }

    @Test
    void everyKindOfPageIsFreeOfBarriers() {
        Map<String, List<String>> kinds = new TreeMap<>();
        for (String email :
                List.of(
                        "",
                        "applicant@demo.example",
                        "admin@demo.example",
                        "chair@demo.example",
                        "secretariat@demo.example",
                        "juror1@demo.example",
                        "host@demo.example")) {
            Visitor visitor = email.isEmpty() ? new Visitor() : Visitor.signedIn(email);
            walk(visitor, new SoftAssertions())
                    .values()
                    .forEach(page ->
                            kinds.putIfAbsent(kind(page.path()), List.of(email, page.path())));
        }
        Map<String, List<String>> byPerson = new LinkedHashMap<>();
        kinds.values()
                .forEach(found ->
                        byPerson.computeIfAbsent(found.get(0), k -> new ArrayList<>())
                                .add(found.get(1)));
        SoftAssertions all = new SoftAssertions();
        byPerson.forEach((email, paths) -> {
            look(all, email, paths, 1280, ColorScheme.LIGHT);
            look(
                    all,
                    email,
                    paths.stream().map(path -> path.replaceFirst("^/en", "/ar")).toList(),
                    360,
                    ColorScheme.DARK);
        });
        all.assertAll();
        assertThat(kinds).hasSizeGreaterThan(30);
    }

    private static void look(
            SoftAssertions all, String email, List<String> paths, int width, ColorScheme colours) {
        try (BrowserContext person = Chromium.person(width, true, colours)) {
            Page browser = person.newPage();
            if (!email.isEmpty()) {
                Chromium.signIn(browser, email);
            }
            List<String> complaints = Chromium.complaints(browser);
            for (String path : paths) {
                browser.navigate(path);
                String place = width + " px " + path + " as " + email;
                all.assertThat(Chromium.barriers(browser)).as(place).isEmpty();
                all.assertThat(Chromium.sideways(browser))
                        .as("sideways, " + place)
                        .isLessThanOrEqualTo(0);
                all.assertThat(complaints).as("console, " + place).isEmpty();
                complaints.clear();
            }
        }
    }

    /** Path → page, at most so many of a kind. */
    private Map<String, Answer> walk(Visitor visitor, SoftAssertions all) {
        Map<String, Answer> pages = new LinkedHashMap<>();
        Map<String, Integer> perKind = new HashMap<>();
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(STARTS);
        while (!next.isEmpty()) {
            String path = next.poll();
            String kind = kind(path);
            if (!seen.add(path) || perKind.merge(kind, 1, Integer::sum) > PAGES_PER_KIND) {
                continue;
            }
            Answer page = visitor.get(path);
            if (STARTS.contains(path)
                    && (page.status() == 403 || page.path().contains("/sign-in"))) {
                continue;
            }
            all.assertThat(page.status()).as("dead link " + path).isEqualTo(200);
            if (page.status() == 200 && page.header("Content-Type").startsWith("text/html")) {
                pages.put(page.path(), page);
                for (Element link : page.page().select("a[href]")) {
                    link(link.absUrl("href")).ifPresent(next::add);
                }
            }
        }
        return pages;
    }

    private static java.util.Optional<String> link(String href) {
        if (!href.startsWith(TestServer.base() + "/en/")) {
            return java.util.Optional.empty();
        }
        int hash = href.indexOf('#');
        return java.util.Optional.of(
                href.substring(TestServer.base().length(), hash < 0 ? href.length() : hash));
    }

    private String kind(String path) {
        PathContainer container = PathContainer.parsePath(URI.create(path).getRawPath());
        return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getPathPatternsCondition() != null)
                .flatMap(mapping -> mapping.getPathPatternsCondition().getPatterns().stream())
                .filter(pattern -> pattern.matches(container))
                .sorted(PathPattern.SPECIFICITY_COMPARATOR)
                .map(PathPattern::getPatternString)
                .findFirst()
                .orElse(path);
    }
}

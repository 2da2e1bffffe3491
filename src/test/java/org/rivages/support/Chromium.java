package org.rivages.support;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;

/** The one Chromium of a test run, and what every page must hold in it. */
public final class Chromium {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final Playwright PLAYWRIGHT =
            Playwright.create(
                    new Playwright.CreateOptions()
                            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private static final Browser BROWSER =
            PLAYWRIGHT
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(program())
                                    .setArgs(
                                            List.of(
                                                    "--no-sandbox",
                                                    "--disable-gpu",
                                                    "--disable-quic",
                                                    "--no-first-run",
                                                    "--disable-background-networking",
                                                    "--disable-component-update",
                                                    "--disable-sync")));

    private Chromium() {}

    /** A browser of one person: 1280 or 360 pixels wide, with or without scripts. */
    public static BrowserContext person(int width, boolean scripts) {
        return person(width, scripts, ColorScheme.LIGHT);
    }

    public static BrowserContext person(int width, boolean scripts, ColorScheme colours) {
        BrowserContext context =
                BROWSER.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, 800)
                                .setJavaScriptEnabled(scripts)
                                .setColorScheme(colours)
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setBaseURL(TestServer.base()));
        context.setDefaultTimeout(20_000);
        return context;
    }

    /** Signs in with the password of the demonstration accounts; scripts or not. */
    public static void signIn(Page page, String email) {
        page.navigate("/en/sign-in");
        page.locator("details summary").click();
        page.locator("form[action$='/sign-in/password'] input[name=email]").fill(email);
        page.locator("#f-password").fill("rivages demonstration");
        page.locator("form[action$='/sign-in/password'] button").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /**
     * Ids of the accessibility rules that the page breaks, with where. Only for a person with
     * scripts: without them the checker waits for ever.
     */
    public static List<String> barriers(Page page) {
        // no page of ours has frames, so that the checker needs no second page to add up in
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                        .setLegacyMode(true)
                        .options(options)
                        .withTags(RULES)
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule ->
                                rule.getId()
                                        + " "
                                        + rule.getNodes().stream()
                                                .map(node -> String.valueOf(node.getTarget()))
                                                .toList())
                        .toList();
    }

    /** How many pixels the page can be scrolled sideways; must be 0. */
    public static int sideways(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .intValue();
    }

    /**
     * What the browser complained about, and requests that left the site. Ask before navigating.
     */
    public static List<String> complaints(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(TestServer.base() + "/")
                    && !request.url().startsWith("data:")) {
                complaints.add("left the site: " + request.url());
            }
        });
        return complaints;
    }

    /** What the Nu validator finds in a page; "" when it is valid. */
    public static String invalid(String html) {
        try {
            EmbeddedValidator validator = new EmbeddedValidator();
            validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
            return Objects.toString(
                            validator.validate(
                                    new ByteArrayInputStream(
                                            html.getBytes(StandardCharsets.UTF_8))),
                            "")
                    .strip();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Path program() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(
                                "Chromium is not installed; ./rivages test installs it"));
    }
}

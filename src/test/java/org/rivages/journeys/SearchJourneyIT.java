package org.rivages.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rivages.support.Chromium;
import org.rivages.support.RivagesTest;

/**
 * Combining criteria and looking at the results in each view: live, by keyboard, without scripts.
 */
@RivagesTest
class SearchJourneyIT {
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void combinesCriteriaLiveAndComesBack(String lang) {
        try (BrowserContext person = Chromium.person(1280, true)) {
            Page browser = person.newPage();
            List<String> complaints = Chromium.complaints(browser);
            browser.navigate("/" + lang + "/search");
            browser.evaluate("() => { window.same = true }");

            // a criterion far down: it stays under the hand
            browser.locator("#d-015 summary").scrollIntoViewIfNeeded();
            browser.locator("#d-015 summary").click();
            double before = top(browser, "c-country-MA");
            browser.locator("#c-country-MA").check();
            comes(browser, "country=MA");
            assertThat(browser.locator("#d-015").getAttribute("open")).isNotNull();
            assertThat(top(browser, "c-country-MA")).isCloseTo(before, within(2.0));
            focuses(browser, "c-country-MA");
            assertThat(browser.locator("#announce").textContent())
                    .isEqualTo(browser.locator("#found").textContent())
                    .isNotBlank();

            browser.locator("#c-kind-session").check();
            comes(browser, "kind=session");
            browser.locator("#v-calendar").click();
            comes(browser, "view=calendar");
            assertThat(browser.locator(".cal-grid").isVisible()).isTrue();
            assertThat(browser.locator(".cal-agenda").isVisible()).isFalse();
            browser.locator("#earlier").click();
            comes(browser, "month=");
            focuses(browser, "earlier");
            browser.locator("#v-map").click();
            comes(browser, "view=map");
            assertThat(browser.locator(".map-wide svg a").count()).isPositive();
            assertThat(browser.url())
                    .endsWith("/" + lang + "/search?kind=session&country=MA&view=map");

            // the place typed by hand; the address has its code
            browser.locator("#near").fill(lang.equals("ar") ? "تطوان" : "tetouan");
            browser.locator("#near").press("Enter");
            comes(browser, "near=tetouan-ma&radius=100");

            // what cannot be is said in the page
            browser.locator("#near").fill("Atlantis");
            browser.locator("#near").press("Enter");
            browser.waitForCondition(() -> browser.locator("p.note.err").count() == 1);
            // Enter both changes the field and sends the form: the later question replaces the
            // other
            complaints.removeIf(each -> each.matches("htmx:(?:afterRequest|sendAbort),.*"));
            assertThat(complaints).allMatch(complaint -> complaint.contains("400"));
            complaints.clear();

            // the other languages get the same search
            assertThat(browser.locator(".langs a[hreflang=fr]").getAttribute("href"))
                    .contains("kind=session&country=MA");

            // away with it, as links, still without a new page
            browser.locator(".chips li:has-text('Atlantis') a").click();
            browser.waitForCondition(() ->
                    !browser.url().contains("near=")
                            && browser.locator("#near").inputValue().isEmpty());
            assertThat(browser.evaluate("() => window.same")).isEqualTo(true);

            back(browser, "near=Atlantis");
            back(browser, "near=tetouan-ma");
            back(browser, "country=MA&view=map");
            assertThat(browser.locator("#near").inputValue()).isEmpty();
            assertThat(browser.locator("#c-country-MA").isChecked()).isTrue();
            assertThat(browser.locator(".onmap").count()).isEqualTo(1);
            back(browser, "month=");
            assertThat(browser.locator(".cal").count()).isEqualTo(1);
            complaints.removeIf(each -> each.matches("htmx:(?:afterRequest|sendAbort),.*"));
            assertThat(complaints.stream().filter(each -> !each.contains("400"))).isEmpty();
        }
    }

    @Test
    void worksByKeyboardAlone() {
        try (BrowserContext person = Chromium.person(1280, true)) {
            Page browser = person.newPage();
            browser.navigate("/fr/search");
            tabTo(browser, "q");
            browser.keyboard().type("ateliers");
            browser.waitForCondition(() -> browser.url().contains("q=ateliers"));
            focuses(browser, "q");
            tabTo(browser, "c-kind-session");
            browser.keyboard().press("Space");
            comes(browser, "kind=session");
            focuses(browser, "c-kind-session");
            tabTo(browser, "v-calendar");
            browser.keyboard().press("Enter");
            comes(browser, "view=calendar");
            focuses(browser, "v-calendar");
            tabTo(browser, "later");
            browser.keyboard().press("Enter");
            comes(browser, "month=");
            focuses(browser, "later");
            tabTo(browser, "v-list");
            browser.keyboard().press("Enter");
            browser.waitForCondition(() -> !browser.url().contains("view="));
            // the chip of what was typed empties the box
            browser.locator(".chip").first().focus();
            browser.keyboard().press("Enter");
            browser.waitForCondition(() ->
                    !browser.url().contains("q=") && browser.locator("#q").inputValue().isEmpty());
            focuses(browser, "found");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void worksWithoutScripts(String lang) {
        try (BrowserContext person = Chromium.person(360, false)) {
            Page browser = person.newPage();
            browser.navigate("/" + lang + "/search");
            browser.locator("a.filterlink").click();
            browser.locator("#c-kind-organisation").check();
            browser.locator("#near").fill(lang.equals("ar") ? "تونس" : "Tunis");
            browser.locator("#radius").selectOption("1000");
            browser.locator("#d-theme summary").click();
            browser.locator("#d-theme .check").first().scrollIntoViewIfNeeded();
            assertThat(browser.locator("#d-theme .check").first().isVisible()).isTrue();
            browser.locator("#facets .actions button").click();
            browser.waitForURL(url -> url.contains("radius=1000"));
            assertThat(browser.url()).contains("kind=organisation").doesNotContain("q=");
            assertThat(browser.locator("#filters").isVisible()).isFalse();
            assertThat(browser.locator(".chip").count()).isEqualTo(3);
            assertThat(browser.locator("ul.rows > li").count()).isPositive();
            browser.locator("#sort").selectOption("name");
            browser.locator(".without-script").click();
            browser.waitForURL(url -> url.contains("sort=name"));
            browser.locator("#v-map").click();
            browser.waitForURL(url -> url.contains("view=map"));
            assertThat(browser.locator(".map-narrow svg").isVisible()).isTrue();
            browser.locator(".chip").first().click();
            browser.waitForURL(url -> !url.contains("kind="));
            assertThat(browser.url()).contains("view=map").contains("near=");
        }
    }

    @Test
    void onAPhoneTheCriteriaLieOverTheListUntilItIsAskedFor() {
        try (BrowserContext person = Chromium.person(360, true)) {
            Page browser = person.newPage();
            browser.navigate("/ar/search");
            browser.locator("a.filterlink").click();
            browser.locator("#c-kind-session").check();
            comes(browser, "kind=session");
            assertThat(browser.locator("#filters").isVisible()).isTrue();
            browser.locator("#n-region").fill("المغرب");
            assertThat(browser.locator("#c-country-MA").isVisible()).isTrue();
            assertThat(browser.locator("#c-region-155").isVisible()).isFalse();
            browser.locator("#c-country-MA").check();
            comes(browser, "country=MA");
            assertThat(browser.locator("#n-region").inputValue()).isEqualTo("المغرب");
            browser.locator("#facets .actions button").click();
            browser.waitForCondition(() -> !browser.locator("#filters").isVisible());
            assertThat(browser.url()).endsWith("/ar/search?kind=session&country=MA");
            assertThat(browser.locator("#chosen").textContent()).isEqualTo("(2)");
            assertThat(browser.locator(".chips li").count()).isEqualTo(3);
        }
    }

    @Test
    void everyViewIsValidAccessibleAndFits() {
        SoftAssertions all = new SoftAssertions();
        for (String path :
                List.of(
                        "/en/search?region=015&country=FR&from=2018&to=2020&near=tunis-tn&radius=2500",
                        "/ar/search?view=map",
                        "/fr/search?view=calendar&month=2018-09",
                        "/ar/search?view=calendar&month=2020-03",
                        "/en/search?near=Atlantis&radius=-1&from=12")) {
            for (int width : List.of(1280, 360)) {
                ColorScheme colours = width == 360 ? ColorScheme.DARK : ColorScheme.LIGHT;
                try (BrowserContext person = Chromium.person(width, true, colours)) {
                    Page browser = person.newPage();
                    browser.navigate(path);
                    all.assertThat(Chromium.barriers(browser)).as(path + " " + width).isEmpty();
                    all.assertThat(Chromium.sideways(browser)).as(path + " " + width).isZero();
                }
            }
            all.assertThat(Chromium.invalid(new org.rivages.support.Visitor().raw(path).text()))
                    .as(path)
                    .isEmpty();
        }
        all.assertAll();
    }

    private static void back(Page browser, String part) {
        browser.evaluate("() => history.back()");
        comes(browser, part);
    }

    /** The address and the page have come to agree on this. */
    private static void comes(Page browser, String part) {
        browser.waitForCondition(() ->
                browser.url().contains(part)
                        && browser.locator(".htmx-request, .htmx-settling, .htmx-swapping").count()
                                == 0
                        && browser.locator("#results").getAttribute("data-address").contains(part));
    }

    private static void tabTo(Page browser, String id) {
        boolean back =
                Boolean.TRUE.equals(
                        browser.evaluate(
                                "id => !!(document.activeElement.compareDocumentPosition(document.getElementById(id)) & 2)",
                                id));
        for (int i = 0; i < 120 && !focused(browser).equals(id); i++) {
            browser.keyboard().press(back ? "Shift+Tab" : "Tab");
        }
        assertThat(focused(browser)).isEqualTo(id);
    }

    private static void focuses(Page browser, String id) {
        browser.waitForCondition(() -> focused(browser).equals(id));
    }

    private static String focused(Page browser) {
        return String.valueOf(browser.evaluate("() => document.activeElement.id"));
    }

    /** How far below the edge of the window it lies. */
    private static double top(Page browser, String id) {
        return ((Number)
                        browser.evaluate(
                                "id => document.getElementById(id).getBoundingClientRect().top",
                                id))
                .doubleValue();
    }
}

package org.rivages.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rivages.support.Chromium;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;

/** A visitor combines criteria, reads a record, and takes the calendar along. */
@RivagesTest
class VisitorJourneyIT {
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ar"})
    void combinesCriteriaAndSubscribesToTheCalendar(String lang) {
        try (BrowserContext person = Chromium.person(1280, true)) {
            Page browser = person.newPage();
            List<String> complaints = Chromium.complaints(browser);
            browser.navigate("/" + lang + "/");
            browser.locator(".combine a").click();
            browser.waitForURL(url -> url.contains("/" + lang + "/search"));

            tick(browser, "kind", "session");
            tick(browser, "country", "MA");

            int shown = browser.locator("ul.rows > li").count();
            assertThat(shown).isPositive();

            // the same address is the same page for somebody else, and without scripts
            String address = browser.url();
            try (BrowserContext other = Chromium.person(360, false)) {
                Page plain = other.newPage();
                plain.navigate(address);
                assertThat(plain.locator("ul.rows > li").count()).isEqualTo(shown);
            }

            browser.evaluate("() => history.back()");
            shows(browser, "country", "MA", false);
            browser.evaluate("() => history.forward()");
            shows(browser, "country", "MA", true);

            String path = address.substring(address.indexOf("/" + lang + "/"));
            String calendar = path.replaceFirst("/search", "/search.ics");
            ICalendar read = Biweekly.parse(new Visitor().get(calendar).text()).first();
            assertThat(read).isNotNull();
            assertThat(read.getEvents()).isNotEmpty();
            assertThat(complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ar"})
    void findsTheAssociateMembersInTheNavigation(String lang) {
        try (BrowserContext person = Chromium.person(1280, true)) {
            Page browser = person.newPage();
            browser.navigate("/" + lang + "/");
            browser.locator(".mainnav a").first().click();
            browser.waitForURL(
                    url -> url.contains("network=avec") && url.contains("class=associate"));
            assertThat(browser.locator("main a[href^='/" + lang + "/organisations/']").count())
                    .isGreaterThanOrEqualTo(8);
            browser.locator("main a[href='/" + lang + "/organisations/avitem']").first().click();
            browser.waitForURL(url -> url.endsWith("/organisations/avitem"));
            assertThat(browser.locator("h1").innerText()).isNotBlank();
            assertThat(
                            browser.locator("main a[href*='/programmes/metropolitan-workshops']")
                                    .count())
                    .isPositive();
        }
    }

    private static void tick(Page browser, String name, String value) {
        var box = browser.locator(box(name, value));
        if (!box.isVisible()) {
            // folded under its region
            browser.locator("details:has(" + box(name, value) + ") > summary").click();
        }
        box.check();
        shows(browser, name, value, true);
    }

    /** The address and the page agree on whether the criterion is chosen. */
    private static void shows(Page browser, String name, String value, boolean chosen) {
        browser.waitForCondition(() ->
                browser.url().contains(name + "=" + value) == chosen
                        && browser.locator(
                                                box(name, value)
                                                        + (chosen ? ":checked" : ":not(:checked)"))
                                        .count()
                                == 1);
    }

    private static String box(String name, String value) {
        return "input[name='" + name + "'][value='" + value + "']";
    }
}

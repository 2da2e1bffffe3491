package org.rivages.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rivages.programmes.ChangeSessions;
import org.rivages.programmes.EditProgrammes;
import org.rivages.programmes.ProgrammeExamples;
import org.rivages.programmes.ProgrammeExamples.Example;
import org.rivages.support.Chromium;
import org.rivages.support.Mailbox;
import org.rivages.support.Mailbox.Received;
import org.rivages.support.RivagesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A visitor follows a search, confirms, and hears of what is done at the desk: a cancelled session
 * at once, everything else in the digest; then stops it with one click.
 */
@RivagesTest
class FollowJourneyIT {
    @Autowired EditProgrammes edit;
    @Autowired ChangeSessions changes;
    @Autowired JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "en, 1280, true,  Cancelled:, changes:",
        "fr, 360,  false, Annulé,     changements",
        "ar, 360,  true,  إلغاء,      تغيير"
    })
    void followsConfirmsHearsAndStops(
            String lang, int width, boolean scripts, String cancelled, String changed)
            throws Exception {
        String email = "journey-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        Example example = new ProgrammeExamples(edit, changes, jdbc).publish(true);
        jdbc.sql("delete from accounts.attempt where key like 'follow%'").update();
        try (BrowserContext person = Chromium.person(width, scripts);
                BrowserContext office = Chromium.person(1280, true)) {
            Page browser = person.newPage();
            List<String> complaints = Chromium.complaints(browser);
            awaitSession(browser, lang, example, 1);
            if (scripts) {
                // a criterion is added without a new page: the form follows the search
                if (width < 800) {
                    browser.locator("a[href='#filters']").click();
                }
                browser.locator("#c-kind-session").check();
                browser.waitForFunction(
                        "() => document.querySelector('#followed [name=query]').value.includes('kind=session')");
            }
            if (scripts) {
                assertThat(Chromium.barriers(browser)).isEmpty();
            }
            if (scripts && width < 800) {
                browser.locator(".facetclose").click();
            }
            browser.locator("#bm-email").fill(email);
            browser.locator(".bymail button").click();
            browser.waitForURL(url -> url.contains("/follow/by-mail"));

            browser.navigate(Mailbox.await(email, "").link("/follow/confirm/"));
            browser.locator("form[action*='/follow/confirm/'] button").click();
            browser.waitForURL(url -> url.contains("/follow/by-mail/"));
            if (scripts) {
                assertThat(Chromium.barriers(browser)).isEmpty();
            }
            assertThat(Chromium.sideways(browser)).isZero();

            Page desk = office.newPage();
            Chromium.signIn(desk, "secretariat@demo.example");
            desk.navigate(example.sessionDesk());
            cancel(desk);
            Received at = Mailbox.await(email, cancelled);
            assertThat(at.text()).contains("The hall burned down");

            new ProgrammeExamples(edit, changes, jdbc)
                    .session(example.edition(), "gabes", "2031-10-01/2031-10-02");
            new ProgrammeExamples(edit, changes, jdbc)
                    .session(example.edition(), "mahdia", "2031-11-01/2031-11-02");
            awaitSession(browser, lang, example, 3);
            morning(email);
            Received digest =
                    Mailbox.await(email, changed, letter -> letter.text().contains("gabes"));
            assertThat(digest.text()).contains("mahdia").doesNotContain("The hall burned down");

            String stop = digest.message().getHeader("List-Unsubscribe")[0];
            assertThat(oneClick(stop.replaceAll("[<>\\s]", ""))).isEqualTo(200);
            browser.navigate(digest.link("/follow/by-mail/"));
            assertThat(browser.locator("form#stop").count()).isZero();
            assertThat(
                            jdbc.sql(
                                            "select count(*) from subscriptions.subscription where address = :email")
                                    .param("email", email)
                                    .query(Integer.class)
                                    .single())
                    .isZero();
            assertThat(complaints.stream().filter(each -> !each.contains("410")).toList())
                    .isEmpty();
        }
    }

    /** Looks at the search until it shows so many sessions. */
    private static void awaitSession(Page browser, String lang, Example example, int sessions) {
        long end = System.nanoTime() + java.time.Duration.ofSeconds(20).toNanos();
        do {
            browser.navigate("/" + lang + "/search?q=" + example.word());
        } while (browser.locator("ul.rows a[href*='/2031/']").count() < sessions
                && System.nanoTime() < end);
        assertThat(browser.locator("ul.rows a[href*='/2031/']").count()).isEqualTo(sessions);
    }

    private static void cancel(Page desk) {
        desk.locator("#f-status").selectOption("CANCELLED");
        desk.locator("[name='reason.en']").fill("The hall burned down");
        desk.locator("button[value=look]").click();
        desk.locator("button[value=announce]").click();
        desk.waitForURL(url -> url.contains("done="));
    }

    /** The next morning of this reader comes now. */
    private void morning(String email) {
        jdbc.sql(
                        """
                        update subscriptions.subscription set due_at = clock_timestamp()
                        where address = :email
                        """)
                .param("email", email)
                .update();
    }

    /** As a mail program does it: no cookie, no token, no redirect. */
    private static int oneClick(String address) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    "List-Unsubscribe=One-Click"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
    }
}

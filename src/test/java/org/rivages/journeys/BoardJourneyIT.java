package org.rivages.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.rivages.cohortfiles.CohortCommands;
import org.rivages.support.Chromium;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/**
 * The chair chooses a class with the engine: proposal, proof, what-if, a hand pick with its cost,
 * release, the auditor's file, a declined offer. Uses up the demonstration's class.
 */
@RivagesTest
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BoardJourneyIT {
    private static final String CALL = "/desk/calls/demo-class";
    private static final String SEALED = CALL + "/board?sealed=yes";

    @Autowired JdbcClient jdbc;

    @Test
    @Order(1)
    void theChairProposesTriesOutPicksByHandAndReleases(@TempDir Path folder) throws Exception {
        try (BrowserContext person = Chromium.person(1280, true)) {
            Page browser = person.newPage();
            Chromium.signIn(browser, "chair@demo.example");
            browser.navigate("/en" + SEALED);
            browser.locator("#propose").press("Enter");
            assertThat(browser.locator("#proposal .proof .tag.ok").textContent())
                    .isEqualTo("proven best");
            look(browser, "/en" + SEALED);
            assertThat(browser.locator("#proposal .pairs").first().textContent())
                    .contains("At most 6 people of one profession");
            slide(browser);
            browser.locator("#take-proposal").press("Enter");
            browser.waitForURL(url -> url.contains("done="));
            assertThat(browser.locator(".people .p-in").count()).isEqualTo(25);
            handPick(browser);
            for (String lang : List.of("en", "fr", "ar")) {
                look(browser, "/" + lang + SEALED);
                look(browser, "/" + lang + CALL + "/board/what-if?places=24");
                look(browser, "/" + lang + CALL + "/board/compare");
                look(browser, "/" + lang + CALL + "/board/rules");
            }
            release(browser);
            auditorsFile(browser, folder);
        }
        try (BrowserContext phone = Chromium.person(360, true)) {
            for (String lang : List.of("en", "fr", "ar")) {
                look(phone.newPage(), "/" + lang + "/calls/demo-class");
            }
        }
    }

    /** By the keyboard: the slider moves, its number follows, the answer comes. */
    private static void slide(Page browser) {
        Locator slider = browser.locator("[id='f-most.per-country-slider']");
        slider.focus();
        slider.press("ArrowLeft");
        assertThat(browser.locator("[id='f-most.per-country']").inputValue()).isEqualTo("2");
        browser.locator("#whatif-result .tag, #whatif-result .note").first().waitFor();
        assertThat(browser.locator("#whatif-result").textContent()).isNotBlank();
        assertThat(browser.url()).as("nothing was sent anywhere").contains("/board?sealed=yes");
    }

    private void handPick(Page browser) {
        String in = browser.locator(".people .p-in").last().getAttribute("id").substring(2);
        String out = browser.locator(".people .p-open").first().getAttribute("id").substring(2);
        browser.locator("#out-" + in).press("Enter");
        browser.locator("#r-" + in + ".p-out").waitFor();
        browser.locator("#w-" + out).check();
        browser.locator("#f-bulk-reason").fill("A first from this city");
        browser.locator("#bulk-in").press("Enter");
        browser.locator("#r-" + out + ".p-in").waitFor();
        assertThat(browser.locator("#proposal").textContent())
                .contains("A first from this city", "All together");
        List<Locator> open = browser.locator(".people .p-open input[name=who]").all();
        for (int i = 0; i < 8; i++) {
            open.get(i).check();
        }
        browser.locator("#bulk-reserve").press("Enter");
        browser.waitForCondition(() -> browser.locator(".reservelist li").count() == 8);
    }

    private void release(Page browser) {
        browser.navigate("/en" + SEALED);
        if (browser.locator("#f-exception").count() > 0) {
            browser.locator("#f-exception").fill("The committee has discussed the rules.");
        }
        browser.locator("form[action$='/board/close'] button").press("Enter");
        browser.waitForURL(url -> url.contains("/decisions"));
        browser.locator("input[name=sure]").check();
        if (browser.locator("input[name=later]").count() > 0) {
            browser.locator("input[name=later]").check();
        }
        browser.locator("form[action$='/release'] button").press("Enter");
        browser.waitForURL(url -> url.contains("done="));
        look(browser, "/ar" + CALL + "/decisions");
    }

    private static void auditorsFile(Page browser, Path folder) throws IOException {
        byte[] zip = browser.request().get("/en" + CALL + "/decisions/auditor.zip").body();
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = files.getNextEntry();
                    entry != null;
                    entry = files.getNextEntry()) {
                Files.write(folder.resolve(entry.getName()), files.readAllBytes());
            }
        }
        assertThat(
                        CohortCommands.run(
                                "verify",
                                "--candidates",
                                folder.resolve("people.csv").toString(),
                                "--rules",
                                folder.resolve("rules.json").toString(),
                                folder.resolve("cohort.json").toString()))
                .hasValue(0);
    }

    @Test
    @Order(2)
    void aDeclinedOfferGoesToTheReplacementThatKeepsTheRules() {
        awaitPlaces();
        Visitor desk = Visitor.signedIn("secretariat@demo.example");
        List<String> offered =
                jdbc.sql(
                                "select id::text from participation.place where state = 'offered' and person is not null order by id")
                        .query(String.class)
                        .list();
        boolean replaced = false;
        // the first of whom somebody on the reserve can take the place
        for (String place : offered) {
            decline(place);
            Answer places = desk.get("/en" + CALL + "/places");
            assertThat(places.words()).containsAnyOf("every rule is kept", "would break");
            if (places.page().selectFirst("form[action$=/places/next]") != null) {
                desk.submit(places, "form[action$=/places/next]", Map.of());
                replaced = true;
                break;
            }
        }
        assertThat(replaced).isTrue();
        assertThat(
                        jdbc.sql(
                                        "select count(*) from participation.place where reserve_rank is not null")
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    private void decline(String place) {
        String email =
                jdbc.sql(
                                """
                                update accounts.person set password_hash =
                                (select password_hash from accounts.person where email = 'host@demo.example')
                                where id = (select person from participation.place where id = cast(:id as uuid))
                                returning email
                                """)
                        .param("id", place)
                        .query(String.class)
                        .single();
        Visitor person = Visitor.signedIn(email);
        person.submit(
                person.get("/en/me/places/" + place + "/decline"),
                "main form",
                Map.of("reason", "A new job"));
    }

    private void awaitPlaces() {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (places() != 25 && System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
        assertThat(places()).isEqualTo(25);
    }

    private int places() {
        return jdbc.sql("select count(*) from participation.place").query(Integer.class).single();
    }

    private static void look(Page browser, String path) {
        Response response = browser.navigate(path);
        assertThat(response.status()).as(path).isEqualTo(200);
        assertThat(Chromium.invalid(response.text())).as(path).isEmpty();
        assertThat(Chromium.barriers(browser)).as(path).isEmpty();
        assertThat(Chromium.sideways(browser)).as("sideways, " + path).isLessThanOrEqualTo(0);
    }
}

package org.rivages.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rivages.support.Chromium;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/**
 * The secretariat runs the closed call to its certificates in one language: chooses, decides,
 * releases, offers, takes attendance, certifies. Every page on the way is looked at. Uses up the
 * demonstration's class, so the program is thrown away afterwards.
 */
@RivagesTest
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ClassJourney {
    private static final String CALL = "/desk/calls/demo-class";

    private final String lang;

    @Autowired JdbcClient jdbc;

    ClassJourney(String lang) {
        this.lang = lang;
    }

    @Test
    @Order(1)
    void theCommitteeChoosesAndTheDecisionIsReleasedOnce() {
        try (BrowserContext person = Chromium.person(1280, true)) {
            Page browser = person.newPage();
            Chromium.signIn(browser, "secretariat@demo.example");
            look(browser, CALL + "/board");
            browser.navigate("/" + lang + CALL + "/board");
            pick(browser, 0, 25, "in");
            pick(browser, 25, 10, "reserve");
            browser.locator("#f-exception").fill("Le comité a discuté des règles le 20 novembre.");
            browser.locator("form[action$='/board/close'] button").click();
            browser.waitForURL(url -> url.contains("/decisions"));
            look(browser, CALL + "/decisions");

            browser.navigate("/" + lang + CALL + "/decisions");
            browser.locator("input[name=sure]").check();
            browser.locator("form[action$='/release'] button").click();
            assertThat(browser.locator("#e-sure").textContent())
                    .as("two applications are not screened yet")
                    .isNotBlank();
            assertThat(browser.locator("input[name=sure]").isChecked()).isTrue();
            browser.locator("input[name=later]").check();
            browser.locator("form[action$='/release'] button").dblclick();
            browser.waitForURL(url -> url.contains("done="));
            look(browser, CALL + "/decisions");
        }
        awaitCount("select count(*) from participation.place", 25);
    }

    @Test
    @Order(2)
    void anOfferIsAcceptedOnceHoweverOftenTheButtonIsPressed() throws Exception {
        String place =
                jdbc.sql(
                                "select id::text from participation.place where person is not null order by id limit 1")
                        .query(String.class)
                        .single();
        String email = email(place);
        Visitor person = withPassword(email);
        Answer page = person.get("/" + lang + "/me/places/" + place);
        assertThat(page.status()).isEqualTo(200);
        Map<String, List<String>> fields =
                Visitor.fields(
                        (org.jsoup.nodes.FormElement)
                                page.page().selectFirst("form[action$=/accept]"),
                        Map.of());
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            Callable<Integer> press =
                    () ->
                            person.postRaw("/" + lang + "/me/places/" + place + "/accept", fields)
                                    .status();
            for (var answer : many.invokeAll(java.util.Collections.nCopies(8, press))) {
                assertThat(answer.get()).isEqualTo(303);
            }
        }
        assertThat(
                        count(
                                "select count(*) from mail.letter where kind = 'mail.kind.place-accepted' and about = '"
                                        + place
                                        + "'"))
                .isEqualTo(1);

        Answer after = person.get("/" + lang + "/me/places/" + place);
        Answer saved =
                person.submit(
                        after,
                        "form[action$=/practical]",
                        Map.of("passportName", "سلمى بن حدو", "diet", "", "accessNeeds", "=1+1"));
        assertThat(saved.status()).isEqualTo(200);
        Answer letter = person.get("/ar/me/places/" + place + "/invitation.pdf");
        assertThat(letter.header("Content-Type")).isEqualTo("application/pdf");
        try (PDDocument pdf = Loader.loadPDF(letter.response().body())) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }

        Visitor stranger = Visitor.signedIn("applicant@demo.example");
        assertThat(stranger.get("/en/me/places/" + place).status()).isEqualTo(404);
        assertThat(stranger.get("/en/me/places/" + place + "/invitation.pdf").status())
                .isEqualTo(404);
    }

    @Test
    @Order(3)
    void aDeclinedPlaceGoesToTheReserve() {
        String place =
                jdbc.sql(
                                "select id::text from participation.place where state = 'offered' and person is not null order by id limit 1")
                        .query(String.class)
                        .single();
        Visitor person = withPassword(email(place));
        Answer ask = person.get("/" + lang + "/me/places/" + place + "/decline");
        Answer done = person.submit(ask, "main form", Map.of("reason", "A new job"));
        assertThat(done.status()).isEqualTo(200);

        Visitor desk = Visitor.signedIn("secretariat@demo.example");
        Answer places = desk.get("/" + lang + CALL + "/places");
        assertThat(places.words()).contains("A new job");
        Answer next = desk.submit(places, "form[action$=/places/next]", Map.of());
        assertThat(next.status()).isEqualTo(200);
        assertThat(count("select count(*) from participation.place where reserve_rank is not null"))
                .isEqualTo(1);
        assertThat(
                        count(
                                "select count(*) from participation.place where state in ('offered', 'accepted')"))
                .isEqualTo(25);
    }

    @Test
    @Order(4)
    void anOfferWithoutAnswerExpiresByTheClock() {
        String place =
                jdbc.sql(
                                "select id::text from participation.place where state = 'offered' order by id limit 1")
                        .query(String.class)
                        .single();
        jdbc.sql(
                        "update participation.place set answer_by = clock_timestamp() - interval '1 minute' where id = cast(:id as uuid)")
                .param("id", place)
                .update();
        awaitCount(
                "select count(*) from participation.place where state = 'expired' and id = '"
                        + place
                        + "'",
                1);
        Visitor desk = Visitor.signedIn("manager@demo.example");
        assertThat(desk.get("/" + lang + CALL + "/places").status()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void attendanceIsTakenOnAPhoneAndCertificatesAreGivenByRule() throws Exception {
        Visitor desk = Visitor.signedIn("secretariat@demo.example");
        Answer places = desk.get("/" + lang + CALL + "/places");
        for (String id :
                jdbc.sql("select id::text from participation.place where state = 'offered'")
                        .query(String.class)
                        .list()) {
            desk.submit(places, "form[action$=/" + id + "/accept]", Map.of());
        }
        try (BrowserContext host = Chromium.person(360, true)) {
            Page phone = host.newPage();
            Chromium.signIn(phone, "host@demo.example");
            look(phone, "/desk/attendance");
            List<String> sessions =
                    phone.locator("main .rows a").all().stream()
                            .map(link -> link.getAttribute("href"))
                            .toList();
            assertThat(sessions).isNotEmpty();
            for (String session : sessions) {
                takeEverybodyPresent(phone, session);
            }
            assertThat(phone.navigate("/" + lang + CALL + "/places").status()).isEqualTo(403);
        }
        Answer certificates = desk.get("/" + lang + CALL + "/certificates");
        Answer given = desk.submit(certificates, "form[action$=/certificates]", Map.of());
        assertThat(given.status()).isEqualTo(200);
        desk.submit(certificates, "form[action$=/certificates]", Map.of());
        int accepted = count("select count(*) from participation.place where state = 'accepted'");
        assertThat(count("select count(*) from participation.certificate"))
                .isEqualTo(accepted)
                .isPositive();

        String code =
                jdbc.sql("select code from participation.certificate order by id limit 1")
                        .query(String.class)
                        .single();
        try (BrowserContext anybody = Chromium.person(360, true)) {
            look(anybody.newPage(), "/certificates/" + code);
        }
        assertThat(new Visitor().get("/" + lang + "/certificates/0000-0000-0000-0000").status())
                .isEqualTo(404);
        try (BrowserContext officer = Chromium.person(1280, true)) {
            Page browser = officer.newPage();
            Chromium.signIn(browser, "secretariat@demo.example");
            look(browser, CALL + "/places");
            look(browser, CALL + "/certificates");
        }
        String id =
                jdbc.sql("select id::text from participation.certificate where code = :code")
                        .param("code", code)
                        .query(String.class)
                        .single();
        desk.submit(
                desk.get("/" + lang + CALL + "/certificates"),
                "form[action$=/" + id + "/revoke]",
                Map.of("reason-" + id, "اسم خاطئ"));
        assertThat(
                        count(
                                "select count(*) from participation.certificate where revoked_at is not null"))
                .isEqualTo(1);
        assertThat(
                        new Visitor()
                                .get("/" + lang + "/certificates/" + code)
                                .page()
                                .select(".tag.bad"))
                .isNotEmpty();
    }

    private void takeEverybodyPresent(Page phone, String session) {
        look(phone, session.substring(3));
        List<String> halves =
                phone.locator(".halves a").all().stream()
                        .map(link -> link.getAttribute("href"))
                        .toList();
        for (String half : halves) {
            phone.navigate(half);
            Locator people = phone.locator("input[name=present]");
            people.first().check();
            people.evaluateAll("boxes => boxes.forEach(box => box.checked || box.click())");
            if (phone.locator("#f-reason").count() > 0) {
                phone.locator("#f-reason").fill("Typed in from the paper sheet");
            }
            phone.locator(".savebar button").click();
            phone.waitForURL(url -> url.contains("done="));
        }
    }

    private static void pick(Page browser, int from, int many, String what) {
        List<Locator> boxes = browser.locator("input[name=who]").all();
        for (int i = from; i < from + many; i++) {
            boxes.get(i).check();
        }
        browser.locator("#f-bulk-reason").fill("Accord du comité");
        browser.locator("#bulk-" + what).click();
        browser.waitForLoadState();
        browser.waitForCondition(() -> browser.locator("input[name=who]:checked").count() == 0);
    }

    private void look(Page browser, String path) {
        Response response = browser.navigate("/" + lang + path);
        assertThat(response.status()).as(path).isEqualTo(200);
        assertThat(Chromium.invalid(response.text())).as(path).isEmpty();
        assertThat(Chromium.barriers(browser)).as(path).isEmpty();
        assertThat(Chromium.sideways(browser)).as("sideways, " + path).isLessThanOrEqualTo(0);
    }

    private String email(String place) {
        return jdbc.sql(
                        "select p.email from participation.place q join accounts.person p on p.id = q.person where q.id = cast(:id as uuid)")
                .param("id", place)
                .query(String.class)
                .single();
    }

    /** The demonstration's applicants have no password of their own. */
    private Visitor withPassword(String email) {
        jdbc.sql(
                        "update accounts.person set password_hash = (select password_hash from accounts.person where email = 'host@demo.example') where email = :email")
                .param("email", email)
                .update();
        return Visitor.signedIn(email);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private void awaitCount(String sql, int wanted) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (count(sql) != wanted && System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
        assertThat(count(sql)).as(sql).isEqualTo(wanted);
    }
}

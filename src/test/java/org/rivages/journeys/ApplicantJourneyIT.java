package org.rivages.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rivages.support.Chromium;
import org.rivages.support.Mailbox;
import org.rivages.support.RivagesTest;

/** An applicant on a 360 px screen without JavaScript, from the call to the receipt. */
@RivagesTest
class ApplicantJourneyIT {
    private static final int MOST_STEPS = 15;

    @ParameterizedTest
    @CsvSource({"en,link", "fr,lien", "ar,رابط"})
    void appliesWithoutScriptsOnAPhone(String lang, String word) throws IOException {
        String email = "phone-" + lang + "@example.org";
        try (BrowserContext person = Chromium.person(360, false)) {
            Page browser = person.newPage();
            browser.navigate("/" + lang + "/calls/demo-open");
            browser.locator("a[href$='/calls/demo-open/apply']").first().click();
            signIn(browser, email, word);
            assertThat(browser.url()).contains("/calls/demo-open/apply/");

            Set<String> steps = new HashSet<>();
            for (int i = 0; i < MOST_STEPS && browser.url().contains("/apply/"); i++) {
                assertThat(steps.add(browser.url().replaceAll("\\?.*", "")))
                        .as("a step is done once: %s %s", browser.url(), problems(browser))
                        .isTrue();
                fill(browser);
                browser.locator("#apply button[value=next]").press("Enter");
            }
            assertThat(browser.url()).contains("/application/check");
            Locator send = browser.locator("form[action$='/application/send'] button");
            assertThat(send.count()).as(browser.locator("main").innerText()).isPositive();
            tickAll(browser, "form[action$='/application/send']");
            send.first().press("Enter");
            assertThat(browser.url())
                    .as(browser.locator("main").innerText())
                    .contains("/application");
            browser.navigate("/" + lang + "/calls/demo-open/application/receipt");
            String number = browser.locator("main").innerText();
            assertThat(number).containsPattern("R-\\d{4}-\\d+");
            Mailbox.await(email, "R-");
        }
    }

    private static void signIn(Page browser, String email, String word) {
        browser.locator("#f-email").fill(email);
        browser.locator("form[action$='/sign-in/link'] button").click();
        browser.navigate(Mailbox.await(email, word).link("/sign-in/"));
        browser.locator("main form button").click();
    }

    /** Answers whatever the step asks, as somebody would who fits. */
    private static void fill(Page browser) throws IOException {
        Locator form = browser.locator("#apply");
        for (Locator select : form.locator("select").all()) {
            select.selectOption(best(select));
        }
        Set<String> groups = new HashSet<>();
        for (Locator radio : form.locator("input[type=radio]").all()) {
            if (groups.add(radio.getAttribute("name"))) {
                radio.check();
            }
        }
        for (Locator box : form.locator("input[type=checkbox]").all()) {
            box.check();
        }
        for (Locator input : form.locator("input.input:not([type=file])").all()) {
            if (input.inputValue().isEmpty() && input.isEditable()) {
                input.fill(answer(input));
            }
        }
        for (Locator area : form.locator("textarea").all()) {
            if (area.inputValue().isEmpty()) {
                area.fill("We rebuild the old market with those who work in it. ".repeat(8));
            }
        }
        for (Locator file : form.locator("input[type=file]").all()) {
            file.setInputFiles(new FilePayload("paper.pdf", "application/pdf", pdf()));
        }
    }

    private static String best(Locator select) {
        for (String wanted : new String[] {"C2", "c2", "TN", "3"}) {
            if (select.locator("option[value='" + wanted + "']").count() > 0) {
                return wanted;
            }
        }
        return select.locator("option").nth(1).getAttribute("value");
    }

    private static String answer(Locator input) {
        String type = String.valueOf(input.getAttribute("type")).toLowerCase(Locale.ROOT);
        String mode = String.valueOf(input.getAttribute("inputmode"));
        if (type.equals("number") || mode.equals("numeric")) {
            return "7";
        }
        return switch (type) {
            case "email" -> "person@example.org";
            case "date" -> "1990-05-04";
            case "tel" -> "+216 71 000 000";
            case "url" -> "https://example.org/";
            default -> "Leïla Mansouri";
        };
    }

    private static void tickAll(Page browser, String form) {
        for (Locator box : browser.locator(form + " input[type=checkbox]").all()) {
            box.check();
        }
    }

    private static String problems(Page browser) {
        return browser.locator(".err").allInnerTexts().toString();
    }

    private static byte[] pdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}

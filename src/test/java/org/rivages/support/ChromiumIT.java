package org.rivages.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the other journeys trust finds faults when there are some. */
class ChromiumIT {
    @Test
    void theCheckerFindsBarriers() {
        try (BrowserContext person = Chromium.person(360, true)) {
            Page page = person.newPage();
            page.setContent(
                    """
                    <!doctype html><html><head><title>Faults</title></head><body><main>
                    <h1>Faults</h1><p style="color:#bbb;background:#fff">Too pale to be read.</p>
                    <form><input name="q"></form><div style="inline-size:500px">wide</div>
                    </main></body></html>
                    """);
            List<String> found =
                    Chromium.barriers(page).stream().map(one -> one.split(" ")[0]).toList();
            assertThat(found).contains("html-has-lang", "color-contrast", "label");
            assertThat(Chromium.sideways(page)).isPositive();
        }
    }

    @Test
    void andNoneWhereThereAreNone() {
        try (BrowserContext person = Chromium.person(360, true)) {
            Page page = person.newPage();
            page.setContent(
                    """
                    <!doctype html><html lang="en"><head><title>Well</title></head><body><main>
                    <h1>Well</h1><p>Dark on light.</p></main></body></html>
                    """);
            assertThat(Chromium.barriers(page)).isEmpty();
            assertThat(Chromium.sideways(page)).isZero();
        }
    }

    @Test
    void theValidatorFindsFaults() {
        assertThat(Chromium.invalid("<!doctype html><html lang=en><title>x</title><p></div>"))
                .contains("error");
        assertThat(
                        Chromium.invalid(
                                "<!doctype html><html lang=\"en\"><head><title>x</title></head><body></body></html>"))
                .isEmpty();
    }
}

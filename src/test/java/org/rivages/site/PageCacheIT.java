package org.rivages.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.rivages.search.SearchChanges;
import org.rivages.shared.LocalizedText;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The cache as a visitor meets it. */
@RivagesTest
class PageCacheIT {
    private static final String PAGE = "/en/accessibility";

    @Autowired SiteSettingsStore settings;
    @Autowired SearchChanges changes;
    @Autowired TransactionTemplate transaction;

    @Test
    void a_public_page_may_be_kept_but_is_asked_for_again() {
        Visitor.Answer page = new Visitor().raw(PAGE);
        assertThat(page.header("Cache-Control")).isEqualTo("public, no-cache");
        assertThat(page.header("Vary"))
                .contains("Accept-Encoding")
                .doesNotContainIgnoringCase("cookie");
        assertThat(page.header("ETag")).matches("\"[0-9a-f]+\"");
        assertThat(page.header("Set-Cookie")).isEmpty();
        Visitor.Answer again = new Visitor().raw(PAGE, "If-None-Match", page.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.response().body()).isEmpty();
    }

    @Test
    void a_kept_page_has_the_security_headers_of_a_fresh_one() {
        new Visitor().raw(PAGE);
        Visitor.Answer kept = new Visitor().raw(PAGE);
        assertThat(kept.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(kept.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(kept.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    }

    @Test
    void the_compressed_page_says_the_same() throws Exception {
        Visitor.Answer small = new Visitor().raw(PAGE, "Accept-Encoding", "br, gzip");
        assertThat(small.header("Content-Encoding")).isEqualTo("gzip");
        String unpacked =
                new String(
                        new GZIPInputStream(new ByteArrayInputStream(small.response().body()))
                                .readAllBytes(),
                        StandardCharsets.UTF_8);
        Visitor.Answer plain = new Visitor().raw(PAGE, "Accept-Encoding", "gzip;q=0");
        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(plain.text()).isEqualTo(unpacked);
        assertThat(plain.header("ETag")).isNotEqualTo(small.header("ETag"));
    }

    @Test
    void a_change_shows_in_the_very_next_answer() {
        for (int i = 0; i < 5; i++) {
            String contact = "contact-" + UUID.randomUUID() + "@demo.example";
            new Visitor().raw(PAGE);
            SiteSettings before = settings.get();
            transaction.executeWithoutResult(status -> settings.save(withContact(before, contact)));
            assertThat(new Visitor().raw(PAGE).text()).contains(contact);
            transaction.executeWithoutResult(status -> settings.save(before));
        }
    }

    @Test
    void what_is_rolled_back_never_shows() {
        SiteSettings before = settings.get();
        transaction.executeWithoutResult(status -> {
            settings.save(withContact(before, "rolled-back@demo.example"));
            new Visitor().raw(PAGE);
            status.setRollbackOnly();
        });
        assertThat(new Visitor().raw(PAGE).text()).doesNotContain("rolled-back@");
    }

    @Test
    void a_change_said_to_the_search_renews_every_page() {
        String tag = new Visitor().raw(PAGE).header("ETag");
        transaction.executeWithoutResult(
                status -> changes.changed("organisation", UUID.randomUUID()));
        assertThat(new Visitor().raw(PAGE).header("ETag"))
                .as("same content, made anew")
                .isEqualTo(tag);
    }

    @Test
    void pages_with_a_form_token_are_never_shared() {
        Visitor.Answer one = new Visitor().raw("/en/sign-in");
        Visitor.Answer other = new Visitor().raw("/en/sign-in");
        assertThat(one.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(one.header("ETag")).isEmpty();
        assertThat(one.page().select("input[name=_csrf]").attr("value"))
                .isNotEmpty()
                .isNotEqualTo(other.page().select("input[name=_csrf]").attr("value"));
    }

    @Test
    void somebody_signed_in_gets_their_own_page_and_leaves_none_behind() {
        new Visitor().raw(PAGE);
        Visitor.Answer own = Visitor.signedIn("admin@demo.example").get(PAGE);
        assertThat(own.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(own.text()).contains("/en/desk/");
        assertThat(new Visitor().raw(PAGE).text()).doesNotContain("/en/desk/");
    }

    @Test
    void what_is_not_there_is_not_kept() {
        assertThat(new Visitor().raw("/en/nowhere").header("Cache-Control"))
                .isEqualTo("private, no-store");
    }

    @Test
    void fonts_and_styles_stay_for_ever() {
        String css = new Visitor().raw(PAGE).page().select("link[rel=stylesheet]").attr("href");
        Visitor visitor = Visitor.signedIn("admin@demo.example");
        for (Visitor.Answer answer : List.of(new Visitor().raw(css), visitor.raw(css))) {
            assertThat(answer.header("Cache-Control"))
                    .contains("immutable")
                    .doesNotContain("no-store");
        }
    }

    @Test
    void an_administrator_changes_the_settings_and_bad_input_keeps_what_was_typed() {
        Visitor admin = Visitor.signedIn("admin@demo.example");
        SiteSettings before = settings.get();
        Visitor.Answer form = admin.get("/fr/desk/settings");
        Visitor.Answer refused =
                admin.submit(
                        form,
                        "form[action$=/desk/settings]",
                        java.util.Map.of("zone", "Mars/Phobos", "contact", "typed@demo.example"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#f-contact").attr("value"))
                .isEqualTo("typed@demo.example");
        assertThat(settings.get()).isEqualTo(before);
        Visitor.Answer saved =
                admin.submit(
                        form,
                        "form[action$=/desk/settings]",
                        java.util.Map.of("contact", "saved@demo.example"));
        assertThat(saved.status()).isEqualTo(200);
        assertThat(settings.get().contact()).isEqualTo("saved@demo.example");
        assertThat(settings.get().demonstration()).isTrue();
        assertThat(new Visitor().raw(PAGE).text()).contains("saved@demo.example");
        transaction.executeWithoutResult(status -> settings.save(before));
    }

    private static SiteSettings withContact(SiteSettings before, String contact) {
        LocalizedText name = before.name();
        return new SiteSettings(
                name,
                before.about(),
                before.associateNetwork(),
                contact,
                before.channels(),
                before.zone(),
                before.demonstration());
    }
}

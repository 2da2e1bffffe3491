package org.rivages.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rivages.accounts.Tokens;
import org.rivages.shared.Json;
import org.rivages.support.Chromium;
import org.rivages.support.Mailbox;
import org.rivages.support.Mailbox.Received;
import org.rivages.support.RivagesTest;
import org.rivages.support.TestServer;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asking, confirming, changing and stopping, over HTTP and real mail. */
@RivagesTest
class SubscriptionPagesIT {
    @Autowired JdbcClient jdbc;
    @Autowired SubscriptionJob job;

    @BeforeEach
    void nobodyHasAskedYet() {
        jdbc.sql("delete from accounts.attempt where key like 'follow%'").update();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Please confirm, every Monday",
        "fr, Merci de confirmer, chaque lundi",
        "ar, يرجى التأكيد, كل اثنين"
    })
    void a_search_is_followed_after_its_letter_is_confirmed(
            String lang, String subject, String rhythm) {
        String email = address();
        Visitor visitor = new Visitor();
        Follower follower = new Follower(visitor, email);
        Answer sent = follower.ask(lang, "kind=session&country=MA", "weekly");
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.words()).contains(email);
        assertThat(Chromium.invalid(sent.text())).isEmpty();

        Received letter = Mailbox.await(email, subject);
        assertThat(letter.text()).contains(rhythm).contains("/" + lang + "/search?kind=session");
        String link = letter.link("/follow/confirm/");
        assertThat(count("subscription", email)).as("opening is not confirming").isZero();
        Answer open = visitor.get(link);
        assertThat(Chromium.invalid(open.text())).isEmpty();
        assertThat(count("subscription", email)).isZero();

        Answer done = visitor.submit(open, "form[action*=/follow/confirm/]", Map.of());
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.words()).contains(email).contains(rhythm);
        assertThat(Chromium.invalid(done.text())).isEmpty();
        assertThat(count("subscription", email)).isEqualTo(1);
    }

    @Test
    void a_link_confirms_once_and_only_its_hash_is_kept() {
        String email = address();
        Visitor visitor = new Visitor();
        new Follower(visitor, email).ask("en", "kind=call", "daily");
        String link = Mailbox.await(email, "confirm").link("/follow/confirm/");
        String token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(
                        jdbc.sql("select token_hash from subscriptions.wish where address = :email")
                                .param("email", email)
                                .query(String.class)
                                .single())
                .isEqualTo(Tokens.hash(token));
        assertThat(
                        jdbc.sql("select body from mail.letter where address = :email")
                                .param("email", email)
                                .query(String.class)
                                .single())
                .doesNotContain(token);

        Answer open = visitor.get(link);
        visitor.submit(open, "form[action*=/follow/confirm/]", Map.of());
        Answer again = visitor.submit(open, "form[action*=/follow/confirm/]", Map.of());
        assertThat(again.words()).contains("confirmed this already");
        assertThat(count("subscription", email)).isEqualTo(1);
        assertThat(new Visitor().get("/en/follow/confirm/no-such-token").status()).isEqualTo(410);
    }

    @Test
    void an_unconfirmed_wish_is_thrown_away_with_its_letter() {
        String email = address();
        Visitor visitor = new Visitor();
        new Follower(visitor, email).ask("en", "kind=call", "daily");
        String link = Mailbox.await(email, "confirm").link("/follow/confirm/");
        job.forget();
        assertThat(count("wish", email)).isEqualTo(1);

        jdbc.sql(
                        """
                        update subscriptions.wish set expires_at = clock_timestamp() - interval '1 second'
                        where address = :email
                        """)
                .param("email", email)
                .update();
        assertThat(visitor.get(link).status()).isEqualTo(410);
        job.forget();
        assertThat(count("wish", email)).isZero();
        assertThat(letters(email)).isZero();
    }

    @Test
    void the_answer_does_not_tell_who_follows() {
        String known = address();
        new Follower(new Visitor(), known).follow("en", "kind=edition", "daily");
        String unknown = address();
        Answer one = new Follower(new Visitor(), known).ask("en", "kind=edition", "weekly");
        Answer other = new Follower(new Visitor(), unknown).ask("en", "kind=edition", "weekly");
        assertThat(one.status()).isEqualTo(other.status());
        assertThat(one.words().replace(known, "")).isEqualTo(other.words().replace(unknown, ""));

        Received letter = Mailbox.await(known, "follow this already");
        assertThat(letter.text()).contains("every day").contains("/follow/by-mail/");
        assertThat(
                        jdbc.sql(
                                        "select rhythm from subscriptions.subscription where address = :email")
                                .param("email", known)
                                .query(String.class)
                                .single())
                .as("a stranger changes nothing")
                .isEqualTo("daily");
    }

    @Test
    void an_address_gets_no_flood_of_letters() {
        String email = address();
        for (int i = 0; i < 5; i++) {
            assertThat(
                            post("list", "search", "query", "year=20" + (10 + i), "email", email)
                                    .status())
                    .isEqualTo(200);
        }
        Answer refused = post("list", "search", "query", "year=2030", "email", email);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.words()).contains("Too many letters").contains("2030");
        assertThat(refused.page().select("input[value=" + email + "]")).isNotEmpty();
        assertThat(letters(email)).isEqualTo(5);
    }

    @Test
    void a_host_asks_for_so_many_letters_and_no_more() {
        jdbc.sql(
                        """
                        insert into accounts.attempt (key)
                        select 'follow-host:127.0.0.1' from generate_series(1, 30)
                        """)
                .update();
        String email = address();
        assertThat(post("list", "calls", "query", "", "email", email).status()).isEqualTo(429);
        assertThat(letters(email)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "a@b",
                "a@b.example, c@d.example",
                "a@b.example\r\nBcc: x@y.example"
            })
    void what_is_no_address_is_refused_beside_its_field(String email) {
        Answer refused = post("list", "organisations", "query", "country=MA", "email", email);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#f-email[aria-invalid=true]")).isNotEmpty();
        assertThat(refused.page().select("input[name=query]").attr("value"))
                .isEqualTo("country=MA");
        assertThat(Chromium.invalid(refused.text())).isEmpty();
    }

    @Test
    void what_is_no_search_is_not_found() {
        String email = address();
        for (List<String> asked :
                List.of(
                        List.of("nothing", "kind=call"),
                        List.of("", ""),
                        List.of("search", "year=abcd"),
                        List.of("search", "q=" + "x".repeat(5000)),
                        List.of("search", "q=%zz"))) {
            Answer answer = post("list", asked.get(0), "query", asked.get(1), "email", email);
            assertThat(answer.status()).as(asked.toString()).isEqualTo(404);
        }
        assertThat(letters(email)).isZero();
    }

    @Test
    void one_search_has_one_name_however_it_was_typed() {
        String email = address();
        new Follower(new Visitor(), email)
                .follow("en", "country=tn&kind=session&sort=name&page=2&unknown=1", "daily");
        assertThat(
                        jdbc.sql(
                                        "select query from subscriptions.subscription where address = :email")
                                .param("email", email)
                                .query(String.class)
                                .single())
                .isEqualTo("kind=session&country=TN");
    }

    @Test
    void mail_programs_stop_it_without_cookies_or_tokens_and_everything_is_erased() {
        String email = address();
        new Follower(new Visitor(), email).follow("en", "kind=programme", "daily");
        new Follower(new Visitor(), email).ask("en", "kind=programme", "daily");
        Received letter = Mailbox.await(email, "follow this already");
        String link = letter.link("/follow/by-mail/");
        assertThat(header(letter, "List-Unsubscribe")).isEqualTo("<" + link + ">");
        assertThat(header(letter, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");

        String path = link.substring(TestServer.base().length());
        Visitor program = new Visitor();
        assertThat(program.raw(path).status()).as("a scanner opens it").isEqualTo(200);
        assertThat(new Visitor().postRaw(path, Map.of("x", List.of("y"))).status()).isEqualTo(200);
        assertThat(count("subscription", email)).isEqualTo(1);

        Map<String, List<String>> oneClick = Map.of("List-Unsubscribe", List.of("One-Click"));
        Answer stopped = new Visitor().postRaw(path, oneClick);
        assertThat(stopped.status()).isEqualTo(200);
        assertThat(stopped.header("Set-Cookie")).doesNotContain("rivages=");
        assertThat(stopped.words()).contains("No further letters come");
        assertThat(count("subscription", email)).isZero();
        assertThat(
                        jdbc.sql(
                                        "select count(*) from mail.letter where address = :email and kind <> :confirm")
                                .param("email", email)
                                .param("confirm", FollowLetters.CONFIRM)
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(new Visitor().postRaw(path, oneClick).status()).isEqualTo(200);
        assertThat(new Visitor().get(path).status()).isEqualTo(410);
        assertThat(new Visitor().get(path + "/data.json").status()).isEqualTo(404);
    }

    @Test
    void the_rhythm_changes_on_the_page_of_the_letter_and_nowhere_without_a_form_token() {
        String email = address();
        Visitor visitor = new Visitor();
        Answer page = new Follower(visitor, email).follow("fr", "kind=call", "daily");
        Answer saved =
                visitor.submit(
                        page,
                        "form[action$=/rhythm]",
                        Map.of("rhythm", "weekly", "zone", "Asia/Beirut"));
        assertThat(saved.words()).contains("C’est enregistré");
        String row =
                jdbc.sql(
                                "select rhythm || ' ' || zone from subscriptions.subscription where address = :email")
                        .param("email", email)
                        .query(String.class)
                        .single();
        assertThat(row).isEqualTo("weekly Asia/Beirut");

        Answer wrong =
                visitor.submit(
                        page,
                        "form[action$=/rhythm]",
                        Map.of("rhythm", "hourly", "zone", "Mars/Base"));
        assertThat(wrong.status()).isEqualTo(422);
        String action = page.page().expectFirst("form[action$=/rhythm]").attr("action");
        assertThat(new Visitor().postRaw(action, Map.of("rhythm", List.of("daily"))).status())
                .isEqualTo(403);
    }

    @Test
    void a_person_sees_theirs_in_their_own_space_takes_them_away_and_ends_them() {
        Visitor person = Visitor.signedIn("juror2@demo.example");
        Answer list = person.get("/en/organisations?country=MA");
        assertThat(list.page().expectFirst("#bm-email").attr("value"))
                .isEqualTo("juror2@demo.example");
        Answer page =
                new Follower(person, "juror2@demo.example")
                        .follow("en", "kind=organisation&country=MA", "daily");
        assertThat(page.words()).contains("what your account may see");

        Answer mine = person.get("/en/me");
        assertThat(mine.words()).contains("Followed by mail").contains("Morocco");
        assertThat(Chromium.invalid(mine.text())).isEmpty();
        Map<?, ?> data = Json.read(person.get("/en/me/following.json").text(), Map.class);
        assertThat(data.toString())
                .contains("juror2@demo.example")
                .contains("kind=organisation")
                .contains("withAccount=true");

        String own = mine.page().expectFirst("#following a[href*=/me/following/]").attr("href");
        assertThat(Visitor.signedIn("juror3@demo.example").get(own).status()).isEqualTo(404);
        Answer change = person.get(own);
        Answer ended = person.submit(change, "form#stop", Map.of());
        assertThat(ended.words()).contains("Stopped and erased.");
        assertThat(count("subscription", "juror2@demo.example")).isZero();
    }

    @Test
    void the_desk_sees_numbers_and_neither_addresses_nor_searches() {
        String email = address();
        new Follower(new Visitor(), email).follow("en", "country=LY", "weekly");
        Visitor desk = Visitor.signedIn("secretariat@demo.example");
        Answer counts = desk.get("/en/desk/following");
        assertThat(counts.words()).contains("Followers by mail").doesNotContain(email);
        assertThat(counts.words()).doesNotContain("Libya");
        assertThat(Chromium.invalid(counts.text())).isEmpty();
        assertThat(desk.get("/en/desk/mail?q=" + Follower.encoded(email)).words())
                .contains("No letter");
        UUID letter =
                jdbc.sql("select uid from mail.letter where address = :email")
                        .param("email", email)
                        .query(UUID.class)
                        .single();
        assertThat(desk.get("/en/desk/mail/" + letter).status()).isEqualTo(404);
    }

    @Test
    void lists_stay_in_the_cache_of_visitors() {
        Answer list = new Visitor().get("/en/calls");
        assertThat(list.page().select("section.bymail form")).hasSize(1);
        assertThat(list.header("Set-Cookie")).isEmpty();
    }

    @Test
    void every_step_is_in_the_trail_without_an_address() {
        String email = address();
        new Follower(new Visitor(), email).follow("en", "country=DZ", "weekly");
        UUID id =
                jdbc.sql("select id from subscriptions.subscription where address = :email")
                        .param("email", email)
                        .query(UUID.class)
                        .single();
        assertThat(
                        jdbc.sql("select action from audit.entry where subject = :id order by 1")
                                .param("id", id)
                                .query(String.class)
                                .list())
                .containsExactly("subscriptions.asked", "subscriptions.confirmed");
        assertThat(
                        jdbc.sql("select count(*) from audit.entry where details::text like :like")
                                .param("like", "%" + email + "%")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    private Answer post(String... fields) {
        Map<String, List<String>> sent = new java.util.LinkedHashMap<>();
        sent.put("rhythm", List.of("daily"));
        for (int i = 0; i < fields.length; i += 2) {
            sent.put(fields[i], List.of(fields[i + 1]));
        }
        return new Visitor().post("/en/follow/by-mail", sent);
    }

    private int count(String table, String email) {
        return jdbc.sql("select count(*) from subscriptions." + table + " where address = :email")
                .param("email", email)
                .query(Integer.class)
                .single();
    }

    private int letters(String email) {
        return jdbc.sql("select count(*) from mail.letter where address = :email")
                .param("email", email)
                .query(Integer.class)
                .single();
    }

    private static String header(Received letter, String name) {
        try {
            return letter.message().getHeader(name)[0].replaceAll("\\s+", "");
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String address() {
        return "follower-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    }
}

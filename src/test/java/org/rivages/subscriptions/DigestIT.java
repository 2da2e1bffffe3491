package org.rivages.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rivages.access.Role;
import org.rivages.accounts.Accounts;
import org.rivages.audit.AuditTrail;
import org.rivages.follow.FollowedSearches;
import org.rivages.mail.Outbox;
import org.rivages.programmes.ChangeSessions;
import org.rivages.programmes.EditProgrammes;
import org.rivages.programmes.ProgrammeExamples;
import org.rivages.programmes.ProgrammeExamples.Example;
import org.rivages.programmes.SessionStatus;
import org.rivages.shared.Clocks;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.Now;
import org.rivages.support.Mailbox;
import org.rivages.support.Mailbox.Received;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is told, to whom, and how often; with a clock that runs ahead of the shared program's. */
@RivagesTest
class DigestIT {
    private static final String DAYS = "2031-09-08/2031-09-10";
    private static final LocalizedText REASON =
            LocalizedText.of("The hall burned down", "La salle a brûlé", "احترقت القاعة");

    @Autowired JdbcClient jdbc;
    @Autowired EditProgrammes edit;
    @Autowired ChangeSessions changes;
    @Autowired Accounts accounts;
    @Autowired DigestStore store;
    @Autowired FollowedSearches searches;
    @Autowired Readers readers;
    @Autowired FollowLetters letters;
    @Autowired Outbox outbox;
    @Autowired AuditTrail audit;
    @Autowired TransactionTemplate transaction;

    private final Visitor visitor = new Visitor();
    private final String email = address();
    private final Follower follower = new Follower(visitor, email);

    @BeforeEach
    void nobodyHasAskedYet() {
        jdbc.sql("delete from accounts.attempt where key like 'follow%'").update();
    }

    @ParameterizedTest
    @CsvSource({
        "en, New (1), Changed (1), Changed: description, Matches:, every day",
        "fr, Nouveau (1), Modifié (1), A changé : description, Correspond :, chaque jour",
        "ar, جديد (1), معدّل (1), ما تغير: الوصف, سبب المطابقة:, كل يوم"
    })
    void a_digest_says_what_is_new_what_changed_and_why_it_matched(
            String lang, String fresh, String changed, String parts, String why, String rhythm)
            throws Exception {
        Example example = examples().publish(true);
        found(example.word(), 1);
        follower.follow(lang, example.query() + "&country=TN", "daily");

        examples().describe(example.session(), "sfax", "Water in the medina");
        examples().session(example.edition(), "gabes", "2031-10-01/2031-10-02");
        found(example.word() + " medina", 1);
        found(example.word(), 2);
        digests(Duration.ofDays(1)).round(1000);

        Received letter = Mailbox.await(email, example.word(), DigestIT::isNews);
        // French has no break before its colon
        assertThat(letter.text().replace('\u00a0', ' ').replace('\u202f', ' '))
                .contains(fresh)
                .contains("gabes")
                .contains(changed)
                .contains(parts)
                .contains(why)
                .contains(rhythm)
                .contains("/" + lang + "/programmes/" + example.word() + "/2031/gabes")
                .contains("/" + lang + "/programmes/" + example.word() + "/2031/sfax")
                .contains("/" + lang + "/search?q=" + example.word());
        assertThat(letter.message().getHeader("List-Unsubscribe")).hasSize(1);
        assertThat(letter.message().getContentType()).startsWith("multipart/alternative");
        assertThat(letter.text().indexOf(fresh)).isLessThan(letter.text().indexOf("gabes"));
        assertThat(letter.text()).contains(example.word()).doesNotContain("{{");
    }

    @Test
    void nothing_new_is_no_letter_and_a_period_is_done_once() {
        Example example = examples().publish(true);
        found(example.word(), 1);
        follower.follow("en", example.query(), "daily");
        int before = Mailbox.of(email).size();
        digests(Duration.ofDays(1)).round(1000);
        assertThat(periods()).containsExactly(0);

        examples().session(example.edition(), "gabes", "2031-10-01/2031-10-02");
        found(example.word(), 2);
        digests(Duration.ofDays(2)).round(1000);
        Mailbox.await(email, "1 change");
        digests(Duration.ofDays(2)).round(1000);
        digests(Duration.ofDays(3)).round(1000);
        assertThat(periods()).containsExactly(0, 1, 0);
        assertThat(letters(FollowLetters.DIGEST, email)).isEqualTo(1);
        assertThat(Mailbox.of(email)).hasSize(before + 1);
    }

    @Test
    void a_weekly_one_comes_again_the_next_week_and_not_before() {
        Example example = examples().publish(true);
        found(example.word(), 1);
        follower.follow("en", example.query(), "weekly");
        examples().session(example.edition(), "gabes", "2031-10-01/2031-10-02");
        found(example.word(), 2);
        digests(Duration.ofDays(7)).round(1000);
        Mailbox.await(email, example.word(), letter -> letter.text().contains("gabes"));

        examples().session(example.edition(), "mahdia", "2031-11-01/2031-11-02");
        found(example.word(), 3);
        Duration untilMonday = Duration.between(now(), due()).minus(Duration.ofMinutes(10));
        digests(untilMonday).round(1000);
        assertThat(letters(FollowLetters.DIGEST, email)).isEqualTo(1);

        digests(untilMonday.plus(Duration.ofMinutes(20))).round(1000);
        Received second =
                Mailbox.await(email, example.word(), letter -> letter.text().contains("mahdia"));
        assertThat(second.text()).doesNotContain("gabes");
        assertThat(letters(FollowLetters.DIGEST, email)).isEqualTo(2);
        assertThat(periods()).containsExactly(1, 1);
    }

    @Test
    void workers_side_by_side_write_one_letter_each() throws Exception {
        Example example = examples().publish(true);
        found(example.word(), 1);
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            addresses.add(address());
            new Follower(new Visitor(), addresses.get(i)).follow("en", example.query(), "daily");
        }
        examples().session(example.edition(), "gabes", "2031-10-01/2031-10-02");
        found(example.word(), 2);
        List<Callable<Void>> workers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Digests one = digests(Duration.ofDays(1));
            workers.add(() -> {
                one.round(1000);
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Void> done : threads.invokeAll(workers)) {
                done.get();
            }
        }
        for (String each : addresses) {
            assertThat(letters(FollowLetters.DIGEST, each)).as(each).isEqualTo(1);
        }
    }

    @Test
    void a_worker_that_is_killed_leaves_nothing_half_done_and_loses_nothing() throws Exception {
        Example example = examples().publish(true);
        found(example.word(), 1);
        follower.follow("en", example.query(), "daily");
        examples().session(example.edition(), "gabes", "2031-10-01/2031-10-02");
        found(example.word(), 2);
        Instant due = due();
        jdbc.sql("delete from subscriptions.subscription where address <> :email")
                .param("email", email)
                .update();

        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<?> worker =
                    transaction.execute(status -> {
                        // the trail takes the last line of a digest's transaction
                        jdbc.sql("lock table audit.entry in share row exclusive mode").update();
                        Future<?> running = thread.submit(() -> digests(Duration.ofDays(1)).one());
                        killTheWorker();
                        return running;
                    });
            worker.get();
        }
        assertThat(letters(FollowLetters.DIGEST, email)).isZero();
        assertThat(periods()).isEmpty();
        assertThat(due()).isEqualTo(due);

        digests(Duration.ofDays(1).plusMinutes(20)).round(1000);
        digests(Duration.ofDays(1).plusMinutes(20)).round(1000);
        assertThat(letters(FollowLetters.DIGEST, email)).isEqualTo(1);
        assertThat(periods()).containsExactly(1);
    }

    /** Ends the connection that waits for the trail, as the death of its program would. */
    private void killTheWorker() {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            int killed =
                    jdbc.sql(
                                    """
                                    select count(pg_terminate_backend(waits.pid))
                                    from pg_locks waits join pg_locks holds on holds.pid = waits.pid
                                    where not waits.granted and waits.relation = 'audit.entry'::regclass
                                      and holds.granted
                                      and holds.relation = 'subscriptions.digest'::regclass
                                    """)
                            .query(Integer.class)
                            .single();
            if (killed > 0) {
                return;
            }
            pause();
        }
        throw new AssertionError("the worker never came to the trail");
    }

    @Test
    void a_digest_tells_what_its_reader_may_see_when_it_is_sent() {
        Example draft = examples().publish(false);
        String staff = address();
        UUID person = accounts.welcome(staff, "Staff", org.rivages.shared.Language.EN).id();
        accounts.grant(person, Role.SECRETARIAT, null, null);
        for (String each : List.of(staff, email)) {
            new Follower(new Visitor(), each).follow("en", draft.query(), "daily");
        }
        jdbc.sql("update subscriptions.subscription set person = :person where address = :staff")
                .param("person", person)
                .param("staff", staff)
                .update();
        foundAtTheOffice(draft.word());
        digests(Duration.ofDays(1)).round(1000);
        Received letter = Mailbox.await(staff, draft.word(), DigestIT::isNews);
        assertThat(letter.text()).contains("Workshop of sfax");
        assertThat(letters(FollowLetters.DIGEST, email)).isZero();

        accounts.revoke(person, Role.SECRETARIAT, null, person);
        examples().describe(draft.session(), "sfax", "Only for the office");
        foundAtTheOffice(draft.word() + " only office");
        digests(Duration.ofDays(2)).round(1000);
        assertThat(letters(FollowLetters.DIGEST, staff)).isEqualTo(1);
        assertThat(letters(FollowLetters.DIGEST, email)).isZero();
    }

    @Test
    void a_cancelled_session_goes_out_at_once_and_is_not_told_again() {
        Example example = examples().publish(true);
        found(example.word(), 1);
        // after the change it matches no longer
        follower.follow("fr", example.query() + "&status=confirmed", "weekly");
        String other = address();
        new Follower(new Visitor(), other).follow("fr", example.query() + "&country=MA", "daily");

        examples().cancel(example.session(), DAYS, REASON);
        Received letter = Mailbox.await(email, "Annulé");
        assertThat(letter.text())
                .contains("La salle a brûlé")
                .contains("/fr/programmes/" + example.word() + "/2031/sfax")
                .contains("/follow/by-mail/");

        digests(Duration.ofDays(8)).round(1000);
        assertThat(letters(FollowLetters.DIGEST, email)).isZero();
        assertThat(letters(FollowLetters.URGENT, email)).isEqualTo(1);
        assertThat(letters(FollowLetters.URGENT, other)).isZero();

        examples()
                .change(
                        example.session(),
                        SessionStatus.CONFIRMED,
                        DAYS,
                        "Sfax",
                        "TN",
                        LocalizedText.same("Another hall"));
        Mailbox.await(email, "N’est plus annulé");
        assertThat(letters(FollowLetters.URGENT, email)).isEqualTo(2);
    }

    @Test
    void a_moved_session_reaches_whoever_followed_its_old_country_or_its_new_one() {
        Example example = examples().publish(true);
        found(example.word(), 1);
        String newCountry = address();
        follower.follow("en", example.query() + "&country=TN", "daily");
        new Follower(new Visitor(), newCountry)
                .follow("en", example.query() + "&country=MA", "daily");
        examples()
                .change(
                        example.session(),
                        SessionStatus.MOVED,
                        DAYS,
                        "Tangier",
                        "MA",
                        LocalizedText.same("More room"));
        assertThat(Mailbox.await(email, "Moved").text()).contains("Tangier").contains("More room");
        assertThat(Mailbox.await(newCountry, "Moved").text()).contains("Country: Morocco");
        digests(Duration.ofDays(1)).round(1000);
        assertThat(letters(FollowLetters.DIGEST, email)).isZero();
        assertThat(letters(FollowLetters.DIGEST, newCountry)).isZero();

        examples().describe(example.session(), "sfax", "Now with a view");
        found(example.word() + " view", 1);
        digests(Duration.ofDays(2)).round(1000);
        assertThat(Mailbox.await(newCountry, "1 change").text())
                .contains("Changed: description")
                .doesNotContain("More room");
    }

    @Test
    void who_did_not_confirm_is_never_told() {
        Example example = examples().publish(true);
        found(example.word(), 1);
        follower.ask("en", example.query(), "daily");
        Mailbox.await(email, "confirm");
        examples().cancel(example.session(), DAYS, REASON);
        examples().session(example.edition(), "gabes", "2031-10-01/2031-10-02");
        found(example.word(), 2);
        digests(Duration.ofDays(2)).round(1000);
        assertThat(follower.digests()).isEmpty();
        assertThat(
                        jdbc.sql("select count(*) from mail.letter where address = :email")
                                .param("email", email)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    // ---- what the tests need

    private ProgrammeExamples examples() {
        return new ProgrammeExamples(edit, changes, jdbc);
    }

    private Digests digests(Duration ahead) {
        Now clock = Clocks.ahead(jdbc, ahead);
        return new Digests(store, searches, readers, letters, outbox, audit, clock, transaction);
    }

    /** Waits until the index knows so many sessions with these words. */
    private void found(String words, int sessions) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        String asked = "\"total\":" + sessions + ",";
        String answer = "";
        while (System.nanoTime() < end) {
            answer =
                    visitor.get("/en/search.json?kind=session&q=" + Follower.encoded(words)).text();
            if (answer.contains(asked)) {
                return;
            }
            pause();
        }
        throw new AssertionError(words + ": " + answer);
    }

    /** Waits until the office finds this, which a visitor does not see. */
    private static void foundAtTheOffice(String words) {
        Visitor office = Visitor.signedIn("secretariat@demo.example");
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        String path = "/en/search.json?kind=session&q=" + Follower.encoded(words);
        while (System.nanoTime() < end) {
            if (office.get(path).text().contains("\"total\":1,")) {
                return;
            }
            pause();
        }
        throw new AssertionError("the index does not know " + words);
    }

    private Instant due() {
        return jdbc.sql("select due_at from subscriptions.subscription where address = :email")
                .param("email", email)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private Instant now() {
        return Clocks.ahead(jdbc, Duration.ZERO).instant();
    }

    /** How many records each of this reader's periods had, in their order. */
    private List<Integer> periods() {
        return jdbc.sql(
                        """
                        select d.records from subscriptions.digest d
                        join subscriptions.subscription s on s.id = d.subscription
                        where s.address = :email order by d.period
                        """)
                .param("email", email)
                .query((row, n) -> row.getInt("records"))
                .list();
    }

    private int letters(String kind, String to) {
        return jdbc.sql("select count(*) from mail.letter where kind = :kind and address = :to")
                .param("kind", kind)
                .param("to", to)
                .query(Integer.class)
                .single();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isNews(Received letter) {
        return letter.text().contains("/follow/by-mail/");
    }

    private static String address() {
        return "digest-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    }
}

package org.rivages.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rivages.Rivages;
import org.rivages.platform.SmtpServer;
import org.rivages.shared.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The worker against real mail servers; the program's own worker rests, as no server is set. */
@SpringBootTest(classes = Rivages.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MailWorkerIT {
    private static final Instant DATE = Instant.parse("2027-03-14T10:15:30Z");
    private static final String SECRET = "https://rivages.example/en/sign-in/s3cr3t-t0ken";

    @Autowired Outbox outbox;
    @Autowired LetterStore letters;
    @Autowired MailMessages messages;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private final GreenMail mail =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final FakeSmtp strict = new FakeSmtp();

    @BeforeEach
    void start() {
        jdbc.sql("delete from mail.letter").update();
        mail.start();
    }

    @AfterEach
    void stop() throws Exception {
        mail.stop();
        strict.close();
    }

    @Test
    void two_workers_send_each_letter_exactly_once() throws Exception {
        int many = 60;
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < many; i++) {
                outbox.put(
                        letter("person" + i + "@example.org", "Letter " + i, "Hello " + i, null));
            }
        });
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            MailWorker worker = worker(mail.getSmtp().getPort());
            workers.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                await(go);
                                while (worker.sendOne()) {
                                    // until nothing is due
                                }
                            }));
        }
        go.countDown();
        for (Thread worker : workers) {
            worker.join();
        }
        assertThat(Arrays.stream(mail.getReceivedMessages()).map(MailWorkerIT::subject))
                .hasSize(many)
                .doesNotHaveDuplicates();
        assertThat(letters.states()).containsOnly(java.util.Map.entry("sent", many));
    }

    @Test
    void a_key_is_queued_once() {
        for (int i = 0; i < 2; i++) {
            transaction.executeWithoutResult(status ->
                    outbox.put(
                            new Letter(
                                    "mail.kind.receipt",
                                    null,
                                    "one@example.org",
                                    null,
                                    Language.EN,
                                    "Once",
                                    "Once",
                                    "the-key")));
        }
        assertThat(letters.states()).containsOnly(java.util.Map.entry("waiting", 1));
    }

    @Test
    void what_is_rolled_back_never_leaves() {
        transaction.executeWithoutResult(status -> {
            outbox.put(letter("nobody@example.org", "No", "No", null));
            status.setRollbackOnly();
        });
        assertThat(worker(mail.getSmtp().getPort()).sendOne()).isFalse();
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_refused_mailbox_fails_at_once_and_the_others_leave() {
        strict.answer("gone@example.org", "550 5.1.1 no such mailbox");
        put(letter("gone@example.org", "A", "A", null));
        put(letter("here@example.org", "B", "B", null));
        sendAll(worker(strict.port()));
        assertThat(state("gone@example.org")).isEqualTo("failed");
        assertThat(reason("gone@example.org")).contains("no such mailbox");
        assertThat(state("here@example.org")).isEqualTo("sent");
    }

    @Test
    void a_busy_mailbox_is_tried_again_with_growing_pauses_and_then_given_up() {
        strict.answer("busy@example.org", "451 4.3.0 try later");
        put(letter("busy@example.org", "A", "A", null));
        MailWorker worker = worker(strict.port());
        for (Duration pause : MailWorker.PAUSES) {
            worker.sendOne();
            assertThat(state("busy@example.org")).isEqualTo("waiting");
            assertThat(pauseOf("busy@example.org")).isBetween(pause.minusSeconds(60), pause);
            assertThat(worker.sendOne()).as("not before its time").isFalse();
            jdbc.sql("update mail.letter set next_attempt_at = clock_timestamp()").update();
        }
        worker.sendOne();
        assertThat(state("busy@example.org")).isEqualTo("failed");
    }

    @Test
    void a_letter_leaves_once_the_mailbox_takes_it_again() {
        strict.answer("busy@example.org", "451 4.3.0 try later");
        put(letter("busy@example.org", "A", "A", null));
        MailWorker worker = worker(strict.port());
        worker.sendOne();
        strict.answer("busy@example.org", "250 ok");
        jdbc.sql("update mail.letter set next_attempt_at = clock_timestamp()").update();
        worker.sendOne();
        assertThat(state("busy@example.org")).isEqualTo("sent");
        assertThat(strict.taken).hasSize(1);
    }

    @Test
    void an_unreachable_server_costs_no_attempt_and_says_so() {
        put(letter("here@example.org", "A", "A", null));
        MailWorker worker = worker(1);
        assertThat(worker.sendOne()).isFalse();
        assertThat(worker.trouble()).isNotNull();
        assertThat(jdbc.sql("select attempts from mail.letter").query(Integer.class).single())
                .isZero();
        assertThat(state("here@example.org")).isEqualTo("waiting");
    }

    @Test
    void a_letter_whose_worker_died_leaves_again_under_the_same_number() throws Exception {
        put(letter("here@example.org", "A", "A", null));
        Waiting claimed = letters.claim().orElseThrow();
        SmtpDelivery dying = delivery(mail.getSmtp().getPort());
        assertThat(dying.deliver(claimed, DATE)).isInstanceOf(Delivery.Outcome.Accepted.class);
        // the program dies here: nobody marks the letter as sent, and its claim runs out
        assertThat(letters.claim()).isEmpty();
        jdbc.sql("update mail.letter set next_attempt_at = clock_timestamp()").update();
        worker(mail.getSmtp().getPort()).sendOne();
        assertThat(state("here@example.org")).isEqualTo("sent");
        assertThat(
                        Arrays.stream(mail.getReceivedMessages())
                                .map(MailWorkerIT::messageId)
                                .distinct())
                .hasSize(1);
        assertThat(mail.getReceivedMessages()).hasSize(2);
    }

    @Test
    void an_arabic_letter_arrives_as_written() throws Exception {
        String subject = "إيصال: طلب الترشح رقم 12 — «ورشات العواصم»";
        String body =
                "السيدة أمينة،\n\nوصل طلبك. هذا رابطه:\nhttps://rivages.example/ar/me/applications/12\n\nمع التحية";
        put(
                new Letter(
                        "mail.kind.receipt",
                        null,
                        "amina@example.org",
                        null,
                        Language.AR,
                        subject,
                        body,
                        "ar-1"));
        sendAll(worker(mail.getSmtp().getPort()));
        MimeMessage message = mail.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo(subject);
        assertThat(message.getContentLanguage()).containsExactly("ar");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getSentDate().toInstant()).isEqualTo(DATE);
        Multipart parts = (Multipart) message.getContent();
        assertThat(part(parts, 0)).isEqualTo(body);
        assertThat(parts.getBodyPart(1).getContentType()).contains("text/html");
        assertThat(part(parts, 1))
                .contains(
                        "<html lang=\"ar\" dir=\"rtl\">",
                        "السيدة أمينة،",
                        "href=\"https://rivages.example/ar/me/applications/12\"");
    }

    @Test
    void a_late_text_reaches_the_recipient_and_nothing_else() throws Exception {
        UUID about = UUID.randomUUID();
        put(letter("late@example.org", "Sign in", "Follow this link:\n{{test-link}}", about));
        sendAll(worker(mail.getSmtp().getPort()));
        assertThat(part((Multipart) mail.getReceivedMessages()[0].getContent(), 0))
                .contains(SECRET);
        assertThat(everythingStored()).doesNotContain("s3cr3t").contains("{{test-link}}");
    }

    @Test
    void a_server_that_quotes_the_late_text_does_not_get_it_into_the_outbox() {
        strict.answer("late@example.org", "550 blocked link " + SECRET);
        put(letter("late@example.org", "Sign in", "{{test-link}}", UUID.randomUUID()));
        sendAll(worker(strict.port()));
        assertThat(state("late@example.org")).isEqualTo("failed");
        assertThat(everythingStored()).contains("blocked link").doesNotContain("s3cr3t");
    }

    @Test
    void names_cannot_smuggle_headers_into_a_letter() throws Exception {
        put(letter("here@example.org", "Hello\r\nBcc: everybody@example.org", "A", null));
        sendAll(worker(mail.getSmtp().getPort()));
        assertThat(mail.getReceivedMessages()[0].getHeader("Bcc")).isNull();
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void an_address_that_is_none_fails_at_once() {
        put(letter("not an address", "A", "A", null));
        sendAll(worker(mail.getSmtp().getPort()));
        assertThat(state("not an address")).isEqualTo("failed");
        assertThat(reason("not an address")).isEqualTo("address");
    }

    // ---- tools

    private static Letter letter(String to, String subject, String body, @Nullable UUID about) {
        return new Letter(
                "mail.kind.receipt",
                about,
                to,
                null,
                Language.EN,
                subject,
                body,
                to + "/" + subject);
    }

    private void put(Letter letter) {
        transaction.executeWithoutResult(status -> outbox.put(letter));
    }

    private SmtpDelivery delivery(int port) {
        return new SmtpDelivery(
                SmtpServer.parse("smtp://127.0.0.1:" + port), "network@rivages.example", messages);
    }

    private MailWorker worker(int port) {
        LateText link =
                new LateText() {
                    @Override
                    public String name() {
                        return "test-link";
                    }

                    @Override
                    public String make(UUID about, String to) {
                        return SECRET;
                    }
                };
        return new MailWorker(
                letters, new LateTexts(List.of(link)), delivery(port), () -> DATE, new Bell());
    }

    private static void sendAll(MailWorker worker) {
        while (worker.sendOne()) {
            // until nothing is due
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String part(Multipart parts, int index) throws Exception {
        return parts.getBodyPart(index).getContent().toString().replace("\r\n", "\n");
    }

    private String state(String address) {
        return column("state", address);
    }

    private String reason(String address) {
        return column("last_error", address);
    }

    private String column(String column, String address) {
        return jdbc.sql("select " + column + " from mail.letter where address = :address")
                .param("address", address)
                .query(String.class)
                .single();
    }

    private Duration pauseOf(String address) {
        return Duration.ofSeconds(
                jdbc.sql(
                                """
                                select ceil(extract(epoch from next_attempt_at - clock_timestamp()))::bigint
                                from mail.letter where address = :address
                                """)
                        .param("address", address)
                        .query(Long.class)
                        .single());
    }

    private String everythingStored() {
        return jdbc.sql("select string_agg(l::text, ' ') from mail.letter l")
                .query(String.class)
                .single();
    }
}

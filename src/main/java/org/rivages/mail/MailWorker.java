package org.rivages.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due, one letter after the other. A letter is claimed, sent, and marked as sent in
 * three steps: when the program dies between the second and the third, the letter leaves once more
 * under the same Message-ID, and is never lost ({@code
 * docs/decisions/0102-send-letters-at-least-once.md}).
 */
final class MailWorker {
    /** After the first, second … failed attempt; after the last of them the letter has failed. */
    static final List<Duration> PAUSES =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(60),
                    Duration.ofMinutes(240));

    /** Between two looks when nobody rings. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    /** When there is no talking to the mail server. */
    private static final Duration UNREACHABLE = Duration.ofMinutes(1);

    private static final int LONGEST_REASON = 400;
    private static final Logger log = LoggerFactory.getLogger(MailWorker.class);

    /**
     * Why the mail server could not be reached at the last try.
     *
     * @param reason without secrets
     */
    record Trouble(Instant at, String reason) {}

    private record Done(Waiting letter, Instant at) {}

    private final LetterStore letters;
    private final LateTexts lateTexts;
    private final Delivery delivery;
    private final Supplier<Instant> clock;
    private final Bell bell;
    private final Map<Long, Done> accepted = new ConcurrentHashMap<>();
    private volatile @Nullable Trouble trouble;
    private volatile @Nullable Thread thread;

    MailWorker(
            LetterStore letters,
            LateTexts lateTexts,
            Delivery delivery,
            Supplier<Instant> clock,
            Bell bell) {
        this.letters = letters;
        this.lateTexts = lateTexts;
        this.delivery = delivery;
        this.clock = clock;
        this.bell = bell;
    }

    /** Begins to look for letters; nothing happens when nothing can be delivered. */
    synchronized void start() {
        if (thread == null && delivery.delivers()) {
            Thread started = Thread.ofVirtual().name("mail").unstarted(this::work);
            thread = started;
            started.start();
        }
    }

    /** Ends after the letter that is under way. */
    void stop() throws InterruptedException {
        Thread running = thread;
        if (running != null) {
            thread = null;
            bell.ring();
            running.join(Duration.ofSeconds(15));
        }
    }

    /** What hinders sending now, or null. */
    @Nullable Trouble trouble() {
        return trouble;
    }

    private boolean running() {
        return thread == Thread.currentThread();
    }

    private void work() {
        try {
            while (running()) {
                try {
                    round();
                } catch (RuntimeException e) {
                    log.warn("letters wait: {}", e.toString());
                }
                bell.await(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            while (running() && sendOne()) {
                // until nothing is due
            }
        } finally {
            delivery.rest();
        }
    }

    /** False when nothing is due or nobody takes letters now. */
    boolean sendOne() {
        accepted.values().forEach(this::markSent);
        Optional<Waiting> next = letters.claim();
        next.ifPresent(this::send);
        return next.isPresent() && trouble == null;
    }

    private void send(Waiting letter) {
        if (letter.attempt() > PAUSES.size() + 1) {
            letters.failed(letter, "interrupted");
            return;
        }
        LateTexts.Filled filled;
        try {
            filled = lateTexts.fill(letter);
        } catch (IllegalStateException e) {
            letters.failed(letter, "late-text");
            return;
        }
        Instant at = clock.get();
        Delivery.Outcome outcome =
                delivery.deliver(letter.saying(filled.body(), filled.stop()), at);
        trouble = null;
        switch (outcome) {
            case Delivery.Outcome.Accepted() -> {
                Done done = new Done(letter, at);
                accepted.put(letter.id(), done);
                markSent(done);
            }
            case Delivery.Outcome.Refused(String reason) -> giveUp(letter, plain(reason, filled));
            case Delivery.Outcome.Later(String reason) -> postpone(letter, plain(reason, filled));
            case Delivery.Outcome.Unreachable(String reason) -> {
                trouble = new Trouble(at, plain(reason, filled));
                letters.notTried(letter, UNREACHABLE, plain(reason, filled));
            }
        }
    }

    /** Kept in mind until the database has taken it, so that no letter is sent again meanwhile. */
    private void markSent(Done done) {
        letters.sent(done.letter(), done.at());
        accepted.remove(done.letter().id());
    }

    private void postpone(Waiting letter, String reason) {
        if (letter.attempt() > PAUSES.size()) {
            giveUp(letter, reason);
        } else {
            letters.later(letter, PAUSES.get(letter.attempt() - 1), reason);
        }
    }

    private void giveUp(Waiting letter, String reason) {
        letters.failed(letter, reason);
        log.warn("letter {} could not be delivered; see the desk", letter.uid());
    }

    /** One line without late texts: a mail server may quote what it refuses. */
    private static String plain(String reason, LateTexts.Filled filled) {
        String plain = reason;
        for (String secret : filled.secrets()) {
            plain = plain.replace(secret, "…");
            plain = plain.replace(secret.substring(secret.lastIndexOf('/') + 1), "…");
        }
        plain = plain.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() <= LONGEST_REASON ? plain : plain.substring(0, LONGEST_REASON);
    }
}

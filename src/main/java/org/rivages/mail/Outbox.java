package org.rivages.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rivages.shared.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The front door: what is put here in a transaction leaves after the commit. */
@Component
public class Outbox {
    private final LetterStore letters;
    private final Now now;
    private final Bell bell;

    Outbox(LetterStore letters, Now now, Bell bell) {
        this.letters = letters;
        this.now = now;
        this.bell = bell;
    }

    /** Every letter about this record, newest first; the caller has checked who may read them. */
    public List<LetterView> about(UUID record) {
        return letters.about(record, now.instant());
    }

    /** Kind and state (waiting, sent, failed) → how many letters whose kind begins so. */
    public Map<String, Map<String, Integer>> states(String kinds) {
        return letters.states(kinds);
    }

    /** Deletes the confidential letters about this record, also those that still wait. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID about) {
        letters.forget(about);
    }

    /** Deletes confidential letters of this kind that are older and no longer wait. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(String kind, Instant before) {
        letters.forget(kind, before);
    }

    /** Queues the letter; does nothing when a letter with this key stands there already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Letter letter) {
        if (letters.insert(letter, now.instant())) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            bell.ring();
                        }
                    });
        }
    }
}

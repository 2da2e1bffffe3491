package org.rivages.mail;

import java.util.List;
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

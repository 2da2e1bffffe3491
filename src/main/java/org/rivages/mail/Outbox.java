package org.rivages.mail;

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

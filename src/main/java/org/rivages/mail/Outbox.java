package org.rivages.mail;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The front door: what is put here in a transaction leaves once, after the commit. */
@Component
public class Outbox {
    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Queues the letter; does nothing when a letter with this key stands there already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Letter letter) {
        jdbc.sql(
                        """
                        insert into mail.letter (kind, about, recipient, address, language, subject, body, key)
                        values (:kind, :about, :recipient, :address, :language, :subject, :body, :key)
                        on conflict (key) do nothing
                        """)
                .param("kind", letter.kind())
                .param("about", letter.about())
                .param("recipient", letter.recipient())
                .param("address", letter.to())
                .param("language", letter.language().code())
                .param("subject", letter.subject())
                .param("body", letter.body())
                .param("key", letter.key())
                .update();
    }
}

package org.rivages.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.rivages.support.Mailbox;
import org.rivages.support.Mailbox.Received;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;

/** Somebody who follows a search by mail, through its pages and letters. */
final class Follower {
    private final Visitor visitor;
    private final String email;

    Follower(Visitor visitor, String email) {
        this.visitor = visitor;
        this.email = email;
    }

    /** Sends the small form below the search. */
    Answer ask(String lang, String query, String rhythm) {
        Answer list = visitor.get("/" + lang + "/search?" + query);
        return visitor.submit(
                list,
                "section.bymail form",
                Map.of("email", email, "rhythm", rhythm, "zone", "Africa/Tunis"));
    }

    /** Asks, opens the link of the letter and presses its button; the page that changes it. */
    Answer follow(String lang, String query, String rhythm) {
        int before = Mailbox.of(email).size();
        assertThat(ask(lang, query, rhythm).status()).isEqualTo(200);
        Received letter = Mailbox.await(email, "", received -> Mailbox.of(email).size() > before);
        Answer open = visitor.get(letter.link("/follow/confirm/"));
        Answer done = visitor.submit(open, "form[action*=/follow/confirm/]", Map.of());
        assertThat(done.path()).contains("/follow/by-mail/");
        return done;
    }

    /** The letters with news, the oldest first. */
    List<Received> digests() {
        return Mailbox.of(email).stream()
                .filter(letter -> letter.text().contains("/follow/by-mail/"))
                .toList();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

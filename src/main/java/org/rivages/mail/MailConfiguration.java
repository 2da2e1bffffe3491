package org.rivages.mail;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Role;
import org.rivages.platform.SmtpServer;
import org.rivages.shared.Now;
import org.rivages.site.DeskEntry;
import org.rivages.site.Links;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Decides where letters go, and runs the worker while the program serves. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {
    static final int DESK_ORDER = 80;

    @Bean
    Delivery delivery(
            @Value("${rivages.smtp-url:}") String url,
            @Value("${rivages.demo:false}") boolean demo,
            MailMessages messages,
            Links links) {
        if (!url.isEmpty()) {
            SmtpServer server = SmtpServer.parse(url);
            return new SmtpDelivery(server, sender(server, links), messages);
        }
        return demo ? new DemoMailbox() : new NoDelivery();
    }

    /** As set; else the login when it is an address; else this host. */
    static String sender(SmtpServer server, Links links) {
        return Optional.ofNullable(server.from())
                .or(() ->
                        Optional.ofNullable(server.user())
                                .filter(user -> user.matches("[^@\\s]+@[^@\\s]+")))
                .orElseGet(() -> "rivages@" + host(links));
    }

    private static String host(Links links) {
        @Nullable String host = URI.create(links.base()).getHost();
        return host == null ? "localhost" : host;
    }

    @Bean(destroyMethod = "stop")
    MailWorker mailWorker(
            LetterStore letters, LateTexts lateTexts, Delivery delivery, Now now, Bell bell) {
        return new MailWorker(letters, lateTexts, delivery, now::instant, bell);
    }

    /** A console command never gets this far, so it sends nothing. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> mailWorkerStart(MailWorker worker) {
        return event -> worker.start();
    }

    @Bean
    DeskEntry mailDeskEntry() {
        return new DeskEntry(
                "/desk/mail",
                "mail.desk.title",
                DESK_ORDER,
                Set.of(Role.ADMINISTRATOR, Role.SECRETARIAT));
    }
}

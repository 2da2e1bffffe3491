package org.rivages.mail;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.rivages.access.Allow;
import org.rivages.shared.NotFound;
import org.rivages.site.DemoLink;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.rivages.site.Paging;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a newcomer reads what the demonstration sent, links included. Exists only in {@code demo}
 * without a mail server, and answers only this machine.
 */
@Controller
@Allow(Allow.Who.EVERYBODY)
@ConditionalOnProperty(name = "rivages.demo", havingValue = "true")
@ConditionalOnExpression("'${rivages.smtp-url:}' == ''")
class DemoMailboxPages {
    private static final int PAGE = 50;

    private final LetterStore letters;
    private final DemoMailbox mailbox;

    DemoMailboxPages(LetterStore letters, Delivery delivery) {
        this.letters = letters;
        this.mailbox = (DemoMailbox) delivery;
    }

    @Bean
    static DemoLink demoMailboxLink() {
        return new DemoLink("/demo/mailbox", "mail.mailbox.bar");
    }

    @GetMapping("/{lang}/demo/mailbox")
    ModelAndView list(
            Page page,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = "page", defaultValue = "") String number) {
        onlyThisMachine(request, response);
        LetterStore.Search search = new LetterStore.Search("sent", "", form.line("q", 200), true);
        Paging paging = Paging.of(number, letters.count(search), PAGE);
        List<LetterView> shown = letters.page(search, paging.offset(), PAGE, page.now());
        String query =
                search.words().isEmpty()
                        ? ""
                        : "?q=" + URLEncoder.encode(search.words(), StandardCharsets.UTF_8);
        return page.view(
                "org/rivages/mail/mailbox",
                "form",
                form,
                "letters",
                shown,
                "paging",
                paging,
                "query",
                query);
    }

    @GetMapping("/{lang}/demo/mailbox/{uid}")
    ModelAndView letter(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable UUID uid) {
        onlyThisMachine(request, response);
        LetterView letter =
                letters.letter(uid, page.now())
                        .filter(sent -> sent.state().equals("sent"))
                        .orElseThrow(() -> new NotFound("letter"));
        String body = Objects.requireNonNullElse(mailbox.bodyOf(uid), letter.body());
        return page.view(
                "org/rivages/mail/mailboxLetter", "letter", letter, "text", LetterText.of(body));
    }

    /** Letters hold personal links: nobody else sees them, and nothing keeps a copy. */
    private static void onlyThisMachine(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "private, no-store");
        try {
            if (InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException e) {
            // not this machine
        }
        throw new NotFound("mailbox");
    }
}

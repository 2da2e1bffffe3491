package org.rivages.mail;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.audit.AuditTrail;
import org.rivages.shared.Conflict;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.rivages.site.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The outbox at the desk. */
@Controller
@Allow(roles = {Role.ADMINISTRATOR, Role.SECRETARIAT})
class MailPages {
    private static final int PAGE = 50;
    private static final List<String> STATES = List.of("waiting", "sent", "failed");

    private final LetterStore letters;
    private final MailWorker worker;
    private final Delivery delivery;
    private final Bell bell;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    MailPages(
            LetterStore letters,
            MailWorker worker,
            Delivery delivery,
            Bell bell,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.letters = letters;
        this.worker = worker;
        this.delivery = delivery;
        this.bell = bell;
        this.audit = audit;
        this.transaction = transaction;
    }

    @GetMapping("/{lang}/desk/mail")
    ModelAndView list(
            Page page, Form form, @RequestParam(name = "page", defaultValue = "") String number) {
        LetterStore.Search search = search(form);
        int count = letters.count(search);
        Paging paging = Paging.of(number, count, PAGE);
        MailWorker.Trouble trouble = worker.trouble();
        return page.view(
                "org/rivages/mail/desk",
                "form",
                form,
                "letters",
                letters.page(search, paging.offset(), PAGE, page.now()),
                "count",
                count,
                "paging",
                paging,
                "query",
                query(search),
                "states",
                states(page),
                "kinds",
                kinds(page),
                "counts",
                letters.states(),
                "server",
                server(),
                "troubleReason",
                trouble == null ? null : trouble.reason(),
                "troubleAt",
                trouble == null ? null : trouble.at());
    }

    /** How letters leave: smtp, mailbox or none. */
    private String server() {
        return switch (delivery) {
            case SmtpDelivery smtp -> "smtp";
            case DemoMailbox mailbox -> "mailbox";
            case NoDelivery nothing -> "none";
        };
    }

    private static LetterStore.Search search(Form form) {
        String state = form.value("state");
        return new LetterStore.Search(
                STATES.contains(state) ? state : "",
                form.line("kind", 100),
                form.line("q", 200),
                false);
    }

    private static String query(LetterStore.Search search) {
        StringBuilder query = new StringBuilder();
        Map.of("state", search.state(), "kind", search.kind(), "q", search.words())
                .entrySet()
                .stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry ->
                        query.append(query.isEmpty() ? '?' : '&')
                                .append(entry.getKey())
                                .append('=')
                                .append(
                                        URLEncoder.encode(
                                                entry.getValue(), StandardCharsets.UTF_8)));
        return query.toString();
    }

    private static Map<String, String> states(Page page) {
        Map<String, String> states = new LinkedHashMap<>();
        STATES.forEach(state -> states.put(state, page.t("mail.state." + state)));
        return states;
    }

    private Map<String, String> kinds(Page page) {
        Map<String, String> kinds = new LinkedHashMap<>();
        letters.kinds()
                .forEach(kind -> kinds.put(kind, page.words().has(kind) ? page.t(kind) : kind));
        return kinds;
    }

    @GetMapping("/{lang}/desk/mail/{uid}")
    ModelAndView letter(Page page, @PathVariable UUID uid) {
        LetterView letter =
                letters.letter(uid, page.now())
                        .filter(each -> letters.readableAtTheDesk(uid))
                        .orElseThrow(() -> new NotFound("letter"));
        return page.view("org/rivages/mail/deskLetter", "letter", letter, "server", server());
    }

    @PostMapping("/{lang}/desk/mail/{uid}/retry")
    ModelAndView retry(Page page, @PathVariable UUID uid) {
        if (!letters.readableAtTheDesk(uid)) {
            throw new NotFound("letter");
        }
        transaction.executeWithoutResult(status -> {
            if (!letters.retry(uid)) {
                throw new Conflict("mail.not-failed");
            }
            audit.record(page.viewer().person(), "mail.retried", uid, Map.of());
        });
        bell.ring();
        return page.redirect("/desk/mail/" + uid, "mail.retried.notice");
    }
}

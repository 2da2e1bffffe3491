package org.rivages.reviews;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rivages.accounts.Person;
import org.rivages.audit.AuditTrail;
import org.rivages.calls.CallView;
import org.rivages.mail.Letter;
import org.rivages.mail.Outbox;
import org.rivages.shared.Now;
import org.rivages.site.Links;
import org.rivages.site.SiteSettingsStore;
import org.rivages.site.Texts;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds jurors, each in their language, at most once a day. */
@Component
class ReviewMails {
    private final Outbox outbox;
    private final Texts texts;
    private final Links links;
    private final SiteSettingsStore settings;
    private final AuditTrail audit;
    private final Now now;

    ReviewMails(
            Outbox outbox,
            Texts texts,
            Links links,
            SiteSettingsStore settings,
            AuditTrail audit,
            Now now) {
        this.outbox = outbox;
        this.texts = texts;
        this.links = links;
        this.settings = settings;
        this.audit = audit;
        this.now = now;
    }

    @Transactional
    void remind(CallView call, Panel panel, List<PanelJuror> late, UUID by) {
        LocalDate today = now.instant().atZone(ZoneId.of(settings.get().zone())).toLocalDate();
        for (PanelJuror juror : late) {
            Person person = juror.person();
            Words words = texts.in(person.language());
            LocalDate due = panel.due();
            Object[] args = {
                "name",
                person.name(),
                "call",
                words.get(call.title()),
                "missing",
                juror.missing(),
                "due",
                due == null ? "" : words.day(due),
                "link",
                links.absolute(person.language(), "/desk/reviews")
            };
            outbox.put(
                    new Letter(
                            "mail.kind.review-reminder",
                            call.id().value(),
                            person.email(),
                            person.id(),
                            person.language(),
                            words.get("reviews.mail.reminder.subject", args),
                            words.get(
                                    due == null
                                            ? "reviews.mail.reminder.body"
                                            : "reviews.mail.reminder.body-due",
                                    args),
                            "reviews.reminder/" + call.id() + "/" + person.id() + "/" + today));
        }
        audit.record(by, "reviews.reminded", call.id().value(), Map.of("jurors", late.size()));
    }
}

package org.rivages.mail;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.rivages.site.SiteSettings;
import org.rivages.site.SiteSettingsStore;
import org.springframework.stereotype.Component;

/**
 * Letters in the form that mail servers take: plain text first, the same words as HTML beside it.
 */
@Component
class MailMessages {
    private final TemplateEngine templates;
    private final SiteSettingsStore settings;

    MailMessages(TemplateEngine templates, SiteSettingsStore settings) {
        this.templates = templates;
        this.settings = settings;
    }

    MimeMessage message(Session session, Waiting letter, String from, Instant date)
            throws MessagingException {
        SiteSettings site = settings.get();
        MimeMessage message =
                new Numbered(
                        session, "<" + letter.uid() + from.substring(from.lastIndexOf('@')) + ">");
        message.setFrom(address(from, site.name().in(letter.language())));
        if (!site.contact().isEmpty() && !site.contact().equalsIgnoreCase(from)) {
            message.setReplyTo(new InternetAddress[] {new InternetAddress(site.contact())});
        }
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.address(), true));
        message.setSubject(
                letter.subject().replaceAll("\\p{Cntrl}+", " "), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(date));
        message.setContentLanguage(new String[] {letter.language().code()});
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.stop() != null) {
            message.setHeader("List-Unsubscribe", "<" + letter.stop() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.setContent(body(letter));
        message.saveChanges();
        return message;
    }

    private MimeMultipart body(Waiting letter) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.body(), StandardCharsets.UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        StringOutput output = new StringOutput();
        templates.render(
                "org/rivages/mail/letter.jte",
                Map.of(
                        "language", letter.language(),
                        "subject", letter.subject(),
                        "text", LetterText.of(letter.body())),
                output);
        html.setText(output.toString(), StandardCharsets.UTF_8.name(), "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        try {
            return new InternetAddress(address, name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("no UTF-8", e);
        }
    }

    /** Has the same Message-ID each time it leaves, so that a second copy is recognised as one. */
    private static final class Numbered extends MimeMessage {
        private final String number;

        Numbered(Session session, String number) {
            super(session);
            this.number = number;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }
}

package org.rivages.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.rivages.platform.SmtpServer;

/**
 * Hands letters to a mail server, several over one connection. A password never travels
 * unencrypted, except to this machine itself.
 */
final class SmtpDelivery implements Delivery {
    private static final int CONNECT_MILLIS = 10_000;

    /** For one answer of the server; nine of them stay below {@link LetterStore#CLAIM}. */
    private static final int ANSWER_MILLIS = 25_000;

    /** The server wants a login or encryption first. */
    private static final Set<Integer> LOGIN_CODES = Set.of(530, 534, 535, 538);

    private final SmtpServer server;
    private final String from;
    private final MailMessages messages;
    private final Session session;
    private @Nullable Transport open;

    SmtpDelivery(SmtpServer server, String from, MailMessages messages) {
        this.server = server;
        this.from = from;
        this.messages = messages;
        this.session = Session.getInstance(properties(server));
    }

    private static Properties properties(SmtpServer server) {
        String protocol = server.tls() ? "mail.smtps." : "mail.smtp.";
        Properties properties = new Properties();
        properties.put(protocol + "auth", String.valueOf(server.user() != null));
        properties.put(protocol + "starttls.enable", "true");
        properties.put(
                protocol + "starttls.required",
                String.valueOf(
                        !server.tls() && server.password() != null && !thisMachine(server.host())));
        properties.put(protocol + "ssl.checkserveridentity", "true");
        properties.put(protocol + "connectiontimeout", String.valueOf(CONNECT_MILLIS));
        properties.put(protocol + "timeout", String.valueOf(ANSWER_MILLIS));
        properties.put(protocol + "writetimeout", String.valueOf(ANSWER_MILLIS));
        return properties;
    }

    private static boolean thisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public boolean delivers() {
        return true;
    }

    @Override
    public synchronized Outcome deliver(Waiting letter, Instant date) {
        MimeMessage message;
        try {
            message = messages.message(session, letter, from, date);
        } catch (AddressException e) {
            return new Outcome.Refused("address");
        } catch (MessagingException e) {
            return new Outcome.Later(said(e));
        }
        Transport transport;
        try {
            transport = connected();
        } catch (MessagingException e) {
            rest();
            return new Outcome.Unreachable(said(e));
        }
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new Outcome.Accepted();
        } catch (MessagingException e) {
            return permanent(e) ? new Outcome.Refused(said(e)) : new Outcome.Later(said(e));
        }
    }

    private Transport connected() throws MessagingException {
        Transport transport = open;
        if (transport != null && transport.isConnected()) {
            return transport;
        }
        rest();
        transport = session.getTransport(server.tls() ? "smtps" : "smtp");
        open = transport;
        transport.connect(server.host(), server.port(), server.user(), server.password());
        return transport;
    }

    @Override
    public synchronized void rest() {
        Transport transport = open;
        open = null;
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException e) {
                // the other side was faster
            }
        }
    }

    /**
     * The recipient, or the letter as a whole, was refused with a 5xx answer; not our login or
     * sender.
     */
    private static boolean permanent(MessagingException problem) {
        for (Exception e = problem; e != null; e = next(e)) {
            int code =
                    switch (e) {
                        case SMTPAddressFailedException refused -> refused.getReturnCode();
                        case SMTPSendFailedException refused when !ofSender(refused) ->
                                refused.getReturnCode();
                        default -> 0;
                    };
            if (code >= 500 && code < 600 && !LOGIN_CODES.contains(code)) {
                return true;
            }
        }
        return false;
    }

    private static boolean ofSender(SMTPSendFailedException refused) {
        return refused.getCommand() != null && refused.getCommand().startsWith("MAIL");
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException chained ? chained.getNextException() : null;
    }

    /** The server's own words, the innermost last; never what we sent. */
    private static String said(MessagingException problem) {
        if (problem instanceof AuthenticationFailedException) {
            return "login";
        }
        StringBuilder said = new StringBuilder();
        for (Exception e = problem; e != null; e = next(e)) {
            String words = e.getMessage();
            if (words != null && said.indexOf(words) < 0) {
                said.append(said.isEmpty() ? "" : "; ").append(words);
            }
        }
        return said.isEmpty() ? problem.getClass().getSimpleName() : said.toString();
    }
}

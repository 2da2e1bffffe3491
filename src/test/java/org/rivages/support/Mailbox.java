package org.rivages.support;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the mail server has received, for one address. */
public final class Mailbox {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    /**
     * @param text the plain text
     */
    public record Received(String subject, String text, MimeMessage message) {
        /** The first link whose address contains this. */
        public String link(String part) {
            Matcher links = LINK.matcher(text);
            while (links.find()) {
                if (links.group().contains(part)) {
                    return links.group();
                }
            }
            throw new AssertionError("no link with " + part + " in: " + text);
        }
    }

    private Mailbox() {}

    public static List<Received> of(String address) {
        List<Received> received = new ArrayList<>();
        try {
            for (MimeMessage message : TestServer.mail().getReceivedMessages()) {
                if (message.getAllRecipients()[0].toString().equals(address)) {
                    received.add(new Received(message.getSubject(), text(message), message));
                }
            }
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
        return received;
    }

    /** The newest letter to this address whose subject contains this; waits for it. */
    public static Received await(String address, String subjectPart) {
        return await(address, subjectPart, letter -> true);
    }

    /** The same among those that are wanted. */
    public static Received await(String address, String subjectPart, Predicate<Received> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            List<Received> all = of(address);
            for (int i = all.size() - 1; i >= 0; i--) {
                if (all.get(i).subject().contains(subjectPart) && wanted.test(all.get(i))) {
                    return all.get(i);
                }
            }
            pause();
        }
        throw new AssertionError(
                "no letter to " + address + " with " + subjectPart + ", only " + of(address));
    }

    private static String text(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            return text(parts.getBodyPart(0));
        }
        return content.toString();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

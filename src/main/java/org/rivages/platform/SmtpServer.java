package org.rivages.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A mail server as written in {@code RIVAGES_SMTP_URL}: {@code
 * smtp://user:password@host:port?from=address}. User and password are percent-encoded.
 *
 * @param tls encrypted from the first byte ({@code smtps}); otherwise STARTTLS is used when offered
 * @param from the sender's address; null when the setting names none
 */
public record SmtpServer(
        String host,
        int port,
        boolean tls,
        @Nullable String user,
        @Nullable String password,
        @Nullable String from) {

    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_TLS = 465;

    /**
     * Reads the setting.
     *
     * @throws IllegalArgumentException if it is not such an address
     */
    public static SmtpServer parse(String url) {
        URI uri = uri(url);
        boolean tls = "smtps".equalsIgnoreCase(uri.getScheme());
        boolean plain = "smtp".equalsIgnoreCase(uri.getScheme());
        if (!(tls || plain) || uri.getHost() == null) {
            throw new IllegalArgumentException("not smtp://host or smtps://host");
        }
        String[] login = uri.getRawUserInfo() == null ? null : uri.getRawUserInfo().split(":", 2);
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? SUBMISSION_TLS : SUBMISSION;
        return new SmtpServer(
                uri.getHost(),
                port,
                tls,
                login == null ? null : decode(login[0]),
                login == null || login.length == 1 ? null : decode(login[1]),
                sender(uri.getRawQuery()));
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not an address", e);
        }
    }

    private static @Nullable String sender(@Nullable String query) {
        if (query == null) {
            return null;
        }
        String from = query.startsWith("from=") ? decode(query.substring("from=".length())) : "";
        if (!from.matches("[^@\\s]+@[^@\\s]+")) {
            throw new IllegalArgumentException("only ?from=address may follow");
        }
        return from;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Without the password, so that it never reaches a log. */
    @Override
    public String toString() {
        return (tls ? "smtps://" : "smtp://") + host + ":" + port;
    }
}

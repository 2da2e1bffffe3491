package org.rivages.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * What the operator can set, by environment or in {@code rivages.properties}. {@code
 * docs/operations.md} describes each setting; {@link SettingsSource} says where they are read.
 *
 * @param data the one data folder, absolute
 * @param databaseUrl null for the embedded database
 * @param baseUrl the public address, without a slash at the end
 * @param smtpUrl null when no mail is delivered
 * @param demo the demonstration network, on loopback only
 * @param clockOffset how far the program's clock is shifted; zero except in the demonstration
 * @param others settings that belong to rooms, by their key
 */
public record RivagesSettings(
        int port,
        Path data,
        @Nullable String databaseUrl,
        String baseUrl,
        @Nullable String smtpUrl,
        boolean demo,
        Duration clockOffset,
        Map<String, String> others) {

    static final String PORT = "RIVAGES_PORT";
    static final String DATA = "RIVAGES_DATA";
    static final String DATABASE_URL = "RIVAGES_DATABASE_URL";
    static final String BASE_URL = "RIVAGES_BASE_URL";
    static final String SMTP_URL = "RIVAGES_SMTP_URL";
    static final String CLOCK_OFFSET = "RIVAGES_CLOCK_OFFSET";

    private static final int DEFAULT_PORT = 8080;
    private static final int LAST_PORT = 65_535;

    /**
     * Reads and checks every setting.
     *
     * @param demo true for the command {@code demo}, the only one that may shift the clock
     * @throws Refusal if a value is wrong; passwords are not repeated
     */
    static RivagesSettings of(SettingsSource source, boolean demo) {
        int port = port(source.value(PORT));
        return new RivagesSettings(
                port,
                data(source),
                databaseUrl(source.value(DATABASE_URL)),
                baseUrl(source.value(BASE_URL), port),
                smtpUrl(source.value(SMTP_URL)),
                demo,
                clockOffset(source.value(CLOCK_OFFSET), demo),
                source.others());
    }

    /** The same settings under the names that Spring and the rooms know. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        others.forEach((key, value) -> properties.put(propertyName(key), value));
        properties.put("rivages.port", port);
        properties.put("rivages.data", data.toString());
        properties.put("rivages.base-url", baseUrl);
        properties.put("rivages.smtp-url", smtpUrl == null ? "" : smtpUrl);
        properties.put("rivages.demo", demo);
        properties.put("rivages.clock-offset", clockOffset.toString());
        properties.put("server.port", port);
        if (demo) {
            properties.put("server.address", "127.0.0.1");
        }
        return properties;
    }

    private static String propertyName(String key) {
        String name = key.substring(SettingsSource.PREFIX.length()).toLowerCase(Locale.ROOT);
        return "rivages." + name.replace('_', '-');
    }

    private static int port(@Nullable String value) {
        if (value == null) {
            return DEFAULT_PORT;
        }
        if (value.matches("\\d{1,5}")) {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= LAST_PORT) {
                return port;
            }
        }
        throw wrong(PORT, "a number from 1 to 65535, not \"" + value + "\"");
    }

    private static Path data(SettingsSource source) {
        String value = source.value(DATA);
        try {
            return source.folder().resolve(value == null ? "data" : value).normalize();
        } catch (java.nio.file.InvalidPathException e) {
            throw wrong(DATA, "a folder");
        }
    }

    private static @Nullable String databaseUrl(@Nullable String value) {
        // The driver would tell the log what it thinks of a wrong address, too.
        Logger.getLogger("org.postgresql").setLevel(Level.OFF);
        if (value != null
                && (!value.startsWith("jdbc:postgresql://")
                        || Driver.parseURL(value, null) == null)) {
            throw wrong(DATABASE_URL, "jdbc:postgresql://host:port/name?user=…&password=…");
        }
        return value;
    }

    private static String baseUrl(@Nullable String value, int port) {
        if (value == null) {
            return "http://localhost:" + port;
        }
        try {
            URI uri = new URI(value);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean bare =
                    uri.getQuery() == null
                            && uri.getFragment() == null
                            && uri.getUserInfo() == null
                            && ("".equals(uri.getPath()) || "/".equals(uri.getPath()));
            if (web && bare && uri.getHost() != null) {
                return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
            }
        } catch (URISyntaxException e) {
            throw wrong(BASE_URL, "http(s)://host, without a path, not \"" + value + "\"");
        }
        throw wrong(BASE_URL, "http(s)://host, without a path, not \"" + value + "\"");
    }

    private static @Nullable String smtpUrl(@Nullable String value) {
        if (value != null) {
            try {
                SmtpServer.parse(value);
            } catch (IllegalArgumentException e) {
                throw wrong(SMTP_URL, "smtp(s)://user:password@host:port?from=address");
            }
        }
        return value;
    }

    private static Duration clockOffset(@Nullable String value, boolean demo) {
        if (value == null) {
            return Duration.ZERO;
        }
        if (!demo) {
            throw Refusal.wrongUse(
                    CLOCK_OFFSET
                            + " is for the demonstration only; deadlines follow the true time.");
        }
        try {
            return Duration.parse(value);
        } catch (java.time.format.DateTimeParseException e) {
            throw wrong(CLOCK_OFFSET, "a duration such as P14D or -PT6H, not \"" + value + "\"");
        }
    }

    private static Refusal wrong(String key, String expected) {
        return Refusal.wrongUse(key + " must be " + expected + ".");
    }

    /** Without passwords. */
    @Override
    public String toString() {
        return "RivagesSettings[port=" + port + ", data=" + data + ", baseUrl=" + baseUrl + "]";
    }
}

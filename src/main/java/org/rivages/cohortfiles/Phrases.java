package org.rivages.cohortfiles;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.rivages.shared.Language;

/** The words of this room, without a framework: the commands run before one is there. */
final class Phrases {
    private final Language language;
    private final Properties words = new Properties();

    Phrases(Language language) {
        this.language = language;
        String file = "messages_" + language.code() + ".properties";
        try (InputStream in = Phrases.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file);
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                words.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String key) {
        return words.containsKey(key);
    }

    /**
     * @param args name, value, name, value …
     */
    String get(String key, Object... args) {
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            named.put((String) args[i], args[i + 1]);
        }
        return format(key, named);
    }

    String format(String key, Map<String, Object> args) {
        String pattern = words.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        return new MessageFormat(pattern, language.locale()).format(args);
    }

    /** One line for the console: where, then what. */
    String told(InputFault fault) {
        return fault.place() + ": " + format(fault.key(), fault.args());
    }
}

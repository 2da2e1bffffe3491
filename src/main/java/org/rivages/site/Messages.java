package org.rivages.site;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.rivages.shared.Language;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every word that Rivages says, from the {@code messages_xx.properties} beside each room's Java.
 * Keys begin with the name of their room. Patterns are ICU: {@code {n, plural, one {# place} other
 * {# places}}}, arguments have names.
 */
@Component
public class Messages {
    private final Map<Language, Map<String, String>> words = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, MessageFormat>> formats = new EnumMap<>(Language.class);

    Messages() {
        for (Language language : Language.values()) {
            words.put(language, load(language));
            formats.put(language, new ConcurrentHashMap<>());
        }
    }

    private static Map<String, String> load(Language language) {
        Map<String, String> words = new HashMap<>();
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver()
                            .getResources(
                                    "classpath*:org/rivages/**/messages_"
                                            + language.code()
                                            + ".properties");
            for (Resource file : files) {
                Properties properties = new Properties();
                try (Reader reader =
                        new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                for (String key : properties.stringPropertyNames()) {
                    if (words.put(key, typeset(language, properties.getProperty(key))) != null) {
                        throw new IllegalStateException(key + " stands twice, again in " + file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** French keeps its double punctuation on the line of the word before it. */
    private static String typeset(Language language, String text) {
        return language == Language.FR
                ? text.replaceAll("(?<=\\S) (?=[;:?!»])", "\u00A0").replaceAll("« ", "«\u00A0")
                : text;
    }

    public boolean has(Language language, String key) {
        return Objects.requireNonNull(words.get(language)).containsKey(key);
    }

    /** The words as they are, without arguments. */
    public String get(Language language, String key) {
        return format(language, key, Map.of());
    }

    /**
     * @param args name, value, name, value …
     */
    public String get(Language language, String key, Object... args) {
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            named.put((String) args[i], args[i + 1]);
        }
        return format(language, key, named);
    }

    public String format(Language language, String key, Map<String, ?> args) {
        MessageFormat format =
                Objects.requireNonNull(formats.get(language))
                        .computeIfAbsent(
                                key,
                                k -> new MessageFormat(pattern(language, k), language.locale()));
        // MessageFormat is not safe for threads that share it; a clone is cheap.
        return ((MessageFormat) format.clone()).format(args);
    }

    private String pattern(Language language, String key) {
        String pattern = Objects.requireNonNull(words.get(language)).get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no words for " + key + " in " + language.code());
        }
        return pattern;
    }
}

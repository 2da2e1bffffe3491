package org.rivages.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.MailAddress;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What a browser sent, and what is wrong with it. A handler reads each field once, with its rules;
 * a broken rule leaves a message beside the field and gives back an empty value. When {@link #ok()}
 * is false the handler shows the same template again with this form: everything typed still stands
 * there.
 *
 * <p>To show a form for something that exists, fill it with {@link #with}.
 */
public final class Form {
    /** A message key with its arguments. */
    public record Problem(String key, Map<String, Object> args) {}

    /** What a plain one-line field takes unless it says otherwise. */
    public static final int LINE = 200;

    private final MultiValueMap<String, String> values;
    private final Map<String, Problem> problems = new LinkedHashMap<>();

    Form(MultiValueMap<String, String> values) {
        this.values = values;
    }

    public static Form empty() {
        return new Form(new LinkedMultiValueMap<>());
    }

    // ---- filling

    public Form with(String field, @Nullable Object value) {
        if (value != null) {
            values.set(field, value.toString());
        }
        return this;
    }

    public Form with(String field, List<String> all) {
        values.put(field, List.copyOf(all));
        return this;
    }

    /** One field per language: {@code name.en}, {@code name.fr}, {@code name.ar}. */
    public Form with(String field, LocalizedText text) {
        for (Language language : Language.values()) {
            values.set(field + "." + language.code(), text.exactly(language));
        }
        return this;
    }

    // ---- showing

    /** As typed. */
    public String value(String field) {
        String value = values.getFirst(field);
        return value == null ? "" : value;
    }

    public List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    public boolean has(String field, String value) {
        return all(field).contains(value);
    }

    public boolean ticked(String field) {
        return !value(field).isEmpty();
    }

    public boolean ok() {
        return problems.isEmpty();
    }

    /** Field → what is wrong with it, in the order in which the fields were read. */
    public Map<String, Problem> problems() {
        return problems;
    }

    public @Nullable Problem problem(String field) {
        return problems.get(field);
    }

    // ---- reading

    /**
     * @param args name, value, name, value …
     */
    public void reject(String field, String key, Object... args) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            named.put((String) args[i], args[i + 1]);
        }
        problems.putIfAbsent(field, new Problem(key, named));
    }

    /** One line, stripped; "" when left out. Control characters are no text. */
    public String line(String field, int most) {
        String text = clean(value(field)).replaceAll("\\s+", " ").strip();
        if (text.codePointCount(0, text.length()) > most) {
            reject(field, "site.form.too-long", "most", most);
            return "";
        }
        return text;
    }

    public String requiredLine(String field, int most) {
        String text = line(field, most);
        if (text.isEmpty()) {
            reject(field, "site.form.required");
        }
        return text;
    }

    /** Several lines, line ends normalised. */
    public String text(String field, int most) {
        String text = clean(value(field).replace("\r\n", "\n").replace('\r', '\n')).strip();
        if (text.codePointCount(0, text.length()) > most) {
            reject(field, "site.form.too-long", "most", most);
            return "";
        }
        return text;
    }

    public String requiredText(String field, int most) {
        String text = text(field, most);
        if (text.isEmpty()) {
            reject(field, "site.form.required");
        }
        return text;
    }

    /** {@code name.en}, {@code name.fr}, {@code name.ar}; any may be left out. */
    public LocalizedText localized(String field, int most) {
        Map<Language, String> texts = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            texts.put(language, text(field + "." + language.code(), most));
        }
        return new LocalizedText(texts);
    }

    /** At least one language must be filled in. */
    public LocalizedText requiredLocalized(String field, int most) {
        LocalizedText text = localized(field, most);
        if (text.isEmpty() && ok(field)) {
            reject(field + "." + Language.EN.code(), "site.form.required-one-language");
        }
        return text;
    }

    private boolean ok(String field) {
        return problems.keySet().stream().noneMatch(key -> key.startsWith(field + "."));
    }

    public OptionalInt integer(String field, int least, int most) {
        String text = digits(line(field, 12));
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(text);
            if (least <= number && number <= most) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        reject(field, "site.form.number", "least", least, "most", most);
        return OptionalInt.empty();
    }

    public int requiredInteger(String field, int least, int most) {
        OptionalInt number = integer(field, least, most);
        if (number.isEmpty()) {
            reject(field, "site.form.required");
        }
        return number.orElse(least);
    }

    /** One of our codes, chosen from a list; anything else was not chosen by a person. */
    public <T> Optional<T> choice(String field, Function<String, Optional<T>> read) {
        String value = value(field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> chosen = read.apply(value);
        if (chosen.isEmpty()) {
            reject(field, "site.form.choice");
        }
        return chosen;
    }

    public <E extends Enum<E>> Optional<E> choice(String field, Class<E> type) {
        return choice(
                field,
                value -> {
                    for (E constant : type.getEnumConstants()) {
                        if (constant.name().equalsIgnoreCase(value.replace('-', '_'))) {
                            return Optional.of(constant);
                        }
                    }
                    return Optional.empty();
                });
    }

    public Optional<UUID> id(String field) {
        return choice(
                field,
                value -> {
                    try {
                        return Optional.of(UUID.fromString(value));
                    } catch (IllegalArgumentException e) {
                        return Optional.empty();
                    }
                });
    }

    public Optional<FuzzyDate> date(String field) {
        String text = digits(line(field, 21));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<FuzzyDate> date = FuzzyDate.parse(text);
        if (date.isEmpty()) {
            reject(field, "site.form.date");
        }
        return date;
    }

    /** An address people can be written to; lower case. */
    public String email(String field) {
        String text = line(field, 254).toLowerCase(java.util.Locale.ROOT);
        if (!text.isEmpty() && !MailAddress.isMailAddress(text)) {
            reject(field, "site.form.email");
        }
        return text;
    }

    /** An http or https address. */
    public String link(String field) {
        String text = line(field, 500);
        if (text.isEmpty()) {
            return text;
        }
        try {
            URI uri = new URI(text);
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null) {
                return text;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        reject(field, "site.form.link");
        return "";
    }

    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    }

    /** Arabic and Persian digits mean the same numbers. */
    private static String digits(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c ->
                        plain.appendCodePoint(
                                Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER
                                        ? '0' + Character.digit(c, 10)
                                        : c));
        return plain.toString();
    }
}

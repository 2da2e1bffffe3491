package org.rivages.calls;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant answered: field key → values, none of them blank. How a kind of field writes
 * its values stands at {@link FieldKind}. Stored as JSON, read through the typed readers, which
 * never throw: a value of the wrong kind reads as no answer.
 */
public final class Answers {
    public static final Answers NONE = new Answers(Map.of());

    private final Map<String, List<String>> values;

    @JsonCreator
    public Answers(Map<String, List<String>> values) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        values.forEach((key, all) -> {
            List<String> said = all.stream().filter(value -> !value.isBlank()).toList();
            if (!said.isEmpty()) {
                kept.put(key, said);
            }
        });
        this.values = java.util.Collections.unmodifiableMap(kept);
    }

    @JsonValue
    public Map<String, List<String>> values() {
        return values;
    }

    /** These answers with another one, or without it when nothing is given. */
    public Answers with(String key, List<String> value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.put(key, value);
        return new Answers(changed);
    }

    public Answers with(String key, String... value) {
        return with(key, List.of(value));
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public List<String> all(String key) {
        return values.getOrDefault(key, List.of());
    }

    /** The first value, or "". */
    public String text(String key) {
        List<String> all = all(key);
        return all.isEmpty() ? "" : all.getFirst();
    }

    public boolean yes(String key) {
        return text(key).equals(FieldKind.YES);
    }

    public OptionalLong number(String key) {
        try {
            return has(key) ? OptionalLong.of(Long.parseLong(text(key))) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    public Optional<LocalDate> date(String key) {
        try {
            return has(key) ? Optional.of(LocalDate.parse(text(key))) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The uploaded files, as the {@code files} room knows them. */
    public List<UUID> files(String key) {
        List<UUID> files = new ArrayList<>();
        all(key).forEach(value -> uuid(value).ifPresent(files::add));
        return files;
    }

    /**
     * @param name as typed, or as the directory has it
     * @param id the organisation in the directory, or null when it is not there
     */
    public record OrganisationAnswer(String name, @Nullable UUID id) {}

    public Optional<OrganisationAnswer> organisation(String key) {
        List<String> all = all(key);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new OrganisationAnswer(
                                all.getFirst(),
                                all.size() > 1 ? uuid(all.get(1)).orElse(null) : null));
    }

    /** Language tag → level, for a field of language levels. */
    public Map<String, LanguageLevel> languages(String key) {
        Map<String, LanguageLevel> levels = new LinkedHashMap<>();
        parts(key)
                .forEach((tag, name) -> LanguageLevel.of(name).ifPresent(l -> levels.put(tag, l)));
        return levels;
    }

    /** Session → what was promised, for a field of commitments. */
    public Map<UUID, Commitment> commitments(String key) {
        Map<UUID, Commitment> promised = new LinkedHashMap<>();
        parts(key)
                .forEach((session, said) ->
                        uuid(session)
                                .ifPresent(id ->
                                        Commitment.of(said).ifPresent(c -> promised.put(id, c))));
        return promised;
    }

    /** A value of several parts: {@code fr=C1}. */
    Map<String, String> parts(String key) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String value : all(key)) {
            int equals = value.indexOf('=');
            if (equals > 0) {
                parts.put(value.substring(0, equals), value.substring(equals + 1));
            }
        }
        return parts;
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Answers that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Keys only: answers are personal and stay out of logs. */
    @Override
    public String toString() {
        return "Answers" + values.keySet();
    }
}

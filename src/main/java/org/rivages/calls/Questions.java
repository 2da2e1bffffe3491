package org.rivages.calls;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rivages.site.Words;

/** What {@code question.jte} needs to draw one question. */
public final class Questions {
    private Questions() {}

    /** The limit of an answer in words, or "". */
    public static String limit(Field field, Words words) {
        return switch (field.kind()) {
            case FieldKind.LongText text ->
                    words.get(
                            text.unit() == FieldKind.LongText.Unit.WORDS
                                    ? "calls.field.most-words"
                                    : "calls.field.most-characters",
                            "most",
                            text.most());
            case FieldKind.Number number ->
                    words.get("calls.field.number", "least", number.least(), "most", number.most());
            case FieldKind.Upload upload ->
                    words.get(
                            "calls.field.upload",
                            "types",
                            words.list(
                                    upload.types().stream()
                                            .map(type ->
                                                    type.extension()
                                                            .toUpperCase(java.util.Locale.ROOT))
                                            .sorted()
                                            .toList()),
                            "megabytes",
                            words.decimal(upload.mostBytes() / 1_048_576d, 1),
                            "files",
                            upload.mostFiles());
            default -> "";
        };
    }

    /** The condition under which the question is asked, in words, or "". */
    public static String condition(Field field, CallForm form, Words words) {
        Field.ShownIf condition = field.shownIf();
        if (condition == null) {
            return "";
        }
        return form.field(condition.field())
                .map(other ->
                        words.get(
                                "calls.field.only-if",
                                "question",
                                words.get(other.label()),
                                "answer",
                                answer(other, condition.value(), words)))
                .orElse("");
    }

    /** One stored value as people read it. */
    public static String answer(Field field, String value, Words words) {
        return switch (field.kind()) {
            case FieldKind.Choice choice ->
                    choice.options().stream()
                            .filter(option -> option.code().equals(value))
                            .map(option -> words.get(option.label()))
                            .findFirst()
                            .orElse(value);
            case FieldKind.Country _ -> words.country(value);
            case FieldKind.Consent _ -> words.get("calls.commitment.yes");
            case FieldKind.LanguageLevels _ -> language(value, words);
            case FieldKind.Commitments asked -> commitment(asked, value, words);
            default -> value;
        };
    }

    private static String language(String value, Words words) {
        int equals = value.indexOf('=');
        return LanguageLevel.of(value.substring(equals + 1))
                .filter(level -> equals > 0)
                .map(level ->
                        words.get(
                                "calls.answer.language",
                                "language",
                                words.languageName(value.substring(0, equals)),
                                "level",
                                words.get("calls.level." + level.name())))
                .orElse(value);
    }

    private static String commitment(FieldKind.Commitments asked, String value, Words words) {
        int equals = value.indexOf('=');
        return asked.sessions().stream()
                .filter(line -> equals > 0 && value.startsWith(line.id().toString()))
                .map(line ->
                        words.get(
                                "calls.answer.commitment",
                                "session",
                                words.get(line.label()),
                                "answer",
                                Commitment.of(value.substring(equals + 1))
                                        .map(c -> words.get("calls.commitment." + c.code()))
                                        .orElse("–")))
                .findFirst()
                .orElse(value);
    }

    public static String accept(FieldKind.Upload upload) {
        return upload.types().stream()
                .map(type -> "." + type.extension())
                .sorted()
                .collect(Collectors.joining(","));
    }

    public static String inputType(Field field) {
        return switch (field.kind()) {
            case FieldKind.Email _ -> "email";
            case FieldKind.Phone _ -> "tel";
            default -> "text";
        };
    }

    public static String direction(Field field) {
        return inputType(field).equals("text") ? "auto" : "ltr";
    }

    /** What browsers may fill in by themselves; null for nothing. */
    public static @Nullable String autocomplete(Field field) {
        return switch (field.key()) {
            case AnswerKeys.FIRST_NAME -> "given-name";
            case AnswerKeys.LAST_NAME -> "family-name";
            case AnswerKeys.CITY -> "address-level2";
            case AnswerKeys.PHONE -> "tel";
            case AnswerKeys.POSITION -> "organization-title";
            default -> null;
        };
    }
}

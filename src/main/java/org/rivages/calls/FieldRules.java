package org.rivages.calls;

import com.ibm.icu.util.ULocale;
import java.text.BreakIterator;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rivages.calls.Field.Strictness;
import org.rivages.shared.MailAddress;
import org.rivages.site.Form;
import org.rivages.site.Form.Problem;

/** How each kind of field is read from a browser's form, filled into one, and checked. Pure. */
final class FieldRules {
    static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private FieldRules() {}

    // ---- reading and filling

    static List<String> read(Field field, Form sent) {
        String key = field.key();
        return switch (field.kind()) {
            case FieldKind.ShortText _, FieldKind.Country _, FieldKind.Email _, FieldKind.Phone _ ->
                    List.of(line(sent.value(key)));
            case FieldKind.Organisation _ -> List.of(line(sent.value(key)));
            case FieldKind.LongText _ -> List.of(lines(sent.value(key)));
            case FieldKind.Number _, FieldKind.Date _ -> List.of(digits(line(sent.value(key))));
            case FieldKind.Choice choice ->
                    sent.all(key).stream()
                            .map(FieldRules::line)
                            .distinct()
                            .limit(choice.many() ? choice.options().size() + 1 : 1)
                            .toList();
            case FieldKind.LanguageLevels asked -> parts(sent, key, asked.languages());
            case FieldKind.Commitments asked ->
                    parts(
                            sent,
                            key,
                            asked.sessions().stream().map(s -> s.id().toString()).toList());
            case FieldKind.Consent _ -> sent.ticked(key) ? List.of(FieldKind.YES) : List.of();
            case FieldKind.Upload _ -> List.of();
        };
    }

    private static List<String> parts(Form sent, String key, List<String> names) {
        List<String> parts = new ArrayList<>();
        for (String name : names) {
            String value = line(sent.value(key + "." + name));
            if (!value.isEmpty()) {
                parts.add(name + "=" + value);
            }
        }
        return parts;
    }

    static void fill(Field field, Answers answers, Form form) {
        String key = field.key();
        switch (field.kind()) {
            case FieldKind.LanguageLevels _, FieldKind.Commitments _ ->
                    answers.parts(key).forEach((part, value) -> form.with(key + "." + part, value));
            case FieldKind.Organisation _ -> form.with(key, answers.text(key));
            default -> form.with(key, answers.all(key));
        }
    }

    private static String line(String text) {
        return lines(text).replaceAll("\\s+", " ").strip();
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
                .strip();
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

    // ---- checking

    static List<Problem> check(Field field, Answers answers, Strictness strictness) {
        if (!answers.has(field.key())) {
            return field.required() && strictness == Strictness.SUBMISSION
                    ? List.of(missing(field.kind()))
                    : List.of();
        }
        return switch (field.kind()) {
            case FieldKind.ShortText kind -> tooLong(answers.text(field.key()), kind.most());
            case FieldKind.LongText kind -> longText(answers.text(field.key()), kind);
            case FieldKind.Number kind -> number(field.key(), answers, kind);
            case FieldKind.Choice kind -> choice(answers.all(field.key()), kind);
            case FieldKind.Country _ ->
                    COUNTRIES.contains(answers.text(field.key()))
                            ? List.of()
                            : no("site.form.choice");
            case FieldKind.Organisation _ -> tooLong(answers.text(field.key()), Form.LINE);
            case FieldKind.LanguageLevels kind -> languages(field, answers, kind, strictness);
            case FieldKind.Date _ -> date(answers.text(field.key()));
            case FieldKind.Upload kind -> files(answers, field.key(), kind);
            case FieldKind.Commitments kind -> commitments(field, answers, kind, strictness);
            case FieldKind.Consent _ ->
                    answers.yes(field.key()) ? List.of() : no("site.form.choice");
            case FieldKind.Email _ -> email(answers.text(field.key()));
            case FieldKind.Phone _ ->
                    answers.text(field.key()).matches("\\+?[\\d ().\\-/]{5,30}")
                            ? List.of()
                            : no("calls.problem.phone");
        };
    }

    private static Problem missing(FieldKind kind) {
        return new Problem(
                switch (kind) {
                    case FieldKind.Consent _ -> "calls.problem.consent";
                    case FieldKind.Upload _ -> "calls.problem.no-file";
                    default -> "site.form.required";
                },
                Map.of());
    }

    private static List<Problem> no(String key) {
        return List.of(new Problem(key, Map.of()));
    }

    private static List<Problem> tooLong(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? List.of()
                : List.of(new Problem("site.form.too-long", Map.of("most", most)));
    }

    private static List<Problem> longText(String text, FieldKind.LongText kind) {
        return switch (kind.unit()) {
            case CHARACTERS -> tooLong(text, kind.most());
            case WORDS -> {
                int words = words(text);
                yield words <= kind.most()
                        ? List.of()
                        : List.of(
                                new Problem(
                                        "calls.problem.too-many-words",
                                        Map.of("most", kind.most(), "words", words)));
            }
        };
    }

    /** Words as the script separates them. */
    static int words(String text) {
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT.toLocale());
        breaks.setText(text);
        int words = 0;
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            if (text.substring(start, end).codePoints().anyMatch(Character::isLetterOrDigit)) {
                words++;
            }
        }
        return words;
    }

    private static List<Problem> number(String key, Answers answers, FieldKind.Number kind) {
        var number = answers.number(key);
        return number.isPresent()
                        && kind.least() <= number.getAsLong()
                        && number.getAsLong() <= kind.most()
                ? List.of()
                : List.of(
                        new Problem(
                                "site.form.number",
                                Map.of("least", kind.least(), "most", kind.most())));
    }

    private static List<Problem> choice(List<String> chosen, FieldKind.Choice kind) {
        boolean known =
                kind.options().stream()
                        .map(FieldKind.Choice.Option::code)
                        .collect(java.util.stream.Collectors.toSet())
                        .containsAll(chosen);
        return known && (kind.many() || chosen.size() == 1) ? List.of() : no("site.form.choice");
    }

    private static List<Problem> languages(
            Field field, Answers answers, FieldKind.LanguageLevels kind, Strictness strictness) {
        Map<String, String> parts = answers.parts(field.key());
        if (parts.size() != answers.all(field.key()).size()
                || !kind.languages().containsAll(parts.keySet())
                || parts.values().stream().anyMatch(l -> LanguageLevel.of(l).isEmpty())) {
            return no("site.form.choice");
        }
        boolean complete = parts.keySet().containsAll(kind.languages());
        return strictness == Strictness.SUBMISSION && field.required() && !complete
                ? no("calls.problem.every-language")
                : List.of();
    }

    private static List<Problem> commitments(
            Field field, Answers answers, FieldKind.Commitments kind, Strictness strictness) {
        Map<UUID, Commitment> promised = answers.commitments(field.key());
        List<UUID> asked = kind.sessions().stream().map(s -> s.id()).toList();
        if (promised.size() != answers.all(field.key()).size()
                || !asked.containsAll(promised.keySet())) {
            return no("site.form.choice");
        }
        return strictness == Strictness.SUBMISSION
                        && field.required()
                        && !promised.keySet().containsAll(asked)
                ? no("calls.problem.every-session")
                : List.of();
    }

    private static List<Problem> date(String text) {
        try {
            int year = LocalDate.parse(text).getYear();
            return 1900 <= year && year <= 2200 ? List.of() : no("calls.problem.date");
        } catch (DateTimeParseException e) {
            return no("calls.problem.date");
        }
    }

    private static List<Problem> files(Answers answers, String key, FieldKind.Upload kind) {
        int files = answers.files(key).size();
        return files == answers.all(key).size() && files <= kind.mostFiles()
                ? List.of()
                : List.of(
                        new Problem(
                                "calls.problem.too-many-files", Map.of("most", kind.mostFiles())));
    }

    private static List<Problem> email(String text) {
        return MailAddress.isMailAddress(text) ? List.of() : no("site.form.email");
    }

    /** The words for option codes, in the order of the options. */
    static Map<String, org.rivages.shared.LocalizedText> labels(FieldKind.Choice kind) {
        Map<String, org.rivages.shared.LocalizedText> labels = new LinkedHashMap<>();
        kind.options().forEach(option -> labels.put(option.code(), option.label()));
        return labels;
    }

    static List<String> countries() {
        return Arrays.stream(Locale.getISOCountries()).sorted().toList();
    }
}

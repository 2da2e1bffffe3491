package org.rivages.calls;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rivages.calls.FieldKind.Choice.Option;
import org.rivages.calls.FieldKind.Commitments.SessionLine;
import org.rivages.files.FileType;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.site.Form;

/** What the desk's page for one field sends, and its validation. */
final class FieldForm {
    /** The kinds to choose from when a field is added, by their codes. */
    static final List<String> KINDS =
            List.of(
                    "short-text",
                    "long-text",
                    "number",
                    "choice",
                    "country",
                    "organisation",
                    "language-levels",
                    "date",
                    "upload",
                    "commitments",
                    "consent",
                    "email",
                    "phone");

    private static final int MEGABYTE = 1_048_576;
    private static final int MOST_OPTIONS = 60;
    private static final int MOST_LANGUAGES = 20;

    private FieldForm() {}

    static Form fill(Field field, String section) {
        Form form =
                Form.empty()
                        .with("key", field.key())
                        .with("section", section)
                        .with("label", field.label())
                        .with("help", field.help())
                        .with("required", field.required() ? "yes" : "")
                        .with("sealed", field.sealed() ? "yes" : "");
        if (field.shownIf() != null) {
            form.with("shownField", field.shownIf().field())
                    .with("shownValue", field.shownIf().value());
        }
        switch (field.kind()) {
            case FieldKind.ShortText kind -> form.with("most", kind.most());
            case FieldKind.LongText kind ->
                    form.with("most", kind.most()).with("unit", kind.unit().name());
            case FieldKind.Number kind ->
                    form.with("least", kind.least()).with("most", kind.most());
            case FieldKind.Choice kind ->
                    form.with("many", kind.many() ? "yes" : "")
                            .with(
                                    "options",
                                    kind.options().stream()
                                            .map(FieldForm::line)
                                            .collect(Collectors.joining("\n")));
            case FieldKind.LanguageLevels kind ->
                    form.with("languages", String.join(", ", kind.languages()));
            case FieldKind.Upload kind ->
                    form.with("types", kind.types().stream().map(Enum::name).toList())
                            .with("megabytes", kind.mostBytes() / MEGABYTE)
                            .with("files", kind.mostFiles());
            case FieldKind.Commitments _,
                    FieldKind.Country _,
                    FieldKind.Organisation _,
                    FieldKind.Date _,
                    FieldKind.Consent _,
                    FieldKind.Email _,
                    FieldKind.Phone _ -> {}
        }
        return form;
    }

    private static String line(Option option) {
        return option.code()
                + " | "
                + option.label().exactly(Language.EN)
                + " | "
                + option.label().exactly(Language.FR)
                + " | "
                + option.label().exactly(Language.AR);
    }

    /** A kind to begin with. */
    static FieldKind fresh(String code, List<SessionLine> sessions) {
        return switch (code) {
            case "long-text" -> new FieldKind.LongText(300, FieldKind.LongText.Unit.WORDS);
            case "number" -> new FieldKind.Number(0, 100);
            case "choice" -> new FieldKind.Choice(List.of(), false);
            case "country" -> new FieldKind.Country();
            case "organisation" -> new FieldKind.Organisation();
            case "language-levels" -> new FieldKind.LanguageLevels(List.of("fr", "en", "ar"));
            case "date" -> new FieldKind.Date();
            case "upload" -> new FieldKind.Upload(EnumSet.of(FileType.PDF), 5 * MEGABYTE, 1);
            case "commitments" -> new FieldKind.Commitments(sessions);
            case "consent" -> new FieldKind.Consent();
            case "email" -> new FieldKind.Email();
            case "phone" -> new FieldKind.Phone();
            default -> new FieldKind.ShortText(Form.LINE);
        };
    }

    /**
     * The field as typed; problems stand in the form.
     *
     * @param key of the field that is edited; null for a new one, whose key is typed
     * @param sessions what the edition has now: a field of commitments takes them
     */
    static Field read(
            Form form,
            @Nullable String key,
            FieldKind kind,
            CallForm whole,
            List<SessionLine> sessions) {
        String name = key == null ? form.requiredLine("key", 40) : key;
        if (key == null && !name.isEmpty()) {
            if (!name.matches("[a-zA-Z][a-zA-Z0-9]*")) {
                form.reject("key", "calls.desk.field.key-form");
            } else if (whole.field(name).isPresent()) {
                form.reject("key", "calls.desk.field.key-taken");
            }
        }
        return new Field(
                name,
                form.requiredLocalized("label", 300),
                form.localized("help", 1000),
                form.ticked("required"),
                condition(form, name, whole),
                form.ticked("sealed"),
                kind(form, kind, sessions));
    }

    private static Field.@Nullable ShownIf condition(Form form, String self, CallForm whole) {
        String other = form.value("shownField");
        if (other.isEmpty()) {
            return null;
        }
        String value = form.line("shownValue", 60);
        Optional<Field> field = whole.field(other).filter(f -> !f.key().equals(self));
        if (field.isEmpty()) {
            form.reject("shownField", "site.form.choice");
            return null;
        }
        if (value.isEmpty()) {
            form.reject("shownValue", "site.form.required");
        } else if (field.get().kind() instanceof FieldKind.Choice choice
                && !FieldRules.labels(choice).containsKey(value)) {
            form.reject(
                    "shownValue",
                    "calls.desk.field.no-such-answer",
                    "answers",
                    String.join(", ", FieldRules.labels(choice).keySet()));
        }
        return new Field.ShownIf(other, value);
    }

    private static FieldKind kind(Form form, FieldKind before, List<SessionLine> sessions) {
        return switch (before) {
            case FieldKind.ShortText _ ->
                    new FieldKind.ShortText(form.requiredInteger("most", 1, 1000));
            case FieldKind.LongText _ ->
                    new FieldKind.LongText(
                            form.requiredInteger("most", 1, 20_000),
                            form.choice("unit", FieldKind.LongText.Unit.class)
                                    .orElse(FieldKind.LongText.Unit.CHARACTERS));
            case FieldKind.Number _ -> number(form);
            case FieldKind.Choice _ -> new FieldKind.Choice(options(form), form.ticked("many"));
            case FieldKind.LanguageLevels _ -> new FieldKind.LanguageLevels(languages(form));
            case FieldKind.Upload _ -> upload(form);
            case FieldKind.Commitments _ -> new FieldKind.Commitments(sessions);
            case FieldKind.Country kind -> kind;
            case FieldKind.Organisation kind -> kind;
            case FieldKind.Date kind -> kind;
            case FieldKind.Consent kind -> kind;
            case FieldKind.Email kind -> kind;
            case FieldKind.Phone kind -> kind;
        };
    }

    private static FieldKind number(Form form) {
        int least = form.requiredInteger("least", -1_000_000, 1_000_000);
        int most = form.requiredInteger("most", -1_000_000, 1_000_000);
        if (form.ok() && most < least) {
            form.reject("most", "calls.desk.field.most-below-least");
        }
        return new FieldKind.Number(least, most);
    }

    private static FieldKind upload(Form form) {
        Set<FileType> types = EnumSet.noneOf(FileType.class);
        for (FileType type : FileType.values()) {
            if (form.has("types", type.name())) {
                types.add(type);
            }
        }
        if (types.isEmpty()) {
            form.reject("types", "site.form.required");
        }
        return new FieldKind.Upload(
                types,
                form.requiredInteger("megabytes", 1, 20) * MEGABYTE,
                form.requiredInteger("files", 1, 10));
    }

    /** One line per option: {@code code | English | French | Arabic}. */
    private static List<Option> options(Form form) {
        List<Option> options = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        String[] lines = form.requiredText("options", 10_000).split("\n", -1);
        for (String line : lines) {
            if (line.isBlank()) {
                continue;
            }
            String[] parts = line.split("\\|", -1);
            String code = parts[0].strip();
            if (!code.matches("[a-z0-9][a-z0-9-]{0,59}") || !codes.add(code) || parts.length < 2) {
                form.reject("options", "calls.desk.field.option-line", "line", line.strip());
                return List.of();
            }
            LocalizedText label = LocalizedText.of(part(parts, 1), part(parts, 2), part(parts, 3));
            if (label.isEmpty()) {
                form.reject("options", "calls.desk.field.option-line", "line", line.strip());
            }
            options.add(new Option(code, label));
        }
        if (options.size() > MOST_OPTIONS) {
            form.reject("options", "calls.desk.field.too-many-options", "most", MOST_OPTIONS);
        }
        return options;
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index].strip() : "";
    }

    private static List<String> languages(Form form) {
        List<String> tags = new ArrayList<>();
        for (String tag : form.requiredLine("languages", 200).split("[,\\s]+", -1)) {
            if (tag.isEmpty()) {
                continue;
            }
            if (!LanguageTags.known(tag)) {
                form.reject("languages", "calls.desk.language-tag", "tag", tag);
            } else if (!tags.contains(tag.toLowerCase(Locale.ROOT))) {
                tags.add(tag.toLowerCase(Locale.ROOT));
            }
        }
        if (tags.size() > MOST_LANGUAGES) {
            form.reject("languages", "site.form.choice");
        }
        return tags;
    }
}

package org.rivages.applications;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.rivages.applications.AnsweredSection.AnsweredField;
import org.rivages.calls.AnswerKeys;
import org.rivages.calls.Answers;
import org.rivages.calls.CallForm;
import org.rivages.calls.Field;
import org.rivages.calls.FieldKind;
import org.rivages.calls.FormSection;
import org.rivages.calls.Questions;
import org.rivages.site.Words;

/** Turns answers into lines that people read, for one kind of reader in one language. */
final class Reading {
    /** What a blind reading hides beside addresses, telephone numbers, employers and uploads. */
    private static final Set<String> NAMING =
            Set.of(
                    AnswerKeys.FIRST_NAME,
                    AnswerKeys.LAST_NAME,
                    AnswerKeys.CITY,
                    AnswerKeys.POSITION);

    /** The applicant reads everything that they wrote. */
    static final Predicate<Field> OWN = field -> true;

    /** Desk and reviewers: never a sealed answer. */
    static final Predicate<Field> OPEN = field -> !field.sealed();

    static final Predicate<Field> BLIND =
            OPEN.and(field -> !NAMING.contains(field.key()) && !names(field.kind()));

    private final Words words;
    private final Map<UUID, DocumentView> documents;

    Reading(Words words, Map<UUID, DocumentView> documents) {
        this.words = words;
        this.documents = documents;
    }

    private static boolean names(FieldKind kind) {
        return switch (kind) {
            case FieldKind.Email _,
                    FieldKind.Phone _,
                    FieldKind.Organisation _,
                    FieldKind.Upload _ ->
                    true;
            case FieldKind.ShortText _,
                    FieldKind.LongText _,
                    FieldKind.Number _,
                    FieldKind.Choice _,
                    FieldKind.Country _,
                    FieldKind.LanguageLevels _,
                    FieldKind.Date _,
                    FieldKind.Commitments _,
                    FieldKind.Consent _ ->
                    false;
        };
    }

    /** Sections with at least one question that this reader may see and that was asked. */
    List<AnsweredSection> sections(CallForm form, Answers answers, Predicate<Field> seen) {
        List<AnsweredSection> sections = new ArrayList<>();
        for (FormSection section : form.sections()) {
            List<AnsweredField> fields =
                    section.fields().stream()
                            .filter(seen)
                            .filter(field -> field.shown(answers))
                            .map(field -> field(field, answers))
                            .toList();
            if (!fields.isEmpty()) {
                sections.add(
                        new AnsweredSection(section.key(), words.get(section.title()), fields));
            }
        }
        return sections;
    }

    private AnsweredField field(Field field, Answers answers) {
        List<DocumentView> files =
                field.kind() instanceof FieldKind.Upload
                        ? answers.files(field.key()).stream()
                                .filter(documents::containsKey)
                                .map(documents::get)
                                .map(file -> file.labelled(words.get(field.label())))
                                .toList()
                        : List.of();
        return new AnsweredField(
                field.key(),
                words.get(field.label()),
                lines(field, answers),
                field.kind() instanceof FieldKind.LongText,
                files);
    }

    /** The answer to one question, one line per value. */
    List<String> lines(Field field, Answers answers) {
        return switch (field.kind()) {
            case FieldKind.Upload _ -> List.of();
            case FieldKind.Organisation _ ->
                    answers.organisation(field.key())
                            .map(one -> List.of(one.name()))
                            .orElse(List.of());
            case FieldKind.Date _ ->
                    answers.date(field.key())
                            .map(day -> List.of(words.day(day)))
                            .orElse(answers.all(field.key()));
            default ->
                    answers.all(field.key()).stream()
                            .map(value -> Questions.answer(field, value, words))
                            .toList();
        };
    }
}

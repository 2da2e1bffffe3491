package org.rivages.calls;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.rivages.shared.NotFound;

/** Adding, moving and removing sections and fields of a form. Pure. */
final class FormEdits {
    private FormEdits() {}

    /** Puts the field into the section: in its old place when it stood there, else last. */
    static CallForm put(CallForm form, String section, Field field) {
        boolean there =
                form.section(section).stream()
                        .flatMap(s -> s.fields().stream())
                        .anyMatch(f -> f.key().equals(field.key()));
        CallForm without = there ? form : remove(form, field.key());
        return inSection(
                without,
                section,
                fields -> {
                    List<Field> changed = new ArrayList<>(fields);
                    if (there) {
                        changed.replaceAll(f -> f.key().equals(field.key()) ? field : f);
                    } else {
                        changed.add(field);
                    }
                    return changed;
                });
    }

    static CallForm remove(CallForm form, String key) {
        return new CallForm(
                form.sections().stream()
                        .map(s ->
                                withFields(
                                        s,
                                        s.fields().stream()
                                                .filter(f -> !f.key().equals(key))
                                                .toList()))
                        .toList());
    }

    /**
     * @param by −1 for up, 1 for down; out of the section does nothing
     */
    static CallForm move(CallForm form, String key, int by) {
        return new CallForm(
                form.sections().stream()
                        .map(s -> {
                            List<Field> fields = new ArrayList<>(s.fields());
                            swap(fields, index(fields.stream().map(Field::key).toList(), key), by);
                            return withFields(s, fields);
                        })
                        .toList());
    }

    static CallForm putSection(CallForm form, FormSection section) {
        List<FormSection> sections = new ArrayList<>(form.sections());
        int at = index(sections.stream().map(FormSection::key).toList(), section.key());
        if (at < 0) {
            sections.add(section);
        } else {
            sections.set(at, section);
        }
        return new CallForm(sections);
    }

    static CallForm removeSection(CallForm form, String key) {
        return new CallForm(form.sections().stream().filter(s -> !s.key().equals(key)).toList());
    }

    static CallForm moveSection(CallForm form, String key, int by) {
        List<FormSection> sections = new ArrayList<>(form.sections());
        swap(sections, index(sections.stream().map(FormSection::key).toList(), key), by);
        return new CallForm(sections);
    }

    private static CallForm inSection(
            CallForm form, String key, UnaryOperator<List<Field>> change) {
        if (form.section(key).isEmpty()) {
            throw new NotFound("section " + key);
        }
        return new CallForm(
                form.sections().stream()
                        .map(s -> s.key().equals(key) ? withFields(s, change.apply(s.fields())) : s)
                        .toList());
    }

    private static FormSection withFields(FormSection section, List<Field> fields) {
        return new FormSection(section.key(), section.title(), section.help(), fields);
    }

    private static int index(List<String> keys, String key) {
        return keys.indexOf(key);
    }

    private static void swap(List<?> list, int at, int by) {
        int to = at + by;
        if (at >= 0 && to >= 0 && to < list.size()) {
            Collections.swap(list, at, to);
        }
    }
}

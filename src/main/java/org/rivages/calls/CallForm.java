package org.rivages.calls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rivages.calls.Field.Strictness;
import org.rivages.site.Form;
import org.rivages.site.Form.Problem;

/**
 * What applicants are asked, in sections. Its version is that of the {@link CallTerms} it stands
 * in. All rules are pure: {@link #read} what a browser sent, {@link #check} it, {@link #fill} a
 * page's form to show it again ({@code calls/question.jte} draws one field).
 */
public record CallForm(List<FormSection> sections) {
    public static final CallForm EMPTY = new CallForm(List.of());

    public CallForm {
        sections = List.copyOf(sections);
    }

    public Stream<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream());
    }

    public Optional<Field> field(String key) {
        return fields().filter(field -> field.key().equals(key)).findFirst();
    }

    public Optional<FormSection> section(String key) {
        return sections.stream().filter(section -> section.key().equals(key)).findFirst();
    }

    /**
     * What a browser sent for these fields, cleaned but not judged: overlong or wrong values are
     * kept, so that nobody loses a word. Uploads are not read here.
     */
    public static Answers read(List<Field> fields, Form sent) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Field field : fields) {
            values.put(field.key(), FieldRules.read(field, sent));
        }
        return new Answers(values);
    }

    /** The answers as a page's form shows them. */
    public static Form fill(List<Field> fields, Answers answers) {
        Form form = Form.empty();
        for (Field field : fields) {
            FieldRules.fill(field, answers, form);
        }
        return form;
    }

    /** Field key → what is wrong, in the order of the form; only fields with a problem. */
    public Map<String, List<Problem>> check(Answers answers, Strictness strictness) {
        Map<String, List<Problem>> problems = new LinkedHashMap<>();
        fields().forEach(field -> {
            List<Problem> found = field.check(answers, strictness);
            if (!found.isEmpty()) {
                problems.put(field.key(), found);
            }
        });
        return problems;
    }

    /** Only answers to questions that are asked: what a submission keeps. */
    public Answers asked(Answers answers) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        fields().filter(field -> field.shown(answers))
                .forEach(field -> kept.put(field.key(), answers.all(field.key())));
        return new Answers(kept);
    }

    /** The answers without those for balance only: what a reviewer may see. */
    public Answers withoutSealed(Answers answers) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        fields().filter(field -> !field.sealed())
                .forEach(field -> kept.put(field.key(), answers.all(field.key())));
        return new Answers(kept);
    }
}

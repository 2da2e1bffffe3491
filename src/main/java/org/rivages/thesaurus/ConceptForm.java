package org.rivages.thesaurus;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.rivages.directory.Themes;
import org.rivages.search.Thesaurus.Concept;
import org.rivages.shared.Language;
import org.rivages.shared.Slug;
import org.rivages.site.Form;

/** A concept as it is typed: one word or phrase per line and language, themes and goals ticked. */
final class ConceptForm {
    private static final String THEME = "theme/";
    private static final String GOAL = "sdg/";
    private static final int MOST_LABELS = 40;
    private static final int MOST_LETTERS = 80;

    /** Longer phrases nobody types, and each more would make every search dearer. */
    private static final int MOST_WORDS = 6;

    private static final int CODE = 40;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}’']+");

    private ConceptForm() {}

    static Form fill(Kept kept) {
        Form form = Form.empty().with("version", kept.version());
        Concept concept = kept.concept();
        concept.labels()
                .forEach((language, labels) ->
                        form.with("labels." + language.code(), String.join("\n", labels)));
        return form.with("theme", values(concept, THEME)).with("sdg", values(concept, GOAL));
    }

    /** The values of one criterion that a concept means. */
    static List<String> values(Concept concept, String criterion) {
        return concept.values().stream()
                .filter(value -> value.startsWith(criterion))
                .map(value -> value.substring(criterion.length()))
                .toList();
    }

    static List<String> themes(Concept concept) {
        return values(concept, THEME);
    }

    static List<String> goals(Concept concept) {
        return values(concept, GOAL).stream()
                .sorted(java.util.Comparator.comparingInt(Integer::parseInt))
                .toList();
    }

    /** A code for a new concept; "" when there is something wrong with it. */
    static String code(Form form) {
        String code = form.requiredLine("code", CODE);
        if (!code.isEmpty() && !Slug.isSlug(code)) {
            form.reject("code", "thesaurus.problem.code");
            return "";
        }
        return code;
    }

    static Concept read(Form form, String code) {
        Map<Language, List<String>> labels = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            labels.put(language, labels(form, "labels." + language.code()));
        }
        if (form.ok() && labels.values().stream().allMatch(List::isEmpty)) {
            form.reject("labels." + Language.EN.code(), "site.form.required-one-language");
        }
        Set<String> means = new TreeSet<>();
        for (String theme : form.all("theme")) {
            add(form, "theme", Themes.has(theme), THEME + theme, means);
        }
        for (String goal : form.all("sdg")) {
            add(form, "sdg", goal.matches("[1-9]|1[0-7]"), GOAL + goal, means);
        }
        return new Concept(code, means, labels);
    }

    private static void add(
            Form form, String field, boolean known, String value, Set<String> means) {
        if (known) {
            means.add(value);
        } else {
            form.reject(field, "site.form.choice");
        }
    }

    private static List<String> labels(Form form, String field) {
        Set<String> labels = new LinkedHashSet<>();
        for (String line : form.text(field, MOST_LABELS * (MOST_LETTERS + 1)).split("\n", -1)) {
            String label = line.strip().replaceAll("\\s+", " ");
            if (label.isEmpty()) {
                continue;
            }
            long words = WORD.matcher(label).results().count();
            if (label.codePointCount(0, label.length()) > MOST_LETTERS || words > MOST_WORDS) {
                form.reject(
                        field,
                        "thesaurus.problem.long",
                        "label",
                        label,
                        "words",
                        MOST_WORDS,
                        "letters",
                        MOST_LETTERS);
            } else if (words == 0) {
                form.reject(field, "thesaurus.problem.no-word", "label", label);
            }
            labels.add(label);
        }
        if (labels.size() > MOST_LABELS) {
            form.reject(field, "thesaurus.problem.many", "most", MOST_LABELS);
        }
        return new ArrayList<>(labels);
    }
}

package org.rivages.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.rivages.site.Form;

/** What the desk's page for one criterion sends, and its validation. */
final class CriterionForm {
    static final List<String> KINDS =
            List.of(
                    "language-at-least",
                    "every-session",
                    "local-authority",
                    "country-in",
                    "employer-agrees",
                    "audience",
                    "years-at-least");

    private CriterionForm() {}

    static Form fill(Criterion criterion) {
        Form form = Form.empty().with("field", criterion.field());
        switch (criterion) {
            case Criterion.LanguageAtLeast rule ->
                    form.with("language", rule.language()).with("least", rule.least().name());
            case Criterion.EverySession _ -> {}
            case Criterion.LocalAuthority rule ->
                    form.with("accepted", List.copyOf(rule.accepted()))
                            .with("unclear", List.copyOf(rule.unclear()));
            case Criterion.Audience rule ->
                    form.with("accepted", List.copyOf(rule.accepted()))
                            .with("unclear", List.copyOf(rule.unclear()));
            case Criterion.EmployerAgrees rule ->
                    form.with("accepted", List.copyOf(rule.accepted()))
                            .with("unclear", List.copyOf(rule.unclear()))
                            .with("document", rule.document());
            case Criterion.CountryIn rule -> form.with("countries", List.copyOf(rule.countries()));
            case Criterion.YearsAtLeast rule -> form.with("years", rule.years());
        }
        return form;
    }

    /** The fields whose answers such a criterion can read. */
    static List<Field> candidates(String kind, CallForm form) {
        Predicate<FieldKind> fits =
                switch (kind) {
                    case "language-at-least" -> FieldKind.LanguageLevels.class::isInstance;
                    case "every-session" -> FieldKind.Commitments.class::isInstance;
                    case "country-in" -> FieldKind.Country.class::isInstance;
                    case "years-at-least" -> FieldKind.Number.class::isInstance;
                    default -> FieldKind.Choice.class::isInstance;
                };
        return form.fields().filter(field -> fits.test(field.kind()) && !field.sealed()).toList();
    }

    /** Empty when something is wrong, which then stands in the form. */
    static Optional<Criterion> read(Form form, String id, String kind, CallForm whole) {
        Optional<String> field =
                form.choice(
                        "field",
                        key ->
                                candidates(kind, whole).stream()
                                        .map(Field::key)
                                        .filter(key::equals)
                                        .findFirst());
        if (field.isEmpty()) {
            form.reject("field", "site.form.required");
            return Optional.empty();
        }
        String key = field.get();
        Criterion criterion =
                switch (kind) {
                    case "language-at-least" ->
                            new Criterion.LanguageAtLeast(id, key, language(form), level(form));
                    case "every-session" -> new Criterion.EverySession(id, key);
                    case "country-in" -> new Criterion.CountryIn(id, key, countries(form));
                    case "years-at-least" ->
                            new Criterion.YearsAtLeast(
                                    id, key, form.requiredInteger("years", 1, 60));
                    case "employer-agrees" ->
                            new Criterion.EmployerAgrees(
                                    id, key, accepted(form), unclear(form), document(form, whole));
                    case "audience" ->
                            new Criterion.Audience(id, key, accepted(form), unclear(form));
                    default -> new Criterion.LocalAuthority(id, key, accepted(form), unclear(form));
                };
        known(form, key, whole);
        return form.ok() ? Optional.of(criterion) : Optional.empty();
    }

    private static String language(Form form) {
        String tag = form.requiredLine("language", 10).toLowerCase(Locale.ROOT);
        if (!tag.isEmpty() && !LanguageTags.known(tag)) {
            form.reject("language", "calls.desk.language-tag", "tag", tag);
        }
        return tag;
    }

    private static LanguageLevel level(Form form) {
        Optional<LanguageLevel> level =
                form.choice("least", l -> LanguageLevel.of(l).filter(LanguageLevel.CEFR::contains));
        if (level.isEmpty()) {
            form.reject("least", "site.form.required");
        }
        return level.orElse(LanguageLevel.C1);
    }

    private static Set<String> countries(Form form) {
        Set<String> countries = new TreeSet<>(form.all("countries"));
        if (countries.isEmpty()) {
            form.reject("countries", "site.form.required");
        } else if (!FieldRules.COUNTRIES.containsAll(countries)) {
            form.reject("countries", "site.form.choice");
        }
        return countries;
    }

    private static Set<String> accepted(Form form) {
        Set<String> accepted = new TreeSet<>(form.all("accepted"));
        if (accepted.isEmpty()) {
            form.reject("accepted", "site.form.required");
        }
        return accepted;
    }

    private static Set<String> unclear(Form form) {
        Set<String> unclear = new TreeSet<>(form.all("unclear"));
        unclear.removeAll(form.all("accepted"));
        return unclear;
    }

    private static String document(Form form, CallForm whole) {
        return form.choice(
                        "document",
                        key ->
                                whole.field(key)
                                        .filter(f -> f.kind() instanceof FieldKind.Upload)
                                        .map(Field::key))
                .orElse("");
    }

    /** Codes that the chosen question does not offer (it was changed with scripts off) are said. */
    private static void known(Form form, String key, CallForm whole) {
        if (whole.field(key).orElseThrow().kind() instanceof FieldKind.Choice choice) {
            List<String> codes = new ArrayList<>(form.all("accepted"));
            codes.addAll(form.all("unclear"));
            if (!FieldRules.labels(choice).keySet().containsAll(codes)) {
                form.reject("accepted", "site.form.choice");
            }
        }
    }
}

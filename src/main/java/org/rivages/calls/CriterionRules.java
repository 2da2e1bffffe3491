package org.rivages.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.rivages.shared.LocalizedText;

/** What the criteria find, and how they read in words. Pure. */
final class CriterionRules {
    private CriterionRules() {}

    static Assessment assess(Criterion criterion, Answers answers, CallForm form) {
        return switch (criterion) {
            case Criterion.LanguageAtLeast rule -> language(rule, answers);
            case Criterion.EverySession rule -> sessions(rule, answers, form);
            case Criterion.LocalAuthority rule ->
                    chosen(rule, answers, form, rule.accepted(), rule.unclear());
            case Criterion.CountryIn rule -> country(rule, answers);
            case Criterion.EmployerAgrees rule -> employer(rule, answers, form);
            case Criterion.Audience rule ->
                    chosen(rule, answers, form, rule.accepted(), rule.unclear());
            case Criterion.YearsAtLeast rule -> years(rule, answers);
        };
    }

    private static Assessment found(Criterion rule, Outcome outcome, Object... args) {
        return new Assessment(
                rule,
                outcome,
                true,
                Reason.of("calls.assess." + rule.code() + "." + outcome.code(), args));
    }

    private static Assessment unanswered(Criterion rule) {
        return new Assessment(rule, Outcome.NOT_MET, false, Reason.of("calls.assess.unanswered"));
    }

    private static Assessment language(Criterion.LanguageAtLeast rule, Answers answers) {
        LanguageLevel level = answers.languages(rule.field()).get(rule.language());
        if (level == null) {
            return unanswered(rule);
        }
        Outcome outcome =
                level == LanguageLevel.UNSURE
                        ? Outcome.ASK_PERSON
                        : level.atLeast(rule.least()) ? Outcome.MET : Outcome.NOT_MET;
        return found(
                rule,
                outcome,
                "language",
                new Reason.LanguageTag(rule.language()),
                "level",
                level,
                "least",
                rule.least());
    }

    private static Assessment sessions(
            Criterion.EverySession rule, Answers answers, CallForm form) {
        Map<UUID, Commitment> promised = answers.commitments(rule.field());
        List<FieldKind.Commitments.SessionLine> asked =
                form.field(rule.field())
                        .filter(field -> field.kind() instanceof FieldKind.Commitments)
                        .map(field -> ((FieldKind.Commitments) field.kind()).sessions())
                        .orElse(List.of());
        List<Object> refused = new ArrayList<>();
        List<Object> unsure = new ArrayList<>();
        boolean open = asked.isEmpty();
        for (FieldKind.Commitments.SessionLine session : asked) {
            switch (promised.get(session.id())) {
                case YES -> {}
                case NO -> refused.add(session.label());
                case UNSURE -> unsure.add(session.label());
                case null -> open = true;
            }
        }
        if (!refused.isEmpty()) {
            return found(rule, Outcome.NOT_MET, "sessions", refused);
        }
        if (open) {
            return unanswered(rule);
        }
        return unsure.isEmpty()
                ? found(rule, Outcome.MET, "n", asked.size())
                : found(rule, Outcome.ASK_PERSON, "sessions", unsure);
    }

    /** One answer of a list: among the accepted, among the unclear, or neither. */
    private static Assessment chosen(
            Criterion rule,
            Answers answers,
            CallForm form,
            Set<String> accepted,
            Set<String> unclear) {
        List<String> chosen = answers.all(rule.field());
        if (chosen.isEmpty()) {
            return unanswered(rule);
        }
        Outcome outcome =
                chosen.stream().anyMatch(accepted::contains)
                        ? Outcome.MET
                        : chosen.stream().anyMatch(unclear::contains)
                                ? Outcome.ASK_PERSON
                                : Outcome.NOT_MET;
        return found(rule, outcome, "answer", labels(form, rule.field(), chosen));
    }

    private static Assessment country(Criterion.CountryIn rule, Answers answers) {
        String country = answers.text(rule.field());
        if (country.isEmpty()) {
            return unanswered(rule);
        }
        return found(
                rule,
                rule.countries().contains(country) ? Outcome.MET : Outcome.NOT_MET,
                "country",
                new Reason.CountryCode(country));
    }

    private static Assessment employer(
            Criterion.EmployerAgrees rule, Answers answers, CallForm form) {
        if (!rule.document().isEmpty() && !answers.files(rule.document()).isEmpty()) {
            return new Assessment(
                    rule, Outcome.MET, true, Reason.of("calls.assess.employer-agrees.letter"));
        }
        return chosen(rule, answers, form, rule.accepted(), rule.unclear());
    }

    private static Assessment years(Criterion.YearsAtLeast rule, Answers answers) {
        OptionalLong years = answers.number(rule.field());
        if (years.isEmpty()) {
            return unanswered(rule);
        }
        return found(
                rule,
                years.getAsLong() >= rule.years() ? Outcome.MET : Outcome.NOT_MET,
                "years",
                years.getAsLong(),
                "least",
                rule.years());
    }

    // ---- in words

    static Reason sentence(Criterion criterion, CallForm form) {
        String key = "calls.criterion." + criterion.code() + ".sentence";
        return switch (criterion) {
            case Criterion.LanguageAtLeast rule ->
                    Reason.of(
                            key,
                            "language",
                            new Reason.LanguageTag(rule.language()),
                            "least",
                            rule.least());
            case Criterion.EverySession _ -> Reason.of(key);
            case Criterion.LocalAuthority rule ->
                    Reason.of(key, "answers", labels(form, rule.field(), rule.accepted()));
            case Criterion.CountryIn rule ->
                    Reason.of(
                            key,
                            "countries",
                            new TreeSet<>(rule.countries())
                                    .stream()
                                            .map(c -> (Object) new Reason.CountryCode(c))
                                            .toList());
            case Criterion.EmployerAgrees _ -> Reason.of(key);
            case Criterion.Audience rule ->
                    Reason.of(key, "answers", labels(form, rule.field(), rule.accepted()));
            case Criterion.YearsAtLeast rule -> Reason.of(key, "least", rule.years());
        };
    }

    /**
     * The words of these codes in the order of the form's options; a code without words as it is.
     */
    private static List<Object> labels(
            CallForm form, String key, java.util.Collection<String> codes) {
        Optional<FieldKind.Choice> choice =
                form.field(key)
                        .filter(field -> field.kind() instanceof FieldKind.Choice)
                        .map(field -> (FieldKind.Choice) field.kind());
        if (choice.isEmpty()) {
            return List.copyOf(codes);
        }
        List<Object> labels = new ArrayList<>();
        FieldRules.labels(choice.get())
                .forEach((code, label) -> {
                    if (codes.contains(code)) {
                        labels.add(label);
                    }
                });
        return labels.isEmpty() ? List.of(LocalizedText.same("–")) : labels;
    }
}
